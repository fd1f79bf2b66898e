// One-time links: for the first administrator, an invitation, or a lost password. Good for an hour, and once.
import type { House } from '../house.ts';
import { hashOf, isSecret, newSecret } from './secret.ts';

export type Link = { readonly purpose: 'setup' | 'reset' | 'invite'; readonly person: string | null };

const lifeMs = 3_600_000;

/** Answers the secret: `/setup?token=<secret>`. A new link ends the older ones for the same person. */
export async function createLink(house: House, { purpose, person }: Link): Promise<string> {
  const secret = newSecret(house);
  const now = house.clock.now();
  await house.db.batch([
    { sql: 'delete from login_link where person is not distinct from $1', params: [person] },
    {
      sql: 'insert into login_link (token_hash, purpose, person, created_at, expires_at) values ($1, $2, $3, $4, $5)',
      params: [hashOf(secret), purpose, person, new Date(now).toISOString(), new Date(now + lifeMs).toISOString()],
    },
  ]);
  return secret;
}

/** What a link is for, without using it up. */
export async function findLink(house: House, secret: string): Promise<Link | null> {
  if (!isSecret(secret)) return null;
  const [row] = await house.db.query<Link>('select purpose, person from login_link where token_hash = $1 and used_at is null and expires_at > $2', [
    hashOf(secret),
    new Date(house.clock.now()).toISOString(),
  ]);
  return row ?? null;
}

/** Uses the link up; false when somebody else did. Call it inside the transaction of what the link allows. */
export async function useLink(house: House, secret: string): Promise<boolean> {
  const now = new Date(house.clock.now()).toISOString();
  const rows = await house.db.query('update login_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning purpose', [
    hashOf(secret),
    now,
  ]);
  return rows.length > 0;
}
