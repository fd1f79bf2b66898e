// The hand-over check while somebody is being chosen: does their promise fit in what is left of the customers', and what else can be done.
import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { incident } from '../../../practices/incident/record.ts';
import { get, newKey, query } from '../../api.ts';
import { serverNow } from '../../clockwork.ts';
import type { Handover, HandoverCheck, HandoverReceiver, Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Failed, Refused } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.tsx';
import type { ArrangedWidget, FormState } from '../../record/arrangement.ts';
import { usePerform } from '../../record/queries.ts';
import { FieldInput } from '../../record/widgets.tsx';
import { handoverTexts } from '../../texts/custody.ts';
import { clockTexts, recordTexts } from '../../texts/record.ts';
import { texts } from '../../texts.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** The box in which the receiver is chosen, and right beneath it whether they would be done in time. */
export const CheckedReceiver: ArrangedWidget = ({ form, errorOf: _errorOf, ...props }) => (
  <>
    <FieldInput {...props} />
    <HandoverVerdict {...form} />
  </>
);

/** In the form of a work order the incident is its parent; in that of assigning it is the row itself. */
function HandoverVerdict({ row, values, set }: FormState) {
  const say = useSay();
  const id = text(values.parent) ?? row?.id;
  const asked = {
    supplier: text(values.supplier),
    team: text(values.team),
    service: text(values.service),
    priority: typeof values.priority === 'number' ? values.priority : undefined,
  };
  const chosen = Boolean(asked.supplier || asked.team) && id?.startsWith(`${incident.prefix}-`) === true;
  const found = useQuery({
    queryKey: [incident.name, 'handover', id, asked],
    queryFn: ({ signal }) => get<Handover>(`/api/${incident.plural}/${id}/handover${query(asked)}`, signal),
    enabled: chosen,
    staleTime: 15_000,
  });
  const choose = (other: HandoverReceiver) => {
    for (const [name, value] of Object.entries({ supplier: other.party, team: other.team, service: other.service }))
      if (Object.hasOwn(values, name)) set(name)(value);
  };
  return (
    <section className="handover" aria-label={say(handoverTexts.title)}>
      <h3>{say(handoverTexts.title)}</h3>
      <div role="status" aria-live="polite">
        {!chosen ? <p className="dim small">{say(handoverTexts.choose)}</p> : null}
        {chosen && found.isPending ? <p className="dim small">{say(handoverTexts.checking)}</p> : null}
        {chosen && found.error ? <Failed error={found.error} retry={() => void found.refetch()} /> : null}
        {chosen && found.data ? <Verdict answer={found.data} /> : null}
      </div>
      {chosen && id && found.data ? <WaysOut id={id} answer={found.data} onChoose={Object.hasOwn(values, 'supplier') ? choose : null} /> : null}
    </section>
  );
}

function Verdict({ answer: { data, refs } }: { readonly answer: Handover }) {
  const say = useSay();
  const checks = data.receiver?.checks ?? [];
  if (checks.length === 0) return <p className="dim small">{say(handoverTexts.no_clock)}</p>;
  return (
    <ul className="verdicts">
      {checks.map((each) => (
        <CheckLine key={`${each.clock} ${each.key}`} check={each} refs={refs} />
      ))}
    </ul>
  );
}

const tones = { fits: 'good', short: 'bad', late: 'bad', never: 'bad', no_promise: 'warn' } as const;

