// Inputs that refer to other records: found while typing, by name or number.
import { MultiSelect, Select } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSay } from '../language.tsx';
import { texts } from '../texts.ts';
import { useRefs } from './queries.ts';
import type { WidgetProps } from './widget.ts';
import { textOf, useBasics } from './widget-basics.ts';

/** What can be chosen for these words. Titles once seen are remembered, so that what was chosen keeps its name. */
function useOptions(props: WidgetProps, chosen: readonly string[]) {
  const [words, setWords] = useState('');
  const seen = useRef(new Map<string, string>());
  const titleOf = (id: string): string => seen.current.get(id) ?? props.refs[id] ?? id;
  // The box of a single choice holds the title of what was chosen: that is no search for it.
  const search = chosen.some((id) => titleOf(id) === words) ? '' : words;
  const to = props.field.kind === 'ref' || props.field.kind === 'refs' ? props.field.to : '';
  const asked = useRefs(to, search, to !== '');
  const found = asked.data?.data ?? [];
  for (const each of found) seen.current.set(each.id, each.detail ? `${each.title} · ${each.detail}` : each.title);
  // Whoever types faster than the answer comes must not choose from the answer to other words.
  const fitting = asked.isPlaceholderData ? found.filter((each) => fits(titleOf(each.id), search)) : found;
  const ids = [...new Set([...fitting.map((each) => each.id), ...chosen])];
  return { data: ids.map((value) => ({ value, label: titleOf(value) })), search, setWords };
}

const fits = (title: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => title.toLowerCase().includes(word));

export function Reference(props: WidgetProps) {
  const say = useSay();
  const value = textOf(props.value) || null;
  const { data, search, setWords } = useOptions(props, value ? [value] : []);
  return (
    <Select
      {...useBasics(props)}
      searchable
      // A form that opens on this box must not cover its own buttons with what could be chosen.
      openOnFocus={props.autoFocus !== true}
      clearable={!props.field.needed}
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={props.onChange}
      onSearchChange={setWords}
      onKeyDown={(event) => search !== '' && takeFirst(event)}
      placeholder={props.bare ? say(props.field.label) : say(texts.type_to_search)}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}

/** Enter after typing takes the first that fits, unless another was pointed at; it must not send the form and leave the words behind. */
function takeFirst(event: KeyboardEvent<HTMLInputElement>): void {
  const box = event.currentTarget;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  if (box.getAttribute('aria-expanded') !== 'true' || box.getAttribute('aria-activedescendant')) return;
  event.preventDefault();
  document
    .getElementById(box.getAttribute('aria-controls') ?? '')
    ?.querySelector<HTMLElement>('[role=option]')
    ?.click();
}

export function References(props: WidgetProps) {
  const say = useSay();
  const value = Array.isArray(props.value) ? props.value.map(String) : [];
  const { data, setWords } = useOptions(props, value);
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
