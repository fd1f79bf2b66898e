// What the server tells about imports, and what may be asked of one.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Text } from '../../kernel/text.ts';
import { get, newKey, send } from '../api.ts';
import type { Many } from '../contract.ts';

export type Rule = string | { readonly column?: string; readonly [other: string]: unknown };
export type Mapping = {
  readonly source: string;
  readonly mode: string;
  readonly key: readonly string[];
  readonly dates?: string;
  readonly fields: Readonly<Record<string, Rule>>;
  readonly [other: string]: unknown;
};
export type Import = {
  readonly id: string;
  readonly name: string;
  readonly record: string;
  readonly format: string;
  readonly mapping: Mapping | null;
  readonly dry_run: boolean;
  readonly state: 'new' | 'uploaded' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  readonly failure: { readonly text: Text } | null;
  readonly permille: number;
  readonly rows_read: number;
  readonly records_added: number;
  readonly facts_added: number;
  readonly rows_known: number;
  readonly rows_bad: number;
  readonly by_name: string;
  readonly created_at: string;
};
export type Look = {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly proposal: { readonly mapping: Mapping; readonly missing: readonly string[] };
};
export type OneImport = Import & { readonly look: Look | null };
export type BadRow = { readonly row: number; readonly column: string; readonly code: string; readonly text: Text; readonly value: string };

const running = (state: string | undefined): number | false => (state === 'running' ? 1_000 : false);

export function useImports() {
  return useQuery({
    queryKey: ['import', 'list', ''],
    queryFn: ({ signal }) => get<Many<Import>>('/api/imports', signal),
    refetchInterval: ({ state }) => running(state.data?.data.find((each) => each.state === 'running')?.state),
  });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', 'one', id],
    queryFn: ({ signal }) => get<{ data: OneImport }>(`/api/imports/${id}`, signal),
    refetchInterval: ({ state }) => running(state.data?.data.state),
  });
}

export function useBadRows(id: string, count: number) {
  return useQuery({
    queryKey: ['import', 'bad', id, count],
    queryFn: ({ signal }) => get<Many<BadRow>>(`/api/imports/${id}/bad-rows?limit=100`, signal),
    enabled: count > 0,
  });
}

export type Making = { readonly name: string; readonly record: string; readonly file: File };

/** Makes the import and sends the file after it. */
export function useUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, record, file }: Making) => {
      const format = /\.json$/i.test(file.name) ? 'json' : 'csv';
      const made = await send<{ data: Import }>({ path: '/api/imports', body: { name, record, format }, key: newKey() });
      await send({ method: 'PUT', path: `/api/imports/${made.data.id}/content`, content: file });
      return made.data.id;
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['import'] }),
  });
}

export type Asking = { readonly command: 'start' | 'pause' | 'resume' | 'cancel'; readonly mapping?: Mapping; readonly dry_run?: boolean };

export function useSteer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ command, ...body }: Asking) => send({ path: `/api/imports/${id}/${command}`, body }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['import'] }),
  });
}
