// Conformance at /conformance: how one kind of record really went in a period, beside the paths that are meant, with every figure open to its cases.
import { Button, NativeSelect, Slider, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Field } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type ConformanceAnswer, oddities } from '../../practices/conformance/conformance.record.ts';
import { query } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { definitionOf } from '../record/definitions.ts';
import { capital } from '../record/value.tsx';
import { FieldInput } from '../record/widgets.tsx';
import { useSession } from '../session.tsx';
import { conformanceTexts as texts } from '../texts/conformance.ts';
import { texts as words } from '../texts.ts';
import { followed, type Narrowing, useMap, usualPeriod } from './conformance-ask.ts';
import { CasesBehind } from './conformance-cases.tsx';
import { MapOfMoves } from './conformance-map.tsx';
import { Count, Moves, States, useSteps, Ways } from './conformance-tables.tsx';
import '../style/conformance.css';
import '../style/told.css';

const route = getRouteApi('/shell/conformance');
const refs = {
  customer: { kind: 'ref', to: 'organisation', label: texts.customer },
  service: { kind: 'ref', to: 'service', label: texts.service },
  supplier: { kind: 'ref', to: 'organisation', label: texts.supplier },
} as const satisfies Readonly<Record<string, Field>>;
type Search = ReturnType<typeof route.useSearch>;
type Set = (next: Search) => void;
type Ready = Extract<ConformanceAnswer, { state: 'ready' }>;

export function ConformancePage() {
  const say = useSay();
  return useSession().side === 'integrator' ? (
    <Following />
  ) : (
    <Message page icon="key" title={say(words.forbidden_title)} text={say(words.forbidden_text)} alert />
  );
}

function Following() {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const record = followed.find((each) => each === search.record) ?? 'incident';
  const definition = definitionOf(record);
  const { customer, service, supplier } = search;
  const usual = usualPeriod(serverNow());
  const asked: Narrowing = { from: search.from ?? usual.from, to: search.to ?? usual.to, ...present({ customer, service, supplier }) };
  const set: Set = (next) => void navigate({ search: (before) => present({ ...before, figure: undefined, ...next }), replace: true });
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(texts.text)}</p>
        </div>
        {definition ? (
          <Button
            component="a"
            size="xs"
            variant="default"
            href={`/api/conformance/${definition.plural}/xes${query({ from: asked.from, to: asked.to })}`}
            download
          >
            {say(texts.xes)}
          </Button>
        ) : null}
      </header>
      {definition ? <Asked definition={definition} asked={asked} search={search} set={set} /> : null}
    </section>
  );
}

const present = <T extends Readonly<Record<string, string | undefined>>>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T;

type AskedProps = { readonly definition: Definition; readonly asked: Narrowing; readonly search: Search; readonly set: Set };

function Asked({ definition, asked, search, set }: AskedProps) {
  const say = useSay();
  const format = useFormat();
  const found = useMap(definition.plural, asked);
  const answer = found.data;
  const labels = answer?.state === 'ready' ? answer.refs : {};
  return (
    <>
      <div className="paths-asking">
        <NativeSelect
          label={say(texts.record)}
          value={definition.name}
          onChange={(event) => set({ record: event.currentTarget.value })}
          data={followed.map((value) => ({ value, label: capital(say(definitionOf(value)?.plural_label ?? definition.plural_label)) }))}
        />
        <TextInput type="date" label={say(texts.from)} value={asked.from} max={asked.to} onChange={(event) => set({ from: event.currentTarget.value })} />
        <TextInput type="date" label={say(texts.to)} value={asked.to} min={asked.from} onChange={(event) => set({ to: event.currentTarget.value })} />
        {(['customer', 'service', 'supplier'] as const).map((name) => (
          <FieldInput
            key={name}
            name={name}
            field={refs[name]}
            value={search[name] ?? null}
            refs={labels}
            onChange={(value) => set({ [name]: typeof value === 'string' ? value : undefined })}
          />
        ))}
      </div>
      <Panel of={found} lines={10}>
        {(told) =>
          told.state === 'working' ? (
            <p role="status">{say(texts.working, { done: format.number(told.done), of: format.number(told.of) })}</p>
          ) : told.data.cases === 0 ? (
            <Message icon="list" title={say(texts.none)} text={say(texts.none_text)} />
          ) : (
            <Told answer={told} definition={definition} asked={asked} search={search} set={set} />
          )
        }
      </Panel>
    </>
  );
}

