// How the forms and fields of items are arranged: the attributes of the type as inputs, and what imports say left to imports.
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../parts/states.tsx';
import type { ArrangedWidget, Arrangement, FormState, Reading } from '../../record/arrangement.ts';
import { useGroupFitting } from './fitting.ts';

const Attributes = lazy(() => import('./attributes.tsx').then((found) => ({ default: found.ItemAttributes })));
const End = lazy(() => import('./end.tsx').then((found) => ({ default: found.End })));

const ItemAttributes: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={2} />}>
    <Attributes {...props} />
  </Suspense>
);
const RelationEnd: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={1} />}>
    <End {...props} />
  </Suspense>
);

/** Where it comes from is said by imports, not by people. */
const useOwnFields =
  (_form: FormState) =>
  (name: string): boolean =>
    !['source', 'source_key', 'seen_at'].includes(name);

export const itemForm: Arrangement = { widgets: { attributes: ItemAttributes }, useFitting: useOwnFields };
export const relationForm: Arrangement = { widgets: { subject: RelationEnd, object: RelationEnd }, useFitting: useGroupFitting };
/** Attributes are shown by their own table, and changed in the whole form, where their type is known. */
export const itemReading: Reading = { hide: ['attributes'], whole: ['attributes', 'type'] };
