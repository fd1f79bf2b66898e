// An amount as people type it, kept in the smallest unit of the currency that the form names.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../../language.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { decimalsOf, readMoney, writeMoney } from '../../record/units.ts';
import { planningTexts as texts } from '../../texts/planning.ts';

export const Amount: ArrangedWidget = ({ field, value, onChange, error, form }) => {
  const say = useSay();
  const currency = typeof form.values.currency === 'string' && form.values.currency ? form.values.currency : 'EUR';
  const [typed, setTyped] = useState(typeof value === 'number' ? writeMoney(value, decimalsOf(currency)) : '');
  return (
    <TextInput
      size="sm"
      inputMode="decimal"
      label={`${say(field.label)} (${currency})`}
      description={field.means ? say(field.means) : undefined}
      placeholder="2500,00"
      value={typed}
      error={error ?? (typeof value === 'string' ? say(texts.amount_wrong) : undefined)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? null : (readMoney(text, decimalsOf(currency)) ?? text));
      }}
    />
  );
};
