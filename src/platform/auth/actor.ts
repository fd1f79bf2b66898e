// From a cookie or a bearer token to the kernel's Actor, remembered for less than a second, so that who is sent away is gone.

import type { Side } from '../../kernel/field.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import type { Directory, Standing } from './directory.ts';
import { findSession, type Session } from './session.ts';
import { findToken, type Token } from './token.ts';

/** Who a request comes from. `key` names them for ever: idempotency keys of two principals never meet. */
export type Principal = {
  readonly key: string;
  readonly actor: Actor;
  readonly standing: Standing | null;
  readonly session: Session | null;
  readonly token: Token | null;
};

export type Identity = {
  bySession(token: string): Promise<Principal | null>;
  byToken(secret: string): Promise<Principal | null>;
  /** Forgets what is remembered: after a sign-out, a password change, or a change in the directory. */
  forget(): void;
};

const rememberMs = 900;
const rememberMost = 5_000;

/** Roles of a service account: the working role of its side, never a manager's. */
const serviceRoles: Readonly<Record<Side, Actor['roles']>> = { integrator: ['agent'], customer: ['customer_user'], supplier: ['supplier_agent'] };

export function identity(house: House, directory: Directory): Identity {
  const remembered = new Map<string, { at: number; principal: Promise<Principal | null> }>();
  const remember = (key: string, find: () => Promise<Principal | null>): Promise<Principal | null> => {
    const now = house.clock.now();
    const known = remembered.get(key);
    if (known && now >= known.at && now - known.at < rememberMs) return known.principal;
    if (remembered.size >= rememberMost) remembered.clear();
    const principal = find();
    remembered.set(key, { at: now, principal });
    principal.then(
      (found) => found ?? remembered.delete(key),
      () => remembered.delete(key),
    );
    return principal;
  };
  return {
    bySession: (token) => remember(`s${token}`, () => fromSession(house, directory, token)),
    byToken: (secret) => remember(`t${secret}`, () => fromToken(house, directory, secret)),
    forget: () => remembered.clear(),
  };
}

export function actorOf(standing: Standing, grants: readonly string[] | null): Actor {
  return {
    person: standing.person,
    name: standing.name,
    side: standing.side,
    organisation: standing.organisation?.id ?? null,
    parties: standing.parties,
    teams: standing.teams.map((each) => each.id),
    roles: standing.roles,
    grants,
  };
}

async function fromSession(house: House, directory: Directory, token: string): Promise<Principal | null> {
  const session = await findSession(house, token);
  const standing = session ? (await directory.standings([session.person])).get(session.person) : undefined;
  if (!session || !standing || standing.disabled) return null;
  return { key: session.person, actor: actorOf(standing, null), standing, session, token: null };
}

async function fromToken(house: House, directory: Directory, secret: string): Promise<Principal | null> {
  const token = await findToken(house, secret);
  if (!token) return null;
  if (token.organisation && token.side)
    return { key: token.id, actor: serviceActor(token, token.organisation, token.side), standing: null, session: null, token };
  const standing = token.person ? (await directory.standings([token.person])).get(token.person) : undefined;
  if (!standing || standing.disabled) return null;
  return { key: token.id, actor: actorOf(standing, token.scopes), standing, session: null, token };
}

function serviceActor(token: Token, organisation: string, side: Side): Actor {
  return { person: null, name: token.name, side, organisation, parties: [organisation], teams: [], roles: serviceRoles[side], grants: token.scopes };
}
