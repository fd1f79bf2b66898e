// The ladder of contracting as it is set here, and where every customer's service stands on it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { localDate } from '../calculus/terms.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Actor } from '../kernel/scope.ts';
import type { Db } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { labelsOf } from '../platform/journal/labels.ts';
import type { Growth, GrowthAnswer, Ladder } from '../practices/growth/growth.record.ts';
import { readLadder } from '../practices/growth/ladder.ts';
import { findingsOf, pairsOf } from '../practices/growth/queries.ts';
import { growthOf, stagesAt } from '../practices/growth/standings.ts';
import type { Asked as Windows } from '../practices/measurement/counting.queries.ts';
import type { Contribution } from '../practices/measurement/formula.record.ts';
import { acceptanceOf, judgeAll } from '../practices/promise/feasibility.ts';
import type { Acceptance } from '../practices/promise/link.record.ts';
import { acceptedRisks, chainOfAll } from '../practices/promise/queries.ts';
import { packaged } from './packaged.ts';

const quarterMs = 91 * 86_400_000;
let read: Ladder | undefined;

/** The ladder of models/growth.yaml. Throws when it is wrong: `tessera model check` says what and where. */
export function ladder(): Ladder {
  if (read) return read;
  const { ladder: found, faults } = readLadder(parse(readFileSync(packaged('models/growth.yaml'), 'utf8')));
  if (!found) throw new Error(`models/growth.yaml: ${faults.map(({ path, reason }) => `${path.join('.')} ${reason}`).join('; ')}`);
  read = found;
  return found;
}

export type Asked = { readonly actor: Actor; readonly customer?: string | undefined; readonly as_of?: string | undefined };

/**
 * The matrix as of a moment, today when absent. The house sees everybody; a customer's manager their own organisations, with the
 * proofs that are theirs to see and no word of who is behind.
 */
export async function growthFor(house: House, { actor, customer, as_of }: Asked): Promise<GrowthAnswer | Refusal> {
  const whose = customersOf(actor, customer);
  if (isRefusal(whose)) return whose;
  const { house: own, zone } = await settings(house);
  const now = new Date(house.clock.now()).toISOString();
  const at = as_of ? endOfDay(as_of, now) : now;
  if (at === null) return refuse('field.not_date', 'as_of', { field: 'as_of' });
  const before = new Date(Date.parse(at) - quarterMs).toISOString();
  const pairs = await pairsOf(house.db, { house: own ?? '', at, customers: whose });
  const broken = await brokenOn(house.db, { house: own ?? '', today: localDate(zone, now) });
  const [earlier = new Map(), today = new Map()] = await findingsOf(house.db, { ladder: ladder(), pairs, house: own ?? '', broken }, [before, at]);
  const data = growthOf({ ladder: ladder(), pairs, now: today, earlier });
  const refs = await labelsOf(house, { actor, ids: idsOf(data) });
  return { data: actor.side === 'integrator' ? data : theirs(data, refs), ladder: ladder(), as_of: at, before, refs, now };
}

/** The stage of every customer's service at the end of each window, by service. Customers and services without anything between them yet are left out. */
export async function stagesOf(db: Db, { windows, now, zone, house, customer, service }: Windows): Promise<Contribution[]> {
  const all = await pairsOf(db, { house, at: now, customers: customer === null ? null : [customer] });
  const pairs = service === null ? all : all.filter((each) => each.service === service);
  if (!pairs.length || !windows.length) return [];
  const broken = await brokenOn(db, { house, today: localDate(zone, now) });
  const at = windows.map((each) => each.to);
  const found = await findingsOf(db, { ladder: ladder(), pairs, house, broken }, at);
  return windows.flatMap(({ period }, i) =>
    stagesAt({ ladder: ladder(), pairs, findings: found[i] ?? new Map() }).map(({ service: id, stage }) => ({ period, id, num: stage, den: 1 })),
  );
}

/** Null: everybody's. */
function customersOf(actor: Actor, customer: string | undefined): readonly string[] | null | Refusal {
  if (actor.side === 'integrator') return customer === undefined ? null : [customer];
  if (actor.side !== 'customer' || !actor.roles.includes('customer_manager')) return refuse('not_allowed', undefined, { command: 'growth' });
  if (customer !== undefined && !actor.parties.includes(customer)) return refuse('not_found');
  return customer === undefined ? actor.parties : [customer];
}

async function brokenOn(db: Db, around: { house: string; today: string }): Promise<string[]> {
  const risks = (await acceptedRisks(db)).map((each) => [each.id, acceptanceOf(each, around.today)] as const);
  const acceptances = new Map(risks.filter((each): each is readonly [string, Acceptance] => each[1] !== null));
  return judgeAll(await chainOfAll(db, around), acceptances).flatMap((each) => (['broken', 'expired'].includes(each.verdict) ? [each.promise] : []));
}

const idsOf = (data: readonly Growth[]): string[] =>
  data.flatMap((each) => [each.customer, each.service, ...each.stages.flatMap((stage) => stage.gates.flatMap((gate) => [...gate.ids, ...gate.lacks]))]);

/** Services that a customer knows; what is only a part of theirs has no name there. */
const theirs = (data: readonly Growth[], refs: Readonly<Record<string, string>>): Growth[] =>
  data.filter((each) => Object.hasOwn(refs, each.service)).map((each) => shownTo(each, refs));

/** To a customer what proves and what lacks are counts, with the records that are theirs to open. */
function shownTo(growth: Growth, refs: Readonly<Record<string, string>>): Growth {
  const known = (ids: readonly string[]): string[] => ids.filter((id) => Object.hasOwn(refs, id));
  const gate = <G extends { ids: readonly string[]; lacks: readonly string[] }>(each: G): G => ({ ...each, ids: known(each.ids), lacks: known(each.lacks) });
  const stages = growth.stages.map((stage) => ({ ...stage, gates: stage.gates.map(gate) }));
  return { ...growth, stages, next: growth.next && { ...growth.next, steps: growth.next.steps.map(gate) } };
}

/** The end of a day given as a date, or now when that is earlier; null when it is none or has not begun. */
function endOfDay(date: string, now: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T23:59:59.999Z`) : Number.NaN;
  if (!Number.isFinite(at) || new Date(at).toISOString().slice(0, 10) !== date || date > now.slice(0, 10)) return null;
  return at < Date.parse(now) ? new Date(at).toISOString() : now;
}
