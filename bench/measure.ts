// Runs one kind of request for a while with a number of callers and tells p50, p95, how many per second, and the CPU each cost.
import { readdirSync, readFileSync } from 'node:fs';

export type Figures = {
  readonly p50: number;
  readonly p95: number;
  readonly per_second: number;
  readonly cpu_ms: number;
  readonly failures: number;
  readonly count: number;
};
/** A server compiles what it does often while it does it: people ask one that has run for a while. */
const warmMs = 2_000;

export type Shot = (n: number) => Promise<boolean>;

/** `pids` answers the processes whose CPU counts: the server and its database. */
export async function measure(shot: Shot, { callers, seconds, pids }: { callers: number; seconds: number; pids: () => readonly number[] }): Promise<Figures> {
  let n = 0;
  let failures = 0;
  const all = async (until: number, times: number[]): Promise<void> => {
    const caller = async (): Promise<void> => {
      while (performance.now() < until) {
        n += 1;
        const start = performance.now();
        if (!(await shot(n))) failures += 1;
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: callers }, caller));
  };
  await all(performance.now() + warmMs, []);
  const times: number[] = [];
  const cpu = cpuOf(pids());
  const began = performance.now();
  await all(began + seconds * 1_000, times);
  const elapsed = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), per_second: times.length / elapsed, cpu_ms: (cpuOf(pids()) - cpu) / times.length, failures, count: times.length };
}

const tick = 10;

/** User and system time of these processes so far, and of those of their children that ended, in milliseconds (Linux: ticks of 10 ms). */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + cpuOfOne(pid), 0);
}

function cpuOfOne(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * tick;
  } catch {
    // The process ended meanwhile.
    return 0;
  }
}

/** A process and all that it started. */
export function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]));
    } catch {
      // Ended between the listing and the reading.
    }
  }
  const family = [root];
  for (const member of family) for (const [pid, parent] of parents) if (parent === member) family.push(pid);
  return family;
}

/** Largest resident size of a process so far, in MB. */
export function peakMb(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
