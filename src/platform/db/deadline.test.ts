// A time limit measures the other side, not this process.

import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { deadline } from './deadline.ts';

const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it('strikes in time, and not when cancelled', async () => {
  const struck: string[] = [];
  deadline(30, () => struck.push('first'));
  const cancel = deadline(30, () => struck.push('second'));
  cancel();
  await sleep(120);
  expect(struck).toEqual(['first']);
});

it('begins anew when this process stood still', async () => {
  const struck: string[] = [];
  const cancel = deadline(100, () => struck.push('late'));
  standStill(1_300);
  await sleep(50);
  expect(struck).toEqual([]);
  await expect.poll(() => struck).toEqual(['late']);
  cancel();
});

it('sees an answer that is there already before it strikes', async () => {
  const struck: string[] = [];
  const cancel = deadline(50, () => struck.push('too early'));
  const channel = new MessageChannel();
  channel.port1.once('message', () => cancel());
  channel.port2.postMessage('answer');
  standStill(200);
  await sleep(150);
  channel.port1.close();
  expect(struck).toEqual([]);
});
