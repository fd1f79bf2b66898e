// What follows from judging a problem candidate: the problem it becomes, which names itself back, or the incidents that go to an existing one.
import type { Ask, Reaction } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Db } from '../../platform/db/types.ts';
import type { CandidateRow } from './candidate.rules.ts';

const named = <G>(each: Reaction<Db, G>): Reaction<Db, G> => each;

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the type of its own given; the house only passes it on
export const candidateReactions: readonly Reaction<Db, any>[] = [
  { name: 'problem_candidate.open_problem', on: ['problem_candidate.accepted'], asks: ['problem.open'], react: (_fact, row) => openProblem(row) },
  named<readonly string[]>({
    name: 'problem_candidate.link_incidents',
    on: ['problem_candidate.merged'],
    asks: ['problem.link'],
    gather: async (db, _fact, row) => {
      const [found] = await db.query<{ incidents: string[] }>('select incidents from problem where id = $1', [String(row.problem)]);
      return found?.incidents ?? [];
    },
    react: (_fact, row, linked) => linkIncidents(row, linked),
  }),
  {
    name: 'problem_candidate.name_problem',
    on: ['problem.opened'],
    asks: ['problem_candidate.name_problem'],
    when: ({ changes }) => typeof changes.candidate === 'string',
    react: (fact, row) => nameProblem(row, fact.record_id),
  },
];

/** The problem begins with what the arithmetic knew; what it is about is for people to write. */
export function openProblem(row: AnyRow): readonly Ask[] {
  const { id, title, service, services, item, supplier, incidents } = row as CandidateRow;
  const input = { title, service, services, items: item ? [item] : [], supplier, incidents, source: 'candidate', candidate: id };
  return [{ record: 'problem', command: 'open', target: null, input }];
}

/** `linked`: those that the problem has already. */
export function linkIncidents(row: AnyRow, linked: readonly string[]): readonly Ask[] {
  const { problem, incidents } = row as CandidateRow;
  const missing = incidents.filter((each) => !linked.includes(each));
  return problem && missing.length > 0 ? [{ record: 'problem', command: 'link', target: problem, input: { incidents: missing } }] : [];
}

export const nameProblem = (row: AnyRow, problem: string): readonly Ask[] => [
  { record: 'problem_candidate', command: 'name_problem', target: String(row.candidate), input: { problem } },
];
