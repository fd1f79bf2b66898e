// Judging a command: pure, from the row, the input and what was given, to a decision or a refusal.
import type { Input, Request } from './command.ts';
import { stateAllows } from './command.ts';
import { type Changes, emptyOf } from './fact.ts';
import { type AnyRow, type Command, type Definition, inputFields } from './record.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { type Actor, allows } from './scope.ts';
import type { Params } from './text.ts';

/** Everything a rule may look at. `at` is the ISO instant of the happening, `now` that of the judging. */
export type Case<Row = AnyRow, Given = unknown> = {
  readonly command: string;
  readonly row: Row | null;
  readonly input: Input;
  readonly given: Given;
  readonly actor: Actor;
  readonly at: string;
  readonly now: string;
  /** The id of the record, also for one that is being opened. */
  readonly id: string;
};

/** What a rule may add to its declaration. Changes it does not name come from the input. */
export type Decision = {
  readonly changes?: Changes;
  readonly note?: string | null;
  readonly params?: Params;
  /** Replaces the declared audience. */
  readonly audience?: readonly string[];
};
export type Rule<Row = AnyRow, Given = unknown> = (the: Case<Row, Given>) => Decision | Refusal;
export type Rules<Given = unknown> = Readonly<Record<string, Rule<AnyRow, Given>>>;

export type Judged = {
  readonly changes: Changes;
  readonly note: string | null;
  readonly params: Params;
  readonly audience: readonly string[];
  readonly fact: string;
};

export type Judging = {
  readonly definition: Definition;
  readonly rules: Rules;
  readonly the: Case;
  /** The organisation that runs this installation. */
  readonly house: string;
};

/** May this be asked at all? Scope first, then state, so that nobody learns the state of what they may not touch. */
export function permits(definition: Definition, request: Pick<Request, 'command' | 'actor'>, row: AnyRow | null): Refusal | null {
  const command = Object.hasOwn(definition.commands, request.command) ? definition.commands[request.command] : undefined;
  if (!command) return refuse('unknown_command', undefined, { command: request.command.slice(0, 60), record: definition.name });
  if (row && !allows(definition.see, request.actor, row)) return refuse('not_found');
  if (!allows(command.may, request.actor, row ?? {})) return refuse('not_allowed', undefined, { command: request.command });
  if (!stateAllows(command, row)) return refuse('wrong_state', undefined, { command: request.command, state: row?.state ?? 'new' });
  return null;
}

export function decide({ definition, rules, the, house }: Judging): Judged | Refusal {
  const command = definition.commands[the.command] as Command;
  const decision = rules[the.command]?.(the) ?? {};
  if (isRefusal(decision)) return decision;
  const changes = changed(definition, command, the, decision);
  const row = { ...(the.row ?? {}), ...changes };
  const audience = decision.audience ?? audienceOf({ definition, command, row, the, house });
  if (isRefusal(audience)) return audience;
  const missing = the.row === null ? missingField(definition, row) : undefined;
  if (missing) return refuse('field.required', missing, { field: missing });
  const note = decision.note !== undefined ? decision.note : ((the.input.note as string | null | undefined) ?? null);
  return { changes, note, params: decision.params ?? {}, audience, fact: `${definition.name}.${command.fact}` };
}

/** A required field that an opening command left empty. Lists and switches have an empty value of their own. */
function missingField(definition: Definition, row: Changes): string | undefined {
  return Object.keys(definition.fields).find(
    (name) => definition.fields[name]?.required && emptyOf(definition.fields[name]) === null && (row[name] ?? null) === null,
  );
}

function changed(definition: Definition, command: Command, the: Case, decision: Decision): Changes {
  const changes: Record<string, unknown> = {};
  const state = command.opens ? definition.initial : undefined;
  if (state) changes.state = state;
  if (typeof command.to === 'string') changes.state = command.to;
  for (const [name, value] of Object.entries({ ...fieldInputs(definition, command, the.input), ...decision.changes })) {
    const before = the.row?.[name] ?? null;
    if (the.row === null ? value !== null : JSON.stringify(before) !== JSON.stringify(value ?? null)) changes[name] = value ?? null;
  }
  return changes;
}

function fieldInputs(definition: Definition, command: Command, input: Input): Changes {
  const names = Object.keys(inputFields(definition, command)).filter((name) => Object.hasOwn(definition.fields, name));
  return Object.fromEntries(names.filter((name) => Object.hasOwn(input, name)).map((name) => [name, input[name]]));
}

/** Organisations on a record by their relation to it; the house always reads along. */
export function partiesOf(definition: Definition, row: Readonly<Record<string, unknown>>, relation: 'customer' | 'supplier'): string[] {
  const values = (definition.parties?.[relation] ?? []).flatMap((name) => row[name] as string | readonly string[] | null | undefined);
  return [...new Set(values.filter((each): each is string => typeof each === 'string'))];
}

type Addressing = { definition: Definition; command: Command; row: Changes; the: Case; house: string };

/** The audience of a fact. A given one may hold only parties of the record and teams; a narrower one than declared is always fine. */
function audienceOf({ definition, command, row, the, house }: Addressing): readonly string[] | Refusal {
  const everybody = [house, ...partiesOf(definition, row, 'customer'), ...partiesOf(definition, row, 'supplier')];
  const given = the.input.audience as readonly string[] | null | undefined;
  if (command.audience === 'given' && given?.length) {
    const outsider = given.find((each) => !everybody.includes(each) && !each.startsWith('TEAM-'));
    if (outsider) return refuse('audience.too_wide', 'audience', { party: outsider });
    return [...new Set(given)];
  }
  // Without a choice the narrowest circle that includes the writer: words never go wider than somebody decided.
  if (command.audience === 'given') return [...new Set([house, ...everybody.filter((each) => the.actor.parties.includes(each))])];
  return command.audience === 'all' ? [...new Set(everybody)] : [house];
}
