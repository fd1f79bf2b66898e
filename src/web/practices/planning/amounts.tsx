// Amounts of cost lines, in the currency of their model; and the total of a model, which is kept in whole units.
import { lazy, Suspense } from 'react';
import { costModel } from '../../../practices/planning/cost-model.record.ts';
import type { ArrangedWidget, Arrangement, Reading } from '../../record/arrangement.ts';
import { useOne } from '../../record/queries.ts';
import { currencyOf } from '../../record/value.tsx';
import type { WidgetProps } from '../../record/widget.ts';

const FieldInput = lazy(() => import('../../record/widgets.tsx').then((found) => ({ default: found.FieldInput })));

const InModel: ArrangedWidget = ({ form, errorOf, ...props }) => {
  const model = form.values.model ?? form.row?.model;
  return <Suspense fallback={null}>{typeof model === 'string' && model ? <Known {...props} model={model} /> : <FieldInput {...props} />}</Suspense>;
};

function Known({ model, ...props }: WidgetProps & { readonly model: string }) {
  const asked = useOne(costModel, model);
  return <FieldInput {...props} currency={asked.data ? currencyOf(asked.data.data) : undefined} />;
}

const line: Arrangement = { widgets: { amount_minor: InModel } };
export const lineForms: Readonly<Record<string, Arrangement>> = { open: line, edit: line };

export const costReading: Reading = {
  hide: ['outcome', 'line_sums'],
  says: {
    total: ({ total, currency }, { format }) =>
      typeof total === 'number' ? { label: costModel.fields.total.label, words: `${format.number(total)} ${String(currency)}` } : null,
  },
};
