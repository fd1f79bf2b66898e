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

export const problemForms: Readonly<Record<string, Arrangement>> = { write_timeline: { widgets: { timeline: Timeline } }, ask_why: {}, draw_fishbone: {} };

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
