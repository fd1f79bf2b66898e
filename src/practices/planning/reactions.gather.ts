// What follows for tactical registers from facts elsewhere: a failed test becomes a problem, an acceptance ends, the portfolio follows the services.
import type { Ask, Later, Reaction } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Db } from '../../platform/db/types.ts';
import { dateAfter } from './plan.ts';

const named = <G>(each: Reaction<Db, G>): Reaction<Db, G> => each;

type Cause = { readonly test: string | null };
type Followed = { readonly entry: string | null; readonly state: string | null };

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the type of its own given; the house only passes it on
export const continuityTestReactions: readonly Reaction<Db, any>[] = [
  { name: 'continuity_plan.tested', on: ['continuity_test.ran'], asks: ['continuity_plan.tested'], react: (_fact, row) => noted(row) },
  {
    name: 'continuity_test.failure_becomes_a_problem',
    on: ['continuity_test.ran'],
    asks: ['problem.open'],
    when: ({ changes }) => changes.state === 'failed',
    react: (_fact, row) => failure(row),
  },
  named<Cause>({
    name: 'continuity_test.names_its_problem',
    on: ['problem.opened'],
    asks: ['continuity_test.link_problem'],
    when: ({ changes }) => changes.source === 'review',
    gather: async (db, { cause }) => {
      const [found] = await db.query<{ test: string }>("select record_id as test from journal where id = $1 and fact = 'continuity_test.ran'", [cause]);
      return { test: found?.test ?? null };
    },
    react: ({ record_id }, _row, { test }) =>
      test ? [{ record: 'continuity_test', command: 'link_problem', target: test, input: { problem: record_id } }] : [],
  }),
];

export const riskReactions: readonly Reaction<Db>[] = [
  { name: 'risk.acceptance_ends', on: ['risk.accepted', 'risk.prolonged'], asks: ['risk.expire'], react: (_fact, row) => comesBack(row) },
];

// biome-ignore lint/suspicious/noExplicitAny: see above
export const portfolioReactions: readonly Reaction<Db, any>[] = [
  named<Followed>({
    name: 'portfolio_entry.follows_its_service',
    on: ['service.launched', 'service.retired'],
    asks: ['portfolio_entry.launch', 'portfolio_entry.retire'],
    gather: async (db, { record_id }) => {
      const [found] = await db.query<{ entry: string; state: string }>('select id as entry, state from portfolio_entry where open and service = $1 limit 1', [
        record_id,
      ]);
      return found ?? { entry: null, state: null };
    },
    react: ({ fact }, _row, followed) => follows(fact, followed),
  }),
];

function noted(row: AnyRow): readonly Ask[] {
  const input = { last_test: row.id, tested_on: row.ran_on };
  return [{ record: 'continuity_plan', command: 'tested', target: String(row.plan), input }];
}

function failure(row: AnyRow): readonly Ask[] {
  const input = { title: `${String(row.name)} ✗`.slice(0, 300), description: row.finding, service: row.service, source: 'review', priority: 2 };
  return [{ record: 'problem', command: 'open', target: null, input }];
}

/** An acceptance holds until the end of its last day; then the risk is decided on again. */
function comesBack(row: AnyRow): readonly Later[] {
  const until = row.accepted_until;
  if (row.state !== 'accepted' || typeof until !== 'string') return [];
  const payload = { id: `risk:${row.id}:${until}`, record: 'risk', command: 'expire', target: row.id, input: {} };
  return [{ queue: 'ask', key: `acceptance:${row.id}`, run_at: `${dateAfter(until, 1)}T00:00:00.000Z`, payload }];
}

function follows(fact: string, { entry, state }: Followed): readonly Ask[] {
  if (!entry) return [];
  if (fact === 'service.retired') return [{ record: 'portfolio_entry', command: 'retire', target: entry, input: {} }];
  return state === 'pipeline' ? [{ record: 'portfolio_entry', command: 'launch', target: entry, input: {} }] : [];
}
