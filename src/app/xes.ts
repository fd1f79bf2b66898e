// The event log of a period as XES, streamed page by page: whoever may read the records may export them, without the names of people.
import { Readable } from 'node:stream';
import { setImmediate as pause } from 'node:timers/promises';
import type { Definition } from '../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Actor } from '../kernel/scope.ts';
import type { House } from '../platform/house.ts';
import { tracesOf } from '../practices/conformance/xes.queries.ts';
import { pseudonyms, xesHead, xesTail, xesTrace } from '../practices/conformance/xes.ts';
import { spanOf } from './conformance.ts';

export type XesAsked = { readonly actor: Actor; readonly definition: Definition; readonly from: string; readonly to: string; readonly persons: boolean };

/** Small, so that others are served meanwhile. */
const page = 200;

/** Names of people only for those of the house who answer for the processes, and only when they ask. */
export async function xesOf(house: House, { actor, definition, from, to, persons }: XesAsked): Promise<Readable | Refusal> {
  const mayName = actor.side === 'integrator' && actor.roles.some((role) => role === 'administrator' || role === 'process_manager');
  if (persons && !mayName) return refuse('not_allowed', 'persons', { command: 'persons' });
  const span = await spanOf(house, { from, to });
  if (isRefusal(span)) return span;
  const alias = pseudonyms();
  const asked = {
    actor,
    definition,
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    nameOf: (person: string, name: string) => (persons ? name : alias(person)),
  };
  const note = persons ? 'With the names of people.' : 'People have pseudonyms that hold within this file only.';
  return Readable.from(pieces(house, asked, xesHead({ name: `${definition.plural} ${from} to ${to}`, note })));
}

async function* pieces(house: House, asked: Parameters<typeof tracesOf>[1], head: string): AsyncGenerator<string> {
  yield head;
  let after: Parameters<typeof tracesOf>[2]['after'] = null;
  do {
    const { traces, last } = await tracesOf(house.db, asked, { after, limit: page });
    yield traces.map(xesTrace).join('');
    after = last;
    await pause();
  } while (after);
  yield xesTail;
}
