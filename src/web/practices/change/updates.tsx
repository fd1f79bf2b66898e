// What becomes of the items of a change, one card to an item: the state it gets and the values that become other ones.
import { NativeSelect, Select } from '@mantine/core';
import type { ItemUpdate } from '../../../practices/change/shapes.record.ts';
import { configurationItem } from '../../../practices/configuration/record.ts';
import { useSay } from '../../language.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { useOne } from '../../record/queries.ts';
import { Frame, Remove } from '../../record/row-parts.tsx';
import { changeTexts as words } from '../../texts/change.ts';
import { texts } from '../../texts.ts';
import { AttributeInput } from '../configuration/attributes.tsx';
import { useAttributes } from '../configuration/values.tsx';

type Changes = ItemUpdate['changes'];

/** Only items of the change itself: others are to be named there first. */
export const Updates: ArrangedWidget = ({ field, value, onChange, error, form }) => {
  const say = useSay();
  const rows = (Array.isArray(value) ? value : []) as readonly ItemUpdate[];
  const items = ((form.values.items ?? form.row?.items ?? []) as readonly string[]).filter((id) => !rows.some((each) => each.item === id));
  const keep = (next: readonly ItemUpdate[]) => onChange(next.length ? next : null);
  const nameOf = (id: string): string => form.refs[id] ?? id;
  return (
    <Frame field={field} error={error ?? null}>
      {rows.map((row) => (
        <Update
          key={row.item}
          row={row}
          name={nameOf(row.item)}
          onChange={(changes) => keep(rows.map((each) => (each.item === row.item ? { ...each, changes } : each)))}
          onRemove={() => keep(rows.filter((each) => each.item !== row.item))}
        />
      ))}
      {items.length ? (
        <Select
          size="xs"
          searchable
          label={say(words.another_item)}
          placeholder={say(texts.type_to_search)}
          data={items.map((id) => ({ value: id, label: nameOf(id) }))}
          value={null}
          onChange={(item) => item && keep([...rows, { item, changes: {} }])}
        />
      ) : rows.length === 0 ? (
        <p className="dim small">{say(words.no_items)}</p>
      ) : null}
    </Frame>
  );
};

type One = { readonly row: ItemUpdate; readonly name: string; readonly onChange: (changes: Changes) => void; readonly onRemove: () => void };

function Update({ row: { item, changes }, name, onChange, onRemove }: One) {
  const say = useSay();
  const now = useOne(configurationItem, item).data?.data;
  const { attributes } = useAttributes(now?.type);
  const stands = (now?.attributes ?? {}) as Readonly<Record<string, unknown>>;
  const state = now ? configurationItem.states[now.state as keyof typeof configurationItem.states] : null;
  const set = (attribute: string, next: unknown) => {
    const kept = Object.entries({ ...changes.attributes, [attribute]: next }).filter(([, each]) => each !== null && each !== '');
    const { attributes: _before, ...rest } = changes;
    onChange(kept.length ? { ...rest, attributes: Object.fromEntries(kept) as NonNullable<Changes['attributes']> } : rest);
  };
  const become = (next: string) => {
    const { state: _before, ...rest } = changes;
    onChange(next ? { ...rest, state: next } : rest);
  };
  return (
    <fieldset className="item-update">
      <legend>
        {name} <Remove label={`${say(texts.remove)}: ${name}`} onRemove={onRemove} />
      </legend>
      <div className="attribute-grid">
        <NativeSelect
          label={say(words.becomes)}
          description={say(words.stays_empty)}
          data={[
            { value: '', label: state ? say(words.stays, { what: say(state.label) }) : '–' },
            ...Object.entries(configurationItem.states)
              .filter(([each]) => each !== now?.state)
              .map(([each, { label }]) => ({ value: each, label: say(label) })),
          ]}
          value={changes.state ?? ''}
          onChange={(event) => become(event.currentTarget.value)}
        />
        {attributes.map((each) => (
          <AttributeInput
            key={each.name}
            attribute={{ ...each, required: false }}
            now={stands[each.name]}
            value={changes.attributes?.[each.name] ?? null}
            onChange={(next) => set(each.name, next)}
          />
        ))}
      </div>
    </fieldset>
  );
}