function Told({ answer, definition, asked, search, set }: AskedProps & { readonly answer: Ready }) {
  const say = useSay();
  const format = useFormat();
  const least = Math.min(50, Math.max(0, Number(search.least) || 0)) / 100;
  const cases = useRef<HTMLDivElement>(null);
  const open = (figure: string): void => set({ figure });
  const what = useWhat(definition, answer);
  const shown = search.figure;
  useEffect(() => {
    if (shown) cases.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const parts = { map: answer.data, definition, least, open };
  return (
    <>
      <p className="notice small">
        {say(answer.note)} <span className="dim">{say(texts.as_of, { time: format.time(answer.as_of) })}</span>
      </p>
      <Figures {...parts} />
      <div ref={cases}>
        {shown ? (
          <CasesBehind key={shown} definition={definition} asked={asked} figure={shown} what={what(shown)} close={() => set({ figure: undefined })} />
        ) : null}
      </div>
      <div className="paths-least">
        <span className="small" id="least">
          {say(texts.least, { share: format.percent(least) })}
        </span>
        <Slider
          aria-labelledby="least"
          thumbLabel={say(texts.least, { share: format.percent(least) })}
          min={0}
          max={50}
          label={null}
          value={Math.round(least * 100)}
          onChange={(value) => set({ least: value === 0 ? undefined : String(value), figure: search.figure })}
        />
      </div>
      <div className="paths-two">
        <section>
          <h2>{say(texts.map)}</h2>
          <p className="dim small">{say(texts.map_help)}</p>
          <MapOfMoves {...parts} />
        </section>
        <div>
          <Oddities {...parts} />
          <Ways {...parts} />
        </div>
      </div>
      <States {...parts} />
      <Moves {...parts} />
    </>
  );
}

/** What a figure is called: the words of its kind, or the way itself. */
function useWhat(definition: Definition, { data }: Ready): (figure: string) => string {
  const say = useSay();
  const steps = useSteps(definition);
  return (figure) => {
    const [kind = ''] = figure.split(':');
    const rest = figure.slice(kind.length + 1);
    if (kind === 'odd') return say(texts[rest as keyof typeof texts] ?? texts.deviations);
    if (kind === 'move') return steps(rest.split('>'));
    if (kind === 'state') return steps([rest]);
    if (kind === 'again') return `${steps([rest])}, ${say(texts.again)}`;
    const way = [...data.ways, ...data.event_ways].find((each) => each.key === rest);
    if (way) return steps(way.steps);
    return say(
      { loops: texts.loops, bounced: texts.bounced, reassigned: texts.reassigned, ping_pong: texts.ping_pong, whole: texts.fitness }[kind] ?? texts.all_cases,
    );
  };
}

type Parts = { readonly map: Ready['data']; readonly definition: Definition; readonly least: number; readonly open: (figure: string) => void };

function Figures({ map, open }: Parts) {
  const say = useSay();
  const format = useFormat();
  const span = (ms: number | null | undefined): string => (typeof ms === 'number' ? format.span(ms) : '-');
  const { throughput, fitness, loops, custody } = map;
  const cards = [
    { name: texts.cases, value: format.number(map.cases), more: say(texts.ended, { count: format.number(map.ended) }), figure: 'all' },
    {
      name: texts.events,
      value: format.number(map.events),
      more: say(texts.per_case, { count: format.number(map.events_per_case.at[1] ?? 0) }),
      figure: 'all',
    },
    {
      name: texts.fitness,
      value: fitness.mean === null ? '-' : format.percent(fitness.mean),
      more: say(texts.whole, { count: format.number(fitness.whole) }),
      figure: 'whole',
    },
    {
      name: texts.throughput,
      value: span(throughput.wall.at[1]),
      more: say(texts.ninety, { time: span(throughput.wall.at[3]), worked: span(throughput.working.at[1]) }),
      figure: 'ended',
    },
    { name: texts.loops, value: format.number(loops.cases), more: say(texts.times, { count: format.number(loops.times) }), figure: 'loops' },
    {
      name: texts.reassigned,
      value: format.number(custody.reassigned.cases),
      more: say(texts.times, { count: format.number(custody.reassigned.times) }),
      figure: 'reassigned',
    },
    {
      name: texts.bounced,
      value: format.number(custody.bounced.cases),
      more: say(texts.times, { count: format.number(custody.bounced.times) }),
      figure: 'bounced',
    },
  ];
  return (
    <ul className="paths-figures-row">
      {cards.map((card) => (
        <li key={card.name.en} className="card">
          <button type="button" onClick={() => open(card.figure)}>
            <span className="small">{say(card.name)}</span>
            <strong>{card.value}</strong>
            <span className="dim small">{card.more}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Oddities({ map, open }: Parts) {
  const say = useSay();
  const format = useFormat();
  const found = oddities.filter((name) => (map.oddities[name] ?? 0) > 0);
  return (
    <section>
      <h2>{say(texts.deviations)}</h2>
      {found.length === 0 ? <p className="dim">{say(texts.no_deviations)}</p> : null}
      <ul className="paths-oddities">
        {found.map((name) => {
          const count = map.oddities[name] ?? 0;
          return (
            <li key={name}>
              <Count value={count} label={say(texts[name])} onPress={() => open(`odd:${name}`)} /> <span>{say(texts[name])}</span>{' '}
              <span className="dim small">{format.share((count / map.cases) * 1_000_000)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
