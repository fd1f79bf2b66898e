// A command: somebody asks for something. Here it is checked against the definition, before anything is read.
import { type Field, kinds } from './field.ts';
import { type AnyRow, type Command, type Definition, inputFields } from './record.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Actor, allows } from './scope.ts';

export type Channel = 'web' | 'api' | 'cli' | 'import' | 'webhook' | 'reaction' | 'clock' | 'demo' | 'mail';
export type Input = Readonly<Record<string, unknown>>;

/** The one shape every door hands to `perform`. */
export type Request = {
  /** Unique for ever: Idempotency-Key, Message-ID, job id. The same id twice changes nothing. */
  readonly id: string;
  readonly record: string;
  readonly command: string;
  /** Record id; null for a command that opens. */
  readonly target: string | null;
  readonly input: Input;
  readonly actor: Actor;
  readonly channel: Channel;
  /** When it happened, when that is not now (imports, events with their own time). ISO instant. */
  readonly at?: string;
  readonly cause?: number | null;
  /** Version the asker looked at (`If-Match`). */
  readonly expects?: number | null;
};

/**
 * Checks an input against the fields a command needs and takes. Empty strings and absent values are the same thing;
 * `null` clears an optional field. Returns the cleaned input, or the first refusal, which names the field.
 */
export function checkInput(definition: Definition, command: Command, input: Input): Input | Refusal {
  const fields = inputFields(definition, command);
  const unknown = Object.keys(input).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return refuse('field.unknown', unknown, { field: unknown.slice(0, 80) });
  const clean: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = input[name] === '' ? null : (input[name] ?? null);
    if (value === null) {
      // An opening command may leave a field to its rule; on a stored row a required field cannot be emptied.
      if (field.needed || (field.required && !command.opens && Object.hasOwn(input, name))) return refuse('field.required', name, { field: name });
      if (Object.hasOwn(input, name)) clean[name] = null;
      continue;
    }
    const wrong = wrongValue(name, field, value);
    if (wrong) return wrong;
    clean[name] = field.kind === 'instant' ? new Date(value as string).toISOString() : value;
  }
  return clean;
}

export function wrongValue(name: string, field: Field, value: unknown): Refusal | null {
  const code = kinds[field.kind].wrong(value, field);
  if (!code) return null;
  const options = field.kind === 'choice' ? Object.keys(field.options).join(', ') : null;
  return refuse(code, name, { field: name, options, example: field.kind === 'ref' || field.kind === 'refs' ? 'ORG-12' : null });
}

/** Whether the state allows a command; said apart from `may`, so that the screen can explain which of the two it was. */
export function stateAllows(command: Command, row: AnyRow | null): boolean {
  if (command.opens) return row === null;
  if (row === null) return false;
  return command.from ? command.from.includes(row.state) : row.open;
}

/** Names of the commands this actor may give on this row now. Exactly these are the buttons. */
export function mayNow(definition: Definition, row: AnyRow, actor: Actor): string[] {
  return Object.entries(definition.commands)
    .filter(([, command]) => !command.opens && !command.silent && stateAllows(command, row) && allows(command.may, actor, row))
    .map(([name]) => name);
}
