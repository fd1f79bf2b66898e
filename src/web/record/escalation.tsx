// To whom a record is escalated, at which share of its target, and whether somebody has taken it up.
import { escalationRoles, roleTexts } from '../../kernel/escalation.ts';
import type { Refs, Row } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { clockTexts } from '../texts/record.ts';

/** Nothing for a record that is not escalated, or whose escalation the reader is not shown. */
export function Escalated({ row, refs, short = false }: { readonly row: Row; readonly refs: Refs; readonly short?: boolean }) {
  const say = useSay();
  const format = useFormat();
  const role = escalationRoles.find((each) => each === row.escalated_to);
  if (!role) return null;
  const { escalated_share: share, acknowledged_by: by } = row;
  const who = say(roleTexts[role]);
  const at = typeof share === 'number' ? say(clockTexts.escalated_at, { percent: format.ppm(share) }) : say(clockTexts.escalated_by_hand);
  const name = typeof by === 'string' ? (refs[by] ?? by) : null;
  const seen = name ? say(clockTexts.taken_up, { name }) : say(clockTexts.not_taken_up);
  return (
    <span className="escalated" data-escalation={String(row.escalation)} title={`${say(clockTexts.escalated, { who })}\n${at}\n${seen}`}>
      <Icon name="alarm" size={12} />
      {short ? <span className="hidden">{say(clockTexts.escalated, { who })}</span> : say(clockTexts.escalated, { who })}
      {short ? null : <span className="dim">{`${at} · ${seen}`}</span>}
    </span>
  );
}
