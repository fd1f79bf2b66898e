// The filters of a list: one line of text and chips beneath it, both saying the same and each changing the other.
import { TextInput } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Definition } from '../../kernel/record.ts';
import { refusals } from '../../kernel/refusal.ts';
import { type Filter, parseView, writeView, wrongView } from '../../kernel/view.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { type Say, useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { isTexts, recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { choiceLabel, labelOf, stateLabel } from './value.tsx';

const AddFilter = lazy(() => import('./filter-add.tsx').then((found) => ({ default: found.AddFilter })));

type Props = { readonly definition: Definition; readonly q: string; readonly onQ: (q: string) => void; readonly refs: Refs };

export function Filters({ definition, q, onQ, refs }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState(q);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(q), [q]);
  useShortcuts(useMemo(() => [{ name: 'filter', keys: 'f', label: say(recordTexts.filter_line), run: () => box.current?.focus() }], [say]));
  const view = parseView(q);
  const wrong = wrongView(definition, view);
  const without = (index: number) => onQ(writeView({ ...view, filters: view.filters.filter((_, each) => each !== index) }));
  return (
    <div className="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onQ(writeView(parseView(typed)));
        }}
      >
        <TextInput
          ref={box}
          size="xs"
          aria-label={say(recordTexts.filter_line)}
          placeholder={say(recordTexts.filter_hint)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => typed !== q && onQ(writeView(parseView(typed)))}
          leftSection={<Icon name="search" size={14} />}
          classNames={{ input: 'mono' }}
        />
      </form>
      <div className="chips">
        {view.filters.map((filter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may stand there twice
          <span key={index} className="chip">
            <FilterText definition={definition} filter={filter} refs={refs} />
            <button
              type="button"
              aria-label={say(recordTexts.remove_filter, { what: `${filter.field}:${filter.values.join(',')}` })}
              onClick={() => without(index)}
            >
              <Icon name="close" size={10} />
            </button>
          </span>
        ))}
        <Suspense fallback={null}>
          <AddFilter definition={definition} onAdd={(filter) => onQ(writeView({ ...view, filters: [...view.filters, filter] }))} />
        </Suspense>
        {view.filters.length > 0 || view.words ? (
          <button type="button" className="link small" onClick={() => onQ(writeView({ words: '', filters: [], sort: view.sort }))}>
            {say(recordTexts.clear_filters)}
          </button>
        ) : null}
      </div>
      {wrong ? (
        <p className="refused" role="alert">
          {say(refusals[wrong.refused] ?? texts.error_text, wrong.params)}
        </p>
      ) : null}
    </div>
  );
}

function FilterText({ definition, filter, refs }: { readonly definition: Definition; readonly filter: Filter; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const values = filter.values.map((value) => valueText({ definition, filter, value, refs }, say, format.language)).join(', ');
  const name = filter.field === 'is' ? '' : `${say(labelOf(definition, filter.field))}${filter.operator === '=' ? ':' : ` ${filter.operator}`} `;
  return <span>{`${filter.not ? `${say(recordTexts.not)} ` : ''}${name}${values}`}</span>;
}

type Valued = { readonly definition: Definition; readonly filter: Filter; readonly value: string; readonly refs: Refs };

function valueText({ definition, filter, value, refs }: Valued, say: Say, _language: string): string {
  if (value === 'none') return say(texts.none);
  if (filter.field === 'is' || filter.field === 'state') {
    const word = Object.hasOwn(isTexts, value) ? isTexts[value as keyof typeof isTexts] : undefined;
    const state = definition.states[value];
    return word ? say(word) : state ? say(stateLabel(state, false)) : value;
  }
  const field = definition.fields[filter.field];
  if (field?.kind === 'choice') return choiceLabel(field, value, say);
  return refs[value] ?? value;
}
