// Passwords: which are refused, how they are kept (argon2id), and checking one in the same time whether the account exists or not.
import { hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isCommonPassword } from './common-passwords.ts';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. Type 2 is argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const shortest = 8;
const longest = 128;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** With no hash the same work is done and the answer is no: who asks cannot tell by the clock that there is no such account. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobody);
  const right = await verify(against, password.normalize('NFC')).catch(() => false);
  return stored !== null && right;
}
let nobody: Promise<string> | undefined;

/** No rules of composition and no expiry (ASVS 5.0 V6.2): long enough, not common, not one's own name. */
export function wrongPassword(field: string, password: string, own: readonly (string | null)[]): Refusal | null {
  if (!password.isWellFormed() || password.includes('\u0000')) return refuse('field.not_storable', field, { field });
  const length = [...password].length;
  if (length < shortest) return refuse('password.too_short', field, { shortest });
  if (length > longest) return refuse('password.too_long', field, { longest });
  const plain = password.normalize('NFC').toLowerCase();
  if (isCommonPassword(plain)) return refuse('password.common', field);
  const names = own.flatMap((each) => (each ? [each.toLowerCase(), each.toLowerCase().split('@')[0] ?? ''] : []));
  return names.some((name) => name !== '' && plain.replaceAll(/\s/g, '') === name.replaceAll(/\s/g, '')) ? refuse('password.own_name', field) : null;
}

/** A password that cannot be one is refused before any work, so that a megabyte of it costs nothing. */
export const tooLongToCheck = (password: string): boolean => password.length > longest * 4;
