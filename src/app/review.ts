// The pack of a service review as one reader may have it: the report of the month, what is said about it, and what both sides undertook.
import { mayNow } from '../kernel/command.ts';
import type { AnyRow, RowOf } from '../kernel/record.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Actor } from '../kernel/scope.ts';
import { grants } from '../platform/auth/grants.ts';
import { type House, settings } from '../platform/house.ts';
import { idsDeep, type Labels, labelsOf } from '../platform/journal/labels.ts';
import { readRecord } from '../platform/journal/read.ts';
import { contestsOf } from '../practices/dispute/queries.ts';
import { meeting } from '../practices/governance/meeting.record.ts';
import type { Explained } from '../practices/governance/meeting.shapes.record.ts';
import { keptIn, type Wait } from '../practices/governance/obligations.ts';
import { type Beside, besideReview } from '../practices/governance/review.queries.ts';
import type { Review, ReviewBreach } from '../practices/governance/review.record.ts';
import type { Standing } from '../practices/reporting/figures.record.ts';
import { incidentLedgers } from './registry.ts';
import { type ReportAnswer, reportOf } from './report-answer.ts';

export type ReviewAnswer = { readonly data: Review; readonly behind: ReportAnswer['behind']; readonly refs: Labels; readonly now: string };
type MeetingRow = RowOf<typeof meeting>;
type ReviewRow = Omit<MeetingRow, 'explained' | 'period' | 'customer'> & {
  readonly explained: readonly Explained[] | null;
  readonly period: string;
  readonly customer: string;
};

/** Errors: not_found for what is no review of the actor's; not_allowed while it is not shared with the customer. */
export async function reviewOf(house: House, { actor, id }: { readonly actor: Actor; readonly id: string }): Promise<ReviewAnswer | Refusal> {
  const seen = await readRecord(house, { actor, definition: meeting, id });
  if (!seen || (seen as MeetingRow).kind !== 'review' || !(seen as MeetingRow).customer) return refuse('not_found');
  const [whole] = await house.db.query<AnyRow>('select explained, proposals, report_version from meeting where id = $1', [id]);
  const row = { ...seen, ...whole } as AnyRow & ReviewRow;
  const inside = actor.side === 'integrator';
  if (!inside && !row.shared_at) return refuse('not_allowed', undefined, { command: 'review' });
  const report = await reportOf(house, { actor, period: row.period, customer: row.customer, service: null });
  const now = new Date(house.clock.now()).toISOString();
  const beside = await besideReview(house.db, { ...row, meeting: id, window: report.window, now });
  const data = await written(house, { actor, row, report, beside, inside, seen });
  const refs = await labelsOf(house, { actor, ids: [...idsDeep(data), ...Object.keys(report.refs), id] });
  return { data, behind: report.behind, refs: { ...report.refs, ...refs }, now };
}

type Writing = {
  readonly actor: Actor;
  readonly row: ReviewRow;
  readonly report: ReportAnswer;
  readonly beside: Beside;
  readonly inside: boolean;
  readonly seen: AnyRow;
};

async function written(house: House, { actor, row, report, beside, inside, seen }: Writing): Promise<Review> {
  const standing = report.reports.find((each) => each.customer === row.customer) ?? null;
  const said = new Map((row.explained ?? []).map((each) => [each.about, each.text]));
  const waits = await waitsOn(house, row.customer, beside.incidents);
  const { title, state, forum, customer, starts_at, period, shared_at, minutes } = row;
  return {
    ...{ id: seen.id, title, state, forum, customer, starts_at, period, shared_at, minutes },
    zone: (await settings(house)).zone,
    report: standing?.id ? { id: standing.id, state: standing.state, version: standing.version ?? 0, frozen_at: standing.frozen_at } : null,
    services: report.data.map((section) => ({ service: section.service, section, mood: section.mood, comment: said.get(section.service) ?? null })),
    breaches: breachesOf(report, said, { inside, disputed: await disputedOf(house, report, beside) }),
    obligations: keptIn(report.window, beside.obligations, { attested: beside.attested, waits }),
    last_actions: beside.actions.filter((each) => each.meeting === beside.previous),
    actions: beside.actions.filter((each) => each.meeting === seen.id),
    proposals: row.proposals ?? [],
    improvements: beside.improvements,
    changed: changedSince(standing, shared_at),
    previous: beside.previous,
    may: mayNow(meeting, seen, actor).filter((command) => grants(actor, `${meeting.name}.${command}`) === null),
  };
}

async function disputedOf(house: House, report: ReportAnswer, beside: Beside): Promise<ReadonlySet<string>> {
  const ids = report.data.flatMap((each) => each.breaches.map((one) => one.record_id));
  const contests = ids.length ? await contestsOf(house.db, ids) : [];
  return new Set([...contests.filter((each) => each.state === 'open' || each.state === 'answered').map((each) => each.ledger), ...beside.disputed]);
}

/** A dispute with a supplier is nothing that a customer is told of. */
function breachesOf(
  report: ReportAnswer,
  said: ReadonlyMap<string, string>,
  { inside, disputed }: { inside: boolean; disputed: ReadonlySet<string> },
): ReviewBreach[] {
  return report.data.flatMap((section) =>
    section.breaches.map(({ record_id, title, promise, breached_at }) => {
      const text = said.get(record_id) ?? null;
      const open = inside && disputed.has(record_id) ? 'disputed' : 'open';
      return {
        record_id,
        title,
        service: section.service,
        promise,
        breached_at,
        standing: text === null ? open : inside && open === 'disputed' ? 'disputed' : 'explained',
        text,
      };
    }),
  );
}

async function waitsOn(house: House, customer: string, incidents: readonly string[]): Promise<Wait[]> {
  if (!incidents.length) return [];
  const ledgers = await incidentLedgers(house.db, { ids: incidents, now: house.clock.now() });
  return [...ledgers].flatMap(([record, { intervals }]) =>
    intervals.flatMap((each) => (each.party === customer && each.custodian !== customer ? [{ record, from: each.from, to: each.to }] : [])),
  );
}

const changedSince = (standing: Standing | null, shared_at: string | null) =>
  shared_at === null ? [] : (standing?.corrections ?? []).filter((each) => each.at > shared_at).flatMap((each) => each.differences);
