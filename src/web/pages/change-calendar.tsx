// The calendar of changes: timeline, week, month or table of what is planned, with what stands in the way of each change. The address is its state.
import { Button, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { CalendarAnswer } from '../../practices/change/calendar.record.ts';
import { maintenanceNotice } from '../../practices/change/notice.record.ts';
import { change } from '../../practices/change/record.ts';
import { serverNow } from '../clockwork.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Message, Panel, Skeleton } from '../parts/states.tsx';
import { type Filter, type Group, groups, useCalendar, within } from '../practices/change/calendar-data.ts';
import { entryKinds, Filters } from '../practices/change/calendar-filters.tsx';
import { dayAt, type Period, periodOf, stepped, today, type View, views, weekNumber } from '../practices/change/calendar-period.ts';
import type { Proposal } from '../practices/change/calendar-propose.tsx';
import { CalendarTable } from '../practices/change/calendar-table.tsx';
import { Timeline } from '../practices/change/calendar-timeline.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useSession } from '../session.tsx';
import { calendarTexts as texts } from '../texts/change-calendar.ts';
import { noticeTexts } from '../texts/notices.ts';
import '../style/change-calendar.css';

const CalendarGrid = lazy(() => import('../practices/change/calendar-grid.tsx').then((found) => ({ default: found.CalendarGrid })));
const Conflicts = lazy(() => import('../practices/change/calendar-conflicts.tsx').then((found) => ({ default: found.Conflicts })));
const FindSlot = lazy(() => import('../practices/change/calendar-slot.tsx').then((found) => ({ default: found.FindSlot })));
const Feeds = lazy(() => import('../practices/change/calendar-feed.tsx').then((found) => ({ default: found.Feeds })));

const NoticeUpload = lazy(() => import('../practices/change/calendar-upload.tsx').then((found) => ({ default: found.NoticeUpload })));
const Propose = lazy(() => import('../practices/change/calendar-propose.tsx').then((found) => ({ default: found.Propose })));

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
  const { kinds, type, service, supplier, customer } = search;
  const filter = { kinds, type, service, supplier, customer };
  const calendar = useCalendar(period, filter);
  const [asked, setAsked] = useState<Asked | null>(null);
  const inside = session.side === 'integrator';
  const may = { propose: mayOpen(change, session), upload: mayOpen(maintenanceNotice, session) };
  const propose = (proposal: Proposal) => setAsked({ proposal: { ...proposal, ...(service ? { services: [service] } : {}) } });
  const go = (next: Partial<Search>) => void navigate({ to: '/changes/calendar', search: { ...search, ...next }, replace: true });
  useShortcuts([
    { name: 'calendar.today', keys: 't', label: say(texts.today), run: () => go({ at: now }) },
    { name: 'calendar.earlier', keys: '[', label: say(texts.earlier), run: () => go({ at: stepped(view, date, -1) }) },
    { name: 'calendar.later', keys: ']', label: say(texts.later), run: () => go({ at: stepped(view, date, 1) }) },
    { name: 'calendar.left', keys: 'ArrowLeft', label: say(texts.earlier), run: () => go({ at: stepped(view, date, -1) }) },
    ...(may.propose ? [{ name: 'calendar.propose', keys: 'p', label: say(texts.propose), run: () => propose(dayAt(notBefore(date, now), format.zone)) }] : []),
    { name: 'calendar.right', keys: 'ArrowRight', label: say(texts.later), run: () => go({ at: stepped(view, date, 1) }) },
  ]);
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
        </div>
      </div>
      <div className="cal-bar-top">
        <Filters filter={filter} labels={calendar.data?.labels ?? {}} inside={inside} set={go} />
        {Object.values(filter).some(Boolean) ? (
          <Button size="compact-sm" variant="subtle" onClick={() => go({ kinds: '', type: '', service: '', supplier: '', customer: '' })}>
            {say(texts.clear)}
          </Button>
        ) : null}
        <div className="cal-tools">
          {may.propose ? (
            <Button size="compact-sm" title="p" onClick={() => propose(dayAt(notBefore(date, now), format.zone))}>
              {say(texts.propose)}
            </Button>
          ) : null}
          {inside ? (
            <Button size="compact-sm" variant="default" onClick={() => setAsked('slot')}>
              {say(texts.find)}
            </Button>
          ) : null}
          {may.upload ? (
            <Button size="compact-sm" variant="default" onClick={() => setAsked('upload')}>
              {say(noticeTexts.upload)}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => setAsked('feed')}>
            {say(texts.feed)}
          </Button>
        </div>
      </div>
      <Panel of={calendar} lines={8}>
        {(answer) => <Shown {...{ answer, view, group, period }} onOpen={(id) => setAsked({ conflicts: id })} onPropose={may.propose ? propose : null} />}
      </Panel>
      <Suspense fallback={null}>
        {calendar.data ? (
          <Opened {...{ asked, filter }} answer={calendar.data} onPropose={may.propose ? propose : null} onClose={() => setAsked(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}

/** Local dates are in the order of their letters. */
const notBefore = (date: string, now: string): string => [date, now].sort().at(-1) ?? now;

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

type Asked = 'slot' | 'feed' | 'upload' | { readonly conflicts: string } | { readonly proposal: Proposal };
type Proposing = ((proposal: Proposal) => void) | null;
type OpenedProps = {
  readonly asked: Asked | null;
  readonly filter: Filter;
  readonly answer: CalendarAnswer;
  readonly onPropose: Proposing;
  readonly onClose: () => void;
};

/** The dialog that is open, if any. */
function Opened({ asked, filter, answer, onPropose, onClose }: OpenedProps) {
  if (asked === null) return null;
  if (asked === 'feed') return <Feeds filter={filter} onClose={onClose} />;
  if (asked === 'upload') return <NoticeUpload onClose={onClose} />;
  if (asked === 'slot') return <FindSlot {...chooseFrom(answer)} onPropose={onPropose} onClose={onClose} />;
  if ('proposal' in asked) return <Propose proposal={asked.proposal} refs={answer.labels} onClose={onClose} />;
  return <Chosen id={asked.conflicts} answer={answer} onClose={onClose} />;
}

type ShownProps = {
  readonly answer: CalendarAnswer;
  readonly view: View;
  readonly group: Group;
  readonly period: Period;
  readonly onOpen: (id: string) => void;
  readonly onPropose: Proposing;
};

function Shown({ answer, view, group, period, onOpen, onPropose }: ShownProps) {
  const say = useSay();
  const entries = within(answer.data, period, answer.zone);
  return (
    <>
      <p className="cal-legend small dim">
        {entryKinds.map((each) => (
          <span key={each} className="cal-key" data-kind={each}>
            {say(texts[each])}
          </span>
        ))}
        <span>{say(texts.zone, { zone: answer.zone })}</span>
        {answer.unreadable > 0 ? <a href="/list/maintenance_notices?q=state:unreadable">{say(texts.unreadable, { count: answer.unreadable })}</a> : null}
      </p>
      {answer.truncated ? <p className="notice">{say(texts.truncated)}</p> : null}
      {entries.length === 0 && view === 'table' ? <Message icon="calendar" title={say(texts.empty)} /> : null}
      {entries.length === 0 && view === 'timeline' ? <p className="dim">{say(texts.empty)}</p> : null}
      {view === 'timeline' ? <Timeline {...{ answer, entries, period, group, onOpen, onPropose }} /> : null}
      {view === 'table' && entries.length ? <CalendarTable answer={answer} entries={entries} onOpen={onOpen} /> : null}
      {view === 'month' || view === 'week' ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <CalendarGrid {...{ answer, entries, period, view, onOpen, onPropose }} />
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
