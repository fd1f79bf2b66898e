// Editors for the shapes of practices, keyed by the name of the shape; a shape without a line here is edited as JSON.
import { lazy, Suspense, type ComponentType } from 'react';
import { Skeleton } from '../parts/states.tsx';
import type { WidgetProps } from '../record/widgets.tsx';

const Targets = lazy(() => import('./promise/targets.tsx').then((found) => ({ default: found.Targets })));
const Week = lazy(() => import('./promise/week.tsx').then((found) => ({ default: found.Week })));
const Holidays = lazy(() => import('./promise/week.tsx').then((found) => ({ default: found.Holidays })));
const Composition = lazy(() => import('./service/composition.tsx').then((found) => ({ default: found.Composition })));

const waited = (Editor: ComponentType<WidgetProps>) =>
  function Waited(props: WidgetProps) {
    return (
      <Suspense fallback={<Skeleton lines={2} />}>
        <Editor {...props} />
      </Suspense>
    );
  };

export const shapeEditors: Readonly<Record<string, ComponentType<WidgetProps>>> = { targets: waited(Targets), week: waited(Week), holidays: waited(Holidays), composition: waited(Composition) };
