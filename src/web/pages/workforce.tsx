// People and their hours in a period: capacity against allocation against actual, time for the future, what was borrowed and who can do what.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { allocation } from '../../practices/workforce/allocation.record.ts';
import { borrowing } from '../../practices/workforce/borrowing.record.ts';
import type { WorkforceAnswer } from '../../practices/workforce/figures.record.ts';
import { planners } from '../../practices/workforce/scopes.record.ts';
import { timeEntry } from '../../practices/workforce/time-entry.record.ts';
import { get, query } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Behind, type Opened } from '../practices/workforce/behind.tsx';
import { CopyAllocations } from '../practices/workforce/copy.tsx';
import { FutureFigures } from '../practices/workforce/future.tsx';
import { Gaps } from '../practices/workforce/gaps.tsx';
import { Lent, People, Processes } from '../practices/workforce/tables.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayAsk } from '../record/may-open.ts';
import { useSession } from '../session.tsx';
import { workforceTexts as texts } from '../texts/workforce.ts';
import '../style/workforce.css';

const dayMs = 86_400_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const monthAfter = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

export function WorkforcePage() {
  const say = useSay();
  const format = useFormat();
  const session = useSession();
  const create = useCreating();
  const navigate = useNavigate();
  const { month: asked, week } = useSearch({ from: '/shell/workforce' });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [copying, setCopying] = useState(false);
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  const month = asked && /^\d{4}-\d{2}$/.test(asked) ? asked : dateOf(serverNow()).slice(0, 7);
  const period = week && mondaysOf(month).includes(week) ? { from: week, to: dateOf(Date.parse(week) + 6 * dayMs) } : daysOf(month);
  const go = (search: { month: string; week?: string }) => void navigate({ to: '/workforce', search });
  const found = useQuery({
    queryKey: ['allocation', 'list', 'workforce', period],
    queryFn: ({ signal }) => get<WorkforceAnswer>(`/api/workforce${query(period)}`, signal),
    placeholderData: (before) => before,
  });
  const plans = mayAsk(planners, session);
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(found.data && !found.data.data.whole ? texts.intro_own : texts.intro)}</p>
        </div>
        <div className="wf-bar">
          <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(timeEntry.name)}>
            {say(texts.book)}
          </Button>
          <Button size="xs" variant="default" onClick={() => create(borrowing.name)}>
            {say(texts.borrow)}
          </Button>
          {plans ? (
            <>
              <Button size="xs" variant="default" onClick={() => create(allocation.name)}>
                {say(texts.allocate)}
              </Button>
              <Button size="xs" variant="default" onClick={() => setCopying(true)}>
                {say(texts.copy)}
              </Button>
            </>
          ) : null}
          <Link to="/workforce/staffing">{say(texts.staffing_link)}</Link>
        </div>
      </header>
      <div className="wf-bar">
        <Button size="xs" variant="default" onClick={() => go({ month: monthAfter(month, -1) })}>
          ‹ {say(texts.earlier)}
        </Button>
        <NativeSelect
          size="xs"
          label={say(texts.month)}
          data={Array.from({ length: 19 }, (_, at) => monthAfter(month, 6 - at)).map((each) => ({ value: each, label: format.month(each) }))}
          value={month}
          onChange={(event) => go({ month: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={say(texts.span)}
          data={[
            { value: '', label: say(texts.whole_month) },
            ...mondaysOf(month).map((each) => ({ value: each, label: say(texts.week_of, { date: format.date(each) }) })),
          ]}
          value={period.from === week ? week : ''}
          onChange={(event) => go({ month, week: event.currentTarget.value })}
        />
        <Button size="xs" variant="default" onClick={() => go({ month: monthAfter(month, 1) })}>
          {say(texts.later)} ›
        </Button>
      </div>
      <Panel of={found} lines={8}>
        {(answer) => <Figures answer={answer} open={setOpened} />}
      </Panel>
      {opened ? <Behind opened={opened} from={period.from} to={period.to} onClose={() => setOpened(null)} /> : null}
      {copying ? <CopyAllocations from={month} to={monthAfter(month, 1)} onClose={() => setCopying(false)} /> : null}
    </section>
  );
}

function Figures({ answer: { data, refs }, open }: { readonly answer: WorkforceAnswer; readonly open: (opened: Opened) => void }) {
  const say = useSay();
  const people = data.rows.filter((each) => each.kind === 'person');
  const teams = data.rows.filter((each) => each.kind === 'team');
  if (data.cells.length === 0 && people.every((each) => each.capacity === 0))
    return <Message icon="list" title={say(texts.nothing)} text={say(texts.nothing_text)} />;
  return (
    <div className="wf-parts">
      <FutureFigures data={data} open={open} />
      <h2>{say(texts.people)}</h2>
      <p className="dim small">{say(texts.derived_text)}</p>
      <People rows={people} refs={refs} label={say(texts.people)} open={open} />
      {teams.length ? (
        <>
          <h2>{say(texts.teams)}</h2>
          <People rows={teams} refs={refs} label={say(texts.teams)} open={open} />
        </>
      ) : null}
      <h2>{say(texts.cells)}</h2>
      <p className="dim small">{say(texts.cells_text)}</p>
      <Processes cells={data.cells} refs={refs} open={open} />
      <h2>{say(texts.borrowings)}</h2>
      <Lent rows={data.lent} refs={refs} />
      {data.whole ? (
        <>
          <h2>{say(texts.gaps)}</h2>
          <p className="dim small">{say(texts.gaps_text)}</p>
          <Gaps rows={data.gaps} refs={refs} />
        </>
      ) : null}
    </div>
  );
}

function daysOf(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: dateOf(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) - dayMs) };
}

/** Mondays of the weeks that touch a month. */
function mondaysOf(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  return Array.from({ length: 6 }, (_, at) => dateOf(monday + at * 7 * dayMs)).filter((each) => each <= daysOf(month).to);
}
