// Proposes the public holidays of a country for the closed days: looked at, chosen and added by hand, never by itself.
import { Button, Checkbox, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, query } from '../../api.ts';
import { serverNow } from '../../clockwork.ts';
import { useFormat } from '../../format.ts';
import { useReader, useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { holidayTexts } from '../../texts/holidays.ts';
import { texts } from '../../texts.ts';

type Day = { readonly date: string; readonly name: string };
type Place = { readonly code: string; readonly name: string };
type Answer = { readonly data: readonly Day[]; readonly countries: readonly Place[]; readonly regions: readonly Place[] };
type Asked = { readonly country: string | null; readonly region: string | null; readonly from: number; readonly to: number };
type Props = { readonly present: readonly Day[]; readonly onAdd: (days: readonly Day[]) => void; readonly onClose: () => void };

const home: Readonly<Record<string, string>> = { nl: 'NL', de: 'DE' };

export function Propose({ present, onAdd, onClose }: Props) {
  const say = useSay();
  const { language } = useReader();
  const year = new Date(serverNow()).getUTCFullYear();
  const [asked, setAsked] = useState<Asked>({ country: home[language] ?? null, region: null, from: year, to: year + 3 });
  const countries = useQuery({
    queryKey: ['holidays', 'countries', language],
    queryFn: ({ signal }) => get<Answer>('/api/holidays', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = useQuery({
    queryKey: ['holidays', 'days', language, asked],
    queryFn: ({ signal }) => get<Answer>(`/api/holidays${query(asked)}`, signal),
    enabled: asked.country !== null,
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <section className="propose" aria-label={say(holidayTexts.propose)}>
      <Question asked={asked} onAsk={setAsked} countries={countries.data?.countries ?? []} regions={found.data?.regions ?? []} />
      {asked.country === null ? (
        <p className="dim small">{say(holidayTexts.choose_country)}</p>
      ) : (
        <Panel of={found} lines={3}>
          {({ data }) => <Choosing key={JSON.stringify(data.map((each) => each.date))} days={data} present={present} onAdd={onAdd} />}
        </Panel>
      )}
      <p className="dim small">
        {say(holidayTexts.source)}{' '}
        <button type="button" className="link" onClick={onClose}>
          {say(texts.close)}
        </button>
      </p>
    </section>
  );
}

type QuestionProps = {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  readonly countries: readonly Place[];
  readonly regions: readonly Place[];
};

function Question({ asked, onAsk, countries, regions }: QuestionProps) {
  const say = useSay();
  const options = (places: readonly Place[]) => places.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  return (
    <div className="week-row">
      <Select
        size="xs"
        searchable
        className="grow"
        label={say(holidayTexts.country)}
        data={options(countries)}
        value={asked.country}
        onChange={(country) => onAsk({ ...asked, country, region: null })}
        nothingFoundMessage={say(texts.nothing_found)}
      />
      {regions.length > 0 ? (
        <Select
          size="xs"
          searchable
          clearable
          className="grow"
          label={say(holidayTexts.region)}
          placeholder={say(holidayTexts.whole_country)}
          data={options(regions)}
          value={asked.region}
          onChange={(region) => onAsk({ ...asked, region })}
        />
      ) : null}
      {(['from', 'to'] as const).map((end) => (
        <NumberInput
          key={end}
          size="xs"
          w={100}
          allowDecimal={false}
          label={say(end === 'from' ? holidayTexts.from_year : holidayTexts.to_year)}
          value={asked[end]}
          onChange={(next) =>
            typeof next === 'number' && next > 999 && onAsk({ ...asked, [end]: next, ...(end === 'from' && next > asked.to ? { to: next } : {}) })
          }
        />
      ))}
    </div>
  );
}

/** What is there already cannot be added again; the rest is chosen until somebody says otherwise. */
function Choosing({
  days,
  present,
  onAdd,
}: {
  readonly days: readonly Day[];
  readonly present: readonly Day[];
  readonly onAdd: (days: readonly Day[]) => void;
}) {
  const say = useSay();
  const format = useFormat();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const there = new Set(present.map((each) => each.date));
  const chosen = days.filter((each) => !there.has(each.date) && !left.has(each.date));
  const toggle = (date: string) => setLeft((before) => (before.has(date) ? new Set([...before].filter((each) => each !== date)) : new Set([...before, date])));
  if (days.length === 0) return <p className="dim small">{say(holidayTexts.none)}</p>;
  return (
    <>
      <ul className="propose-days">
        {days.map((each) => (
          <li key={each.date}>
            <Checkbox
              size="xs"
              disabled={there.has(each.date)}
              checked={there.has(each.date) || !left.has(each.date)}
              onChange={() => toggle(each.date)}
              label={`${format.weekday(weekdayOf(each.date), 'short')} ${format.date(each.date)} ${each.name}${there.has(each.date) ? ` (${say(holidayTexts.there)})` : ''}`}
            />
          </li>
        ))}
      </ul>
      <Button size="compact-sm" disabled={chosen.length === 0} onClick={() => onAdd(chosen)} style={{ alignSelf: 'flex-start' }}>
        {say(holidayTexts.add, { count: chosen.length })}
      </Button>
    </>
  );
}

/** 1 = Monday */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
