// Editing a list inside a record as rows of boxes, so that nobody has to write JSON: each column has the box of its kind.
import { useSay } from '../language.tsx';
import { rowTexts as texts } from '../texts/rows.ts';
import { Frame, More, Remove, useRows } from './row-parts.tsx';
import { type Columns, cellOf, freshRow, isMissing, type Row } from './row-words.ts';
import type { WidgetProps } from './widget.ts';
import { FieldInput } from './widgets.tsx';

export function Rows({ field, value, onChange, error, refs, currency, columns }: WidgetProps & { readonly columns: Columns }) {
  const say = useSay();
  const list = useRows<Row>(value, onChange);
  return (
    <Frame field={field} error={error ?? null}>
      {list.rows.map(({ row, name: key }, at) => (
        <div key={key} className="list-row" role="group" aria-label={say(texts.row, { row: at + 1 })}>
          <div className="row-boxes">
            {Object.entries(columns).map(([name, { width, edit: Own = FieldInput, ...column }]) => (
              <div key={name} style={{ flexBasis: width ?? 130 }}>
                <Own
                  name={name}
                  field={{ ...column, needed: column.required === true }}
                  value={row[name]}
                  refs={refs}
                  currency={currency}
                  error={error && isMissing(column, row[name]) ? say(texts.missing) : null}
                  onChange={(next) => list.set(at, { ...row, [name]: cellOf(column, next) })}
                />
              </div>
            ))}
          </div>
          <Remove label={say(texts.remove, { row: at + 1 })} onRemove={() => list.remove(at)} />
        </div>
      ))}
      <More label={say(texts.add)} onMore={() => list.add(freshRow(columns))} />
    </Frame>
  );
}
