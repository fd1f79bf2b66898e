// The short form for somebody on the telephone: title, requester, service, impact, urgency; what looks like it shows while typing.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { inputFields } from '../../../kernel/record.ts';
import { incident } from '../../../practices/incident/record.ts';
import { person } from '../../../practices/organisation/person.record.ts';
import { get, problemOf, query } from '../../api.ts';
import type { Found, Many } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Refused } from '../../parts/states.tsx';
import { LinkLine } from '../../record/links.tsx';
import { opening, useList, useOne } from '../../record/queries.ts';
import { FieldInput } from '../../record/widgets.tsx';
import { useSession } from '../../session.tsx';
import { pageTexts } from '../../texts/pages.ts';
import { OffersWhileTyping } from '../problem/offers.tsx';
import { tellingWords } from './aside.tsx';

type Props = {
  readonly error: unknown;
  readonly busy: boolean;
  readonly onCreate: (input: Record<string, unknown>, show: boolean) => void;
  readonly onLeave: () => void;
};

const short = ['title', 'requester', 'customer', 'service', 'impact', 'urgency'] as const;
const own = ['title', 'service', 'description'] as const;

export function QuickIncident({ error, busy, onCreate, onLeave }: Props) {
  const say = useSay();
  const inside = useSession().side === 'integrator';
  const [values, setValues] = useState<Record<string, unknown>>(inside ? { source: 'phone', impact: 'medium', urgency: 'medium' } : {});
  const [more, setMore] = useState(false);
  const requester = typeof values.requester === 'string' ? values.requester : null;
  const caller = useOne(person, requester ?? '', requester !== null).data;
  const proposed = values.customer ?? caller?.data.organisation ?? null;
  const all = { ...values, ...(inside && proposed ? { customer: proposed } : {}) };
  const open = opening(incident);
  const fields = open ? inputFields(incident, open.command) : {};
  const shown: readonly string[] = inside ? (more ? [...short, 'description', 'part', 'effect', 'source', 'team', 'started_at'] : short) : own;
  const problem = error ? problemOf(error) : null;
  const create = (show: boolean) => onCreate(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== '')), show);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        create(event.shiftKey);
      }}
    >
      <div className="form-grid">
        {shown.map((name) => {
          const field = fields[name];
          if (!field) return null;
          const { means: _means, ...plain } = field;
          return (
            <div key={name} data-wide={name === 'title' || name === 'description' || undefined}>
              <FieldInput
                name={name}
                field={plain}
                value={name === 'customer' ? proposed : (values[name] ?? null)}
                onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
                refs={caller?.refs ?? {}}
                error={problem?.field === name ? problem.detail : null}
                autoFocus={name === 'title'}
              />
            </div>
          );
        })}
      </div>
      {inside && !more ? (
        <button type="button" className="link small" onClick={() => setMore(true)}>
          {say(pageTexts.more_fields)}
        </button>
      ) : null}
      <OffersWhileTyping service={typeof values.service === 'string' ? values.service : null} title={String(values.title ?? '')} onLeave={onLeave} />
      <LookAlikes title={String(values.title ?? '')} service={typeof values.service === 'string' ? values.service : null} onLeave={onLeave} />
      {problem && !shown.includes(problem.field ?? '') ? <Refused error={error} /> : null}
      <div className="form-foot">
        <span className="dim small wide-only">{say(pageTexts.create_ctrl)}</span>
        <Button variant="default" onClick={() => create(false)} loading={busy}>
          {say(pageTexts.create_only)}
        </Button>
        <Button type="submit" loading={busy}>
          {say(pageTexts.create_open)}
        </Button>
      </div>
    </form>
  );
}

/** Suggestions never block: they are links beside the form. */
function LookAlikes({ title, service, onLeave }: { readonly title: string; readonly service: string | null; readonly onLeave: () => void }) {
  const say = useSay();
  const words = useDeferredValue(tellingWords(title));
  const found = useQuery({
    queryKey: ['search', 'found', words],
    queryFn: ({ signal }) => get<Many<Found>>(`/api/search${query({ q: words })}`, signal),
    enabled: words !== '',
    staleTime: 30_000,
  });
  const outages = useList(incident, `is:open service:${service ?? 'none'} sort:priority`, { limit: 5, enabled: service !== null });
  const open = outages.data?.pages[0]?.data ?? [];
  const similar = (found.data?.data ?? []).filter((each) => each.record === incident.name && !open.some((one) => one.id === each.id)).slice(0, 4);
  if (open.length === 0 && similar.length === 0) return null;
  return (
    <div className="alikes" role="status" onClickCapture={(event) => (event.target as HTMLElement).closest('a') && onLeave()}>
      {open.length > 0 ? (
        <section>
          <h3>
            <Icon name="exclamation" /> {say(pageTexts.outage)}
          </h3>
          <ul className="link-list small">
            {open.map((row) => (
              <LinkLine key={row.id} link={{ record: incident.name, id: row.id, title: String(row.title), state: row.state, open: row.open }} />
            ))}
          </ul>
        </section>
      ) : null}
      {similar.length > 0 ? (
        <section>
          <h3>{say(pageTexts.similar)}</h3>
          <ul className="link-list small">
            {similar.map((each) => (
              <LinkLine key={each.id} link={each} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
