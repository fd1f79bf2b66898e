// From what a scan found to what becomes of the candidates: which is new, which is known already, and what a new one says of itself.
import type { Finding } from '../../calculus/candidate-scan.ts';
import { rarest } from './candidate.fields.ts';
import { type CandidateRow, neededToReturn } from './candidate.rules.ts';
import { leastDays } from './pain.ts';

export type Known = Pick<CandidateRow, 'id' | 'state' | 'key' | 'incidents' | 'since' | 'closed_at' | 'dismissed_seen'>;
/** When a case began, an ISO instant, on which service, and what was said of it. */
export type CaseOf = (id: string) => { readonly started_at: string; readonly service: string; readonly title: string } | undefined;

/** `target` is null for a new one; `earlier` are incidents that the candidate has already and that may still point at a problem. */
export type Told = {
  readonly finding: Finding;
  readonly target: string | null;
  readonly command: 'propose' | 'refresh' | 'return';
  readonly earlier: readonly string[];
};
/** `folded` are open candidates that became part of another. What says nothing new is left out. */
export type Plan = { readonly told: readonly Told[]; readonly folded: readonly string[] };

/** More than this a night is no list to judge; the others come the night after. */
const mostNew = 50;
/** As many as a list of references holds. */
const mostCases = 1_000;
const maxInteger = 2_147_483_647;

/**
 * A finding is a candidate that we know when it has its key, or when at least half of its cases are that candidate's: topics
 * get other words while they grow. `known`: the latest first. Findings: the most improbable first, and so is what is told.
 */
export function planned(findings: readonly Finding[], known: readonly Known[], caseOf: CaseOf): Plan {
  const open = known.filter((each) => each.state === 'proposed');
  const closed = known.filter((each) => each.state !== 'proposed');
  const taken = new Set<string>();
  const take = (found: Known | undefined): Known | undefined => {
    if (found) taken.add(found.id);
    return found;
  };
  // Keys first: what has its own name is not taken for something else by those that come before it.
  const byKey = new Map(findings.map((each) => [each, take(open.find(({ key }) => key === keyOf(each)))]));
  const told: Told[] = [];
  for (const finding of findings) {
    const own = byKey.get(finding) ?? take(open.find((each) => !taken.has(each.id) && shares(finding, each)));
    if (!own) told.push(...judged(finding, closed, caseOf));
    else if (!isSame(finding, own, caseOf)) told.push({ finding, target: own.id, command: 'refresh', earlier: own.incidents.filter((id) => caseOf(id)) });
  }
  const also = new Set(findings.flatMap((each) => each.also));
  const folded = open.filter((each) => !taken.has(each.id) && also.has(each.key)).map((each) => each.id);
  const fresh = told.filter((each) => each.command === 'propose').slice(0, mostNew);
  return { told: told.filter((each) => each.command !== 'propose' || fresh.includes(each)), folded };
}

/** What was judged before stays as it was judged until enough began since then. */
function judged(finding: Finding, closed: readonly Known[], caseOf: CaseOf): Told[] {
  const before = closed.find((each) => shares(finding, each) || (mayReturn(each) && each.key === keyOf(finding)));
  if (!before) return [{ finding, target: null, command: 'propose', earlier: [] }];
  const fresh = finding.cases.filter((id) => (caseOf(id)?.started_at ?? '') > (before.closed_at ?? '')).length;
  const returns = mayReturn(before) && fresh >= neededToReturn(before);
  return returns ? [{ finding, target: before.id, command: 'return', earlier: [] }] : [];
}

const mayReturn = ({ state }: Known): boolean => state === 'dismissed' || state === 'expired';
const keyOf = ({ key }: Finding): string => key.slice(0, 300).toWellFormed();
const shares = (finding: Finding, { incidents }: Known): boolean => {
  const own = new Set(incidents);
  return finding.cases.filter((id) => own.has(id)).length * 2 >= finding.cases.length;
};
/** Nothing began that it does not have, and all it has still counts: another length of window over the same incidents is no news. */
const isSame = ({ cases }: Finding, { incidents }: Known, caseOf: CaseOf): boolean => {
  const own = new Set(incidents);
  return cases.slice(-mostCases).every((id) => own.has(id)) && incidents.every((id) => caseOf(id));
};

