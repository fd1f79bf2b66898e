// The list of any record: filters, sortable columns, rows that are only drawn when in sight, more on request, all in the address.
import { ActionIcon, Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Side } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { parseView, sortNames, writeView, wrongView } from '../../kernel/view.ts';
import { query } from '../api.ts';
import type { Clock, ListAnswer, Refs, Row } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Message, Panel } from '../parts/states.tsx';
import { recordTexts } from '../texts/record.ts';
import { shellTexts } from '../texts/shell.ts';
import { Cell, useColumns } from './columns.tsx';
import { Filters } from './filters.tsx';
import { useList } from './queries.ts';
import { labelOf } from './value.tsx';

const ColumnPicker = lazy(() => import('./column-picker.tsx').then((found) => ({ default: found.ColumnPicker })));

type Props = {
  readonly definition: Definition;
  readonly q: string;
  readonly onQ: (q: string) => void;
  /** Who reads: what their side is not shown is no column, and customers get states in their words. */
  readonly side?: Side;
  /** What to do when nothing is there yet. */
  readonly create?: ReactNode;
};

export type Gathered = {
  readonly rows: readonly Row[];
  readonly refs: Refs;
  readonly clocks: Readonly<Record<string, readonly Clock[]>>;
  readonly as_of: Readonly<Record<string, string>>;
};

export function gather(pages: readonly ListAnswer[]): Gathered {
  const as_of = Object.fromEntries(pages.flatMap((page) => page.data.map((row) => [row.id, page.now])));
  return {
    rows: pages.flatMap((page) => page.data),
    refs: Object.assign({}, ...pages.map((page) => page.refs)),
    clocks: Object.assign({}, ...pages.map((page) => page.clocks ?? {})),
    as_of,
  };
}

export function List({ definition, q, onQ, side = 'integrator', create }: Props) {
  const say = useSay();
  const format = useFormat();
  const [columns, setColumns] = useColumns(definition, side);
  const list = useList(definition, q, { columns: [definition.title, ...columns] });
  const gathered = useMemo(() => gather(list.data?.pages ?? []), [list.data]);
  // What is wrong with a filter is said beside the filter; the server's refusal would only say it again.
  const wrong = wrongView(definition, parseView(q)) !== null;
  const count = list.data?.pages[0]?.count;
  return (
    <div className="list">
      <div className="list-head">
        <Filters definition={definition} q={q} onQ={onQ} refs={gathered.refs} />
        <div className="list-tools">
          <span className="dim small" role="status">
            {count
              ? say(count.value === 1 ? recordTexts.count_one : recordTexts.count, { count: `${format.number(count.value)}${count.capped ? '+' : ''}` })
              : ''}
          </span>
          <ActionIcon
            component="a"
            href={`/api/${definition.plural}.csv${query({ q })}`}
            download
            variant="subtle"
            color="gray"
            aria-label={say(recordTexts.export)}
            title={say(recordTexts.export)}
          >
            <Icon name="download" />
          </ActionIcon>
          <Suspense fallback={null}>
            <ColumnPicker definition={definition} columns={columns} onChange={setColumns} />
          </Suspense>
        </div>
      </div>
      {wrong ? null : (
        <Panel of={list} lines={10}>
          {() =>
            gathered.rows.length === 0 ? (
              <Nothing definition={definition} q={q} onQ={onQ} create={create} />
            ) : (
              <Rows
                definition={definition}
                q={q}
                onQ={onQ}
                gathered={gathered}
                columns={columns}
                customer={side === 'customer'}
                more={list.hasNextPage ? () => void list.fetchNextPage() : null}
                busy={list.isFetchingNextPage}
              />
            )
          }
        </Panel>
      )}
    </div>
  );
}

