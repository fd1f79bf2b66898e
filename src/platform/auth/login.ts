// Signing in with address and password, and changing the password: the same work and the same words whether the account exists or not.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { House } from '../house.ts';
import { forgiveAttempt, takeAttempt } from './budget.ts';
import type { Directory } from './directory.ts';
import { checkPassword, hashPassword, tooLongToCheck, wrongPassword } from './password.ts';
import { hashOf, isSecret, newSecret } from './secret.ts';
import { endSessionsOf, startSession } from './session.ts';

export type Login = {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly user_agent: string | null;
  /** The device cookie the browser brought, if any. */
  readonly device: string | null;
};
export type SignedIn = { readonly person: string; readonly token: string; readonly csrf: string; readonly device: string };

export async function logIn(house: House, directory: Directory, login: Login): Promise<SignedIn | Refusal> {
  const email = login.email.trim().toLowerCase();
  if (tooLongToCheck(login.password) || email.length > 254) return refuse('login.wrong');
  const person = await directory.personByEmail(email);
  const device = await knownDevice(house, login.device, person);
  const attempt = { account: email, address: login.address, device };
  const wait = await takeAttempt(house, attempt);
  if (wait !== null) return refuse('login.too_many', undefined, { seconds: wait });
  const [credential] = await house.db.query<{ password_hash: string }>('select password_hash from credential where person = $1', [person ?? '']);
  const right = await checkPassword(credential?.password_hash ?? null, login.password);
  const standing = (await directory.standings([person ?? ''])).get(person ?? '');
  if (!right || !person || !standing || standing.disabled) return refuse('login.wrong');
  await forgiveAttempt(house, attempt);
  return { ...(await signIn(house, person, login.user_agent)), device: await rememberDevice(house, person, device ?? login.device) };
}

export async function signIn(house: House, person: string, user_agent: string | null): Promise<{ person: string; token: string; csrf: string }> {
  return { person, ...(await startSession(house, { person, user_agent })) };
}

export type PasswordChange = {
  readonly person: string;
  readonly current: string;
  readonly next: string;
  readonly own: readonly (string | null)[];
  readonly session: string;
};

/** Ends every other session of the person: whoever knew the old password is out within a second. */
export async function changePassword(house: House, change: PasswordChange): Promise<Refusal | null> {
  const wait = await takeAttempt(house, { account: change.person, address: change.person, device: change.session });
  if (wait !== null) return refuse('login.too_many', undefined, { seconds: wait });
  const [credential] = await house.db.query<{ password_hash: string }>('select password_hash from credential where person = $1', [change.person]);
  if (tooLongToCheck(change.current) || !(await checkPassword(credential?.password_hash ?? null, change.current))) return refuse('password.wrong', 'current');
  const wrong = await setPassword(house, { person: change.person, field: 'next', password: change.next, own: change.own });
  if (isRefusal(wrong)) return wrong;
  await endSessionsOf(house, change.person, change.session);
  return null;
}

type NewPassword = { readonly person: string; readonly field: string; readonly password: string; readonly own: readonly (string | null)[] };

export async function setPassword(house: House, { person, field, password, own }: NewPassword): Promise<Refusal | null> {
  const wrong = wrongPassword(field, password, own);
  if (wrong) return wrong;
  await storePassword(house, person, await hashPassword(password));
  return null;
}

export async function storePassword(house: House, person: string, hash: string): Promise<void> {
  await house.db.query(
    `insert into credential (person, password_hash, changed_at) values ($1, $2, $3)
     on conflict (person) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
    [person, hash, new Date(house.clock.now()).toISOString()],
  );
}

/** The device's secret when this person signed in there before. The query runs for unknown people too: the same work. */
async function knownDevice(house: House, device: string | null, person: string | null): Promise<string | null> {
  if (!device || !isSecret(device)) return null;
  const rows = await house.db.query('select 1 as known from known_device where token_hash = $1 and person = $2', [hashOf(device), person ?? '']);
  return rows.length > 0 ? device : null;
}

async function rememberDevice(house: House, person: string, device: string | null): Promise<string> {
  const kept = device && isSecret(device) ? device : newSecret(house);
  await house.db.query(
    `insert into known_device (token_hash, person, last_seen_at) values ($1, $2, $3)
     on conflict (token_hash, person) do update set last_seen_at = excluded.last_seen_at`,
    [hashOf(kept), person, new Date(house.clock.now()).toISOString()],
  );
  return kept;
}
