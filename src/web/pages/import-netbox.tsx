// A NetBox dump from the screen: looked at first or taken in at once, with how far it is and what became of every object.
import { Button, FileInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Text } from '../../kernel/text.ts';
import { get, send } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Refused } from '../parts/states.tsx';
import { RefLink } from '../record/value.tsx';
import { configurationTexts as words } from '../texts/configuration.ts';
import { texts } from '../texts.ts';

type Count = Readonly<Record<'objects' | 'taken' | 'folded' | 'left_out' | 'bad', number>> & { readonly model: string; readonly reason: string };
type Report = {
  readonly dry_run: boolean;
  readonly objects: number;
  readonly counts: readonly Count[];
  readonly items: Readonly<Record<'added' | 'changed' | 'confirmed' | 'same' | 'gone', number>>;
  readonly relations: Readonly<Record<'added' | 'ended' | 'same', number>>;
  readonly gone: readonly { readonly id: string; readonly name: string }[];
  readonly bad: readonly { readonly row: number | null; readonly object: string; readonly code: string; readonly value: string }[];
  readonly bad_count: number;
};
type Progress = { readonly data: { readonly phase: 'read' | 'items' | 'relations'; readonly done: number; readonly total: number } | null };

export function NetboxImport() {
  const say = useSay();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const taking = useMutation({
    mutationFn: ({ content, dry }: { readonly content: File; readonly dry: boolean }) =>
      send<{ data: Report }>({ method: 'PUT', path: `/api/netbox${dry ? '?dry_run=true' : ''}`, content }),
    onSuccess: () => void client.invalidateQueries({ predicate: ({ queryKey: [record] }) => record === 'configuration_item' || record === 'item_relation' }),
  });
  const take = (dry: boolean) => file && taking.mutate({ content: file, dry });
  return (
    <section className="card">
      <h2>{say(words.netbox)}</h2>
      <p className="dim small">{say(words.netbox_text)}</p>
      <div className="import-fields">
        <FileInput
          label={say(words.netbox)}
          placeholder={say(texts.choose)}
          accept=".json,.gz,application/json,application/gzip"
          value={file}
          onChange={setFile}
          clearable
          clearButtonProps={{ 'aria-label': say(texts.remove) }}
        />
        <Button variant="default" disabled={!file || taking.isPending} onClick={() => take(true)}>
          {say(words.netbox_dry)}
        </Button>
        <Button disabled={!file} loading={taking.isPending} onClick={() => take(false)}>
          {say(words.netbox_take)}
        </Button>
      </div>
      {taking.isPending ? <Busy /> : null}
      {taking.error ? <Refused error={taking.error} /> : null}
      {taking.data && !taking.isPending ? <Told report={taking.data.data} /> : null}
    </section>
  );
}

function Busy() {
  const say = useSay();
  const format = useFormat();
  const progress = useQuery({ queryKey: ['netbox', 'progress'], queryFn: ({ signal }) => get<Progress>('/api/netbox', signal), refetchInterval: 1_000 });
  const at = progress.data?.data;
  const phases = { read: words.phase_read, items: words.phase_items, relations: words.phase_relations };
  return (
    <p role="status">
      {at ? say(words.netbox_busy, { phase: say(phases[at.phase]), done: format.number(at.done), total: format.number(at.total) }) : say(texts.loading)}
    </p>
  );
}

function Told({ report }: { readonly report: Report }) {
  const say = useSay();
  const format = useFormat();
  const numbers = (of: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(of).map(([name, each]) => [name, format.number(each)]));
  return (
    <div role="status">
      <h3>{say(report.dry_run ? words.netbox_would : words.netbox_did)}</h3>
      <p>{say(words.netbox_items, numbers(report.items))}</p>
      <p>{say(words.netbox_relations, numbers(report.relations))}</p>
      {report.gone.length > 0 ? (
        <>
          <p>{say(words.netbox_gone, { count: format.number(report.items.gone) })}</p>
          <ul>
            {report.gone.map((each) => (
              <li key={each.id}>
                <RefLink id={each.id} refs={{ [each.id]: each.name }} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {report.bad_count > 0 ? <Bad report={report} /> : null}
      <Counts report={report} />
    </div>
  );
}

const badTexts: Readonly<Record<string, Text>> = {
  no_object: words.bad_no_object,
  twice: words.bad_twice,
  no_name: words.bad_no_name,
  dangling: words.bad_dangling,
  wrong_value: words.bad_wrong_value,
  too_long: words.bad_too_long,
  circle: words.bad_circle,
};

function Bad({ report }: { readonly report: Report }) {
  const say = useSay();
  const format = useFormat();
  return (
    <details open>
      <summary>{say(words.netbox_bad, { count: format.number(report.bad_count) })}</summary>
      <Sideways label={say(words.bad)}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say(words.object)}</th>
              <th scope="col">{say(words.why)}</th>
              <th scope="col">{say(words.value)}</th>
            </tr>
          </thead>
          <tbody>
            {report.bad.map((each) => (
              <tr key={`${each.row} ${each.object} ${each.code}`}>
                <td className="mono">{each.object}</td>
                <td>{say(badTexts[each.code] ?? words.bad_refused)}</td>
                <td>{each.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </details>
  );
}

function Counts({ report }: { readonly report: Report }) {
  const say = useSay();
  const format = useFormat();
  const columns = ['objects', 'taken', 'folded', 'left_out', 'bad'] as const;
  return (
    <details>
      <summary>{say(words.netbox_counts, { count: format.number(report.objects) })}</summary>
      <Sideways label={say(words.netbox_counts, { count: format.number(report.objects) })}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say(words.model)}</th>
              {columns.map((each) => (
                <th key={each} scope="col" className="num">
                  {say(words[each])}
                </th>
              ))}
              <th scope="col">{say(words.why)}</th>
            </tr>
          </thead>
          <tbody>
            {report.counts.map((each) => (
              <tr key={each.model}>
                <th scope="row" className="mono">
                  {each.model}
                </th>
                {columns.map((column) => (
                  <td key={column} className="num">
                    {format.number(each[column])}
                  </td>
                ))}
                <td className="small">{each.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </details>
  );
}
