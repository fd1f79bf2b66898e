// Performs commands in memory with the kernel alone, so that rules are tested as they are judged, without a database.
import { checkInput, type Input } from '../src/kernel/command.ts';
import { decide, type Judged, permits, type Rules } from '../src/kernel/decide.ts';
import { apply } from '../src/kernel/fact.ts';
import type { AnyRow, Definition } from '../src/kernel/record.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { type Actor, asSystem, type Role } from '../src/kernel/scope.ts';

export type Told = {
  readonly command: string;
  readonly row?: AnyRow | null;
  readonly input?: Input;
  readonly given?: unknown;
  readonly actor?: Actor;
  readonly at?: string;
  readonly id?: string;
};
export type Happened = Judged & { readonly row: AnyRow };

/** The row after a command and the judged fact, or the refusal that `perform` would answer. References are taken to exist. */
export function inMemory<G>({ definition, rules, house }: { definition: Definition; rules: Rules<G>; house: string }, told: Told): Happened | Refusal {
  const { command, row = null, input = {}, given = {}, actor = asSystem('test'), at = '2026-10-05T09:00:00.000Z', id = `${definition.prefix}-1` } = told;
  const declared = definition.commands[command];
  if (!declared) throw new Error(`no command ${command}`);
  const clean = checkInput(definition, declared, input);
  if (isRefusal(clean)) return clean;
  const barred = permits(definition, { command, actor }, row);
  if (barred) return barred;
  const the = { command, row, input: clean, actor, at, now: at, id: row?.id ?? id, given };
  const judged = decide({ definition, rules: rules as Rules, the, house });
  if (isRefusal(judged)) return judged;
  return { ...judged, row: apply(definition, row, { record_id: the.id, version: (row?.version ?? 0) + 1, at, changes: judged.changes }) };
}

/** The happening of a command that must not be refused. */
export function happened(outcome: Happened | Refusal): Happened {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

type Somebody = { side: Actor['side']; organisation: string; person?: string; teams?: readonly string[]; roles: readonly Role[] };

export function somebody({ side, organisation, person = 'PER-1', teams = [], roles }: Somebody): Actor {
  return { person, name: person, side, organisation, parties: [organisation], teams, roles, grants: null };
}
