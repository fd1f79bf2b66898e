// News from the server: what changed is fetched again, a lost line is redialled with patience, and the banner knows how old we are.
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { noteServerTime } from './clockwork.ts';

export type Line = { readonly state: 'live' | 'waiting' | 'lost'; readonly heard_at: number };
type Changed = { readonly record: string; readonly id: string };

let line: Line = { state: 'waiting', heard_at: Date.now() };
const watchers = new Set<() => void>();

export function useLine(): Line {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => line,
  );
}

/** Listens until the returned function is called. Changes are gathered for a moment, so that a storm is one refresh. */
export function listen(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let tries = 0;
  let redial: ReturnType<typeof setTimeout> | null = null;
  let gathered: Changed[] = [];
  let flush: ReturnType<typeof setTimeout> | null = null;

  const heard = () => note({ state: 'live', heard_at: Date.now() });
  const onChange = (event: MessageEvent<string>) => {
    heard();
    const change = read<Changed>(event.data);
    if (!change) return;
    gathered.push(change);
    flush ??= setTimeout(
      () => {
        refresh(client, gathered);
        gathered = [];
        flush = null;
      },
      250 + Math.random() * 250,
    );
  };
  const dial = () => {
    source = new EventSource('/api/live');
    source.addEventListener('hello', (event: MessageEvent<string>) => {
      const hello = read<{ now: string }>(event.data);
      if (hello) noteServerTime({ now: hello.now, asked: performance.now(), answered: performance.now() });
      if (tries > 0) void client.invalidateQueries();
      tries = 0;
      heard();
    });
    source.addEventListener('change', onChange);
    source.addEventListener('heartbeat', heard);
    source.addEventListener('resync', () => {
      heard();
      void client.invalidateQueries();
    });
    source.onerror = () => {
      source?.close();
      tries += 1;
      note({ state: tries > 2 ? 'lost' : 'waiting', heard_at: line.heard_at });
      // Doubling up to half a minute, with jitter, so that a restarted server is not met by everybody at once.
      redial = setTimeout(dial, Math.min(30_000, 500 * 2 ** tries) * (0.5 + Math.random()));
    };
  };
  dial();
  return () => {
    source?.close();
    if (redial) clearTimeout(redial);
    if (flush) clearTimeout(flush);
  };
}

/** Query keys are `[record name, what, id or view]`; everything that may show the record is fetched again. */
function refresh(client: QueryClient, changes: readonly Changed[]): void {
  const records = new Set(changes.map((each) => each.record));
  const ids = new Set(changes.map((each) => each.id));
  void client.invalidateQueries({
    predicate: ({ queryKey: [record, what, id] }) =>
      (records.has(String(record)) && what === 'list') || ids.has(String(id)) || what === 'links' || what === 'found',
  });
}

function note(next: Line): void {
  const quiet = next.state === line.state && next.state === 'live';
  line = next;
  if (!quiet) for (const watcher of watchers) watcher();
}

function read<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