function CheckLine({ check, refs }: { readonly check: HandoverCheck; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const { verdict, short_ms, spare_ms, due_at, finishes_at, customer, resumed } = check;
  const when = (at: string | null): string => (at ? format.short(at, serverNow()) : '–');
  const label = say(incident.clocks[check.clock as keyof typeof incident.clocks]?.label ?? recordTexts.clocks);
  const params = { label, customer: refs[customer ?? ''] ?? '', due: when(due_at), finishes: when(finishes_at) };
  return (
    <li data-verdict={verdict}>
      <span className="badge" data-tone={tones[verdict]}>
        <Icon name={verdict === 'fits' ? 'check' : verdict === 'no_promise' ? 'help' : 'exclamation'} />{' '}
        {say(handoverTexts[verdict], { span: format.span((verdict === 'fits' ? spare_ms : short_ms) ?? 0) })}
      </span>{' '}
      <span className="small">
        {say(finishes_at ? handoverTexts.explain : handoverTexts.explain_due, params)}
        {resumed ? ` (${say(handoverTexts.resumed)})` : ''}
      </span>
    </li>
  );
}

type Ways = { readonly id: string; readonly answer: Handover; readonly onChoose: ((other: HandoverReceiver) => void) | null };

/** It warns and never blocks: another party, an escalation, or a new time for the customer. */
function WaysOut({ id, answer: { data, refs }, onChoose }: Ways) {
  const say = useSay();
  const format = useFormat();
  const [writing, setWriting] = useState<'escalation' | 'renegotiation' | null>(null);
  const draft = writing && data[writing];
  if (!data.receiver || data.receiver.verdict === 'fits' || data.receiver.verdict === null) return null;
  const spare = (each: HandoverReceiver): number => Math.min(...each.checks.map((one) => one.spare_ms ?? 0));
  const who = (each: HandoverReceiver): string => [refs[each.party] ?? each.party, each.team ? refs[each.team] : null].filter(Boolean).join(', ');
  return (
    <div className="ways">
      <p className="small">
        <strong>{say(handoverTexts.ways)}</strong> <span className="dim">{say(handoverTexts.still)}</span>
      </p>
      <div className="ways-buttons">
        {data.others.slice(0, 3).map((each) => (
          <Button key={`${each.party} ${each.team}`} size="xs" variant="default" disabled={!onChoose} onClick={() => onChoose?.(each)}>
            {say(handoverTexts.other, { who: who(each), span: format.span(spare(each)) })}
          </Button>
        ))}
        {data.others.length === 0 ? <span className="dim small">{say(handoverTexts.no_other)}</span> : null}
        {data.escalation ? (
          <Button size="xs" variant="default" onClick={() => setWriting('escalation')}>
            {say(handoverTexts.escalate)}
          </Button>
        ) : null}
        {data.renegotiation ? (
          <Button size="xs" variant="default" onClick={() => setWriting('renegotiation')}>
            {say(handoverTexts.renegotiate)}
          </Button>
        ) : null}
      </div>
      {draft && writing ? <Writing id={id} what={writing} draft={draft} refs={refs} onClose={() => setWriting(null)} /> : null}
    </div>
  );
}

type WritingProps = {
  readonly id: string;
  readonly what: 'escalation' | 'renegotiation';
  readonly draft: NonNullable<Handover['data']['escalation']>;
  readonly refs: Refs;
  readonly onClose: () => void;
};

function Writing({ id, what, draft, refs, onClose }: WritingProps) {
  const say = useSay();
  const perform = usePerform(incident, id);
  const [note, setNote] = useState(draft.note);
  const [key] = useState(newKey);
  const submit = () =>
    perform.mutate(
      what === 'escalation'
        ? { command: 'escalate', input: { role: 'process_manager', note }, key }
        : { command: 'reply', input: { note, audience: draft.audience }, key },
      {
        onSuccess: () => {
          toast(say(handoverTexts.sent));
          onClose();
        },
      },
    );
  return (
    <Dialog title={`${id} · ${say(what === 'escalation' ? handoverTexts.escalate : handoverTexts.renegotiate)}`} onClose={onClose}>
      <div className="form">
        <p className="notice">
          {what === 'escalation'
            ? say(clockTexts.escalated, { who: say(incident.fields.escalated_to.options.process_manager) })
            : say(handoverTexts.read_by, { names: draft.audience.map((each) => refs[each] ?? each).join(', ') })}
        </p>
        <Textarea
          label={say(handoverTexts.message)}
          autosize
          minRows={4}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        {perform.error ? <Refused error={perform.error} /> : null}
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {say(texts.cancel)}
          </Button>
          <Button onClick={submit} loading={perform.isPending} disabled={note.trim() === ''}>
            {say(handoverTexts.send)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
