// What a service is composed of: parts and groups, each group "all of", "any of" or "so many of".
import { ActionIcon, Button, Group, NativeSelect, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { Composition as Made } from '../../../calculus/composition.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useRefs } from '../../record/queries.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { serviceTexts } from '../../texts/service.ts';
import { texts } from '../../texts.ts';
import { childrenOf } from './composition-query.ts';

export function Composition({ field, value, onChange, refs, error }: WidgetProps) {
  const say = useSay();
  const made = (value ?? null) as Made | null;
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {field.means ? <p className="dim small">{say(field.means)}</p> : null}
      {made ? <Piece made={made} refs={refs} onChange={onChange} /> : <Adding onAdd={onChange} />}
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
}

type PieceProps = { readonly made: Made; readonly refs: Readonly<Record<string, string>>; readonly onChange: (made: Made | null) => void };
type Kind = 'all' | 'any' | 'k';

const kindOf = (made: Made): Kind => ('k' in made ? 'k' : 'any' in made ? 'any' : 'all');

/** `common`: the share of failures in ppm that strikes all members; only redundant groups have one. */
type Gate = { readonly k: number; readonly common: number };

function group(kind: Kind, parts: readonly Made[], { k, common }: Gate): Made | null {
  if (parts.length === 0) return null;
  const cause = common > 0 ? { common_cause: common } : {};
  if (kind === 'k') return { k: Math.min(Math.max(1, k), parts.length), of: parts, ...cause };
  return kind === 'any' ? { any: parts, ...cause } : { all: parts };
}

function Piece({ made, refs, onChange }: PieceProps) {
  const say = useSay();
  if ('part' in made) return <PartChoice id={made.part} refs={refs} onChange={(part) => onChange(part ? { part } : null)} />;
  const kind = kindOf(made);
  const parts = childrenOf(made);
  const gate = { k: 'k' in made ? made.k : 1, common: ('common_cause' in made ? made.common_cause : 0) ?? 0 };
  const swap = (index: number, next: Made | null) =>
    onChange(group(kind, next ? parts.map((each, at) => (at === index ? next : each)) : parts.filter((_, at) => at !== index), gate));
  return (
    <div className="gate">
      <Group gap="xs">
        <NativeSelect
          size="xs"
          aria-label={say(serviceTexts.kind_of_gate)}
          value={kind}
          onChange={(event) => onChange(group(event.currentTarget.value as Kind, parts, gate))}
          data={[
            { value: 'all', label: say(serviceTexts.gate_choice_all) },
            { value: 'any', label: say(serviceTexts.gate_choice_any) },
            { value: 'k', label: say(serviceTexts.gate_choice_k) },
          ]}
        />
        {kind === 'k' ? (
          <NumberInput
            size="xs"
            w={70}
            aria-label={say(serviceTexts.how_many)}
            min={1}
            max={parts.length}
            value={gate.k}
            onChange={(next) => onChange(group('k', parts, { ...gate, k: Number(next) || 1 }))}
          />
        ) : null}
        {kind === 'all' ? null : (
          <NumberInput
            size="xs"
            w={170}
            aria-label={say(serviceTexts.common_cause)}
            title={say(serviceTexts.common_cause_means)}
            prefix={`${say(serviceTexts.common_cause)}: `}
            suffix=" %"
            min={0}
            max={100}
            decimalScale={4}
            value={gate.common / 10_000}
            onChange={(next) => onChange(group(kind, parts, { ...gate, common: Math.round((Number(next) || 0) * 10_000) }))}
          />
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={say(texts.remove)} onClick={() => onChange(null)}>
          <Icon name="close" size={12} />
        </ActionIcon>
      </Group>
      {parts.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same part may occur twice
        <Piece key={index} made={each} refs={refs} onChange={(next) => swap(index, next)} />
      ))}
      <Adding onAdd={(next) => onChange(group(kind, [...parts, next], gate))} />
    </div>
  );
}

function PartChoice({
  id,
  refs,
  onChange,
}: {
  readonly id: string;
  readonly refs: Readonly<Record<string, string>>;
  readonly onChange: (id: string | null) => void;
}) {
  const say = useSay();
  const [words, setWords] = useState('');
  const found = useRefs('service', words);
  const known = new Map((found.data?.data ?? []).map((each) => [each.id, each.title]));
  if (id && !known.has(id)) known.set(id, refs[id] ?? id);
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        size="xs"
        className="grow"
        aria-label={say(serviceTexts.part)}
        searchable
        placeholder={say(texts.type_to_search)}
        filter={({ options }) => options}
        data={[...known].map(([value, label]) => ({ value, label }))}
        value={id || null}
        onChange={(next) => next && onChange(next)}
        onSearchChange={setWords}
        nothingFoundMessage={say(texts.nothing_found)}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={say(texts.remove)} onClick={() => onChange(null)}>
        <Icon name="close" size={12} />
      </ActionIcon>
    </Group>
  );
}

function Adding({ onAdd }: { readonly onAdd: (made: Made) => void }) {
  const say = useSay();
  return (
    <Group gap="xs">
      <Button size="compact-xs" variant="default" leftSection={<Icon name="plus" size={12} />} onClick={() => onAdd({ part: '' })}>
        {say(serviceTexts.add_part)}
      </Button>
      <Button size="compact-xs" variant="default" leftSection={<Icon name="plus" size={12} />} onClick={() => onAdd({ any: [{ part: '' }] })}>
        {say(serviceTexts.add_group)}
      </Button>
    </Group>
  );
}
