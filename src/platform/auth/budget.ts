// How often somebody may guess: failures counted per account, address and known device, in the database, so that every node knows.
import type { House } from '../house.ts';
import { hashOf } from './secret.ts';

export type Attempt = { readonly account: string; readonly address: string; readonly device: string | null };

const windowMs = 15 * 60_000;
const limits = { account: 10, address: 100, device: 20 } as const;

/**
 * Takes one attempt before the password is looked at, so that a thousand at once are no more than one after another.
 * Answers the seconds to wait when the budget is used up, else null. A known device has its own budget: strangers who
 * guess at an account cannot lock its owner out.
 */
export async function takeAttempt(house: House, attempt: Attempt): Promise<number | null> {
  const now = house.clock.now();
  const subjects = subjectsOf(attempt);
  const rows = await house.db.query<{ subject: string; failures: number; window_from: string }>(
    `insert into login_attempt (subject, failures, window_from)
     select subject, 1, $2::timestamptz from unnest($1::text[]) as t (subject) order by subject
     on conflict (subject) do update set
       failures = case when login_attempt.window_from < $3::timestamptz then 1 else login_attempt.failures + 1 end,
       window_from = case when login_attempt.window_from < $3::timestamptz then $2::timestamptz else login_attempt.window_from end
     returning subject, failures, window_from`,
    [subjects, new Date(now).toISOString(), new Date(now - windowMs).toISOString()],
  );
  const spent = rows.filter((row) => row.failures > limits[row.subject.split(':')[0] as keyof typeof limits]);
  if (spent.length === 0) return null;
  return Math.max(...spent.map((row) => Math.ceil((Date.parse(row.window_from) + windowMs - now) / 1_000)), 1);
}

/** After a right password: the account's and the device's failures are forgotten, the address gets its one attempt back. */
export async function forgiveAttempt(house: House, attempt: Attempt): Promise<void> {
  await house.db.query(
    `update login_attempt set failures = case when subject like 'address:%' then greatest(failures - 1, 0) else 0 end where subject = any($1::text[])`,
    [subjectsOf(attempt)],
  );
}

// Hashed: what people type into the address field is sometimes their password.
function subjectsOf({ account, address, device }: Attempt): string[] {
  const short = (text: string) => Buffer.from(hashOf(text)).toString('hex').slice(0, 32);
  return device ? [`device:${short(`${device} ${account}`)}`] : [`account:${short(account)}`, `address:${short(address)}`];
}
