// How the forms of a problem are arranged, and how its row is read: what has a tab of its own is not said again beside it.
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../parts/states.tsx';
import type { ArrangedWidget, Arrangement, Reading } from '../../record/arrangement.ts';

const Editor = lazy(() => import('./editors.tsx').then((found) => ({ default: found.Timeline })));
const Timeline: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={3} />}>
    <Editor {...props} />
  </Suspense>
);

const NearEditor = lazy(() => import('./editors.tsx').then((found) => ({ default: found.Near })));
/** Evidence is read in the problem itself or in what is linked to it. */
const Near: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={1} />}>
    <NearEditor {...props} />
  </Suspense>
);

const evidence: Arrangement = { widgets: { record: Near } };
export const problemForms: Readonly<Record<string, Arrangement>> = {
  // Where it came from is filled in by whatever it came from.
  open: { boxless: { candidate: null } },
  propose: evidence,
  support: evidence,
  refute: evidence,
  add_evidence: evidence,
  write_timeline: { widgets: { timeline: Timeline } },
};

const tabbed = [
  'hypotheses',
  'timeline',
  'whys',
  'fishbone',
  'factors',
  'root_cause',
  'workaround',
  'no_workaround',
  'solution',
  'incidents',
  'proof',
  'answerable',
];
export const problemReading: Reading = { hide: [...tabbed, 'description'] };
