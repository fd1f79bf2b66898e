// Beside an incident: the problems behind it, and making one of it or linking it to one. The incident itself changes nothing.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Field } from '../../../kernel/field.ts';
import { problem } from '../../../practices/problem/record.ts';
import { newKey, send } from '../../api.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { LinkLine } from '../../record/links.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useList, useOpen } from '../../record/queries.ts';
import { FieldInput } from '../../record/widgets.tsx';
import { useSession } from '../../session.tsx';
import { pageTexts } from '../../texts/pages.ts';
import { problemTexts } from '../../texts/problem.ts';
import { texts } from '../../texts.ts';
import { problemForms } from './forms.tsx';

export function ProblemsOf({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const { id, open } = answer.data;
  const [asking, setAsking] = useState<'make' | 'link' | null>(null);
  const inside = session.side === 'integrator';
  const rows = useList(problem, `incidents:${id} sort:-opened_at`, { limit: 20, enabled: inside }).data?.pages[0]?.data ?? [];
  if (!inside) return null;
  const gone = open ? rows.find((each) => each.state === 'closed') : undefined;
  return (
    <section className="card">
      <h3>{say(problemTexts.problems_of)}</h3>
      {gone ? <p className="notice">{say(problemTexts.cause_gone, { id: gone.id })}</p> : null}
      <ul className="link-list small">
        {rows.map((row) => (
          <LinkLine key={row.id} link={{ record: problem.name, id: row.id, title: String(row.title), state: row.state, open: row.open }} />
        ))}
      </ul>
      {mayOpen(problem, session) ? (
        <p className="problem-tools">
          <Button size="compact-xs" variant="default" onClick={() => setAsking('make')}>
            {say(problemTexts.make)}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setAsking('link')}>
            {say(problemTexts.link_to)}
          </Button>
        </p>
      ) : null}
      {asking === 'make' ? <Making answer={answer} onClose={() => setAsking(null)} /> : null}
      {asking === 'link' ? <Linking id={id} onClose={() => setAsking(null)} /> : null}
    </section>
  );
}

type Props = { readonly onClose: () => void };

function Making({ answer, onClose }: Props & { readonly answer: OneAnswer }) {
  const say = useSay();
  const navigate = useNavigate();
  const open = useOpen(problem);
  const [key] = useState(newKey);
  const found = opening(problem);
  const { id, title, description, service, part } = answer.data;
  if (!found) return null;
  const initial = { title, symptoms: description, service: part ?? service, services: [...new Set([service, part].filter(Boolean))], incidents: [id] };
  return (
    <Dialog title={say(found.command.label)} onClose={onClose} size="lg">
      <Form
        definition={problem}
        command={found.command}
        row={null}
        refs={{ ...answer.refs, [id]: `${id} ${String(title)}` }}
        initial={initial}
        arrangement={problemForms.open}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={(input) =>
          open.mutate(
            { input, key },
            {
              onSuccess: (made) => {
                toast(say(pageTexts.created, { id: made.data.id }));
                onClose();
                void navigate({ to: '/$id', params: { id: made.data.id } });
              },
            },
          )
        }
      />
    </Dialog>
  );
}

const chosen = { kind: 'ref', to: 'problem', needed: true, label: problemTexts.choose_problem } as const satisfies Field & { needed: boolean };

function Linking({ id, onClose }: Props & { readonly id: string }) {
  const say = useSay();
  const client = useQueryClient();
  const [value, setValue] = useState<unknown>(null);
  const [error, setError] = useState<unknown>(null);
  const [key] = useState(newKey);
  const link = async () => {
    try {
      await send({ path: `/api/problems/${String(value)}/link`, body: { incidents: [id] }, key: `${key}:${String(value)}` });
      toast(say(problemTexts.linked, { id, problem: String(value) }));
      void client.invalidateQueries({ queryKey: [problem.name] });
      onClose();
    } catch (wrong) {
      setError(wrong);
    }
  };
  return (
    <Dialog title={say(problemTexts.link_to)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void link();
        }}
      >
        <FieldInput name="problem" field={chosen} value={value} onChange={setValue} refs={{}} autoFocus />
        <Refused error={error} />
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {say(texts.cancel)}
          </Button>
          <Button type="submit" disabled={value === null}>
            {say(problemTexts.linked, { id, problem: String(value ?? '…') })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
