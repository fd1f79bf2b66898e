// The work of an incident that others do: what was sent, and sending more.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { incident } from '../../../practices/incident/record.ts';
import { workOrder } from '../../../practices/work-order/record.ts';
import { newKey } from '../../api.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { Form } from '../../record/form.tsx';
import { LinkLine } from '../../record/links.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useLinks, useOpen } from '../../record/queries.ts';
import { useSession } from '../../session.tsx';
import { pageTexts } from '../../texts/pages.ts';
import { CheckedReceiver } from './handover.tsx';

/** Whether the receiver would be done in time, while it is being chosen. */
const dispatching: Arrangement = { widgets: { supplier: CheckedReceiver } };

export function WorkOrders({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const links = useLinks(incident, answer.data.id);
  const [sending, setSending] = useState(false);
  const button =
    answer.data.open && mayOpen(workOrder, session) ? (
      <Button size="xs" leftSection={<Icon name="send" />} onClick={() => setSending(true)}>
        {say(pageTexts.send_work)}
      </Button>
    ) : null;
  return (
    <>
      <Panel of={links}>
        {({ data }) => {
          const orders = data.filter((each) => each.record === workOrder.name);
          if (orders.length === 0)
            return (
              <Message icon="wrench" title={say(pageTexts.no_work_orders)}>
                {button}
              </Message>
            );
          return (
            <>
              <ul className="link-list">
                {orders.map((each) => (
                  <LinkLine key={each.id} link={each} />
                ))}
              </ul>
              {button}
            </>
          );
        }}
      </Panel>
      {sending ? <Sending answer={answer} onClose={() => setSending(false)} /> : null}
    </>
  );
}

function Sending({ answer, onClose }: { readonly answer: OneAnswer; readonly onClose: () => void }) {
  const say = useSay();
  const open = useOpen(workOrder);
  const [key] = useState(newKey);
  const found = opening(workOrder);
  if (!found) return null;
  const { id, title, priority, part } = answer.data;
  return (
    <Dialog title={`${id} · ${say(pageTexts.send_work)}`} onClose={onClose} size="lg">
      <Form
        definition={workOrder}
        command={found.command}
        row={null}
        refs={{ ...answer.refs, [id]: String(title) }}
        initial={{ parent: id, title, priority, service: part }}
        arrangement={dispatching}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={(input) =>
          open.mutate(
            { input, key },
            {
              onSuccess: (made) => {
                toast(say(pageTexts.created, { id: made.data.id }));
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
