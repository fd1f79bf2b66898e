// Raising a change from what somebody is looking at: a problem, a model, a difference that was found; with all that is known filled in.
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { change } from '../../../practices/change/record.ts';
import { newKey } from '../../api.ts';
import type { OneAnswer, Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useOpen } from '../../record/queries.ts';
import { useSession } from '../../session.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { pageTexts } from '../../texts/pages.ts';
import { changeForms } from './forms.tsx';

type Props = {
  readonly title: string;
  readonly initial: Readonly<Record<string, unknown>>;
  readonly refs: Refs;
  readonly onClose: () => void;
};

export function Raising({ title, initial, refs, onClose }: Props) {
  const say = useSay();
  const navigate = useNavigate();
  const open = useOpen(change);
  const [key] = useState(newKey);
  const found = opening(change);
  if (!found) return null;
  const raise = (input: Record<string, unknown>) =>
    open.mutate(
      { input, key },
      {
        onSuccess: (made) => {
          toast(say(pageTexts.created, { id: made.data.id }));
          onClose();
          void navigate({ to: '/$id', params: { id: made.data.id } });
        },
      },
    );
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <Form
        definition={change}
        command={found.command}
        row={null}
        refs={refs}
        initial={initial}
        arrangement={changeForms.open}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={raise}
      />
    </Dialog>
  );
}

/** As soon as the cause is known, and as long as nothing proves that it is gone: the states from which a problem takes a change. */
const removable = ['known_error', 'solution_proposed', 'change_raised'];

export function RaiseFromProblem({ answer: { data, refs } }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  if (session.side !== 'integrator' || !removable.includes(data.state) || !mayOpen(change, session)) return null;
  const { id, title, root_cause, solution, services, items } = data;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {say(texts.new_change)}
      </Button>
      {asking ? (
        <Raising
          title={`${id} · ${say(texts.new_change)}`}
          initial={{ title, type: 'normal', problem: id, services, items, description: solution ?? null, reason: root_cause ?? null }}
          refs={{ ...refs, [id]: `${id} ${String(title)}` }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
