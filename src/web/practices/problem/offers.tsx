// Known errors offered on an incident, each with why; used or refused in one click. And those that fit what is being typed.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { incident } from '../../../practices/incident/record.ts';
import type { OneAnswer, Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Refused } from '../../parts/states.tsx';
import { usePerform } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { problemTexts } from '../../texts/problem.ts';
import { type Offer, useOffers, useOffersFor } from './queries.ts';

export function KnownErrorOffers({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const client = useQueryClient();
  const { id, known_errors, workaround } = answer.data;
  const asked = useOffers(id);
  const perform = usePerform(incident, id);
  const may = answer.may.includes('use_known_error');
  const used = (known_errors as readonly string[] | null | undefined) ?? [];
  const offers = asked.data?.data ?? [];
  if (offers.length === 0 && used.length === 0) return null;
  const give = (command: string, known_error: string) =>
    perform.mutate({ command, input: { known_error } }, { onSuccess: () => void client.invalidateQueries({ queryKey: ['incident', 'offers', id] }) });
  return (
    <section className="card known-errors" aria-live="polite">
      {used.length > 0 ? (
        <>
          <h3>{say(problemTexts.in_use)}</h3>
          {used.map((each) => (
            <p key={each}>
              <RefLink id={each} refs={answer.refs} />
            </p>
          ))}
          {typeof workaround === 'string' ? <p className="prose small">{workaround}</p> : null}
        </>
      ) : null}
      {offers.length > 0 ? <h3>{say(problemTexts.offers)}</h3> : null}
      <Refused error={perform.error} />
      {offers.map((each) => (
        <div key={each.id} className="offer">
          <Offered each={each} refs={asked.data?.refs ?? {}} />
          {may ? (
            <p className="offer-tools">
              <Button size="compact-xs" loading={perform.isPending} onClick={() => give('use_known_error', each.id)}>
                {say(each.no_workaround ? problemTexts.use_plain : problemTexts.use)}
              </Button>
              <Button size="compact-xs" variant="default" disabled={perform.isPending} onClick={() => give('dismiss_known_error', each.id)}>
                {say(problemTexts.not_this)}
              </Button>
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}

function Offered({ each, refs }: { readonly each: Offer; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const words = each.words.map((word) => `“${word}”`).join(', ');
  const part = each.service ? (refs[each.service] ?? each.service) : '';
  return (
    <>
      <p>
        <Link to="/$id" params={{ id: each.id }}>
          <span className="mono">{each.id}</span> {each.title}
        </Link>
      </p>
      <p className="small dim">
        {each.same_part ? say(problemTexts.offered_part, { part, words }) : say(problemTexts.offered, { words })}
        {each.used ? `; ${say(problemTexts.used_times, { count: format.number(each.used) })}` : ''}
      </p>
      <p className="small prose">{each.no_workaround ? say(problemTexts.no_way_round) : each.text}</p>
    </>
  );
}

/** While somebody types what is wrong. */
type Typing = { readonly service: string | null; readonly title: string; readonly onLeave: () => void };

export function OffersWhileTyping({ service, title, onLeave }: Typing) {
  const say = useSay();
  const words = useDeferredValue(title);
  const asked = useOffersFor(service, words);
  const offers = service && asked.data ? asked.data.data.slice(0, 3) : [];
  if (offers.length === 0) return null;
  return (
    <section className="known-errors alikes" onClickCapture={(event) => (event.target as HTMLElement).closest('a') && onLeave()}>
      <h3>
        <Icon name="key" /> {say(problemTexts.offers)}
      </h3>
      {offers.map((each) => (
        <div key={each.id} className="offer">
          <Offered each={each} refs={asked.data?.refs ?? {}} />
        </div>
      ))}
    </section>
  );
}
