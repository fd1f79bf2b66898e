// Values of a measure, typed and read in the unit that the form names: a share as a percentage, time as time, money as an amount.
import { lazy, Suspense } from 'react';
import { improvement } from '../../../practices/improvement/improvement.record.ts';
import type { ArrangedWidget, Arrangement, FormState, Reading } from '../../record/arrangement.ts';
import { InUnit, inUnit } from '../measurement/in-unit.tsx';
import { figureOf } from './figure.ts';
import { monthColumns } from './shape-words.ts';

const Rows = lazy(() => import('../../record/rows.tsx').then((found) => ({ default: found.Rows })));

const unitOf = ({ values, row }: FormState): unknown => values.unit ?? row?.unit;

const Value: ArrangedWidget = ({ form, errorOf, ...props }) => <InUnit {...props} unit={unitOf(form)} />;

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
