// How the form of a mail template is arranged: whose mails, what stands where, and above it what it finds in the sample.
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../parts/states.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { noticeTexts as texts } from '../../texts/notices.ts';

const Tried = lazy(() => import('./notice-template.tsx').then((found) => ({ default: found.Tried })));

export const templateForm: Arrangement = {
  before: (form) => (
    <Suspense fallback={<Skeleton lines={2} />}>
      <Tried {...form} />
    </Suspense>
  ),
  groups: [
    { label: texts.known_by, fields: ['sample', 'provider', 'supplier', 'marks'] },
    {
      label: texts.where,
      fields: ['starts_after', 'ends_after', 'date_order', 'zone', 'key_after', 'account_after', 'objects_after', 'objects_below', 'impact'],
    },
    { label: texts.says, fields: ['cancelled_says', 'moved_says', 'completed_says'] },
  ],
};
