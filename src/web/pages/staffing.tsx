// How many people a desk needs in each half hour of a week, what one more or fewer would do, and what it rests on.
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { team as teamRecord } from '../../practices/organisation/team.record.ts';
import type { Source, Staffing, StaffingAnswer } from '../../practices/workforce/staffing.record.ts';
import { get, query } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { HalfHours } from '../practices/workforce/half-hours.tsx';
import { Slot } from '../practices/workforce/slot.tsx';
import { useList } from '../record/queries.ts';
import { useSession } from '../session.tsx';
import { workforceTexts as texts } from '../texts/workforce.ts';
import '../style/workforce.css';

type Asked = Readonly<Partial<Record<'team' | 'weeks' | 'share' | 'within' | 'handling' | 'shrinkage' | 'contacts', string>>>;

export function StaffingPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { day, slot, ...asked } = useSearch({ from: '/shell/workforce/staffing' });
  useEffect(() => {
    document.title = say(texts.staffing);
  }, [say]);
  const found = useQuery({
    queryKey: ['incident', 'list', 'staffing', asked],
    queryFn: ({ signal }) => get<StaffingAnswer>(`/api/workforce/staffing${query(asked)}`, signal),
    placeholderData: (before) => before,
  });
  const choose = (place: { day: number; slot: number }) =>
    void navigate({ to: '/workforce/staffing', search: { ...asked, day: String(place.day), slot: String(place.slot) }, replace: true, resetScroll: false });
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(texts.staffing)}</h1>
          <p className="dim small">{say(texts.staffing_text)}</p>
        </div>
        <Link to="/workforce">{say(texts.people_link)}</Link>
      </header>
      <Terms asked={asked} answer={found.data?.data} go={(search) => void navigate({ to: '/workforce/staffing', search })} />
      <Panel of={found} lines={8}>
        {({ data }) => {
          if (data.slots.length === 0) return <Message icon="list" title={say(texts.no_arrivals)} text={say(texts.no_arrivals_text)} />;
          const chosen = data.slots.find((each) => String(each.day) === day && String(each.slot) === slot) ?? data.slots[data.busiest ?? 0];
          return (
            <>
              <Rests data={data} />
              <div className="wf-two">
                <HalfHours data={data} chosen={chosen ?? null} choose={choose} />
                {chosen ? <Slot of={chosen} asked={asked} /> : null}
              </div>
            </>
          );
        }}
      </Panel>
    </section>
  );
}

/** What it rests on and how far to trust it, before any figure. */
function Rests({ data: { history, sums, doubts } }: { readonly data: Staffing }) {
  const say = useSay();
  const format = useFormat();
  const one = (value: number): string => format.number(Math.round(value * 10) / 10);
  const { week } = history;
  return (
    <>
      <p>
        {say(texts.rests, {
          total: history.total,
          weeks: history.weeks,
          from: format.date(history.from),
          to: format.date(history.to),
          value: one(week.value),
          low: one(week.low),
          high: one(week.high),
        })}{' '}
        {say(texts.sums, { need: format.hours(sums.rostered_minutes), there: format.hours(sums.staff_minutes), short: sums.short })}
      </p>
      {doubts.length ? (
        <div className="notice">
          <strong>{say(texts.doubt)}</strong>
          <ul>
            {doubts.map((each) => (
              <li key={each}>{say(each === 'no_capacity' ? texts.no_capacity_doubt : texts[each])}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="dim small">{say(texts.assumes)}</p>
    </>
  );
}

type TermsProps = { readonly asked: Asked; readonly answer: Staffing | undefined; readonly go: (asked: Asked) => void };

/** Shares are percents here and ppm in the address; what is left empty is found in the data. */
function Terms({ asked, answer, go }: TermsProps) {
  const say = useSay();
  const format = useFormat();
  const house = useSession().organisation?.id;
  const teams = useList(teamRecord, house ? `is:open organisation:${house}` : 'is:open', { limit: 100 }).data?.pages.flatMap((each) => each.data) ?? [];
  const percent = (ppm: string | undefined): number | '' => (ppm ? Number(ppm) / 10_000 : '');
  const plain = (text: string | undefined): number | '' => (text ? Number(text) : '');
  const [values, set] = useState<Readonly<Record<string, number | string>>>({
    weeks: plain(asked.weeks) || 26,
    share: percent(asked.share) || 80,
    within: plain(asked.within) === '' ? 30 : plain(asked.within),
    handling: plain(asked.handling),
    shrinkage: percent(asked.shrinkage),
    contacts: plain(asked.contacts) || 100,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = (name: string, factor = 1): Asked =>
      values[name] === '' || values[name] === undefined ? {} : { [name]: String(Math.round(Number(values[name]) * factor)) };
    go({
      ...(asked.team ? { team: asked.team } : {}),
      ...text('weeks'),
      ...text('share', 10_000),
      ...text('within'),
      ...text('handling'),
      ...text('shrinkage', 10_000),
      ...text('contacts'),
    });
  };
  const told = (source: Source | undefined, value: string): string | undefined =>
    source === 'found' ? say(texts.from_data, { value }) : source === 'assumed' ? say(texts.first_guess, { value }) : undefined;
  const terms = answer?.terms;
  const box = (name: 'weeks' | 'share' | 'within' | 'handling' | 'shrinkage' | 'contacts', min: number, max: number, hint?: string) => (
    <NumberInput
      size="xs"
      w={170}
      label={say(texts[name])}
      min={min}
      max={max}
      value={values[name] ?? ''}
      placeholder={hint}
      description={hint}
      onChange={(value) => set({ ...values, [name]: value })}
    />
  );
  return (
    <form className="wf-bar" onSubmit={submit}>
      <NativeSelect
        size="xs"
        label={say(texts.team)}
        data={[{ value: '', label: say(texts.all_teams) }, ...teams.map((each) => ({ value: each.id, label: String(each.name) }))]}
        value={asked.team ?? ''}
        onChange={(event) => go({ ...asked, team: event.currentTarget.value })}
      />
      {box('weeks', 2, 104)}
      {box('share', 50, 99.5)}
      {box('within', 0, 3_600)}
      {box('handling', 10, 14_400, told(terms?.handling_source, `${terms?.handling ?? ''} s`))}
      {box('shrinkage', 0, 90, told(terms?.shrinkage_source, terms ? format.percent(terms.shrinkage) : ''))}
      {box('contacts', 1, 10_000)}
      <Button size="xs" type="submit">
        {say(texts.apply)}
      </Button>
    </form>
  );
}