function Nothing({ definition, q, onQ, create }: Pick<Props, 'definition' | 'q' | 'onQ' | 'create'>) {
  const say = useSay();
  const view = parseView(q);
  if (view.filters.length === 0 && view.words === '')
    return (
      <Message title={say(recordTexts.empty_list, { what: say(definition.plural_label).toLowerCase() })} text={say(definition.means)}>
        {create}
      </Message>
    );
  return (
    <Message icon="search" title={say(recordTexts.empty_filtered)}>
      <Button variant="default" size="xs" onClick={() => onQ(writeView({ words: '', filters: [], sort: view.sort }))}>
        {say(recordTexts.clear_filters)}
      </Button>
    </Message>
  );
}

type RowsProps = {
  readonly definition: Definition;
  readonly q: string;
  readonly onQ: (q: string) => void;
  readonly gathered: Gathered;
  readonly columns: readonly string[];
  readonly customer: boolean;
  readonly more: (() => void) | null;
  readonly busy: boolean;
};

function Rows({ definition, q, onQ, gathered, columns, customer, more, busy }: RowsProps) {
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { rows } = gathered;
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 34, overscan: 12 });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const navigate = useNavigate();

  const step = useCallback(
    (by: number) => {
      const next = Math.min(rows.length - 1, Math.max(0, active + by));
      setActive(next);
      virtual.scrollToIndex(next);
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
    },
    [active, rows.length, virtual],
  );
  useShortcuts(
    useMemo(
      () => [
        { name: 'next', keys: 'j', label: say(shellTexts.key_next), run: () => step(1) },
        { name: 'previous', keys: 'k', label: say(shellTexts.key_previous), run: () => step(-1) },
        { name: 'open', keys: 'o', label: say(shellTexts.key_open), run: () => rows[active] && void navigate({ to: '/$id', params: { id: rows[active].id } }) },
      ],
      [step, rows, active, navigate, say],
    ),
  );
  const all = ['id', definition.title, ...columns];
  return (
    <div className="scroller" ref={scroller}>
      <table className="rows" aria-rowcount={rows.length}>
        <thead>
          <tr>
            {all.map((name) => (
              <Heading key={name} definition={definition} name={name} q={q} onQ={onQ} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <tr aria-hidden="true" style={{ height: before }} /> : null}
          {items.map((item) => {
            const row = rows[item.index] as Row;
            return (
              <tr
                key={row.id}
                data-index={item.index}
                data-active={item.index === active || undefined}
                data-closed={!row.open || undefined}
                ref={virtual.measureElement}
                onClick={(event) => {
                  if (!(event.target as HTMLElement).closest('a, button') && !window.getSelection()?.toString())
                    void navigate({ to: '/$id', params: { id: row.id } });
                }}
              >
                <td className="cell-id">
                  <Link to="/$id" params={{ id: row.id }} onFocus={() => setActive(item.index)}>
                    {row.id}
                  </Link>
                </td>
                <td className="cell-title">{String(gathered.refs[String(row[definition.title])] ?? row[definition.title] ?? '')}</td>
                {columns.map((name) => (
                  <td key={name} data-column={name}>
                    <Cell
                      definition={definition}
                      name={name}
                      row={row}
                      refs={gathered.refs}
                      clocks={gathered.clocks[row.id]}
                      as_of={gathered.as_of[row.id] ?? ''}
                      customer={customer}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 ? <tr aria-hidden="true" style={{ height: after }} /> : null}
        </tbody>
      </table>
      {more ? (
        <div className="list-more">
          <Button variant="default" size="xs" onClick={more} loading={busy}>
            {say(recordTexts.load_more)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Heading({
  definition,
  name,
  q,
  onQ,
}: {
  readonly definition: Definition;
  readonly name: string;
  readonly q: string;
  readonly onQ: (q: string) => void;
}) {
  const say = useSay();
  const label = say(labelOf(definition, name));
  const view = parseView(q);
  if (!sortNames(definition).includes(name)) return <th scope="col">{label}</th>;
  const sorted = view.sort?.field === name ? (view.sort.descending ? 'descending' : 'ascending') : undefined;
  const next = { field: name, descending: sorted === 'ascending' };
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" onClick={() => onQ(writeView({ ...view, sort: next }))} title={say(recordTexts.sort_by, { what: label })}>
        {label}
        {sorted ? <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={12} /> : null}
      </button>
    </th>
  );
}
