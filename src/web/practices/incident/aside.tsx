// Beside an incident: who reported it and for whom, the service and what it stands on, and what looks like it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { incident } from '../../../practices/incident/record.ts';
import { person } from '../../../practices/organisation/person.record.ts';
import { get, query } from '../../api.ts';
import type { Found, Many, OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { LinkLine } from '../../record/links.tsx';
import { useList, useOne } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { pageTexts } from '../../texts/pages.ts';
import { KnownErrorOffers } from '../problem/offers.tsx';
import { ProblemsOf } from '../problem/on-incident.tsx';
import { MiniMap } from '../service/mini-map.tsx';
import { ComputedImpact } from './computed-impact.tsx';

export function IncidentAside({ answer }: { readonly answer: OneAnswer }) {
  const row = answer.data;
  return (
    <>
      {row.open ? <KnownErrorOffers answer={answer} /> : null}
      {typeof row.requester === 'string' ? <Requester id={row.requester} answer={answer} /> : null}
      <ComputedImpact answer={answer} />
      {typeof row.part === 'string' ? <MiniMap id={row.part} name={answer.refs[row.part]} failing /> : null}
      {typeof row.service === 'string' ? <MiniMap id={row.service} name={answer.refs[row.service]} /> : null}
      <ProblemsOf answer={answer} />
      {row.open ? <Similar id={row.id} title={String(row.title ?? '')} /> : null}
    </>
  );
}

function Requester({ id, answer }: { readonly id: string; readonly answer: OneAnswer }) {
  const say = useSay();
  const inside = useSession().side === 'integrator';
  const who = useOne(person, id).data?.data;
  const customer = typeof answer.data.customer === 'string' ? answer.data.customer : null;
  return (
    <section className="card">
      <h3>{say(pageTexts.requester)}</h3>
      <p>
        <RefLink id={id} refs={answer.refs} />
      </p>
      {who?.phone ? (
        <p className="small">
          <a href={`tel:${String(who.phone).replace(/[^+\d]/g, '')}`}>{String(who.phone)}</a>
        </p>
      ) : null}
      {who?.email ? (
        <p className="small">
          <a href={`mailto:${String(who.email)}`}>{String(who.email)}</a>
        </p>
      ) : null}
      {customer && inside ? <OpenOf customer={customer} name={answer.refs[customer] ?? customer} /> : null}
    </section>
  );
}

function OpenOf({ customer, name }: { readonly customer: string; readonly name: string }) {
  const say = useSay();
  const format = useFormat();
  const q = `is:open customer:${customer}`;
  const count = useList(incident, q, { limit: 1 }).data?.pages[0]?.count;
  return (
    <p className="small">
      <RefLink id={customer} refs={{ [customer]: name }} />
      {count ? (
        <>
          {' · '}
          <Link to="/list/$plural" params={{ plural: incident.plural }} search={{ q }}>
            {say(pageTexts.open_of, { count: `${format.number(count.value)}${count.capped ? '+' : ''}` })}
          </Link>
        </>
      ) : null}
    </p>
  );
}

/** Other records that share the telling words of the title. */
function Similar({ id, title }: { readonly id: string; readonly title: string }) {
  const say = useSay();
  const words = tellingWords(title);
  const found = useQuery({
    queryKey: ['search', 'found', words],
    queryFn: ({ signal }) => get<Many<Found>>(`/api/search${query({ q: words })}`, signal),
    enabled: words !== '',
    staleTime: 60_000,
  });
  const others = (found.data?.data ?? []).filter((each) => each.id !== id && each.record === incident.name).slice(0, 4);
  if (others.length === 0) return null;
  return (
    <section className="card">
      <h3>{say(pageTexts.similar)}</h3>
      <ul className="link-list small">
        {others.map((each) => (
          <LinkLine key={each.id} link={each} />
        ))}
      </ul>
    </section>
  );
}

/** The longest two words: every word of a search must occur, so fewer find more. */
export const tellingWords = (title: string): string =>
  [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])]
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .join(' ');
