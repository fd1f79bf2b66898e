// A button that opens the form of a new record with what is known already filled in; what need not be asked has no box.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Definition } from '../../../kernel/record.ts';
import { newKey } from '../../api.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useOpen } from '../../record/queries.ts';
import { useSession } from '../../session.tsx';
import { pageTexts } from '../../texts/pages.ts';

type Props = {
  readonly definition: Definition;
  readonly label: string;
  /** The same with what it is about, where many such buttons stand beside each other; begins with the label. */
  readonly about?: string;
  /** Sent as they are, without a box. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** Filled in, to be changed. */
  readonly proposed?: Readonly<Record<string, unknown>>;
  readonly refs?: Refs;
  readonly small?: boolean;
  /** Keys of queries that show what was made. */
  readonly shows?: readonly string[];
};

export function OpenNew(props: Props) {
  const [open, setOpen] = useState(false);
  const session = useSession();
  if (!mayOpen(props.definition, session)) return null;
  return (
    <>
      <Button
        size={props.small ? 'compact-xs' : 'xs'}
        variant="default"
        leftSection={<Icon name="plus" size={12} />}
        aria-label={props.about}
        onClick={() => setOpen(true)}
      >
        {props.label}
      </Button>
      {open ? <Opening {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Opening({ definition, label, about, known = {}, proposed = {}, refs = {}, shows = [], onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const open = useOpen(definition);
  const [key] = useState(newKey);
  const found = opening(definition);
  if (!found) return null;
  return (
    <Dialog title={about ?? label} onClose={onClose}>
      <Form
        definition={definition}
        command={found.command}
        row={null}
        refs={refs}
        initial={{ ...proposed, ...known }}
        arrangement={{ boxless: Object.fromEntries(Object.keys(known).map((name) => [name, null])) }}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={(input) =>
          open.mutate(
            { input, key },
            {
              onSuccess: (made) => {
                toast(say(pageTexts.created, { id: made.data.id }));
                void client.invalidateQueries({ predicate: ({ queryKey: [what] }) => shows.includes(String(what)) });
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