/** Of the latest cases, at most so many tell what one of them costs. */
export const costed = (finding: Finding): readonly string[] => finding.cases.slice(-100);

/** What the excess comes to in a year, in minor units: (seen - expected) / days, at least 30 as for problems, x 365 x the mean cost of a case. */
export function yearlyCost({ seen, expected, window_days }: Pick<Finding, 'seen' | 'expected' | 'window_days'>, mean_minor: number): number {
  // Two bad days are no year of bad days.
  const days = Math.max(leastDays, window_days);
  return Math.min(maxInteger, Math.max(0, Math.round(((seen - expected) / days) * 365 * mean_minor)));
}

type Around = {
  readonly earlier: readonly string[];
  readonly caseOf: CaseOf;
  readonly nameOf: (id: string) => string | undefined;
  /** Mean cost of a case in minor units. */
  readonly mean_minor: number;
  readonly currency: string;
};

/** The input of `propose`, `refresh` and `return`: whole numbers, and references instead of names. */
export function factsOf(finding: Finding, { earlier, caseOf, nameOf, mean_minor, currency }: Around): Readonly<Record<string, unknown>> {
  const { kind, group, words, seen, expected, odds, window_days, since, until, also } = finding;
  const startOf = (each: string): string => caseOf(each)?.started_at ?? '';
  const incidents = [...new Set([...earlier, ...finding.cases])]
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
    .slice(-mostCases);
  const services = ranked(incidents.flatMap((id) => caseOf(id)?.service ?? []));
  const [of, id = null] = group.split(':');
  const service = of === 'service' ? id : (services[0] ?? null);
  return {
    title: titleOf(finding, { service, nameOf, said: saidBy(incidents, caseOf) ?? words.slice(0, 6).join(' ') }),
    key: keyOf(finding),
    kind,
    service,
    services: [...new Set([...(service ? [service] : []), ...services])].slice(0, 100),
    item: of === 'item' ? id : null,
    supplier: of === 'supplier' ? id : null,
    change: of === 'change' ? id : null,
    words: words.map((each) => each.slice(0, 300).toWellFormed()),
    incidents,
    seen,
    expected_milli: Math.min(maxInteger, Math.round(expected * 1_000)),
    odds_one_in: Math.max(1, Math.round(1 / Math.max(odds, 1 / rarest))),
    window_days,
    since,
    until,
    last_at: incidents.reduce((last, each) => latest(last, caseOf(each)?.started_at), `${since}T00:00:00.000Z`),
    yearly_cost_minor: yearlyCost(finding, mean_minor),
    currency,
    also: also.slice(0, 100).map((each) => each.slice(0, 300).toWellFormed()),
  };
}

type Naming = { readonly service: string | null; readonly nameOf: Around['nameOf']; readonly said: string };

/** Never the name of a supplier: suppliers in the team of a problem read its title, and this becomes it. */
function titleOf({ kind, group }: Finding, { service, nameOf, said }: Naming): string {
  const id = kind === 'supplier' || group === '' ? service : group.slice(group.indexOf(':') + 1);
  const name = id ? (nameOf(id) ?? id) : '';
  const title = kind !== 'topic' ? name : group && name ? `${said} (${name})` : said;
  return (title || 'Incidents').slice(0, 300).toWellFormed();
}

/** The title that at least half of them have. */
function saidBy(ids: readonly string[], caseOf: CaseOf): string | undefined {
  const [first] = ranked(ids.flatMap((id) => caseOf(id)?.title ?? []));
  return first !== undefined && ids.filter((id) => caseOf(id)?.title === first).length * 2 >= ids.length ? first : undefined;
}

const latest = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);

/** The most frequent first, of equals the shortest. */
function ranked(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1)).map(([id]) => id);
}
