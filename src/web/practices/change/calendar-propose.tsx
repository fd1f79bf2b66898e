// "Propose a change" from the calendar: the form of a new change with the time that was pointed at, or a slot that was found, filled in.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../../../practices/change/record.ts';
import { newKey } from '../../api.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { opening, useOpen } from '../../record/queries.ts';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { pageTexts } from '../../texts/pages.ts';
import { calendarKey } from './calendar-data.ts';

/** What is known already; instants are ISO. */
export type Proposal = {
  readonly planned_start: string;
  readonly planned_end: string;
  readonly services?: readonly string[];
  readonly outage_minutes?: number | null;
};
type Props = { readonly proposal: Proposal; readonly refs: Refs; readonly onClose: () => void };

export function Propose({ proposal, refs, onClose }: Props) {
  const say = useSay();
  const client = useQueryClient();
  const open = useOpen(change);
  const [key] = useState(newKey);
  const found = opening(change);
  if (!found) return null;
  const propose = (input: Record<string, unknown>) =>
    open.mutate(
      { input, key },
      {
        onSuccess: (made) => {
          toast(say(pageTexts.created, { id: made.data.id }));
          void client.invalidateQueries({ queryKey: calendarKey });
          onClose();
        },
      },
    );
  return (
    <Dialog title={say(texts.propose)} onClose={onClose} size="lg">
      <Form
        definition={change}
        command={found.command}
        row={null}
        refs={refs}
        initial={{ type: 'normal', ...proposal }}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={propose}
        arrangement={arrangement}
      />
    </Dialog>
  );
}

/** What planning needs comes first; the questions of the assessment follow. */
const arrangement = {
  groups: [{ label: texts.plan, fields: ['title', 'type', 'planned_start', 'planned_end', 'services', 'items', 'outage_minutes', 'notice', 'description'] }],
} as const;
