// Contesting one stretch of a ledger: a button that opens the form of a dispute with the stretch filled in.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dispute } from '../../../practices/dispute/record.ts';
import { newKey } from '../../api.ts';
import type { LedgerInterval, OneAnswer, Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { toast } from '../../parts/toast.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useOpen } from '../../record/queries.ts';
import { useSession } from '../../session.tsx';
import { custodyTexts } from '../../texts/custody.ts';
import { pageTexts } from '../../texts/pages.ts';

/** What the stretch says already is not asked again. */
const forHouse: Arrangement = { boxless: { about: null, held: null } };
const forOutsiders: Arrangement = { boxless: { about: null, held: null, claimed: null } };

type Props = { readonly answer: OneAnswer; readonly interval: LedgerInterval; readonly refs: Refs; readonly now: string };

/** Outsiders contest their own time; the integrator anybody's. The server has the last word. */
export function Contest(props: Props) {
  const say = useSay();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { party } = props.interval;
  const possible = mayOpen(dispute, session) && party !== null && (session.side === 'integrator' || party === session.organisation?.id);
  if (!possible) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {say(custodyTexts.contest)}
      </Button>
      {open ? <Contesting {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Contesting({ answer, interval, refs, now, onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const { house, side } = useSession();
  const inside = side === 'integrator';
  const open = useOpen(dispute);
  const [key] = useState(newKey);
  const found = opening(dispute);
  if (!found) return null;
  const { id, title } = answer.data;
  const names = { ...refs, [id]: String(title ?? id), ...(house ? { [house.id]: house.name } : {}) };
  // An outsider's claim is against the house, which the server fills in.
  const claimed = inside && house && interval.party !== house.id ? house.id : null;
  return (
    <Dialog title={`${id} · ${say(custodyTexts.contest)}`} onClose={onClose}>
      <Form
        definition={dispute}
        command={found.command}
        row={null}
        refs={names}
        initial={{ about: id, starts_at: interval.from, ends_at: interval.to ?? now, held: interval.party, claimed }}
        arrangement={inside ? forHouse : forOutsiders}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={(input) =>
          open.mutate(
            { input, key },
            {
              onSuccess: (made) => {
                toast(say(pageTexts.created, { id: made.data.id }));
                void client.invalidateQueries({ predicate: ({ queryKey: [, what] }) => what === 'ledger' || what === 'links' });
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
