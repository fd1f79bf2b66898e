// Figures of measures, typed in the unit of the measure: a share as a percentage, time as time, money as an amount.
import { lazy, Suspense } from 'react';
import type { Field } from '../../../kernel/field.ts';
import { measure } from '../../../practices/measurement/measure.record.ts';
import type { Row } from '../../contract.ts';
import type { ArrangedWidget, Arrangement, Reading } from '../../record/arrangement.ts';
import { useOne } from '../../record/queries.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { figureOf } from '../improvement/figure.ts';
import { useMeasureHead } from './queries.ts';

const FieldInput = lazy(() => import('../../record/widgets.tsx').then((found) => ({ default: found.FieldInput })));

/** Whole numbers are millionths of a share, minutes, hundredths of money, thousandths of a score, or just numbers. */
export function inUnit(field: Field, unit: unknown): Field {
  const { label } = field;
  if (unit === 'share') return { kind: 'ppm', label };
  if (unit === 'minutes') return { kind: 'minutes', label };
  return unit === 'money' ? { kind: 'integer', minor: true, label } : { ...field, kind: 'integer' };
}

export function InUnit({ unit, field, ...props }: WidgetProps & { readonly unit: unknown }) {
  return (
    <Suspense fallback={null}>
      <FieldInput key={String(unit)} {...props} field={{ ...inUnit(field, unit), needed: field.needed ?? false }} />
    </Suspense>
  );
}

/** Before there is a measure, its formula says the unit. */
const ChosenTarget: ArrangedWidget = ({ form, errorOf, ...props }) => {
  const code = String(form.values.code ?? '');
  return <InUnit {...props} unit={useMeasureHead(code, code !== '').data?.formula.unit} />;
};
const OwnTarget: ArrangedWidget = ({ form, errorOf, ...props }) => <InUnit {...props} unit={form.row?.unit} />;
const MeasuredTarget: ArrangedWidget = ({ form, errorOf, ...props }) => {
  const by = String(form.values.measure ?? form.row?.measure ?? '');
  return <InUnit {...props} unit={useOne(measure, by, by !== '').data?.data.unit} />;
};

export const measureForms: Readonly<Record<string, Arrangement>> = {
  open: { widgets: { target: ChosenTarget } },
  set_target: { widgets: { target: OwnTarget } },
};
export const objectiveForms: Readonly<Record<string, Arrangement>> = Object.fromEntries(
  ['propose', 'agree', 'retarget'].map((command) => [command, { widgets: { target: MeasuredTarget } }]),
);

export const measureReading: Reading = {
  hide: ['baselines'],
  // One number is typed in the unit beside it.
  whole: ['target'],
  says: {
    target: ({ target, unit }: Row, { format }) =>
      typeof target === 'number' ? { label: measure.fields.target.label, words: figureOf(target, String(unit), format) } : null,
  },
};
