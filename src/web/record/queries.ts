// Everything the record screens ask and send; keys are `[record name, what, id or view]`, so that news can find them.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apply } from '../../kernel/fact.ts';
import type { Definition } from '../../kernel/record.ts';
import { get, newKey, problemOf, query, send } from '../api.ts';
import type { ClocksAnswer, Found, JournalAnswer, LedgerAnswer, Link, ListAnswer, Many, OneAnswer, Ref } from '../contract.ts';

type Listing = { readonly limit?: number; readonly enabled?: boolean; readonly columns?: readonly string[] };

/** Rows of a view; with `columns` they hold only those, and what every row needs. */
export function useList(definition: Definition, q: string, { limit = 50, enabled = true, columns }: Listing = {}) {
  const fields = columns?.join();
  return useInfiniteQuery({
    queryKey: [definition.name, 'list', q, limit, fields],
    queryFn: ({ pageParam, signal }) => get<ListAnswer>(`/api/${definition.plural}${query({ q, after: pageParam, limit, columns: fields })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // Another column is no reason to see nothing for a moment.
    placeholderData: (before, was) => (was?.queryKey[2] === q ? before : undefined),
    enabled,
  });
}

export function useOne(definition: Definition, id: string, enabled = true) {
  return useQuery({ queryKey: [definition.name, 'one', id], queryFn: ({ signal }) => get<OneAnswer>(`/api/${definition.plural}/${id}`, signal), enabled });
}

export function useJournal(definition: Definition, id: string) {
  return useInfiniteQuery({
    queryKey: [definition.name, 'journal', id],
    queryFn: ({ pageParam, signal }) => get<JournalAnswer>(`/api/${definition.plural}/${id}/journal${query({ before: pageParam, limit: 100 })}`, signal),
    initialPageParam: '' as string | number,
    getNextPageParam: (last) => last.next,
  });
}

export function useClocks(definition: Definition, id: string) {
  return useQuery({ queryKey: [definition.name, 'clocks', id], queryFn: ({ signal }) => get<ClocksAnswer>(`/api/${definition.plural}/${id}/clocks`, signal) });
}

export function useLedger(definition: Definition, id: string) {
  return useQuery({ queryKey: [definition.name, 'ledger', id], queryFn: ({ signal }) => get<LedgerAnswer>(`/api/${definition.plural}/${id}/ledger`, signal) });
}

export function useLinks(definition: Definition, id: string) {
  return useQuery({ queryKey: [definition.name, 'links', id], queryFn: ({ signal }) => get<Many<Link>>(`/api/${definition.plural}/${id}/links`, signal) });
}

/** Typeahead over the records a field refers to; `*` is any record at all, which is searched for. */
export function useRefs(record: string, words: string, enabled = true) {
  return useQuery({
    queryKey: [record, 'refs', words],
    queryFn: ({ signal }) => (record === '*' ? anything(words, signal) : get<Many<Ref>>(`/api/refs/${record}${query({ q: words })}`, signal)),
    placeholderData: (before) => before,
    staleTime: 30_000,
    enabled,
  });
}

async function anything(words: string, signal: AbortSignal): Promise<Many<Ref>> {
  const { data } = await get<Many<Found>>(`/api/search${query({ q: words })}`, signal);
  return { data: data.slice(0, 20).map(({ id, title }) => ({ id, title: `${id} ${title}` })) };
}

export type Performing = {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly version?: number;
  /** Show the change at once and take it back if the server refuses; never for what others read. */
  readonly hopeful?: boolean;
};

/** Gives commands on one record. The answer replaces what is shown; lists and journal are fetched again. */
export function usePerform(definition: Definition, id: string) {
  const client = useQueryClient();
  const oneKey = [definition.name, 'one', id];
  return useMutation({
    mutationFn: ({ command, input, key, version }: Performing) =>
      send<OneAnswer>({ path: `/api/${definition.plural}/${id}/${command}`, body: input, key: key ?? newKey(), ...(version === undefined ? {} : { version }) }),
    onMutate: async ({ hopeful, input }) => {
      // An answer that is under way says how it was before.
      if (hopeful) await client.cancelQueries({ queryKey: oneKey });
      const before = client.getQueryData<OneAnswer>(oneKey);
      if (hopeful && before) {
        const fact = { record_id: id, version: before.data.version, at: before.data.updated_at, changes: input };
        client.setQueryData(oneKey, { ...before, data: apply(definition, before.data, fact) });
      }
      return { before };
    },
    onSuccess: (answer) => {
      client.setQueryData<OneAnswer>(oneKey, answer);
      void client.invalidateQueries({
        predicate: ({ queryKey: [record, what, which] }) =>
          what === 'links' || (record === definition.name && (what === 'list' || which === id) && what !== 'refs'),
      });
    },
    onError: (error, { hopeful }, context) => {
      if (hopeful && context?.before) client.setQueryData(oneKey, context.before);
      if (problemOf(error).status === 412) void client.invalidateQueries({ queryKey: oneKey });
    },
  });
}

export function useOpen(definition: Definition) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, key }: { readonly input: Readonly<Record<string, unknown>>; readonly key: string }) =>
      send<OneAnswer>({ path: `/api/${definition.plural}`, body: input, key }),
    onSuccess: () => void client.invalidateQueries({ queryKey: [definition.name, 'list'] }),
  });
}

/** The command that makes a new record, with its name. */
export function opening(definition: Definition) {
  const found = Object.entries(definition.commands).find(([, command]) => command.opens && !command.silent);
  return found ? { name: found[0], command: found[1] } : null;
}
