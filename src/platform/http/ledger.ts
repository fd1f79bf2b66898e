// The custody ledger as it is answered. Outsiders see their own time and agreements, and all other time as the house's.

import type { Ledger } from '../../calculus/ledger.ts';
import { handover, working } from '../../calculus/ledger.ts';
import type { Definition } from '../../kernel/record.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { Contest } from '../house.ts';
import type { Account, Agreed } from '../journal/account.ts';
import { type ClockView, clockViews } from '../journal/story.ts';

type Total = {
  readonly party: string | null;
  readonly ms: number;
  readonly working_ms: number;
  readonly reasons: readonly { readonly reason: string; readonly ms: number; readonly working_ms: number }[];
};
type Agreement = Pick<
  ClockView,
  'clock' | 'key' | 'label' | 'side' | 'promise' | 'provider' | 'customer' | 'target_minutes' | 'zone' | 'phase' | 'used_ms' | 'breached_at'
> & {
  /** The whole life of the record in the hours of this agreement, and its parts. */
  readonly total_ms: number;
  readonly totals: readonly Total[];
  readonly ruled: readonly Total[] | null;
};
export type LedgerAnswer = {
  readonly intervals: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly party: string | null;
    readonly team: string | null;
    readonly person: string | null;
    readonly reason: string;
    /** Who was asked to take it over. */
    readonly receiver: string | null;
  }[];
  readonly totals: readonly Total[];
  /** The same totals as they stand after rulings; null when none was made. */
  readonly ruled: readonly Total[] | null;
  readonly agreements: readonly Agreement[];
  readonly contests: readonly (Pick<Contest, 'dispute' | 'about' | 'held' | 'claimed' | 'state'> & { readonly from: string; readonly to: string })[];
  readonly handover_ms: number;
  /** How it went from hand to hand; null for outsiders, whose business it is not. */
  readonly counts: {
    readonly reassignments: number;
    readonly ping_pong: number;
    readonly bounces: number;
    readonly declined: number;
    readonly swarm: { readonly due: boolean; readonly limit: number };
  } | null;
};

type Reader = { readonly actor: Actor; readonly definition: Definition; readonly house: string | null; readonly now: number };

export function ledgerAnswer(account: Account, reader: Reader): LedgerAnswer {
  const { actor, definition, now } = reader;
  const eyes = eyesOf(reader);
  const { ledger, ruled, agreements, contests, declined, swarm } = account;
  const intervals = seen(account, eyes);
  const { reassignments, ping_pong, bounces } = ledger;
  return {
    intervals,
    totals: totalsOf(ledger, eyes),
    ruled: ruled && totalsOf(ruled, eyes),
    agreements: agreements.flatMap(({ running, ...told }) =>
      clockViews(definition, { actor, clocks: [running], now }).map((view) => agreementOf(view, told, eyes)),
    ),
    contests: contests
      .filter((each) => eyes.inside || actor.parties.includes(each.counterparty))
      .map(({ dispute, about, starts_at, ends_at, held, claimed, state }) => ({
        dispute,
        about,
        from: iso(starts_at),
        to: iso(ends_at),
        held,
        claimed,
        state,
      })),
    handover_ms: intervals.reduce((sum, each) => (each.reason === handover ? sum + Date.parse(each.to ?? iso(now)) - Date.parse(each.from) : sum), 0),
    counts: eyes.inside ? { reassignments, ping_pong, bounces, declined, swarm } : null,
  };
}

type Stretch = Ledger['intervals'][number];
type Eyes = {
  readonly inside: boolean;
  /** Who stands behind the house is no part of what an outsider agreed on: others' time is the house's. */
  readonly party: (each: Stretch) => string | null;
  /** Handing over to or by others is work of the house. */
  readonly reason: (each: Stretch) => string;
  readonly receiver: (each: Stretch) => string | null;
  readonly own: (party: string) => boolean;
};

function eyesOf({ actor, house }: Reader): Eyes {
  const inside = actor.side === 'integrator';
  const own = (party: string): boolean => inside || actor.parties.includes(party);
  const receiver = (each: Stretch): string | null => (each.receiver !== null && own(each.receiver) ? each.receiver : null);
  return {
    inside,
    own,
    receiver,
    party: (each) => (own(each.party) ? each.party || null : house),
    reason: (each) => (each.reason === handover && receiver(each) === null && !own(each.custodian) ? working : each.reason),
  };
}

type Interval = LedgerAnswer['intervals'][number];

/** What looks the same to the reader is one interval: where it was cut would tell of hand-overs that are not theirs to know. */
function seen({ ledger, ongoing }: Account, eyes: Eyes): Interval[] {
  const found: Interval[] = [];
  const last = ledger.intervals.at(-1);
  for (const each of ledger.intervals) {
    const mine = eyes.own(each.custodian);
    const next: Interval = {
      from: iso(each.from),
      to: each === last && ongoing ? null : iso(each.to),
      party: eyes.party(each),
      team: mine ? each.team : null,
      person: mine ? each.person : null,
      reason: eyes.reason(each),
      receiver: eyes.receiver(each),
    };
    const before = found.at(-1);
    if (before && !eyes.inside && sameButTime(before, next)) found[found.length - 1] = { ...before, to: next.to };
    else found.push(next);
  }
  return found;
}

const sameButTime = (a: Interval, b: Interval): boolean =>
  a.party === b.party && a.team === b.team && a.person === b.person && a.reason === b.reason && a.receiver === b.receiver;

/** By party and reason, as the reader knows them. */
function totalsOf(ledger: Ledger, eyes: Eyes): Total[] {
  const parts = ledger.intervals.map((each) => ({ party: eyes.party(each), reason: eyes.reason(each), ms: each.wall_ms, working_ms: each.working_ms }));
  return [...new Set(parts.map((each) => each.party))].map((party) => {
    const own = parts.filter((each) => each.party === party);
    const reasons = [...new Set(own.map((each) => each.reason))].map((reason) => ({ reason, ...sumOf(own.filter((each) => each.reason === reason)) }));
    return { party, ...sumOf(own), reasons };
  });
}

function agreementOf(view: ClockView, { ledger, ruled }: Omit<Agreed, 'running'>, eyes: Eyes): Agreement {
  const { clock, key, label, side, promise, provider, customer, target_minutes, zone, phase, used_ms, breached_at } = view;
  const shown = { clock, key, label, side, promise, provider, customer, target_minutes, zone, phase, used_ms, breached_at };
  return { ...shown, total_ms: ledger.total.working_ms, totals: totalsOf(ledger, eyes), ruled: ruled && totalsOf(ruled, eyes) };
}

const sumOf = (parts: readonly { readonly ms: number; readonly working_ms: number }[]): { ms: number; working_ms: number } =>
  parts.reduce((sum, each) => ({ ms: sum.ms + each.ms, working_ms: sum.working_ms + each.working_ms }), { ms: 0, working_ms: 0 });
const iso = (at: number | string): string => new Date(at).toISOString();
