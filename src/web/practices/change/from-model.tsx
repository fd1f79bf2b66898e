// A standard change from its model: the form with everything the model says filled in.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../../practices/change/record.ts';
import type { Refs, Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { useSession } from '../../session.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { Raising } from './raise.tsx';

const taken = ['services', 'items', 'outage_minutes', 'notice', 'description', 'backout_plan', 'backout_minutes', 'test_evidence'] as const;

export function FromModel({ model, refs, quiet = false }: { readonly model: Row; readonly refs: Refs; readonly quiet?: boolean }) {
  const say = useSay();
  const session = useSession();
  const [opened, setOpened] = useState(false);
  if (model.state !== 'active' || !mayOpen(change, session)) return null;
  const said = Object.fromEntries(taken.map((name) => [name, model[name] ?? null]));
  return (
    <>
      <Button size="xs" variant={quiet ? 'default' : 'filled'} onClick={() => setOpened(true)}>
        {say(texts.from_model)}
      </Button>
      {opened ? (
        <Raising
          title={`${String(model.name)} · ${say(texts.from_model)}`}
          initial={{ ...said, title: model.name, type: 'standard', model: model.id }}
          refs={{ ...refs, [model.id]: String(model.name) }}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  );
}
