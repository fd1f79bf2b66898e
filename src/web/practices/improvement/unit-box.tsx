// Values of a measure, typed and read in the unit that the form names: a share as a percentage, time as time, money as an amount.
import { lazy, Suspense } from 'react';
import type { Field } from '../../../kernel/field.ts';
import { improvement } from '../../../practices/improvement/improvement.record.ts';
import type { ArrangedWidget, Arrangement, FormState, Reading } from '../../record/arrangement.ts';
import { figureOf } from './figure.ts';
import { monthColumns } from './shape-words.ts';

const FieldInput = lazy(() => import('../../record/widgets.tsx').then((found) => ({ default: found.FieldInput })));
const Rows = lazy(() => import('../../record/rows.tsx').then((found) => ({ default: found.Rows })));

/** How the unit of a measure is typed: its whole numbers are millionths, minutes, hundredths or just numbers. */
function inUnit(field: Field, unit: unknown): Field {
  const { label } = field;
  if (unit === 'share') return { kind: 'ppm', label };
  if (unit === 'minutes') return { kind: 'minutes', label };
  return unit === 'money' || unit === 'score' ? { kind: 'integer', minor: true, label } : { kind: 'integer', label };
}
const unitOf = ({ values, row }: FormState): unknown => values.unit ?? row?.unit;

const Value: ArrangedWidget = ({ form, errorOf, field, ...props }) => {
  const unit = unitOf(form);
  return (
    <Suspense fallback={null}>
      <FieldInput key={String(unit)} {...props} field={{ ...inUnit(field, unit), needed: field.needed ?? false }} />
    </Suspense>
  );
};

const Months: ArrangedWidget = ({ form, errorOf, ...props }) => (
  <Suspense fallback={null}>
    <Rows {...props} columns={{ ...monthColumns, value: { ...inUnit(monthColumns.value, unitOf(form)), required: true } }} />
  </Suspense>
);

const typed: Arrangement = { widgets: { baseline: Value, expected: Value } };
export const improvementForms: Readonly<Record<string, Arrangement>> = {
  propose: typed,
  edit: typed,
  start: typed,
  measure: { widgets: { before: Months, after: Months } },
};

const figures = ['baseline', 'expected', 'measured', 'effect'] as const;
export const improvementReading: Reading = {
  hide: ['evidence'],
  // One number is typed in the unit beside it.
  whole: figures,
  says: Object.fromEntries(
    figures.map((name) => [
      name,
      (row, { format }) =>
        typeof row[name] === 'number' ? { label: improvement.fields[name].label, words: figureOf(row[name], row.unit as string | null, format) } : null,
    ]),
  ),
};
