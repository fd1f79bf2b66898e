// What signing in must know about people and organisations; the app answers it from the records, so that this room names no practice.

import type { Side } from '../../kernel/field.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/text.ts';

export type Named = { readonly id: string; readonly name: string };

/** Somebody as they stand now. `disabled`: all their sessions and tokens are dead. */
export type Standing = {
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language | null;
  readonly zone: string | null;
  readonly disabled: boolean;
  readonly side: Side;
  readonly organisation: Named | null;
  readonly parties: readonly string[];
  readonly teams: readonly Named[];
  readonly roles: Actor['roles'];
};

export type Persona = { readonly person: string; readonly name: string; readonly role: string; readonly organisation: string; readonly side: Side };

export type FirstAdministrator = {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly language: Language;
  readonly zone: string;
  readonly world: 'empty' | 'demo';
};

export type Directory = {
  /** One query, however many are asked. Who does not exist is not in the answer. */
  standings(persons: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /** The person with this address (case does not matter), disabled or not. */
  personByEmail(email: string): Promise<string | null>;
  /** Its name; null when there is no such organisation. */
  nameOf(organisation: string): Promise<string | null>;
  /** Somebody to sign in as with one click, in the demo world only. */
  personas(): Promise<readonly Persona[]>;
  /** Makes the house, its first administrator and the membership between them; answers the person. */
  found(first: FirstAdministrator): Promise<{ readonly person: string } | Refusal>;
  /** Records whose change may change a standing. */
  readonly watches: readonly string[];
};
