// A promise as an agreement that people can read: one sentence per term, the parties, hours, money, and its versions.
import type { ReactNode } from 'react';
import { creditAmount } from '../../../calculus/credit.ts';
import { calendar } from '../../../practices/promise/calendar.record.ts';
import { promise } from '../../../practices/promise/record.ts';
import { serverNow } from '../../clockwork.ts';
import type { OneAnswer, Row } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { useOne } from '../../record/queries.ts';
import { Priority, RefLink, useWords } from '../../record/value.tsx';
import type { Tongue } from '../../record/widget.ts';
import { agreementTexts } from '../../texts/agreement.ts';
import { measuredSentence, perWords, promiseSentence, validSentence } from './sentences.ts';
import { Versions } from './versions.tsx';

export function Agreement({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const tongue = { say, format: useFormat(), refs: answer.refs };
  const { data: row } = answer;
  return (
    <div className="agreement">
      <Term title={say(agreementTexts.promised)}>
        <p className="lead">{promiseSentence(row, tongue)}</p>
        <Targets row={row} />
        <p>{measuredSentence(row, tongue)}</p>
      </Term>
      <Term title={say(agreementTexts.parties)}>
        <Parties row={row} tongue={tongue} />
      </Term>
      <Term title={say(agreementTexts.hours)}>
        <Hours id={String(row.calendar)} label={say(promise.fields.calendar.label)} />
        {typeof row.support_calendar === 'string' && row.support_calendar !== row.calendar ? (
          <Hours id={row.support_calendar} label={say(promise.fields.support_calendar.label)} />
        ) : null}
        <Stops row={row} tongue={tongue} />
      </Term>
      {row.exclusions ? (
        <Term title={say(agreementTexts.not_included)}>
          <p className="prose">{String(row.exclusions)}</p>
        </Term>
      ) : null}
      <Term title={say(agreementTexts.broken)}>
        <Money row={row} tongue={tongue} />
      </Term>
      <Inside row={row} tongue={tongue} />
      <Term title={say(agreementTexts.validity)}>
        <p>{validSentence(row, tongue)}</p>
        <Versions answer={answer} />
      </Term>
    </div>
  );
}

function Term({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

type Told = { readonly row: Row; readonly tongue: Tongue };

function Targets({ row }: { readonly row: Row }) {
  const format = useFormat();
  const targets = Object.entries((row.targets ?? {}) as Readonly<Record<string, number>>);
  if (targets.length === 0) return null;
  return (
    <ul className="target-list">
      {targets.map(([level, minutes]) => (
        <li key={level}>
          <Priority level={Number(level)} /> <b>{format.hours(minutes)}</b>
        </li>
      ))}
    </ul>
  );
}

function Parties({ row, tongue: { say, refs } }: Told) {
  const parties = (['provider', 'customer', 'team'] as const).filter((name) => typeof row[name] === 'string');
  return (
    <dl className="pairs">
      {parties.map((name) => (
        <div key={name}>
          <dt>{say(promise.fields[name].label)}</dt>
          <dd>
            <RefLink id={String(row[name])} refs={refs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The hours themselves, not only their name: they are part of what was agreed. */
function Hours({ id, label }: { readonly id: string; readonly label: string }) {
  const say = useSay();
  const format = useFormat();
  const words = useWords();
  const asked = useOne(calendar, id);
  const row = asked.data?.data;
  const closed = ((row?.holidays ?? []) as readonly { date: string; name: string }[]).toSorted((a, b) => a.date.localeCompare(b.date));
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  const next = closed.find((each) => each.date >= today);
  return (
    <div className="hours">
      <p>
        <b>{label}</b>: <RefLink id={id} refs={{ [id]: String(row?.name ?? id) }} /> {row ? <span className="dim small">{String(row.zone)}</span> : null}
      </p>
      {row ? (
        <>
          <p className="prose small">{words({ value: row.week, field: calendar.fields.week, refs: {} })}</p>
          <p className="dim small">
            {next
              ? say(agreementTexts.closed_days, { count: closed.length, next: `${format.date(next.date)} ${next.name}` })
              : say(closed.length ? agreementTexts.all_past : agreementTexts.no_closed_days)}
          </p>
        </>
      ) : null}
    </div>
  );
}

function Stops({ row, tongue: { say, format, refs } }: Told) {
  const words = useWords();
  const reasons = ((row.pauses ?? []) as readonly string[]).map((each) => refs[each] ?? each);
  return (
    <>
      {row.maintenance ? (
        <>
          <p>{say(agreementTexts.not_counted)}</p>
          <ul>
            {words({ value: row.maintenance, field: promise.fields.maintenance, refs })
              .split('\n')
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </>
      ) : null}
      {row.targets ? <p>{reasons.length ? say(agreementTexts.pauses, { reasons: format.list(reasons) }) : say(agreementTexts.no_pauses)}</p> : null}
    </>
  );
}

function Money({ row, tongue }: Told) {
  const { say, format } = tongue;
  const { fee_minor: fee, currency } = row;
  const priced = typeof fee === 'number' && typeof currency === 'string';
  const credit = row.credit_bands as
    | { readonly bands: readonly { readonly below: number; readonly credit: number }[]; readonly cap?: number }
    | null
    | undefined;
  const amount = (ppm: number): string => (priced ? format.money(creditAmount(fee, ppm), currency) : '–');
  return (
    <>
      {priced ? <p>{say(agreementTexts.fee, { fee: format.money(fee, currency), per: perWords(row, tongue) })}</p> : null}
      {credit ? (
        <table className="plain narrow">
          <thead>
            <tr>
              <th scope="col">{say(agreementTexts.reached)}</th>
              <th scope="col" className="figure">
                {say(agreementTexts.back)}
              </th>
              <th scope="col" className="figure">
                {say(agreementTexts.amount)}
              </th>
            </tr>
          </thead>
          <tbody>
            {credit.bands
              .toSorted((a, b) => b.below - a.below)
              .map((band) => (
                <tr key={band.below}>
                  <th scope="row">{say(agreementTexts.below, { share: format.ppm(band.below) })}</th>
                  <td className="figure">{format.ppm(band.credit)}</td>
                  <td className="figure">{amount(band.credit)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ) : null}
      {typeof credit?.cap === 'number' ? <p>{say(agreementTexts.cap, { share: format.ppm(credit.cap), amount: amount(credit.cap) })}</p> : null}
      {row.credit ? <p className="prose">{String(row.credit)}</p> : null}
      {credit || row.credit ? null : <p className="dim">{say(agreementTexts.no_credit)}</p>}
    </>
  );
}

/** What only the house sees: the server sends these fields to nobody else. */
function Inside({ row, tongue: { say, format, refs } }: Told) {
  const words = useWords();
  return (
    <>
      {row.escalation ? (
        <Term title={say(agreementTexts.told)}>
          <p className="prose">{words({ value: row.escalation, field: promise.fields.escalation, refs })}</p>
        </Term>
      ) : null}
      {row.accepted_risk ? (
        <Term title={say(agreementTexts.risk)}>
          <p className="prose">{String(row.accepted_risk)}</p>
          {typeof row.risk_until === 'string' ? (
            <p>{say(agreementTexts.risk_line, { owner: refs[String(row.risk_owner)] ?? String(row.risk_owner ?? '–'), until: format.date(row.risk_until) })}</p>
          ) : null}
        </Term>
      ) : null}
    </>
  );
}
