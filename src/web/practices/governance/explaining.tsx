// The words that the customer reads beside a breach or a service of a review.
import { useState } from 'react';
import { meeting } from '../../../practices/governance/meeting.record.ts';
import type { Review } from '../../../practices/governance/review.record.ts';
import { newKey } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { commandsOf } from '../../record/commands.ts';
import { Form } from '../../record/form.tsx';
import { usePerform } from '../../record/queries.ts';

type Props = { readonly review: Review; readonly about: string; readonly text: string | null; readonly onClose: () => void };
const arrangement: Arrangement = { boxless: { about: null } };

export function Explaining({ review, about, text, onClose }: Props) {
  const say = useSay();
  const perform = usePerform(meeting, review.id);
  const [key] = useState(newKey);
  const { explain } = commandsOf(meeting);
  if (!explain) return null;
  return (
    <Dialog title={`${say(explain.label)} · ${about}`} onClose={onClose}>
      <Form
        definition={meeting}
        command={explain}
        row={null}
        refs={{}}
        initial={{ about, text: text ?? '' }}
        arrangement={arrangement}
        error={perform.error}
        busy={perform.isPending}
        onCancel={onClose}
        onSubmit={(input) => perform.mutate({ command: 'explain', input, key }, { onSuccess: onClose })}
      />
    </Dialog>
  );
}
