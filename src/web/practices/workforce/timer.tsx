// The timer of whoever looks at a record: one runs at a time; stopping books the time, and asks why when it ate into protected hours.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TimerAnswer } from '../../../practices/workforce/figures.record.ts';
import { timeEntry } from '../../../practices/workforce/time-entry.record.ts';
import { get, newKey, problemOf, send } from '../../api.ts';
import { serverNow } from '../../clockwork.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.tsx';
import { useSession } from '../../session.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';

const key = [timeEntry.name, 'list', 'timer'];

export function Timer({ id }: { readonly id: string }) {
  const inside = useSession().side === 'integrator';
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => get<TimerAnswer>('/api/workforce/timer', signal), enabled: inside });
  return inside && found.data ? <Running id={id} running={found.data.data} /> : null;
}

function Running({ id, running }: { readonly id: string; readonly running: TimerAnswer['data'] }) {
  const say = useSay();
  const format = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [now, setNow] = useState(serverNow);
  const again = () => void client.invalidateQueries({ queryKey: [timeEntry.name] });
  useEffect(() => {
    const tick = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(tick);
  }, []);
  const start = async () => {
    await send({ path: `/api/${timeEntry.plural}`, body: { record: id }, key: newKey() });
  };
  const stop = async (reason?: string) => {
    if (!running) return;
    const body = reason ? { reason } : {};
    const { data } = await send<OneAnswer>({ path: `/api/${timeEntry.plural}/${running.id}/stop`, body, key: newKey() });
    toast(say(texts.timer_booked, { time: format.minutes(Number(data.minutes)) }));
  };
  const change = useMutation({
    mutationFn: async ({ begin, reason }: { readonly begin: boolean; readonly reason?: string }) => {
      await stop(reason);
      if (begin) await start();
    },
    onSuccess: () => setAsking(false),
    onError: (error) => (problemOf(error).code === 'time_entry.inside_protected' ? setAsking(true) : undefined),
    onSettled: again,
  });
  const here = running?.record === id;
  const label = !running
    ? say(texts.timer_start)
    : here
      ? say(texts.timer_stop, { time: format.minutes(Math.max(0, Math.floor((now - Date.parse(running.started_at)) / 60_000))) })
      : say(texts.timer_switch);
  const elsewhere = running && !here ? say(texts.timer_elsewhere, { record: running.record ?? running.id }) : undefined;
  return (
    <>
      <Button size="xs" variant="default" loading={change.isPending} title={elsewhere} onClick={() => change.mutate({ begin: !here })}>
        {label}
      </Button>
      {change.error && !asking ? <Refused error={change.error} /> : null}
      {asking ? (
        <Why error={change.error} busy={change.isPending} onClose={() => setAsking(false)} onSend={(reason) => change.mutate({ begin: !here, reason })} />
      ) : null}
    </>
  );
}

type WhyProps = { readonly error: unknown; readonly busy: boolean; readonly onClose: () => void; readonly onSend: (reason: string) => void };

function Why({ error, busy, onClose, onSend }: WhyProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={say(texts.borrow)} onClose={onClose}>
      <Refused error={error} />
      <Textarea data-autofocus autosize minRows={2} label={say(texts.timer_reason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button mt="sm" size="xs" loading={busy} disabled={reason.trim() === ''} onClick={() => onSend(reason.trim())}>
        {say(texts.timer_reason_send)}
      </Button>
    </Dialog>
  );
}
