// Inputs that refer to other records: found while typing, by name or number.
import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import type { Refs } from '../contract.ts';
import { useSay } from '../language.tsx';
import { texts } from '../texts.ts';
import { useRefs } from './queries.ts';
import type { WidgetProps } from './widget.ts';
import { textOf, useBasics } from './widget-basics.ts';

function useOptions(props: WidgetProps, words: string, chosen: readonly string[]) {
  const to = props.field.kind === 'ref' || props.field.kind === 'refs' ? props.field.to : '';
  const found = useRefs(to, words, to !== '');
  const known = new Map((found.data?.data ?? []).map((each) => [each.id, each.detail ? `${each.title} · ${each.detail}` : each.title]));
  for (const id of chosen) if (!known.has(id)) known.set(id, props.refs[id] ?? id);
  return [...known].map(([value, label]) => ({ value, label }));
}

export function Reference(props: WidgetProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const value = textOf(props.value) || null;
  const data = useOptions(props, data_words(words, value, props.refs), value ? [value] : []);
  return (
    <Select
      {...useBasics(props)}
      searchable
      clearable={!props.field.needed}
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={props.onChange}
      onSearchChange={setWords}
      placeholder={props.bare ? say(props.field.label) : say(texts.type_to_search)}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}

/** What stands in the box is the chosen title, not a search for it. */
const data_words = (words: string, value: string | null, refs: Refs): string => (value && words.startsWith(refs[value] ?? value) ? '' : words);

export function References(props: WidgetProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const value = Array.isArray(props.value) ? props.value.map(String) : [];
  const data = useOptions(props, words, value);
  return (
    <MultiSelect
      {...useBasics(props)}
      searchable
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={props.onChange}
      onSearchChange={setWords}
      placeholder={value.length ? undefined : say(texts.type_to_search)}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}
