// The forms of root cause analysis: rows of a timeline, a chain of whys with branches, and the bones of a fish. None of it is JSON.
import { Button, Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Bone, boneNames, type Cause, type Moment, type Why } from '../../../practices/problem/shapes.record.ts';
import { useReader, useSay } from '../../language.tsx';
import { Message } from '../../parts/states.tsx';
import { fromLocal, Time, toLocal } from '../../parts/time.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { definitionOf } from '../../record/definitions.ts';
import { Frame, Remove } from '../../record/row-parts.tsx';
import { sentence } from '../../record/sentence.ts';
import { useWords } from '../../record/value.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { problemTexts } from '../../texts/problem.ts';
import { texts } from '../../texts.ts';
import { type Happened, useMoments } from './queries.ts';

export const boneTexts: Readonly<Record<Bone, (typeof problemTexts)['b_people']>> = {
  people: problemTexts.b_people,
  process: problemTexts.b_process,
  technology: problemTexts.b_technology,
  supplier: problemTexts.b_supplier,
  environment: problemTexts.b_environment,
  measurement: problemTexts.b_measurement,
};

/** Beside the rows that were chosen stand those that the journals propose; choosing one takes it over. */
export const Timeline: ArrangedWidget = (props) => {
  const say = useSay();
  const { zone } = useReader();
  const rows = (props.value as readonly Moment[] | null) ?? [];
  const set = (at: number, part: Partial<Moment>) => props.onChange(rows.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const id = props.form.row?.id ?? '';
  return (
    <Frame field={props.field} error={props.error ?? null}>
      <ol className="rca-rows">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and typing must not lose the focus
          <li key={at}>
            <input
              type="datetime-local"
              className="mono"
              aria-label={say(problemTexts.when)}
              value={row.at ? toLocal(row.at, zone) : ''}
              onChange={(event) => set(at, { at: fromLocal(event.currentTarget.value, zone) ?? '' })}
            />
            <TextInput size="xs" aria-label={say(problemTexts.what)} value={row.what} onChange={(event) => set(at, { what: event.currentTarget.value })} />
            <span className="mono small dim">{row.record}</span>
            <Remove label={`${say(texts.remove)}: ${row.what}`} onRemove={() => props.onChange(rows.filter((_, index) => index !== at))} />
          </li>
        ))}
      </ol>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => props.onChange([...rows, { at: rows.at(-1)?.at ?? new Date().toISOString(), what: '', record: null }])}
      >
        {say(problemTexts.add_row)}
      </Button>
      <Proposals id={id} taken={rows} onTake={(moment) => props.onChange([...rows, moment].sort((a, b) => a.at.localeCompare(b.at)))} />
    </Frame>
  );
};

type Taking = { readonly id: string; readonly taken: readonly Moment[]; readonly onTake: (moment: Moment) => void };

