// What a record is: everything about it that can be said without an `if`. A definition survives a JSON round trip (law 1).
import type { Field, Side, ValueOf } from './field.ts';
import type { Scope } from './scope.ts';
import type { Text } from './text.ts';

export type Level = 'operational' | 'tactical' | 'strategic';

export type State = {
  readonly label: Text;
  /** What the customer is told, when that differs from the internal name. */
  readonly customer_label?: Text;
  /** An end state: the record is no longer open. */
  readonly ends?: true;
  readonly tone?: 'neutral' | 'info' | 'good' | 'warn' | 'bad';
};

/** Who reads the fact of a command: the integrator's people, everybody on the record, or what the command's `audience` input says. */
export type Audience = 'house' | 'all' | 'given';

export type Command = {
  readonly label: Text;
  /** Name of the fact, past tense, without the record: `resolved`. */
  readonly fact: string;
  /** The timeline sentence after the actor's name: "resolved this with {resolution}". */
  readonly tells: Text;
  /** Makes a new record. */
  readonly opens?: true;
  /** States it may start from; every open state when absent. Ignored when it opens. */
  readonly from?: readonly string[];
  /** State it leads to; it stays where it is when absent. A list means that the rule chooses one of these. */
  readonly to?: string | readonly string[];
  /** Fields that must be given. */
  readonly needs?: readonly string[];
  /** Fields that may be given. */
  readonly takes?: readonly string[];
  /** Inputs that are no fields of the row: a note, an audience, a choice for this step only. */
  readonly input?: Readonly<Record<string, Field>>;
  readonly may: Scope;
  readonly audience?: Audience;
  /** Something leaves the house (a customer or supplier will read it): the screen must not pretend it happened before it did. */
  readonly outward?: true;
  /** Ask before doing: it cannot be undone by another command. */
  readonly final?: true;
  /** Shown as a main button, in this order; the others live in the menu and the palette. */
  readonly prominent?: number;
  /** Keyboard shortcut in the work shell. */
  readonly key?: string;
  /** Never offered as a button (reactions, imports and the clock perform it). */
  readonly silent?: true;
};

/** A clock is declared by states; which promise supplies its target is found by the practice's gather. */
export type ClockDeclaration = {
  readonly label: Text;
  /** Metric of the promise that applies: `respond`, `restore`, `accept`, `repair`. */
  readonly metric: string;
  readonly runs_in: readonly string[];
  readonly stops_in: readonly string[];
  readonly cancels_in?: readonly string[];
  /** Runs only once: reopening the record does not start it again. */
  readonly once?: true;
};

/** The fields that say who has the work. */
export type Custody = {
  readonly party: string;
  readonly team: string;
  readonly person: string;
  readonly reason: string;
  /** Field with the organisation waited on: its waiting time is theirs. */
  readonly waited_on?: string;
  /** Field with the instant the work was done; what comes after is nobody's working time. */
  readonly until?: string;
  readonly handover?: Handover;
};

/**
 * When the work is on its way to a receiver who has not answered; until then the sender keeps it. Fields: `to`, who is asked
 * (empty: nothing is being handed over); `by`, the team that keeps it meanwhile; `refused`, how often a receiver refused.
 * `in`: the states in which it may be so, every one when absent.
 */
export type Handover = { readonly in?: readonly string[]; readonly to: string; readonly by?: string; readonly refused?: string };

export type Definition = {
  /** Singular, snake_case; also the table. */
  readonly name: string;
  /** Plural, also the route: `/api/incidents`. */
  readonly plural: string;
  readonly practice: string;
  readonly level: Level;
  readonly prefix: string;
  readonly label: Text;
  readonly plural_label: Text;
  readonly means: Text;
  /** The field whose value names the record to people. */
  readonly title: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly states: Readonly<Record<string, State>>;
  readonly initial: string;
  readonly commands: Readonly<Record<string, Command>>;
  readonly see: Scope;
  readonly clocks?: Readonly<Record<string, ClockDeclaration>>;
  /** Texts of the refusals its rules give, by code: `incident.resolve.needs_priority`. */
  readonly refusals?: Readonly<Record<string, Text>>;
  /** Field that holds the party the record is about, for audiences. */
  readonly parties?: { readonly customer?: readonly string[]; readonly supplier?: readonly string[] };
  /** Present when the record has custody: exactly one party at every instant while it is open. */
  readonly custody?: Custody;
};

/** Columns every record has, beside its own fields. */
export type Base = {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly open: boolean;
  /** Earliest due instant over the running clocks of the record. */
  readonly due: string | null;
  readonly opened_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  /** Extension fields that administrators added. */
  readonly extra: Readonly<Record<string, unknown>>;
};
export const baseColumns = {
  id: 'text',
  version: 'integer',
  state: 'text',
  open: 'boolean',
  due: 'timestamptz',
  opened_at: 'timestamptz',
  updated_at: 'timestamptz',
  closed_at: 'timestamptz',
  extra: 'jsonb',
} as const;

export type AnyRow = Base & { readonly [field: string]: unknown };
type Fields<D> = D extends { readonly fields: infer F } ? F : never;
type FieldValue<F> = F extends Field ? (F extends { required: true } ? ValueOf<F> : ValueOf<F> | null) : never;

/** The row of a definition, as stored and as answered. */
export type RowOf<D extends Definition> = Omit<Base, 'state'> & { readonly state: keyof D['states'] & string } & {
  readonly [K in keyof Fields<D>]: FieldValue<Fields<D>[K]>;
};

/** Keeps literal types while checking the shape. */
export function define<const D extends Definition>(definition: D): D {
  return definition;
}

/** The input fields of one command: the row fields it needs or takes, and its own inputs. */
export function inputFields(definition: Definition, command: Command): InputFields {
  const own = known.get(definition) ?? new WeakMap<Command, InputFields>();
  known.set(definition, own);
  const fields = own.get(command) ?? fieldsOf(definition, command);
  own.set(command, fields);
  return fields;
}

type InputFields = Readonly<Record<string, Field & { readonly needed: boolean }>>;
/** Definitions never change, and every command is asked for its fields several times over. */
const known = new WeakMap<Definition, WeakMap<Command, InputFields>>();

function fieldsOf(definition: Definition, command: Command): InputFields {
  const found: Record<string, Field & { readonly needed: boolean }> = {};
  const own = command.input ?? {};
  for (const name of [...(command.needs ?? []), ...(command.takes ?? []), ...Object.keys(own)]) {
    const field = Object.hasOwn(own, name) ? own[name] : definition.fields[name];
    if (field) found[name] = { ...field, needed: command.needs?.includes(name) ?? false };
  }
  return found;
}

/** The actor's view of a row: what their side is not shown is left out, not blanked. */
export function project(definition: Definition, row: AnyRow, side: Side): AnyRow {
  const kept: Record<string, unknown> = {};
  for (const name in row) if (shown(definition.fields[name], side)) kept[name] = row[name];
  return kept as AnyRow;
}

export function shown(field: Field | undefined, side: Side): boolean {
  return !field?.shown_to || field.shown_to.includes(side);
}
