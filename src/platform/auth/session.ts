// Sessions of signed-in people: 256 random bits in a cookie, their hash in the database, an idle and an absolute end.
import type { House } from '../house.ts';
import { hashOf, isSecret, newSecret } from './secret.ts';

export type Session = {
  /** Hash of the token in hexadecimal: names the session without opening it. */
  readonly id: string;
  readonly person: string;
  readonly csrf: string;
  readonly expires_at: string;
  readonly preferences: Preferences;
};
export type Preferences = {
  readonly language: 'en' | 'nl' | 'de' | null;
  readonly zone: string | null;
  readonly theme: 'auto' | 'light' | 'dark' | null;
  readonly density: 'comfortable' | 'compact' | 'dense' | null;
  readonly shortcuts: boolean | null;
  /** Key of the reference model in whose words the product speaks. */
  readonly vocabulary: string | null;
};

/** Milliseconds: without a request, and since signing in. */
export const idleMs = 12 * 3_600_000;
export const absoluteMs = 7 * 24 * 3_600_000;
const touchMs = 60_000;

/** Always a new token, also when the browser brought one: a planted session is worth nothing. */
export async function startSession(
  house: House,
  { person, user_agent }: { person: string; user_agent: string | null },
): Promise<{ token: string; csrf: string }> {
  const token = newSecret(house);
  const csrf = newSecret(house);
  const now = house.clock.now();
  await house.db.query(
    `insert into session (token_hash, person, csrf, created_at, last_seen_at, idle_until, expires_at, user_agent)
     values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [hashOf(token), person, csrf, iso(now), iso(now + idleMs), iso(now + absoluteMs), user_agent?.slice(0, 300) ?? null],
  );
  return { token, csrf };
}

type Stored = Omit<Session, 'id' | 'preferences'> & Preferences & { last_seen_at: string };

export async function findSession(house: House, token: string): Promise<Session | null> {
  if (!isSecret(token)) return null;
  const hash = hashOf(token);
  const now = house.clock.now();
  const [found] = await house.db.query<Stored>(
    `select s.person, s.csrf, s.expires_at, s.last_seen_at, p.language, p.zone, p.theme, p.density, p.shortcuts, p.vocabulary
     from session s left join preference p on p.person = s.person
     where s.token_hash = $1 and s.idle_until > $2 and s.expires_at > $2`,
    [hash, iso(now)],
  );
  if (!found) return null;
  // At most one write a minute: reading a list must not cost a commit.
  if (Date.parse(found.last_seen_at) < now - touchMs) {
    await house.db.query('update session set last_seen_at = $2, idle_until = $3 where token_hash = $1', [hash, iso(now), iso(now + idleMs)]);
  }
  const { person, csrf, expires_at, language, zone, theme, density, shortcuts, vocabulary } = found;
  return { id: Buffer.from(hash).toString('hex'), person, csrf, expires_at, preferences: { language, zone, theme, density, shortcuts, vocabulary } };
}

export async function endSession(house: House, id: string): Promise<void> {
  await house.db.query('delete from session where token_hash = $1', [Buffer.from(id, 'hex')]);
  await house.db.notify('identity', id);
}

/** All sessions of a person, except perhaps the one in hand. */
export async function endSessionsOf(house: House, person: string, keep: string | null = null): Promise<void> {
  await house.db.query('delete from session where person = $1 and token_hash <> $2', [person, Buffer.from(keep ?? '', 'hex')]);
  await house.db.notify('identity', person);
}

/** Which of these sessions are still alive: one query for all the open live streams of a node. */
export async function aliveSessions(house: House, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await house.db.query<{ id: string }>(
    `select encode(token_hash, 'hex') as id from session
     where token_hash = any (select decode(h, 'hex') from unnest($1::text[]) as t (h)) and idle_until > $2 and expires_at > $2`,
    [ids, iso(house.clock.now())],
  );
  return new Set(rows.map((row) => row.id));
}

/** Removes what has ended; the app calls it now and then. */
export async function sweepIdentity(house: House): Promise<void> {
  const now = house.clock.now();
  await house.db.batch([
    { sql: 'delete from session where idle_until < $1 or expires_at < $1', params: [iso(now)] },
    { sql: 'delete from login_link where expires_at < $1', params: [iso(now - 24 * 3_600_000)] },
    { sql: 'delete from login_attempt where window_from < $1', params: [iso(now - 3_600_000)] },
    { sql: 'delete from known_device where last_seen_at < $1', params: [iso(now - 180 * 24 * 3_600_000)] },
  ]);
}

const iso = (at: number): string => new Date(at).toISOString();
