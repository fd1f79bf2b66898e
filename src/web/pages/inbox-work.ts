// What is in the inbox: the open work of every kind of record that somebody holds, by what is due next, divided into sections.
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { partiesOf } from '../../kernel/decide.ts';
import { escalationRoles } from '../../kernel/escalation.ts';
import type { Definition } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import { get, query } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import type { Clock, ListAnswer, Refs, Row, Session } from '../contract.ts';
import { definitions } from '../record/definitions.ts';
import { pageTexts } from '../texts/pages.ts';

export type Scope = 'mine' | 'team' | 'all';
export type Item = { readonly definition: Definition; readonly row: Row; readonly refs: Refs; readonly clocks: readonly Clock[]; readonly as_of: string };
export type Section = { readonly name: string; readonly label: Text; readonly items: readonly Item[] };

const most = 100;
const dayMs = 86_400_000;
const filters: Readonly<Record<Scope, string>> = { mine: 'is:mine', team: 'is:team,mine', all: '' };

/** Records that somebody holds and that have clocks; suppliers only those that can be theirs. */
function kindsOf(session: Session): Definition[] {
  return definitions().filter((each) => each.custody && each.clocks && (session.side !== 'supplier' || each.parties?.supplier));
}

function useItems(kinds: readonly Definition[], q: string, enabled: boolean) {
  return useQueries({
    queries: kinds.map((definition) => ({
      queryKey: [definition.name, 'list', q, `inbox ${most}`],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<ListAnswer>(`/api/${definition.plural}${query({ q, limit: most })}`, signal).then((answer) => ({ definition, answer })),
      enabled,
    })),
    combine: (found) => ({
      items: found.flatMap(({ data }) =>
        data
          ? data.answer.data.map(
              (row): Item => ({ definition: data.definition, row, refs: data.answer.refs, clocks: data.answer.clocks[row.id] ?? [], as_of: data.answer.now }),
            )
          : [],
      ),
      // Not before every kind has answered: rows that come later would push away the one that is being read.
      data: found.some((each) => each.data) && !found.some((each) => each.isPending) ? true : undefined,
      error: found.find((each) => each.error)?.error ?? null,
      isPending: found.some((each) => each.isPending),
      dataUpdatedAt: Math.min(...found.map((each) => each.dataUpdatedAt)),
      refetch: () => Promise.all(found.map((each) => each.refetch())),
      more: found.flatMap(({ data }) => (data?.answer.next ? [data.definition.plural] : [])),
    }),
  });
}

export function useWork(session: Session, scope: Scope) {
  return useItems(kindsOf(session), `is:open ${filters[scope]} sort:due`.replace('  ', ' '), true);
}

/** What was escalated to a role of this person and waits for an answer, or was taken up by them: their own work, whatever the team. */
export function useEscalated(session: Session): readonly Item[] {
  const roles = escalationRoles.filter((each) => each !== 'agent' && session.roles.includes(each));
  const q = `is:open escalated_to:${roles.join(',')} sort:due`;
  const kinds = kindsOf(session).filter((each) => 'escalated_to' in each.fields);
  const { items } = useItems(kinds, q, session.side === 'integrator' && roles.length > 0);
  return useMemo(() => items.filter(({ row }) => row.escalation === 'asked' || row.acknowledged_by === session.person?.id), [items, session]);
}

export function useDone(session: Session, scope: Scope) {
  const [asked, setAsked] = useState(false);
  const day = useMemo(() => new Date(Math.floor(serverNow() / dayMs) * dayMs).toISOString(), []);
  const found = useItems(kindsOf(session), `is:closed ${filters[scope]} closed_at:>=${day} sort:-updated_at`.replace('  ', ' '), asked);
  return { items: found.items, ask: () => setAsked(true) };
}

/** Grouping for the eye only: by who has the work and on whom it waits, as the row says. */
export function sectionsOf(work: readonly Item[], escalated: readonly Item[], session: Session): Section[] {
  const raised = new Set(escalated.map((each) => each.row.id));
  const items = [...escalated, ...work.filter((each) => !raised.has(each.row.id))];
  const labels: Readonly<Record<string, Text>> = {
    escalated: pageTexts.escalated_to_me,
    now: pageTexts.now,
    supplier: pageTexts.with_supplier,
    customer: pageTexts.with_customer,
    waiting: pageTexts.waiting,
    confirm: pageTexts.to_confirm,
  };
  const groups = new Map<string, Item[]>(Object.keys(labels).map((name) => [name, []]));
  for (const item of [...items].sort(byDue)) groups.get(raised.has(item.row.id) || forTeam(item, session) ? 'escalated' : groupOf(item, session))?.push(item);
  return [...groups].filter(([, found]) => found.length > 0).map(([name, found]) => ({ name, label: labels[name] as Text, items: found }));
}

/** Half of the target is used: the team that has the work is asked to look. With more than a day left it keeps its mark and its place by what is due. */
function forTeam({ definition, row }: Item, session: Session): boolean {
  const team = definition.custody ? row[definition.custody.team] : null;
  const soon = row.due === null || Date.parse(row.due) - serverNow() < dayMs;
  return soon && row.escalation === 'asked' && row.escalated_to === 'agent' && session.teams.some((each) => each.id === team);
}

function groupOf({ definition, row }: Item, session: Session): string {
  const { custody } = definition;
  if (definition.states[row.state]?.tone === 'good') return 'confirm';
  if (custody && row[custody.reason]) return waitedOn(definition, row);
  const holder = custody ? row[custody.party] : null;
  const elsewhere = session.side === 'integrator' && typeof holder === 'string' && holder !== session.house?.id;
  return elsewhere || (session.side === 'integrator' && partiesOf(definition, row, 'supplier').some((each) => each !== session.house?.id)) ? 'supplier' : 'now';
}

function waitedOn(definition: Definition, row: Row): string {
  const on = definition.custody?.waited_on ? row[definition.custody.waited_on] : null;
  if (typeof on !== 'string') return 'waiting';
  return partiesOf(definition, row, 'customer').includes(on) ? 'customer' : 'supplier';
}

const byDue = (a: Item, b: Item): number => (a.row.due ?? '9').localeCompare(b.row.due ?? '9') || a.row.id.localeCompare(b.row.id);
