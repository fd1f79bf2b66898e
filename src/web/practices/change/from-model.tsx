// A standard change from its model: the form with everything the model says filled in.
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { change } from '../../../practices/change/record.ts';
import { newKey } from '../../api.ts';
import type { Refs, Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useOpen } from '../../record/queries.ts';
import { useSession } from '../../session.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { pageTexts } from '../../texts/pages.ts';

const taken = ['services', 'items', 'outage_minutes', 'notice', 'description', 'backout_plan', 'backout_minutes', 'test_evidence'] as const;

export function FromModel({ model, refs, quiet = false }: { readonly model: Row; readonly refs: Refs; readonly quiet?: boolean }) {
  const say = useSay();
  const session = useSession();
  const [opened, setOpened] = useState(false);
  if (model.state !== 'active' || !mayOpen(change, session)) return null;
  return (
    <>
      <Button size="xs" variant={quiet ? 'default' : 'filled'} onClick={() => setOpened(true)}>
        {say(texts.from_model)}
      </Button>
      {opened ? <Raising model={model} refs={refs} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function Raising({ model, refs, onClose }: { readonly model: Row; readonly refs: Refs; readonly onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const open = useOpen(change);
  const [key] = useState(newKey);
  const found = opening(change);
  if (!found) return null;
  const said = Object.fromEntries(taken.map((name) => [name, model[name] ?? null]));
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
    <Dialog title={`${String(model.name)} · ${say(texts.from_model)}`} onClose={onClose} size="lg">
      <Form
        definition={change}
        command={found.command}
        row={null}
        refs={{ ...refs, [model.id]: String(model.name) }}
        initial={{ ...said, title: model.name, type: 'standard', model: model.id }}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={raise}
      />
    </Dialog>
  );
}
