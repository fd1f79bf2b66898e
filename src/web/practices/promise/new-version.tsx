// A new version of a promise: its form filled in with everything the present one says, valid from the next month.
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { promise } from '../../../practices/promise/record.ts';
import { newKey } from '../../api.ts';
import { serverNow } from '../../clockwork.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { opening as marked } from '../../parts/keys.ts';
import { toLocal } from '../../parts/time.tsx';
import { toast } from '../../parts/toast.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useList, useOpen } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { agreementTexts } from '../../texts/agreement.ts';
import { drafting } from './arrangement.tsx';
import { nextMonth } from './ending.tsx';

const Form = lazy(() => import('../../record/form.tsx').then((found) => ({ default: found.Form })));

export function NewVersion({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (answer.data.state !== 'active' || !mayOpen(promise, session)) return null;
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {say(agreementTexts.new_version)}
      </Button>
      {open ? (
        <Suspense fallback={<span {...marked} />}>
          <Drafting answer={answer} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** What every version has in common is said above the form, not asked again. */
const shared = ['service', 'provider', 'customer', 'team', 'metric'] as const;
const arrangement: Arrangement = { ...drafting, boxless: { ...drafting.boxless, ...Object.fromEntries(shared.map((name) => [name, null])) } };

function Drafting({ answer, onClose }: { readonly answer: OneAnswer; readonly onClose: () => void }) {
  const say = useSay();
  const format = useFormat();
  const navigate = useNavigate();
  const open = useOpen(promise);
  const [key] = useState(newKey);
  const { data: row } = answer;
  const first = String(row.version_of ?? row.id);
  const drafts = useList(promise, `version_of:${first} is:draft`, { limit: 1 }).data?.pages[0]?.data ?? [];
  const found = opening(promise);
  if (!found) return null;
  const today = toLocal(new Date(serverNow()).toISOString(), format.zone).slice(0, 10);
  const make = (input: Record<string, unknown>) =>
    open.mutate(
      { input, key },
      {
        onSuccess: (made) => {
          toast(`${made.data.id}: ${say(agreementTexts.new_version)}`);
          onClose();
          void navigate({ to: '/$id', params: { id: made.data.id } });
        },
      },
    );
  return (
    <Dialog title={`${row.id} · ${say(agreementTexts.new_version)}`} onClose={onClose} size="lg">
      <Form
        definition={promise}
        command={found.command}
        row={null}
        refs={answer.refs}
        initial={{ ...row, version_of: first, valid_from: nextMonth(today), valid_to: null }}
        error={open.error}
        busy={open.isPending}
        onSubmit={make}
        onCancel={onClose}
        arrangement={arrangement}
        before={
          <>
            <p className="explained">{say(agreementTexts.new_version_text, { id: row.id })}</p>
            {drafts.map((draft) => (
              <p key={draft.id} className="notice">
                {say(agreementTexts.new_version_waiting, { id: '' })} <RefLink id={draft.id} refs={{}} />
              </p>
            ))}
          </>
        }
      />
    </Dialog>
  );
}
