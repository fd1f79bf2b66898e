// Secrets that are shown once and kept only as hashes: their making, their hash, and comparing them without telling how far one got.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { House } from '../house.ts';

/** What a secret scanner looks for in a leaked API token. */
export const tokenPrefix = 'tessera_pat_';

/** 256 bits as 43 characters that need no quoting anywhere. */
export function newSecret(house: Pick<House, 'chance'>): string {
  return Buffer.from(house.chance.bytes(32)).toString('base64url');
}

/** A fast hash is right here: 256 random bits cannot be guessed. Passwords go through password.ts. */
export function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/** What such a secret looks like; anything else is refused before the database is asked. */
export const isSecret = (value: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(value);

export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(hashOf(a), hashOf(b));
}
