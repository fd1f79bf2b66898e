// The parts of a service review beside its figures: actions, breaches, obligations, proposals, improvements.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { action } from '../../../practices/governance/action.record.ts';
import { meeting } from '../../../practices/governance/meeting.record.ts';
import type { Review, ReviewAction, ReviewBreach, ReviewObligation } from '../../../practices/governance/review.record.ts';
import { reviewTexts as texts } from '../../../practices/governance/review-texts.ts';
import { improvement } from '../../../practices/improvement/improvement.record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { RefLink, StateBadge } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { OpenNew } from './opening.tsx';

const Explaining = lazy(() => import('./explaining.tsx').then((found) => ({ default: found.Explaining })));

type Props = { readonly review: Review; readonly refs: Refs };
const stateOf = (each: ReviewAction) => (each.late ? 'late' : each.state === 'done' ? 'done' : each.state === 'dropped' ? 'dropped' : 'open_action');
const tones = { late: 'bad', done: 'good', dropped: 'neutral', open_action: 'info' } as const;

export function LastActions({ review, refs }: Props) {
  const say = useSay();
  return (
    <Part title={say(texts.last_actions)}>
      {review.last_actions.length ? (
        <ActionTable rows={review.last_actions} refs={refs} label={say(texts.last_actions)} />
      ) : (
        <p className="dim">{say(texts.no_last_actions)}</p>
      )}
    </Part>
  );
}

export function ThisActions({ review, refs }: Props) {
  const say = useSay();
  return (
    <Part
      title={say(texts.actions)}
      button={
        <OpenNew
          definition={action}
          label={say(texts.add_action)}
          known={{ meeting: review.id }}
          refs={{ ...refs, [review.id]: review.title }}
          small
          shows={['meeting', 'action']}
        />
      }
    >
      {review.actions.length ? <ActionTable rows={review.actions} refs={refs} label={say(texts.actions)} /> : <p className="dim">{say(texts.no_actions)}</p>}
    </Part>
  );
}

function ActionTable({ rows, refs, label }: { readonly rows: readonly ReviewAction[]; readonly refs: Refs; readonly label: string }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Sideways label={label}>
      <table className="plain">
        <Heads of={[texts.action, texts.owner, texts.due, texts.state]} />
        <tbody>
          {rows.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <RefLink id={each.id} refs={{ [each.id]: each.title }} />
              </th>
              <td>{each.owner ? (refs[each.owner] ?? '–') : '–'}</td>
              <td className="nowrap">{format.date(each.due_on)}</td>
              <td>
                <span className="badge" data-tone={tones[stateOf(each)]}>
                  {each.late ? <Icon name="flag" size={12} /> : null} {say(texts[stateOf(each)])}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

const standings = { explained: 'good', disputed: 'warn', open: 'bad' } as const;

export function Breaches({ review, refs }: Props) {
  const say = useSay();
  const [asked, setAsked] = useState<ReviewBreach | null>(null);
  const client = useQueryClient();
  const may = review.may.includes('explain');
  return (
    <Part title={`${say(texts.breaches)} (${review.breaches.length})`}>
      {review.breaches.length === 0 ? (
        <p className="dim">{say(texts.no_breaches)}</p>
      ) : (
        <Sideways label={say(texts.breaches)}>
          <table className="plain">
            <Heads of={[texts.record, texts.service, texts.standing, texts.explanation]} />
            <tbody>
              {review.breaches.map((each) => (
                <tr key={`${each.record_id}:${each.promise}`}>
                  <th scope="row">
                    <RefLink id={each.record_id} refs={{ [each.record_id]: `${each.record_id} ${each.title}` }} />
                  </th>
                  <td>
                    <RefLink id={each.service} refs={refs} />
                  </td>
                  <td>
                    <span className="badge" data-tone={standings[each.standing]}>
                      {say(texts[each.standing])}
                    </span>
                  </td>
                  <td>
                    {each.text ?? (may ? null : '–')}{' '}
                    {may ? (
                      <button type="button" className="link" onClick={() => setAsked(each)} aria-label={`${say(texts.explain)} ${each.record_id}`}>
                        {say(texts.explain)}
                      </button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
      {asked ? (
        <Suspense fallback={null}>
          <Explaining
            review={review}
            about={asked.record_id}
            text={asked.text}
            onClose={() => {
              setAsked(null);
              void client.invalidateQueries({ queryKey: [meeting.name, 'review', review.id] });
            }}
          />
        </Suspense>
      ) : null}
    </Part>
  );
}

export function Obligations({ review, refs }: Props) {
  const say = useSay();
  const format = useFormat();
  return (
    <Part title={say(texts.obligations)}>
      {review.obligations.length === 0 ? (
        <p className="dim">{say(texts.no_obligations)}</p>
      ) : (
        <Sideways label={say(texts.obligations)}>
          <table className="plain">
            <Heads of={[texts.obligation, texts.due, texts.kept, texts.not_kept]} />
            <tbody>
              {review.obligations.map((each) => (
                <tr key={each.code}>
                  <th scope="row">{each.text}</th>
                  <td className="nowrap">{each.due_on ? format.date(each.due_on) : each.within_hours ? format.minutes(each.within_hours * 60) : '–'}</td>
                  <td>
                    <Kept obligation={each} />
                  </td>
                  <td>
                    {each.late.length ? each.late.slice(0, 5).map((id) => <RefLink key={id} id={id} refs={{ [id]: id, ...refs }} />) : '–'}
                    {each.late.length > 5 ? ` +${each.late.length - 5}` : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </Part>
  );
}

function Kept({ obligation }: { readonly obligation: ReviewObligation }) {
  const say = useSay();
  const format = useFormat();
  const { kept, of, from, waited_ms } = obligation;
  if (!of) return <span className="dim">{say(texts.nothing_counted)}</span>;
  return (
    <>
      <span className="badge" data-tone={kept === of ? 'good' : 'warn'}>
        {say(texts.kept_counts, { kept, of })}
      </span>
      <p className="dim small">
        {say(from === 'ledger' ? texts.from_ledger : texts.from_attested)}
        {waited_ms ? `; ${say(texts.waited)} ${format.minutes(Math.round(waited_ms / 60_000))}` : ''}
      </p>
    </>
  );
}

export function Proposals({ review }: { readonly review: Review }) {
  const say = useSay();
  return (
    <Part title={say(texts.proposals)}>
      {review.proposals.length ? (
        <ul>
          {review.proposals.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : (
        <p className="dim">{say(texts.no_proposals)}</p>
      )}
    </Part>
  );
}

export function Improvements({ review, refs }: Props) {
  const say = useSay();
  const inside = useSession().side === 'integrator';
  const known = { customer: review.customer, source: review.id, source_kind: 'review' };
  return (
    <Part
      title={say(texts.improvements)}
      button={
        <OpenNew
          definition={improvement}
          label={say(texts.improve)}
          known={known}
          refs={{ ...refs, [review.id]: review.title }}
          small
          shows={['meeting', 'improvement']}
        />
      }
    >
      {review.improvements.length ? (
        <ul>
          {review.improvements.map((each) => (
            <li key={each.id}>
              {inside ? (
                <Link to="/$id" params={{ id: each.id }}>
                  {each.title}
                </Link>
              ) : (
                each.title
              )}{' '}
              <StateBadge definition={improvement} state={each.state} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="dim">{say(texts.no_improvements)}</p>
      )}
    </Part>
  );
}

function Part({ title, button, children }: { readonly title: string; readonly button?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="review-part">
      <div className="page-head">
        <h2>{title}</h2>
        {button}
      </div>
      {children}
    </section>
  );
}
