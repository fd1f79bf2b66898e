// What time it is at the server: one offset per connection, and one ticker for everything that counts down.
import { useSyncExternalStore } from 'react';

let offset = 0;
let surest = Number.POSITIVE_INFINITY;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** Notes the server's clock. Of all answers the quickest one is believed, because it leaves the least room for error. */
export function noteServerTime({ now, asked, answered }: { now: string; asked: number; answered: number }): void {
  const trip = answered - asked;
  const at = Date.parse(now);
  if (!Number.isFinite(at)) return;
  const found = at + trip / 2 - Date.now();
  // A demonstration world or a mended clock may jump: then the newest answer counts, however slow it was.
  if (trip > surest && Math.abs(found - offset) < 5_000) return;
  surest = trip;
  offset = found;
}

/** Milliseconds since 1970 according to the server. */
export const serverNow = (): number => Date.now() + offset;

/** How often something with this much time left is drawn again, in milliseconds. */
export function cadence(left_ms: number): number {
  const left = Math.abs(left_ms);
  if (left <= 5 * 60_000) return 1_000;
  return left <= 60 * 60_000 ? 15_000 : 60_000;
}

/** The server's time in steps of `step` milliseconds; the component is drawn again when a step is over. */
export function useServerTime(step: number): number {
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / step) * step);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
}
