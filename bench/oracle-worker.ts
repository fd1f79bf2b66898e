// One thread of the oracle: it takes one batch after another, each with a seed of its own, and tells what it found.
import { parentPort } from 'node:worker_threads';
import { compare, type Subject } from '../test/oracle.ts';

export type Asked = { readonly subject: Subject; readonly cases: number; readonly seed: number };
export type Told = { readonly cases: number; readonly open: number; readonly zones: readonly string[]; readonly differences: readonly string[] };

parentPort?.on('message', (asked: Asked) => {
  const found = compare(asked.subject, asked);
  const told: Told = {
    cases: found.length,
    open: found.filter((each) => each.open).length,
    zones: [...new Set(found.map((each) => each.zone))],
    differences: found.flatMap((each) => each.difference ?? []),
  };
  parentPort?.postMessage(told);
});
