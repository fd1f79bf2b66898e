// Attributes as real inputs: those of an item, drawn from its type, and the list of a type itself.
import { ActionIcon, Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type Attribute, attributeKinds } from '../../../practices/configuration/item-type.record.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { texts } from '../../texts.ts';
import { useAttributes } from './values.tsx';

type Values = Readonly<Record<string, unknown>>;

/** What an item has of what its type says; the type is chosen in the same form. */
export const ItemAttributes: ArrangedWidget = ({ field, value, onChange, error, form }) => {
  const say = useSay();
  const type = form.values.type ?? form.row?.type;
  const { attributes, ready } = useAttributes(type);
  const given = (value ?? {}) as Values;
  const set = (name: string, next: unknown) => {
    const kept = Object.entries({ ...given, [name]: next }).filter(([, each]) => each !== null && each !== '' && each !== undefined);
    onChange(Object.fromEntries(kept));
  };
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {type ? null : <p className="dim small">{say(words.choose_type)}</p>}
      {type && ready && attributes.length === 0 ? <p className="dim small">{say(words.no_attributes)}</p> : null}
      <div className="attribute-grid">
        {attributes.map((each) => (
          <AttributeInput key={each.name} attribute={each} value={given[each.name] ?? null} onChange={(next) => set(each.name, next)} />
        ))}
      </div>
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
};

/** `now`: what it is at this moment, where another value is asked for what it will be. */
type One = { readonly attribute: Attribute; readonly value: unknown; readonly now?: unknown; readonly onChange: (value: unknown) => void };

export function AttributeInput({ attribute: { label, kind, options = [], required }, value, now, onChange }: One) {
  const say = useSay();
  const stands =
    now === undefined || now === null
      ? {}
      : { description: say(words.now_value, { value: typeof now === 'boolean' ? say(now ? texts.yes : texts.no) : String(now) }) };
  const basics = { label, withAsterisk: required === true, ...stands };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'integer':
      return (
        <NumberInput
          {...basics}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'boolean':
      return (
        <NativeSelect
          {...basics}
          data={[
            { value: '', label: '–' },
            { value: 'true', label: say(texts.yes) },
            { value: 'false', label: say(texts.no) },
          ]}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value === 'true')}
        />
      );
    case 'date':
      return <TextInput {...basics} type="date" value={text} onChange={(event) => onChange(event.currentTarget.value || null)} />;
    case 'choice':
      return (
        <NativeSelect
          {...basics}
          data={[{ value: '', label: '–' }, ...options]}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    default:
      return <TextInput {...basics} maxLength={1_000} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}

/** The attributes that items of a type have: one to a row. */
export function TypeAttributes({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const rows = (Array.isArray(value) ? value : []) as readonly Attribute[];
  const set = (index: number, change: Partial<Attribute>) => onChange(rows.map((row, each) => (each === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="shape">
      <legend>{say(field.label)}</legend>
      {field.means ? <p className="dim small">{say(field.means)}</p> : null}
      {rows.map((row, index) => (
        <TypeAttribute
          // biome-ignore lint/suspicious/noArrayIndexKey: a name is being typed, so it cannot be the key
          key={index}
          row={row}
          number={index + 1}
          onChange={(change) => set(index, change)}
          onRemove={() => onChange(rows.filter((_, each) => each !== index))}
        />
      ))}
      <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => onChange([...rows, { name: '', label: '', kind: 'text' }])}>
        {say(words.add_attribute)}
      </Button>
      {error ? <p className="refused">{error}</p> : null}
    </fieldset>
  );
}

type Row = { readonly row: Attribute; readonly number: number; readonly onChange: (change: Partial<Attribute>) => void; readonly onRemove: () => void };

function TypeAttribute({ row, number, onChange, onRemove }: Row) {
  const say = useSay();
  const named = (label: string) => `${label}, ${say(words.row, { number })}`;
  return (
    <div className="attribute-row">
      <TextInput
        size="xs"
        aria-label={named(say(words.attribute_label))}
        placeholder={say(words.attribute_label)}
        value={row.label}
        onChange={(event) => {
          const label = event.currentTarget.value;
          // The name follows the label until somebody gives one.
          onChange(row.name === slug(row.label) ? { label, name: slug(label) } : { label });
        }}
      />
      <TextInput
        size="xs"
        classNames={{ input: 'mono' }}
        aria-label={named(say(words.attribute_name))}
        placeholder={say(words.attribute_name)}
        value={row.name}
        onChange={(event) => onChange({ name: slug(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        aria-label={named(say(words.attribute_kind))}
        data={[...attributeKinds]}
        value={row.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as Attribute['kind'] })}
      />
      {row.kind === 'choice' ? (
        <TextInput
          size="xs"
          aria-label={named(say(words.attribute_options))}
          placeholder={say(words.attribute_options)}
          defaultValue={(row.options ?? []).join(', ')}
          onChange={(event) => onChange({ options: event.currentTarget.value.split(',').flatMap((each) => each.trim() || []) })}
        />
      ) : null}
      <Checkbox
        size="xs"
        label={say(words.attribute_required)}
        checked={row.required === true}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={named(say(texts.remove))} onClick={onRemove}>
        <Icon name="close" />
      </ActionIcon>
    </div>
  );
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+/g, '')
    .slice(0, 40);
