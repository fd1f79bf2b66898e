// The fee of a period: typed as money with its currency beside it, kept in the smallest unit.
import { Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSay } from '../../language.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { decimalsOf, readMoney, writeMoney } from '../../record/units.ts';
import { promiseTexts } from '../../texts/promise.ts';

export const Fee: ArrangedWidget = ({ value, onChange, form, errorOf }) => {
  const say = useSay();
  const currency = typeof form.values.currency === 'string' && form.values.currency ? form.values.currency : null;
  const [typed, setTyped] = useState(typeof value === 'number' ? writeMoney(value, decimalsOf(currency ?? 'EUR')) : '');
  const currencies = useMemo(() => [...new Set(['EUR', ...Intl.supportedValuesOf('currency')])], []);
  const read = (text: string, unit: string): unknown => (text.trim() === '' ? null : (readMoney(text, decimalsOf(unit)) ?? text));
  const type = (text: string) => {
    setTyped(text);
    onChange(read(text, currency ?? 'EUR'));
    if (text.trim() !== '' && !currency) form.set('currency')('EUR');
  };
  return (
    <div className="money">
      <TextInput
        size="sm"
        className="grow"
        inputMode="decimal"
        label={say(promiseTexts.fee)}
        description={say(promiseTexts.fee_means)}
        placeholder="2500,00"
        value={typed}
        error={errorOf('fee_minor') ?? (typeof value === 'string' ? say(promiseTexts.fee_wrong) : undefined)}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        size="sm"
        w={110}
        searchable
        clearable={typed.trim() === ''}
        limit={40}
        label={say(promiseTexts.currency)}
        data={currencies}
        value={currency}
        error={errorOf('currency') ?? undefined}
        onChange={(next) => {
          form.set('currency')(next);
          onChange(read(typed, next ?? 'EUR'));
        }}
      />
    </div>
  );
};
