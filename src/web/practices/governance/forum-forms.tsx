// The form of a forum and how it is read: what is on its agenda is chosen and told by name.
import { lazy, Suspense } from 'react';
import { forum } from '../../../practices/governance/forum.record.ts';
import { type Point, points } from '../../../practices/governance/words.record.ts';
import type { ArrangedWidget, Arrangement, Reading } from '../../record/arrangement.ts';

const Chosen = lazy(() => import('./points.tsx').then((found) => ({ default: found.Points })));

const Points: ArrangedWidget = (props) => (
  <Suspense fallback={null}>
    <Chosen {...props} />
  </Suspense>
);
const named: Arrangement = { widgets: { points: Points } };
export const forumForms: Readonly<Record<string, Arrangement>> = { open: named, edit: named };

export const forumReading: Reading = {
  whole: ['points'],
  says: {
    points: ({ points: chosen }, { say }) => {
      const own = (chosen ?? []) as readonly Point[];
      return own.length ? { label: forum.fields.points.label, words: own.map((each) => (points[each] ? say(points[each]) : each)).join(', ') } : null;
    },
  },
};
