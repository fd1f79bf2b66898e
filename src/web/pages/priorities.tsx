// The priority matrix as a grid that is edited in its cells, and the reasons for waiting, rejecting and overriding.
import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { priorityRule } from '../../practices/incident/priority-rule.record.ts';
import { reason } from '../../practices/incident/reason.record.ts';
import { newKey, problemOf } from '../api.ts';
import type { Row } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Panel } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { List } from '../record/list.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useList, useOpen, usePerform } from '../record/queries.ts';
import { Priority } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { shellTexts } from '../texts/shell.ts';
import { texts } from '../texts.ts';

const route = getRouteApi('/shell/priorities');

export function PrioritiesPage() {
  const say = useSay();
  const { q } = route.useSearch();
  const keeper = mayOpen(priorityRule, useSession());
  const navigate = route.useNavigate();
  useEffect(() => {
    document.title = say(shellTexts.priorities);
  }, [say]);
  return (
    <section className="page">
      <header className="page-head">
        <h1>{say(shellTexts.priorities)}</h1>
      </header>
      <h2>{say(pageTexts.matrix)}</h2>
      {keeper ? <p className="dim small">{say(pageTexts.matrix_text)}</p> : null}
      <Matrix keeper={keeper} />
      <h2>{say(pageTexts.reasons_title)}</h2>
      <List definition={reason} q={q ?? 'is:open'} onQ={(next) => void navigate({ search: { q: next } })} />
    </section>
  );
}

const { impact, urgency } = priorityRule.fields;
const levels = Object.keys(impact.options);

function Matrix({ keeper }: { readonly keeper: boolean }) {
  const say = useSay();
  const rules = useList(priorityRule, 'is:open', { limit: 200 });
  return (
    <Panel of={rules}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        return (
          <table className="matrix">
            <thead>
              <tr>
                <td />
                {levels.map((level) => (
                  <th key={level} scope="col">
                    {say(urgency.label)}: {say(urgency.options[level as keyof typeof urgency.options])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {levels.map((high) => (
                <tr key={high}>
                  <th scope="row">
                    {say(impact.label)}: {say(impact.options[high as keyof typeof impact.options])}
                  </th>
                  {levels.map((level) => (
                    <td key={level}>
                      <Cell at={{ impact: high, urgency: level }} row={rows.find((each) => each.impact === high && each.urgency === level)} keeper={keeper} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      }}
    </Panel>
  );
}

type At = { readonly impact: string; readonly urgency: string };

function Cell({ at, row, keeper }: { readonly at: At; readonly row: Row | undefined; readonly keeper: boolean }) {
  const say = useSay();
  const open = useOpen(priorityRule);
  const perform = usePerform(priorityRule, row?.id ?? '');
  if (!keeper) return row ? <Priority level={Number(row.priority)} /> : <span className="dim">{say(pageTexts.no_rule)}</span>;
  const done = { onSuccess: () => toast(say(texts.saved)), onError: (error: unknown) => toast(problemOf(error).detail || say(texts.error_text), true) };
  const choose = (priority: number) => {
    if (row) perform.mutate({ command: 'change', input: { priority }, version: row.version }, done);
    else open.mutate({ input: { ...at, priority }, key: newKey() }, done);
  };
  const label = say(pageTexts.matrix_cell, {
    impact: say(impact.options[at.impact as keyof typeof impact.options]),
    urgency: say(urgency.options[at.urgency as keyof typeof urgency.options]),
  });
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      className="matrix-cell"
      data-level={String(row?.priority ?? '')}
      value={String(row?.priority ?? '')}
      disabled={perform.isPending || open.isPending}
      data={[...(row ? [] : [{ value: '', label: say(pageTexts.no_rule) }]), ...[1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: `P${level}` }))]}
      onChange={(event) => event.currentTarget.value && choose(Number(event.currentTarget.value))}
    />
  );
}
