// One end of a relation: a service or an item, found while typing.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../../language.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { useRefs } from '../../record/queries.ts';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { texts } from '../../texts.ts';

/** One of the ends: a service or an item, found while typing. */
export const End: ArrangedWidget = ({ name, field, value, onChange, error, refs }) => {
  const say = useSay();
  const [search, setSearch] = useState('');
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const asked = search === (chosen ? (seen[chosen] ?? refs[chosen] ?? '') : null) ? '' : search;
  const items = useRefs('configuration_item', asked);
  const services = useRefs('service', asked);
  const options = [...(services.data?.data ?? []), ...(items.data?.data ?? [])].map((each) => ({ value: each.id, label: `${each.title} · ${each.id}` }));
  const known = chosen && !options.some((each) => each.value === chosen) ? [{ value: chosen, label: seen[chosen] ?? refs[chosen] ?? chosen }] : [];
  return (
    <Select
      label={say(field.label)}
      description={field.means ? say(field.means) : undefined}
      name={name}
      withAsterisk={field.needed === true}
      searchable
      data={[...known, ...options]}
      filter={({ options: all }) => all}
      value={chosen}
      error={error}
      placeholder={say(words.end_hint)}
      nothingFoundMessage={say(texts.nothing_found)}
      onSearchChange={setSearch}
      onChange={(next) => {
        const label = options.find((each) => each.value === next)?.label;
        if (next && label) setSeen((before) => ({ ...before, [next]: label }));
        onChange(next);
      }}
    />
  );
};
