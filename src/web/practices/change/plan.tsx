// The plan of a change: when, the tasks of each party in order, the way back, the evidence, and what becomes of the items.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../../practices/change/record.ts';
import type { ItemUpdate } from '../../../practices/change/shapes.record.ts';
import { changeTask } from '../../../practices/change/task.record.ts';
import { newKey } from '../../api.ts';
import type { OneAnswer, Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useOpen } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { pageTexts } from '../../texts/pages.ts';
import { Questions } from './answered.tsx';
import { becoming } from './shape-words.ts';
import { Tasks } from './tasks.tsx';
import { Window } from './window.tsx';

export function ChangePlan({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const { data, refs } = answer;
  const outside = session.side === 'customer';
  return (
    <>
      <Window answer={answer} />
      {outside ? null : (
        <>
          <section className="change-section">
            <h3>{say(texts.tasks)}</h3>
            {session.side === 'supplier' ? <p className="dim small">{say(texts.own_tasks)}</p> : null}
            <Tasks q={`change:${data.id}`} lead={String(data.lead_party ?? '')} />
            <AddTask answer={answer} of="change" />
          </section>
          <Debts debts={data.debts} />
          {(['backout_plan', 'test_evidence'] as const).map((name) => (
            <section className="change-section" key={name}>
              <h3>{say(change.fields[name].label)}</h3>
              {data[name] ? <p className="prose">{String(data[name])}</p> : <Lacking />}
            </section>
          ))}
        </>
      )}
      {session.side === 'supplier' ? <Questions answer={answer} /> : null}
      {session.side === 'integrator' ? <Updates updates={(data.item_updates ?? []) as readonly ItemUpdate[]} refs={refs} /> : null}
    </>
  );
}

function Lacking() {
  const say = useSay();
  return (
    <p>
      <span className="badge" data-tone="warn">
        {say(texts.missing)}
      </span>
    </p>
  );
}

function Debts({ debts }: { readonly debts: unknown }) {
  const say = useSay();
  const owed = (Array.isArray(debts) ? debts : []).filter((each): each is 'reason' | 'backout_plan' | 'test_evidence' => each in change.fields);
  if (owed.length === 0) return null;
  return (
    <p className="notice" role="status">
      {say(texts.owed)}: {owed.map((each) => say(change.fields[each].label)).join(', ')}
    </p>
  );
}

function Updates({ updates, refs }: { readonly updates: readonly ItemUpdate[]; readonly refs: Refs }) {
  const say = useSay();
  return (
    <section className="change-section">
      <h3>{say(change.fields.item_updates.label)}</h3>
      {updates.length === 0 ? <p className="dim">{say(texts.no_updates)}</p> : null}
      <ul className="link-list">
        {updates.map((each) => (
          <li key={each.item}>
            <RefLink id={each.item} refs={refs} />
            <span>{becoming(each.changes, say)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only as long as tasks are planned at all; the server says so for every other reason. */
export function AddTask({ answer, of }: { readonly answer: OneAnswer; readonly of: 'change' | 'release' }) {
  const say = useSay();
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const over = ['implemented', 'backed_out', 'reviewed', 'deployed', 'early_life'].includes(answer.data.state);
  if (!answer.data.open || over || !mayOpen(changeTask, session)) return null;
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
        {say(texts.add_task)}
      </Button>
      {adding ? <Adding answer={answer} of={of} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Adding({ answer, of, onClose }: { readonly answer: OneAnswer; readonly of: 'change' | 'release'; readonly onClose: () => void }) {
  const say = useSay();
  const open = useOpen(changeTask);
  const [key] = useState(newKey);
  const found = opening(changeTask);
  if (!found) return null;
  const { id, planned_start, planned_end, lead_party } = answer.data;
  const made = (input: Record<string, unknown>) =>
    open.mutate(
      { input, key },
      {
        onSuccess: (done) => {
          toast(say(pageTexts.created, { id: done.data.id }));
          onClose();
        },
      },
    );
  return (
    <Dialog title={`${id} · ${say(texts.add_task)}`} onClose={onClose} size="lg">
      <Form
        definition={changeTask}
        command={found.command}
        row={null}
        refs={{ ...answer.refs, [id]: String(answer.data.title) }}
        initial={{ [of]: id, phase: 'implement', party: lead_party ?? null, planned_start, planned_end }}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={made}
      />
    </Dialog>
  );
}
