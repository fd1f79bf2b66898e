// Feeds: addresses with a token in them that another program reads without signing in, with the rights of whoever made them at that moment.
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import { actorOf } from './actor.ts';
import type { Directory } from './directory.ts';
import { hashOf, isSecret, newSecret } from './secret.ts';

/** `view` is what it shows; what that means is its reader's business. */
export type Feed = {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  readonly view: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  readonly last_used_at: string | null;
};

const columns = 'id, name, person, view, created_at, last_used_at';
const useMs = 60_000;
export const mostFeeds = 50;

/** The token is told this once. Null when the person has as many as somebody needs. */
export async function createFeed(house: House, { name, person, view }: Pick<Feed, 'name' | 'person' | 'view'>): Promise<{ feed: Feed; token: string } | null> {
  const token = newSecret(house);
  const [feed] = await house.db.query<Feed>(
    `insert into calendar_feed (id, token_hash, person, name, view, created_at)
     select 'FEED-' || nextval('calendar_feed_number'), $1, $2, $3, $4::jsonb, $5
     where (select count(*) from calendar_feed where person = $2 and revoked_at is null) < $6 returning ${columns}`,
    [hashOf(token), person, name, JSON.stringify(view), new Date(house.clock.now()).toISOString(), mostFeeds],
  );
  return feed ? { feed, token } : null;
}

export const listFeeds = (house: House, person: string): Promise<Feed[]> =>
  house.db.query<Feed>(`select ${columns} from calendar_feed where person = $1 and revoked_at is null order by created_at desc, id limit ${mostFeeds}`, [
    person,
  ]);

/** False when there is no such feed, or it is not theirs. */
export async function revokeFeed(house: House, { id, person }: { id: string; person: string }): Promise<boolean> {
  const rows = await house.db.query('update calendar_feed set revoked_at = $3 where id = $1 and person = $2 and revoked_at is null returning id', [
    id,
    person,
    new Date(house.clock.now()).toISOString(),
  ]);
  return rows.length > 0;
}

/** The living feed with this token and who reads it: its person as they stand now, for reading only. Null when either is gone. */
export async function readFeed(house: House, { token, directory }: { token: string; directory: Directory }): Promise<{ feed: Feed; actor: Actor } | null> {
  if (!isSecret(token)) return null;
  const [feed] = await house.db.query<Feed>(`select ${columns} from calendar_feed where token_hash = $1 and revoked_at is null`, [hashOf(token)]);
  const standing = feed ? (await directory.standings([feed.person])).get(feed.person) : undefined;
  if (!feed || !standing || standing.disabled) return null;
  const now = house.clock.now();
  if (feed.last_used_at === null || Date.parse(feed.last_used_at) < now - useMs)
    await house.db.query('update calendar_feed set last_used_at = $2 where id = $1', [feed.id, new Date(now).toISOString()]);
  return { feed, actor: actorOf(standing, ['read']) };
}
