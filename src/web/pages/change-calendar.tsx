// The calendar of changes: timeline, week, month or table of what is planned, with what stands in the way of each change. The address is its state.
import { Button, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { CalendarAnswer, EntryKind } from '../../practices/change/calendar.record.ts';
import { serverNow } from '../clockwork.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Message, Panel, Skeleton } from '../parts/states.tsx';
import { type Filter, type Group, groups, useCalendar, within } from '../practices/change/calendar-data.ts';
import { type Period, periodOf, stepped, today, type View, views, weekNumber } from '../practices/change/calendar-period.ts';
import { CalendarTable } from '../practices/change/calendar-table.tsx';
import { Timeline } from '../practices/change/calendar-timeline.tsx';
import { useSession } from '../session.tsx';
import { calendarTexts as texts } from '../texts/change-calendar.ts';
import '../style/change-calendar.css';

const CalendarGrid = lazy(() => import('../practices/change/calendar-grid.tsx').then((found) => ({ default: found.CalendarGrid })));
const Conflicts = lazy(() => import('../practices/change/calendar-conflicts.tsx').then((found) => ({ default: found.Conflicts })));
const FindSlot = lazy(() => import('../practices/change/calendar-slot.tsx').then((found) => ({ default: found.FindSlot })));
const Feeds = lazy(() => import('../practices/change/calendar-feed.tsx').then((found) => ({ default: found.Feeds })));

const kinds: readonly EntryKind[] = ['change', 'freeze', 'maintenance', 'customer_event', 'notice'];
type Search = { readonly view?: string; readonly at?: string; readonly group?: string } & Filter;

export function ChangeCalendarPage() {
  const say = useSay();
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const session = useSession();
  const view = views.find((each) => each === search.view) ?? 'timeline';
  const group = groups.find((each) => each === search.group) ?? 'service';
  const now = today(serverNow(), format.zone);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(search.at ?? '') && Number.isFinite(Date.parse(`${search.at}T00:00:00Z`)) ? (search.at as string) : now;
  const period = periodOf(view, date);
  const { kinds: only, service, supplier, customer } = search;
  const calendar = useCalendar(period, { kinds: only, service, supplier, customer });
  const [asked, setAsked] = useState<'slot' | 'feed' | { readonly conflicts: string } | null>(null);
  const go = (next: Partial<Search>) => void navigate({ to: '/changes/calendar', search: { ...search, ...next }, replace: true });
  useShortcuts([
    { name: 'calendar.today', keys: 't', label: say(texts.today), run: () => go({ at: now }) },
    { name: 'calendar.earlier', keys: '[', label: say(texts.earlier), run: () => go({ at: stepped(view, date, -1) }) },
    { name: 'calendar.later', keys: ']', label: say(texts.later), run: () => go({ at: stepped(view, date, 1) }) },
    { name: 'calendar.left', keys: 'ArrowLeft', label: say(texts.earlier), run: () => go({ at: stepped(view, date, -1) }) },
    { name: 'calendar.right', keys: 'ArrowRight', label: say(texts.later), run: () => go({ at: stepped(view, date, 1) }) },
  ]);
  const inside = session.side === 'integrator';
  return (
    <div className="page cal">
      <div className="cal-bar-top">
        <h1>{say(texts.title)}</h1>
        <Steps view={view} date={date} period={period} now={now} go={go} />
        <div className="cal-tools">
          <fieldset className="cal-views">
            <legend className="hidden">{say(texts.view)}</legend>
            {views.map((each) => (
              <Button
                key={each}
                size="compact-sm"
                variant={each === view ? 'filled' : 'default'}
                aria-pressed={each === view}
                onClick={() => go({ view: each })}
              >
                {say(texts[each])}
              </Button>
            ))}
          </fieldset>
          <NativeSelect
            size="xs"
            aria-label={say(texts.group)}
            value={group}
            onChange={(event) => go({ group: event.currentTarget.value })}
            data={groups.map((each) => ({ value: each, label: `${say(texts.group)}: ${say(texts[`by_${each}`])}` }))}
          />
          <NativeSelect
            size="xs"
            aria-label={say(texts.only)}
            value={only ?? ''}
            onChange={(event) => go({ kinds: event.currentTarget.value })}
            data={[{ value: '', label: `${say(texts.only)}: ${say(texts.all)}` }, ...kinds.map((each) => ({ value: each, label: say(texts[each]) }))]}
          />
          {inside ? (
            <Button size="compact-sm" variant="default" onClick={() => setAsked('slot')}>
              {say(texts.find)}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => setAsked('feed')}>
            {say(texts.feed)}
          </Button>
        </div>
      </div>
      <Panel of={calendar} lines={8}>
        {(answer) => <Shown answer={answer} view={view} group={group} period={period} search={search} go={go} onOpen={(id) => setAsked({ conflicts: id })} />}
      </Panel>
      <Suspense fallback={null}>
        {asked === 'feed' ? <Feeds filter={{ kinds: only, service, supplier, customer }} onClose={() => setAsked(null)} /> : null}
        {asked === 'slot' && calendar.data ? <FindSlot {...chooseFrom(calendar.data)} onClose={() => setAsked(null)} /> : null}
        {typeof asked === 'object' && asked && calendar.data ? <Chosen id={asked.conflicts} answer={calendar.data} onClose={() => setAsked(null)} /> : null}
      </Suspense>
    </div>
  );
}

type Going = { readonly go: (next: Partial<Search>) => void };
type StepsProps = Going & { readonly view: View; readonly date: string; readonly period: Period; readonly now: string };

function Steps({ view, date, period, now, go }: StepsProps) {
  const say = useSay();
  const format = useFormat();
  const monthly = view === 'month' || view === 'table';
  const title = monthly ? format.month(period.from.slice(0, 7)) : `${say(texts.week_n, { number: weekNumber(period.from) })} · ${format.date(period.from)}`;
  return (
    <div className="cal-steps">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say(texts.earlier)}
        title={`${say(texts.earlier)} [`}
        onClick={() => go({ at: stepped(view, date, -1) })}
      >
        ‹
      </Button>
      <strong aria-live="polite">{title}</strong>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say(texts.later)}
        title={`${say(texts.later)} ]`}
        onClick={() => go({ at: stepped(view, date, 1) })}
      >
        ›
      </Button>
      <Button size="compact-sm" variant="default" title="t" onClick={() => go({ at: now })}>
        {say(texts.today)}
      </Button>
    </div>
  );
}

