// One row of the inbox: number, title, for whom, priority, clock, who has it, and a dot when it changed since.
import { partiesOf } from '../../kernel/decide.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Time } from '../parts/time.tsx';
import { RowClock } from '../record/clock-badge.tsx';
import { Escalated } from '../record/escalation.tsx';
import { Priority, StateBadge } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import type { Item } from './inbox-work.ts';
import { LikelyLate, type Predicted } from './predictions.tsx';
import { lastSeen } from './seen.ts';

type Props = { readonly item: Item; readonly predicted?: Predicted | undefined; readonly chosen: boolean; readonly onChoose: (id: string) => void };

export function InboxRow({ item, predicted, chosen, onChoose }: Props) {
  const say = useSay();
  const session = useSession();
  const { definition, row, refs } = item;
  const unread = !chosen && row.version > lastSeen(row.id);
  const { custody } = definition;
  const holder = custody ? row[custody.party] : null;
  const supplier = [...(typeof holder === 'string' ? [holder] : []), ...partiesOf(definition, row, 'supplier')].find(
    (each) => each !== session.house?.id && session.side === 'integrator',
  );
  const person = custody ? row[custody.person] : null;
  const customer = partiesOf(definition, row, 'customer')[0];
  const about = [customer && (refs[customer] ?? customer), typeof row.service === 'string' ? refs[row.service] : null].filter(Boolean).join(' · ');
  return (
    <li className="inbox-row" data-id={row.id} data-chosen={chosen || undefined} data-unread={unread || undefined}>
      <a
        href={`/${row.id}`}
        aria-current={chosen ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(row.id);
        }}
      >
        <span className="inbox-line">
          <span className="mono small dim">{row.id}</span>
          {typeof row.priority === 'number' ? <Priority level={row.priority} /> : null}
          <Escalated row={row} refs={refs} short />
          <LikelyLate of={predicted} />
          <span className="grow" />
          <RowClock clocks={item.clocks} as_of={item.as_of} refs={refs} />
        </span>
        <span className="inbox-title">
          {unread ? <span className="dot" title={say(pageTexts.unread)} /> : null}
          {unread ? <span className="hidden">{say(pageTexts.unread)} </span> : null}
          {String(row[definition.title] ?? '')}
        </span>
        <span className="inbox-line small dim">
          <span className="cut">{about || (typeof holder === 'string' ? refs[holder] : '')}</span>
          <span className="grow" />
          {supplier ? (
            <span className="chip tiny" data-circle="supplier">
              <Icon name="chain" size={10} /> {refs[supplier] ?? supplier}
            </span>
          ) : null}
          {typeof person === 'string' ? <span className="cut">{refs[person] ?? person}</span> : <StateBadge definition={definition} state={row.state} />}
          <Time at={row.updated_at} />
        </span>
      </a>
    </li>
  );
}
