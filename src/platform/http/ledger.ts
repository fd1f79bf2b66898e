// The custody ledger as it is answered. Outsiders see their own time, and all other time as the house's.

import type { Ledger } from '../../calculus/ledger.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Actor } from '../../kernel/scope.ts';

export type LedgerAnswer = {
  readonly intervals: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly party: string | null;
    readonly team: string | null;
    readonly person: string | null;
    readonly reason: string;
  }[];
  readonly totals: readonly {
    readonly party: string | null;
    readonly ms: number;
    readonly working_ms: number;
    readonly reasons: readonly { readonly reason: string; readonly ms: number }[];
  }[];
  readonly reassignments: number;
  readonly ping_pong: number;
  readonly bounces: number;
};

export function ledgerAnswer(ledger: Ledger, { actor, row, house }: { actor: Actor; row: AnyRow; house: string | null }): LedgerAnswer {
  const inside = actor.side === 'integrator';
  // Who stands behind the house is no part of what an outsider agreed on: others' time is the house's.
  const known = (party: string): string | null => {
    if (inside) return party || null;
    return actor.parties.includes(party) ? party : house;
  };
  const own = (custodian: string): boolean => inside || actor.parties.includes(custodian);
  const last = ledger.intervals.at(-1);
  const intervals = ledger.intervals.map((each) => ({
    from: new Date(each.from).toISOString(),
    to: each === last && row.open ? null : new Date(each.to).toISOString(),
    party: known(each.party),
    team: own(each.custodian) ? each.team : null,
    person: own(each.custodian) ? each.person : null,
    reason: each.reason,
  }));
  const parties = [...new Set(ledger.by_party.map((each) => known(each.party)))];
  const totals = parties.map((party) => {
    const times = ledger.by_party.filter((each) => known(each.party) === party);
    const reasons = ledger.by_reason.filter((each) => known(each.party) === party);
    const names = [...new Set(reasons.map((each) => each.reason))];
    return {
      party,
      ms: sum(times.map((each) => each.wall_ms)),
      working_ms: sum(times.map((each) => each.working_ms)),
      reasons: names.map((reason) => ({ reason, ms: sum(reasons.filter((each) => each.reason === reason).map((each) => each.wall_ms)) })),
    };
  });
  const { reassignments, ping_pong, bounces } = ledger;
  return { intervals, totals, reassignments, ping_pong, bounces };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
