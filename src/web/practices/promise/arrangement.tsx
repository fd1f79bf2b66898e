// How the forms of a promise are arranged: what, who, hours, money, validity; and of each only what the chosen metric needs.
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../parts/states.tsx';
import type { ArrangedWidget, Arrangement, FormState, Reading } from '../../record/arrangement.ts';
import { promiseTexts } from '../../texts/promise.ts';

const FeeBox = lazy(() => import('./fee.tsx').then((found) => ({ default: found.Fee })));
const Fee: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={1} />}>
    <FeeBox {...props} />
  </Suspense>
);

const times = new Set(['respond', 'restore', 'accept', 'repair', 'fulfil']);
const measuredIn: Readonly<Record<string, string>> = { availability: 'availability', throughput: 'throughput', satisfaction: 'satisfied' };
/** What only a promise about time has. */
const ofTime = new Set(['targets', 'attainment', 'support_calendar', 'pauses', 'escalation', 'routing']);

/** Does the field say anything in a promise like this? */
export function fits(name: string, { metric, measured_per, provider, customer }: Readonly<Record<string, unknown>>): boolean {
  const what = typeof metric === 'string' ? metric : '';
  if (ofTime.has(name)) return times.has(what) && (name !== 'routing' || what !== 'accept');
  if (name === 'availability' || name === 'throughput' || name === 'satisfied') return measuredIn[what] === name;
  if (name === 'rolling_days') return measured_per === 'rolling';
  if (name === 'team') return Boolean(provider) && provider === customer;
  return true;
}

function useFitting({ values }: FormState): (name: string) => boolean {
  return (name) => fits(name, values);
}

export const drafting: Arrangement = {
  groups: [
    {
      label: promiseTexts.group_what,
      fields: ['name', 'service', 'metric', 'targets', 'availability', 'throughput', 'satisfied', 'attainment', 'measured_per', 'rolling_days'],
    },
    { label: promiseTexts.group_who, fields: ['provider', 'customer', 'team', 'level'] },
    { label: promiseTexts.group_hours, fields: ['calendar', 'support_calendar', 'maintenance', 'pauses', 'exclusions'] },
    { label: promiseTexts.group_way, fields: ['escalation', 'routing'] },
    { label: promiseTexts.group_money, fields: ['fee_minor', 'credit_bands', 'credit'] },
    { label: promiseTexts.group_validity, fields: ['valid_from', 'valid_to', 'notice_days'] },
  ],
  useFitting,
  widgets: { fee_minor: Fee },
  boxless: { currency: 'fee_minor', version_of: null },
};

export const promiseReading: Reading = {
  says: {
    fee_minor: ({ fee_minor, currency }, { format }) =>
      typeof fee_minor === 'number' && typeof currency === 'string' ? { label: promiseTexts.fee, words: format.money(fee_minor, currency) } : null,
  },
  whole: ['fee_minor', 'currency', 'metric', 'measured_per', 'rolling_days'],
  hide: ['currency'],
  fits,
};
