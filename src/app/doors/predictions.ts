// Which open work will likely miss its promise as the queue stands now: for the integrator's people only.
import type { FastifyInstance } from 'fastify';
import { addWorking } from '../../calculus/calendar.ts';
import { observe, reading } from '../../calculus/clock.ts';
import { type Backtest, backtest, type Handled, type OpenWork, type Past, type Prediction, predict } from '../../calculus/prediction.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { loadClocks } from '../../platform/journal/clock-store.ts';
import { core, type Running } from '../../platform/journal/clockwork.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { handledBefore, inLanes, lane, type OpenRow, openWork, peopleOf, predicted } from '../../practices/reporting/prediction.queries.ts';

export function predictionDoor(app: FastifyInstance, house: House): void {
  app.get('/api/predictions', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'predictions' });
    privately(reply);
    return predictionsFor(house, actor);
  });
}

const most = 500;
type Known = { readonly at: number; readonly handled: readonly Handled[]; readonly tested: Backtest };
/** Yesterday's cases do not change by the minute; reading them all again for every look would. */
const memory = new WeakMap<House['db'], Known>();

/** What is likely late comes first. `tested` says how well the same prediction would have told the finished cases at half of what they were allowed. */
export async function predictionsFor(house: House, actor: Actor): Promise<object> {
  const now = house.clock.now();
  const rows = await openWork(house.db, actor, most);
  const clocks = await loadClocks(
    house.db,
    rows.map((row) => row.id),
  );
  const { handled, tested } = await known(house, now);
  const people = await peopleOf(house.db);
  const looked = rows.flatMap((row) => {
    const clock = keeping(row, clocks.get(row.id) ?? []);
    return clock ? [{ row, clock, work: workOf(row, { clock, all: clocks.get(row.id) ?? [], now }) }] : [];
  });
  const told = new Map(predict({ open: looked.map((each) => each.work), handled, people }).map((each) => [each.id, each]));
  const data = looked.flatMap(({ row, clock }) => {
    const found = told.get(row.id);
    return found ? [answerOf(row, { found, clock, now })] : [];
  });
  data.sort((a, b) => (b.probability ?? -1) - (a.probability ?? -1) || (a.due ?? '').localeCompare(b.due ?? ''));
  return {
    data,
    likely_late: data.filter((each) => each.likely_late).length,
    looked_at: data.length,
    handled: handled.length,
    people: Object.fromEntries(people),
    tested,
    refs: await labelsOf(house, { actor, ids: looked.flatMap(({ row }) => (row.team ? [row.team] : [])) }),
    now: isoNow(house),
  };
}

async function known(house: House, now: number): Promise<Known> {
  const kept = memory.get(house.db);
  if (kept && now >= kept.at && now - kept.at < 60_000) return kept;
  const past = await handledBefore(house.db);
  const numbers: Past[] = past.map(({ record, priority, handling_ms, allowed_ms }) => ({
    priority: lane(record, priority),
    handling_ms: Number(handling_ms),
    allowed_ms: Number(allowed_ms),
  }));
  const found = { at: now, handled: inLanes(past), tested: backtest(numbers.slice(0, 300), 0.5) };
  memory.set(house.db, found);
  return found;
}

/** The clock that must be kept and is due first. */
function keeping({ record }: OpenRow, clocks: readonly Running[]): Running | null {
  const running = clocks.filter(({ terms, state }) => terms.clock === predicted[record].keeps && state.phase === 'running');
  return running.reduce<Running | null>((first, each) => (first === null || (each.state.due ?? 0) < (first.state.due ?? 0) ? each : first), null);
}

function workOf(row: OpenRow, { clock, all, now }: { clock: Running; all: readonly Running[]; now: number }): OpenWork {
  const response = all.find(({ terms }) => terms.clock === predicted[row.record].begins && terms.key === clock.terms.key);
  const { used_ms } = observe(clock.state, core(clock.terms), now);
  const before = response && response.state.stopped_at !== null ? response.state.used_ms : 0;
  const { left_ms } = reading(clock.state, core(clock.terms), now);
  const used = row.begun ? Math.max(0, used_ms - before) : 0;
  return { id: row.id, team: row.team, priority: lane(row.record, row.priority), left_ms, used_ms: used, begun: row.begun };
}

function answerOf(row: OpenRow, { found, clock, now }: { found: Prediction; clock: Running; now: number }) {
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  const { record, id, title, team, priority } = row;
  const { probability, late, cause, wait_ms, handling_ms, cases, pooled } = found;
  const finishes = handling_ms === null ? null : addWorking(clock.terms.calendar, now, wait_ms + handling_ms);
  const figures = { probability, likely_late: late, cause, wait_ms, handling_ms, cases, pooled };
  return { record, id, title, team, priority, clock: clock.terms.clock, due: iso(clock.state.due), finishes_at: iso(finishes), ...figures };
}
