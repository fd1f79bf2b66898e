// Chance that can be repeated: the same seed gives the same world. Not for secrets.
import type { House } from './house.ts';

/** mulberry32, by Tommy Ettinger, public domain: 32 bits of state, good enough to make a plausible world. */
export function seededChance(
  seed: number,
): House['chance'] & { readonly pick: <T>(from: readonly T[]) => T; readonly between: (low: number, high: number) => number } {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  const hex = (count: number): string => Buffer.from(bytes(count)).toString('hex');
  return {
    random,
    bytes,
    uuid: () => `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-a${hex(2).slice(1)}-${hex(6)}`,
    pick: (from) => from[Math.floor(random() * from.length)] as (typeof from)[number],
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
  };
}
