// How the forms of a change and its model are arranged: what, where, when, the seven questions one by one, and the way back.
import { lazy, Suspense } from 'react';
import { useSay } from '../../language.tsx';
import { Skeleton } from '../../parts/states.tsx';
import type { ArrangedWidget, Arrangement, FormState, Reading } from '../../record/arrangement.ts';
import { FieldInput } from '../../record/widgets.tsx';
import { useSession } from '../../session.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { questions } from './questions.ts';

const UpdatesEditor = lazy(() => import('./updates.tsx').then((found) => ({ default: found.Updates })));
const Updates: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={2} />}>
    <UpdatesEditor {...props} />
  </Suspense>
);

/** The question stands above the box: the box does not ask it again. */
const Plain: ArrangedWidget = ({ form: _form, errorOf: _errorOf, ...props }) => {
  const { means: _means, ...field } = props.field;
  return <FieldInput {...props} field={field} />;
};

const asked = questions.flatMap((each): readonly string[] => each.fields);
/** What the house alone says of a change, whoever raises it. */
const ours = ['affected_customers', 'problem', 'incident', 'related', 'item_updates', 'unauthorised'];

/** A standard change was judged with its model: it is not asked again. Work that was found afterwards says when it was done. */
function useFitting({ values, row }: FormState): (name: string) => boolean {
  const inside = useSession().side === 'integrator';
  const standard = (values.type ?? row?.type) === 'standard';
  return (name) => {
    if (!inside && ours.includes(name)) return false;
    if (name === 'model') return standard;
    if (name === 'implemented_at' && Object.hasOwn(values, 'unauthorised')) return values.unauthorised === true;
    return !(standard && asked.includes(name));
  };
}

function Answered({ row, values }: FormState) {
  const say = useSay();
  const given = (name: string): boolean => Boolean(values[name] ?? row?.[name]);
  const open = questions.filter((each) => !each.needed.every(given));
  const count = questions.length - open.length;
  return (
    <p className={open.length ? 'notice' : 'dim small'} role="status">
      {say(open.length ? texts.answered : texts.all_answered, { count, of: questions.length })}
    </p>
  );
}

const what = { label: texts.group_what, fields: ['title', 'type', 'model', 'description', 'problem', 'incident'] };
const where = { label: texts.group_where, fields: ['services', 'items', 'affected_customers', 'lead_party', 'team'] };
const when = { label: texts.when, fields: ['planned_start', 'planned_end', 'outage_minutes', 'notice'] };
const back = { label: texts.group_back, fields: ['backout_plan', 'backout_minutes', 'backout_tested', 'test_evidence', 'item_updates'] };
const after = { label: texts.group_after, fields: ['unauthorised', 'implemented_at'] };

const widgets = {
  ...Object.fromEntries(asked.filter((name) => name !== 'tester' && name !== 'implementer').map((name) => [name, Plain])),
  item_updates: Updates,
};
const request: Arrangement = { groups: [what, where, when, ...questions, back, after], useFitting, widgets };
const judging: Arrangement = {
  groups: [...questions, { label: texts.group_judged, fields: ['category', 'affected_customers', 'planned_start', 'planned_end', 'outage_minutes'] }],
  widgets,
  before: Answered,
};

/** A customer answers for itself; only who writes it down for one says for which. */
function useAnswering(): (name: string) => boolean {
  const inside = useSession().side === 'integrator';
  return (name) => inside || name !== 'customer';
}

export const changeForms = {
  open: request,
  edit: request,
  revise: request,
  assess: judging,
  prepare: { useFitting, widgets },
  complete: { useFitting, widgets },
  answer: { useFitting: useAnswering },
} as const satisfies Readonly<Record<string, Arrangement>>;

/** As wide as a row of its steps. */
export const modelForms: Readonly<Record<string, Arrangement>> = { open: {}, edit: {} };

/** What has a tab of its own is not said again beside it. */
export const changeReading: Reading = {
  hide: [
    ...asked,
    'description',
    'risk',
    'hurt',
    'answers',
    'votes',
    'notice',
    'backout_plan',
    'test_evidence',
    'item_updates',
    'lessons',
    'actions',
    'incidents',
  ],
};
