// What the commands of a RACI matrix mean: versions count up per process, and one comes into force only when nothing is wrong with it.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Activity } from './process-fields.record.ts';
import { type RaciRow, violations } from './raci-matrix.record.ts';

export type RaciGiven = {
  readonly process: { readonly name: string; readonly state: string; readonly activities: readonly Activity[] | null } | null;
  /** Number of the next version of this process. */
  readonly next: number;
  /** Rows of the version in force: a new one begins with them. */
  readonly current: readonly RaciRow[];
  /** Active process roles, by id. */
  readonly roles: readonly string[];
};
type The = Case<Case['row'], RaciGiven>;

export const raciRules: Rules<RaciGiven> = { open: drafted, enact: enacted };

function drafted({ input, actor, given: { process, next, current } }: The): Decision | Refusal {
  if (process?.state === 'retired') return refuse('raci.process.retired', 'process', { process: process.name });
  const rows = (input.rows as readonly RaciRow[] | undefined) ?? current;
  return { changes: { title: `${process?.name ?? ''} RACI ${next}`, number: next, rows, author: actor.person }, params: { number: next } };
}

function enacted({ row, at, given: { process, roles } }: The): Decision | Refusal {
  const activities = process?.activities ?? [];
  if (process?.state === 'retired') return refuse('raci.process.retired', 'process', { process: process.name });
  if (!activities.length) return refuse('raci.enact.nothing', 'process', { process: process?.name ?? '' });
  const [wrong] = violations((row?.rows ?? []) as readonly RaciRow[], { activities, roles: new Set(roles) });
  if (!wrong) return { changes: { in_force_at: at } };
  const name = activities.find(({ code }) => code === wrong.activity)?.name ?? wrong.activity;
  return refuse(`raci.enact.${wrong.kind}`, 'rows', {
    activity: name,
    count: 'count' in wrong ? wrong.count : null,
    role: 'role' in wrong ? wrong.role : null,
  });
}
