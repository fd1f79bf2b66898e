// The form of one action in a dialog; fetched when the first action asks for something.
import { useState } from 'react';
import type { Command, Definition } from '../../kernel/record.ts';
import { newKey, problemOf } from '../api.ts';
import type { OneAnswer } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { toast } from '../parts/toast.tsx';
import { recordTexts } from '../texts/record.ts';
import type { Arrangement } from './arrangement.ts';
import { Form } from './form.tsx';
import { usePerform } from './queries.ts';

/** A command of a definition, with the name it goes by. */
export type Named = { readonly name: string; readonly command: Command };
type Props = {
  readonly definition: Definition;
  readonly answer: OneAnswer;
  readonly asked: Named;
  readonly arrangement: Arrangement | undefined;
  readonly onClose: () => void;
};

export function Asking({ definition, answer, asked, arrangement, onClose }: Props) {
  const say = useSay();
  const perform = usePerform(definition, answer.data.id);
  // One key for this opening of the form: pressing twice, or again after a lost answer, does it once.
  const [key] = useState(newKey);
  const submit = (input: Record<string, unknown>) =>
    perform.mutate(
      { command: asked.name, input, key, version: answer.data.version },
      {
        onSuccess: () => {
          toast(`${answer.data.id}: ${say(asked.command.label)}`);
          onClose();
        },
      },
    );
  const stale = perform.error && problemOf(perform.error).status === 412;
  return (
    <Dialog title={`${answer.data.id} · ${say(asked.command.label)}`} onClose={onClose} size={arrangement ? 'lg' : 'md'}>
      <Form
        definition={definition}
        command={asked.command}
        row={answer.data}
        refs={answer.refs}
        audiences={answer.audiences}
        error={perform.error}
        busy={perform.isPending}
        onSubmit={submit}
        onCancel={onClose}
        arrangement={arrangement}
        before={stale ? <p className="notice">{say(recordTexts.stale)}</p> : null}
      />
    </Dialog>
  );
}
