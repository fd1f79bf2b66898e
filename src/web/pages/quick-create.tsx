// Quick create: the short form of an incident with look-alikes while typing, or the form of any other kind.
import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Definition } from '../../kernel/record.ts';
import { newKey } from '../api.ts';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Message } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { extrasOf } from '../practices/extras.tsx';
import { QuickIncident } from '../practices/incident/quick-incident.tsx';
import { definitions } from '../record/definitions.ts';
import { Form } from '../record/form.tsx';
import { mayOpen } from '../record/may-open.ts';
import { opening, useOpen } from '../record/queries.ts';
import { capital } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { texts } from '../texts.ts';

export function QuickCreate({ kind, onClose }: { readonly kind: string; readonly onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const possible = definitions().filter((each) => mayOpen(each, session));
  const [chosen, setChosen] = useState(possible.some((each) => each.name === kind) ? kind : (possible[0]?.name ?? ''));
  const definition = possible.find((each) => each.name === chosen);
  return (
    <Dialog title={`${say(pageTexts.new_title)}: ${definition ? say(definition.label) : ''}`} onClose={onClose} size="lg" top>
      {possible.length > 1 ? (
        <NativeSelect
          size="xs"
          mb="sm"
          aria-label={say(pageTexts.kind)}
          data={possible.map((each) => ({ value: each.name, label: capital(say(each.label)) }))}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : null}
      {definition ? (
        <New key={definition.name} definition={definition} onClose={onClose} />
      ) : (
        <Message icon="key" title={say(texts.forbidden_title)} text={say(texts.forbidden_text)} />
      )}
    </Dialog>
  );
}

function New({ definition, onClose }: { readonly definition: Definition; readonly onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const open = useOpen(definition);
  const [key] = useState(newKey);
  const found = opening(definition);
  const make = (input: Record<string, unknown>, show = true) =>
    open.mutate(
      { input, key },
      {
        onSuccess: (made) => {
          toast(say(pageTexts.created, { id: made.data.id }));
          onClose();
          if (show) void navigate({ to: '/$id', params: { id: made.data.id } });
        },
      },
    );
  if (!found) return null;
  if (definition.name === 'incident') return <QuickIncident error={open.error} busy={open.isPending} onCreate={make} onLeave={onClose} />;
  return (
    <Form
      definition={definition}
      command={found.command}
      row={null}
      refs={{}}
      error={open.error}
      busy={open.isPending}
      onSubmit={(input) => make(input)}
      onCancel={onClose}
      arrangement={extrasOf(definition.name).forms?.[found.name]}
    />
  );
}
