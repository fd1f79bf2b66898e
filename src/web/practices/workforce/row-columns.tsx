// The columns of the lists inside competences and time entries.
import { lazy, Suspense } from 'react';
import type { Columns } from '../../record/row-words.ts';
import type { WidgetProps } from '../../record/widget.ts';

const Box = lazy(() => import('./process-code.tsx').then((found) => ({ default: found.ProcessCode })));
const ProcessCode = (props: WidgetProps) => (
  <Suspense fallback={null}>
    <Box {...props} />
  </Suspense>
);

export const workforceColumns = {
  competence_demands: {
    process: { kind: 'text', required: true, max: 60, width: 200, edit: ProcessCode, label: { en: 'Process', nl: 'Proces', de: 'Prozess' } },
    activity: { kind: 'text', required: true, max: 200, width: 240, label: { en: 'Activity', nl: 'Activiteit', de: 'Aktivität' } },
    level: { kind: 'integer', required: true, min: 1, max: 5, label: { en: 'Level, from 1 to 5', nl: 'Niveau, 1 tot 5', de: 'Stufe, 1 bis 5' } },
    people: { kind: 'integer', required: true, min: 1, label: { en: 'People', nl: 'Personen', de: 'Personen' } },
  },
  lent_minutes: {
    allocation: { kind: 'ref', to: 'allocation', label: { en: 'Allocation', nl: 'Toewijzing', de: 'Zuteilung' } },
    minutes: { kind: 'minutes', label: { en: 'Time', nl: 'Tijd', de: 'Zeit' } },
  },
} as const satisfies Readonly<Record<string, Columns>>;
