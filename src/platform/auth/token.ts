// API tokens: shown once, kept as a hash, with scopes, an end within a year, and the rights of a person or an organisation.
import type { Side } from '../../kernel/field.ts';
import type { House } from '../house.ts';
import { hashOf, isSecret, newSecret, tokenPrefix } from './secret.ts';

export type Token = {
  readonly id: string;
  readonly name: string;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly side: Side | null;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly expires_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
};
export type NewToken = Pick<Token, 'name' | 'person' | 'organisation' | 'side' | 'scopes' | 'expires_at'> & { readonly created_by: string | null };

const columns = 'id, name, person, organisation, side, scopes, created_at, expires_at, last_used_at, revoked_at';
const useMs = 60_000;

export async function createToken(house: House, token: NewToken): Promise<{ token: Token; secret: string }> {
  const secret = tokenPrefix + newSecret(house);
  const [row] = await house.db.query<Token>(
    `insert into token (id, token_hash, name, person, organisation, side, scopes, created_by, created_at, expires_at)
     values ('TOK-' || nextval('token_number'), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
    [
      hashOf(secret),
      token.name,
      token.person,
      token.organisation,
      token.side,
      token.scopes,
      token.created_by,
      new Date(house.clock.now()).toISOString(),
      token.expires_at,
    ],
  );
  if (!row) throw new Error('an insert returned no row');
  return { token: row, secret };
}

/** The living token with this secret. */
export async function findToken(house: House, secret: string): Promise<Token | null> {
  if (!secret.startsWith(tokenPrefix) || !isSecret(secret.slice(tokenPrefix.length))) return null;
  const now = house.clock.now();
  const [row] = await house.db.query<Token>(`select ${columns} from token where token_hash = $1 and revoked_at is null and expires_at > $2`, [
    hashOf(secret),
    new Date(now).toISOString(),
  ]);
  if (!row) return null;
  if (row.last_used_at === null || Date.parse(row.last_used_at) < now - useMs) {
    await house.db.query('update token set last_used_at = $2 where id = $1', [row.id, new Date(now).toISOString()]);
  }
  return row;
}

/** A person's own tokens; with `services` also those of organisations. */
export function listTokens(house: House, { person, services }: { person: string; services: boolean }): Promise<Token[]> {
  return house.db.query<Token>(
    `select ${columns} from token where revoked_at is null and (person = $1 or ($2::boolean and organisation is not null)) order by created_at desc, id limit 500`,
    [person, services],
  );
}

/** False when there is no such token, or it is not theirs. */
export async function revokeToken(house: House, { id, person, services }: { id: string; person: string; services: boolean }): Promise<boolean> {
  const rows = await house.db.query(
    `update token set revoked_at = $4 where id = $1 and revoked_at is null and (person = $2 or ($3::boolean and organisation is not null)) returning id`,
    [id, person, services, new Date(house.clock.now()).toISOString()],
  );
  if (rows.length > 0) await house.db.notify('identity', id);
  return rows.length > 0;
}

/** Which of these tokens are still alive: one query for all the open live streams of a node. */
export async function aliveTokens(house: House, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const now = new Date(house.clock.now()).toISOString();
  const rows = await house.db.query<{ id: string }>('select id from token where id = any($1::text[]) and revoked_at is null and expires_at > $2', [ids, now]);
  return new Set(rows.map((row) => row.id));
}