function Proposals({ id, taken, onTake }: Taking) {
  const say = useSay();
  const words = useWords();
  const [search, setSearch] = useState('');
  const asked = useMoments(id);
  const told = (each: Happened): string => {
    const definition = definitionOf(each.record);
    const line = definition ? sentence(definition, each, { say, words, refs: asked.data?.refs ?? {} }) : each.fact;
    return `${each.actor_name} ${line}${each.note ? `: ${each.note}` : ''}`.slice(0, 900);
  };
  const known = new Set(taken.map((each) => `${each.at} ${each.record}`));
  const open = (asked.data?.data ?? []).filter((each) => !known.has(`${each.at} ${each.record_id}`)).map((each) => ({ ...each, line: told(each) }));
  const shown = open.filter((each) => `${each.record_id} ${each.line}`.toLowerCase().includes(search.toLowerCase())).slice(0, 80);
  return (
    <section className="rca-proposals">
      <h3>{say(problemTexts.proposals)}</h3>
      {asked.data && open.length === 0 ? <p className="dim small">{say(problemTexts.no_proposals)}</p> : null}
      {open.length > 6 ? (
        <TextInput
          size="xs"
          aria-label={say(problemTexts.find)}
          placeholder={say(problemTexts.find)}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <ul>
        {shown.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="link"
              aria-label={say(problemTexts.take_over, { what: each.line })}
              onClick={() => onTake({ at: each.at, what: each.line, record: each.record_id })}
            >
              <Time at={each.at} /> <span className="mono">{each.record_id}</span> {each.line}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const Near: ArrangedWidget = ({ field, value, onChange, form, error }) => {
  const say = useSay();
  const { id, incidents = [], changes = [] } = (form.row ?? {}) as { id?: string; incidents?: readonly string[]; changes?: readonly string[] };
  const named = (each: string): string => (form.refs[each] && form.refs[each] !== each ? `${each} ${form.refs[each]}` : each);
  return (
    <Select
      size="sm"
      searchable
      clearable
      label={say(field.label)}
      data={[...(id ? [id] : []), ...incidents, ...changes].map((each) => ({ value: each, label: named(each) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      error={error ?? undefined}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
};

/** Each answer is asked about in turn; several answers to one question are branches. */
export function Whys(props: WidgetProps) {
  const say = useSay();
  const whys = (props.value as readonly Why[] | null) ?? [];
  const next = `W${1 + Math.max(0, ...whys.map((each) => Number(each.id.replace(/\D/g, '')) || 0))}`;
  const add = (of: string | null) => props.onChange([...whys, { id: next, of, because: '', root: false }]);
  const set = (id: string, part: Partial<Why>) => props.onChange(whys.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const remove = (id: string) => {
    const gone = new Set([id]);
    for (const each of whys) if (each.of !== null && gone.has(each.of)) gone.add(each.id);
    props.onChange(whys.filter((each) => !gone.has(each.id)));
  };
  return (
    <Frame field={props.field} error={props.error ?? null}>
      <WhyBranch whys={whys} of={null} set={set} add={add} remove={remove} />
      <Button size="compact-xs" variant="default" onClick={() => add(null)}>
        {say(whys.length ? problemTexts.another_reason : problemTexts.ask_why)}
      </Button>
    </Frame>
  );
}

type Branch = {
  readonly whys: readonly Why[];
  readonly of: string | null;
  readonly set: (id: string, part: Partial<Why>) => void;
  readonly add: (of: string | null) => void;
  readonly remove: (id: string) => void;
};

function WhyBranch({ whys, of, ...act }: Branch) {
  const say = useSay();
  const own = whys.filter((each) => each.of === of);
  const above = whys.find((each) => each.id === of);
  if (own.length === 0) return null;
  return (
    <ul className="why-tree">
      {own.map((each) => (
        <li key={each.id}>
          <div className="why-row">
            <Textarea
              size="xs"
              autosize
              minRows={1}
              label={above ? say(problemTexts.why_again, { because: above.because || '…' }) : say(problemTexts.why_first)}
              value={each.because}
              onChange={(event) => act.set(each.id, { because: event.currentTarget.value })}
            />
            <Checkbox
              size="xs"
              label={say(problemTexts.root)}
              checked={each.root}
              onChange={(event) => act.set(each.id, { root: event.currentTarget.checked })}
            />
            <Button size="compact-xs" variant="default" onClick={() => act.add(each.id)}>
              {say(problemTexts.ask_why)}
            </Button>
            <Remove label={`${say(texts.remove)}: ${each.because}`} onRemove={() => act.remove(each.id)} />
          </div>
          <WhyBranch whys={whys} of={each.id} {...act} />
        </li>
      ))}
    </ul>
  );
}

export function Fishbone(props: WidgetProps) {
  const say = useSay();
  const causes = (props.value as readonly Cause[] | null) ?? [];
  const set = (at: number, part: Partial<Cause>) => props.onChange(causes.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Frame field={props.field} error={props.error ?? null}>
      {causes.length === 0 ? <Message icon="note" title={say(problemTexts.nothing_written)} /> : null}
      <ul className="rca-rows">
        {causes.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: causes have no name of their own, and typing must not lose the focus
          <li key={at}>
            <NativeSelect
              size="xs"
              aria-label={say(problemTexts.fishbone)}
              data={boneNames.map((value) => ({ value, label: say(boneTexts[value]) }))}
              value={each.category}
              onChange={(event) => set(at, { category: event.currentTarget.value as Bone })}
            />
            <TextInput size="xs" aria-label={say(problemTexts.cause)} value={each.cause} onChange={(event) => set(at, { cause: event.currentTarget.value })} />
            <Checkbox size="xs" label={say(problemTexts.counts)} checked={each.counts} onChange={(event) => set(at, { counts: event.currentTarget.checked })} />
            <Remove label={`${say(texts.remove)}: ${each.cause}`} onRemove={() => props.onChange(causes.filter((_, index) => index !== at))} />
          </li>
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => props.onChange([...causes, { category: causes.at(-1)?.category ?? 'technology', cause: '', counts: false }])}
      >
        {say(problemTexts.add_cause)}
      </Button>
    </Frame>
  );
}
