// A button that opens the form of one command of a problem, with what is known already filled in.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Definition } from '../../../kernel/record.ts';
import { newKey } from '../../api.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { commandsOf } from '../../record/commands.ts';
import { Form } from '../../record/form.tsx';
import { usePerform } from '../../record/queries.ts';

type Props = {
  readonly definition: Definition;
  readonly answer: OneAnswer;
  readonly command: string;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly arrangement?: Arrangement | undefined;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
};

/** Nothing when the command may not be given now. */
export function AskButton(props: Props) {
  const [open, setOpen] = useState(false);
  if (!props.answer.may.includes(props.command)) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" className="no-print" onClick={() => setOpen(true)}>
        {props.children}
      </Button>
      {open ? <Asked {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Asked({ definition, answer, command, initial, arrangement, size = 'lg', onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay();
  const perform = usePerform(definition, answer.data.id);
  const [key] = useState(newKey);
  const declared = commandsOf(definition)[command];
  if (!declared) return null;
  return (
    <Dialog title={`${answer.data.id} · ${say(declared.label)}`} onClose={onClose} size={size}>
      <Form
        definition={definition}
        command={declared}
        row={answer.data}
        refs={answer.refs}
        audiences={answer.audiences}
        {...(initial ? { initial } : {})}
        arrangement={arrangement}
        error={perform.error}
        busy={perform.isPending}
        onCancel={onClose}
        onSubmit={(input) => perform.mutate({ command, input, key, version: answer.data.version }, { onSuccess: onClose })}
      />
    </Dialog>
  );
}
