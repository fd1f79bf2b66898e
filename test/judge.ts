// Given a row, when a command is asked, then what is decided: the whole pure path (input, scope, state, rule) for tests of practices.
import { checkInput, type Input } from '../src/kernel/command.ts';
import { decide, type Judged, permits, type Rules } from '../src/kernel/decide.ts';
import type { Fact } from '../src/kernel/fact.ts';
import type { AnyRow, Definition } from '../src/kernel/record.ts';
import { isRefusal, type Refusal, refusals } from '../src/kernel/refusal.ts';
import type { Actor } from '../src/kernel/scope.ts';

/** The organisation that runs the installation, in every test of a rule. */
export const house = 'ORG-1';
export const now = '2026-03-02T09:00:00.000Z';

export const somebody = (change: Partial<Actor>): Actor => ({
  person: 'PER-1',
  name: 'Somebody',
  side: 'integrator',
  organisation: house,
  parties: [house],
  teams: [],
  roles: [],
  grants: null,
  ...change,
});
export const administrator = somebody({ roles: ['administrator'] });
export const serviceLevelManager = somebody({ roles: ['service_level_manager'] });
export const agent = somebody({ roles: ['agent'] });
export const customerManager = somebody({ side: 'customer', organisation: 'ORG-2', parties: ['ORG-2'], roles: ['customer_manager'] });
export const supplierManager = somebody({ side: 'supplier', organisation: 'ORG-5', parties: ['ORG-5'], roles: ['supplier_manager'] });

export type Asking<Given> = {
  readonly command: string;
  readonly row?: Readonly<Record<string, unknown>> | null;
  readonly input?: Input;
  readonly given?: Partial<Given>;
  readonly actor?: Actor;
  readonly at?: string;
};

/** A function that asks commands of one record. What is not said stands at `usual`. Every refusal must have a text. */
export function judging<Given>(definition: Definition, rules: Rules<Given>, usual: NoInfer<Given>): (asking: Asking<Given>) => Judged | Refusal {
  return ({ command, row = null, input = {}, given = {}, actor = administrator, at = now }) => {
    const full = row === null ? null : rowOf(definition, row);
    const outcome = path({ definition, rules, command, row: full, input, actor, at, given: { ...usual, ...given } });
    if (isRefusal(outcome) && !(definition.refusals?.[outcome.refused] ?? refusals[outcome.refused])) throw new Error(`${outcome.refused} has no text`);
    return outcome;
  };
}

/** The changes of a decision; fails the test when it was a refusal. */
export function changesOf(outcome: Judged | Refusal): Readonly<Record<string, unknown>> {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.changes;
}

/** A row with the given values and nothing else. */
export function rowOf(definition: Definition, row: Readonly<Record<string, unknown>>): AnyRow {
  const state = typeof row.state === 'string' ? row.state : definition.initial;
  const blank = Object.fromEntries(Object.keys(definition.fields).map((name) => [name, null]));
  const standing = { id: `${definition.prefix}-7`, version: 1, due: null, opened_at: now, updated_at: now, closed_at: null, extra: {} };
  return { ...blank, ...standing, ...row, state, open: !definition.states[state]?.ends };
}

/** A fact as the journal holds it, for reactions. */
export const aFact = (change: Pick<Fact, 'record' | 'record_id' | 'fact'> & Partial<Fact>): Fact => ({
  id: 1,
  version: 1,
  at: now,
  recorded_at: now,
  actor: 'PER-1',
  actor_name: 'Somebody',
  actor_party: house,
  channel: 'web',
  command_id: 'c-1',
  cause: null,
  changes: {},
  note: null,
  params: {},
  audience: [house],
  ...change,
});

type Path<Given> = {
  readonly definition: Definition;
  readonly rules: Rules<Given>;
  readonly command: string;
  readonly row: AnyRow | null;
  readonly input: Input;
  readonly actor: Actor;
  readonly at: string;
  readonly given: Given;
};

function path<Given>({ definition, rules, command, row, input, actor, at, given }: Path<Given>): Judged | Refusal {
  const barred = permits(definition, { command, actor }, row);
  if (barred) return barred;
  const declared = definition.commands[command];
  if (!declared) throw new Error(`no command ${command}`);
  const clean = checkInput(definition, declared, input);
  if (isRefusal(clean)) return clean;
  const the = { command, row, input: clean, given, actor, at, now, id: row?.id ?? `${definition.prefix}-7` };
  return decide({ definition, rules: rules as Rules, the, house });
}