type ShownProps = Going & {
  readonly answer: CalendarAnswer;
  readonly view: View;
  readonly group: Group;
  readonly period: Period;
  readonly search: Search;
  readonly onOpen: (id: string) => void;
};

function Shown({ answer, view, group, period, search, go, onOpen }: ShownProps) {
  const say = useSay();
  const entries = within(answer.data, period, answer.zone);
  const filters = (['service', 'supplier', 'customer'] as const).filter((each) => search[each]);
  return (
    <>
      <p className="cal-legend small dim">
        {kinds.map((each) => (
          <span key={each} className="cal-key" data-kind={each}>
            {say(texts[each])}
          </span>
        ))}
        <span>{say(texts.zone, { zone: answer.zone })}</span>
        {answer.unreadable > 0 ? <a href="/list/maintenance_notices?q=state:unreadable">{say(texts.unreadable, { count: answer.unreadable })}</a> : null}
        {filters.map((each) => (
          <button key={each} type="button" className="chip" onClick={() => go({ [each]: '' })}>
            {say(texts[`by_${each}`])}: {answer.labels[search[each] ?? ''] ?? search[each]} ×
          </button>
        ))}
      </p>
      {answer.truncated ? <p className="notice">{say(texts.truncated)}</p> : null}
      {entries.length === 0 && view !== 'month' && view !== 'week' ? <Message icon="calendar" title={say(texts.empty)} /> : null}
      {view === 'timeline' && entries.length ? <Timeline answer={answer} entries={entries} period={period} group={group} onOpen={onOpen} /> : null}
      {view === 'table' && entries.length ? <CalendarTable answer={answer} entries={entries} onOpen={onOpen} /> : null}
      {view === 'month' || view === 'week' ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <CalendarGrid answer={answer} entries={entries} period={period} view={view} onOpen={onOpen} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The entry anew, so that what was solved meanwhile is gone. */
function Chosen({ id, answer, onClose }: { readonly id: string; readonly answer: CalendarAnswer; readonly onClose: () => void }) {
  const entry = answer.data.find((each) => each.id === id);
  return entry ? <Conflicts entry={entry} labels={answer.labels} zone={answer.zone} onClose={onClose} /> : null;
}

function chooseFrom({ data, labels }: CalendarAnswer) {
  const changes = data.filter((each) => each.kind === 'change' && Date.parse(each.ends_at) > serverNow());
  const services = [...new Set(data.flatMap((each) => each.services))].map((id) => [id, labels[id] ?? id] as const).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return { changes: [...new Map(changes.map((each) => [each.id, each])).values()], services };
}
