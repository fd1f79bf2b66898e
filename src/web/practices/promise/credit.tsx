// What is given back when a promise is not kept: bands from good to bad, and a cap.
import { useSay } from '../../language.tsx';
import { Frame, More, Percentage, Remove, useRows } from '../../record/row-parts.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { promiseTexts } from '../../texts/promise.ts';
import { serviceTexts } from '../../texts/service.ts';
import { texts } from '../../texts.ts';

type Band = { readonly below: unknown; readonly credit: unknown };
type Bands = { readonly bands: readonly Band[]; readonly cap?: unknown };

export function Credit({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const given = (value ?? { bands: [] }) as Bands;
  const send = (bands: readonly Band[], cap: unknown) => onChange(bands.length ? { bands, ...(cap === null || cap === undefined ? {} : { cap }) } : null);
  const list = useRows<Band>(given.bands, (bands) => send(bands, given.cap));
  return (
    <Frame field={field} error={error ?? null}>
      {list.rows.map(({ row, name }, index) => {
        const which = say(serviceTexts.row, { number: index + 1 });
        return (
          <div key={name} className="week-row">
            <span className="small">{say(promiseTexts.below)}</span>
            <Percentage label={`${say(promiseTexts.below)}, ${which}`} value={row.below} onChange={(below) => list.set(index, { ...row, below })} />
            <span className="small">{say(promiseTexts.gives_back)}</span>
            <Percentage
              label={`${say(promiseTexts.gives_back)}, ${which}`}
              value={row.credit}
              example="5"
              onChange={(credit) => list.set(index, { ...row, credit })}
            />
            <span className="small">{say(promiseTexts.of_fee)}</span>
            <Remove label={`${say(texts.remove)}, ${which}`} onRemove={() => list.remove(index)} />
          </div>
        );
      })}
      <More label={say(promiseTexts.add_band)} onMore={() => list.add({ below: null, credit: null })} />
      {given.bands.length ? (
        <div className="week-row">
          <span className="small">{say(promiseTexts.at_most)}</span>
          <Percentage label={say(promiseTexts.at_most)} value={given.cap} example="100" onChange={(cap) => send(given.bands, cap)} />
          <span className="small">{say(promiseTexts.of_fee)}</span>
        </div>
      ) : null}
    </Frame>
  );
}
