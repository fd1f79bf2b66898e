// How plans show and ask for amounts: with their currency, and never in cents.
import { lazy, Suspense } from 'react';
import type { Definition } from '../../../kernel/record.ts';
import type { ArrangedWidget, Arrangement, Reading } from '../../record/arrangement.ts';

const Box = lazy(() => import('./amount.tsx').then((found) => ({ default: found.Amount })));
const Amount: ArrangedWidget = (props) => (
  <Suspense fallback={null}>
    <Box {...props} />
  </Suspense>
);

type Amounts = { readonly reading: Reading; readonly forms: Readonly<Record<string, Arrangement>> };

/** For a record with these amounts and a `currency`: how they are read, and the boxes of these commands. */
export function amountsOf(names: readonly string[], commands: readonly string[], labels: () => Definition | undefined): Amounts {
  const says: NonNullable<Reading['says']> = Object.fromEntries(
    names.map((name) => [
      name,
      (row, { format }) => {
        const [amount, currency, field] = [row[name], row.currency, labels()?.fields[name]];
        if (typeof amount !== 'number' || !field) return null;
        return { label: field.label, words: format.money(amount, typeof currency === 'string' ? currency : 'EUR') };
      },
    ]),
  );
  const arrangement: Arrangement = { widgets: Object.fromEntries(names.map((name) => [name, Amount])) };
  return { reading: { says, whole: names }, forms: Object.fromEntries(commands.map((name) => [name, arrangement])) };
}
