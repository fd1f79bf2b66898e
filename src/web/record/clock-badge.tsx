// The badge of a clock: neutral, yellow, orange, red, paused, hatched, met or missed, always with words and a picture.

import { escalationRoles, roleTexts } from '../../kernel/escalation.ts';
import { cadence, serverNow, useServerTime } from '../clockwork.ts';
import type { Clock, Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { clockTexts } from '../texts/record.ts';
import { badgeText, clockIcons, clockLabel, pressing, readClock, toneText } from './clock.ts';

type Props = { readonly clock: Clock; readonly as_of: string; readonly named?: boolean; readonly times?: number; readonly refs?: Refs };

export function ClockBadge({ clock, as_of, named = false, times = 1, refs }: Props) {
  const say = useSay();
  const format = useFormat();
  const since = Date.parse(as_of);
  useServerTime(clock.phase === 'running' && !clock.outside_hours ? cadence(clock.left_ms - (serverNow() - since)) : 3_600_000);
  const reading = readClock(clock, since, serverNow());
  const label = say(clockLabel(clock));
  return (
    <span className="clock" data-tone={reading.tone} title={tooltip()}>
      <Icon name={clockIcons[reading.tone]} size={12} />
      {clock.side === 'supplier' ? <Icon name="chain" size={12} /> : null}
      {named ? <span className="clock-name">{label}</span> : null}
      <span className="hidden">{`${named ? '' : label} ${say(toneText(reading.tone))}`} </span>
      {badgeText(clock, reading, { say, format })}
      {times > 1 ? <span className="clock-times">×{times}</span> : null}
      {reading.tone === 'paused' ? <span className="clock-bar" style={{ width: `${Math.min(100, reading.permille / 10)}%` }} /> : null}
    </span>
  );

  function tooltip(): string {
    const lines = [
      say(clockTexts.target, { label, span: format.minutes(clock.target_minutes) }),
      say(clockTexts.used, { span: format.span(reading.used_ms), percent: format.percent(reading.permille / 1_000) }),
    ];
    if (clock.due && clock.phase === 'running') {
      lines.push(say(clockTexts.due_at, { when: format.full(clock.due) }));
      if (clock.zone !== format.zone) lines.push(say(clockTexts.contract_zone, { when: format.instant(clock.due, clock.zone), zone: clock.zone }));
    }
    if (clock.breached_at) lines.push(say(clockTexts.breached_at, { when: format.full(clock.breached_at) }));
    const told = escalationRoles.find((role) => role === clock.next_warning?.role);
    if (clock.next_warning && told)
      lines.push(
        say(clockTexts.told_next, { when: format.full(clock.next_warning.at), percent: format.ppm(clock.next_warning.share), who: say(roleTexts[told]) }),
      );
    if (clock.reason) lines.push(refs?.[clock.reason] ?? clock.reason);
    if (clock.provider && refs?.[clock.provider]) lines.push(say(clockTexts.provider, { name: refs[clock.provider] as string }));
    return lines.join('\n');
  }
}

/** One badge for a row: what presses most. */
export function RowClock({ clocks, as_of, refs }: { readonly clocks: readonly Clock[] | undefined; readonly as_of: string; readonly refs?: Refs }) {
  const first = clocks ? pressing(clocks)[0] : undefined;
  return first ? <ClockBadge clock={first.clock} times={first.times} as_of={as_of} {...(refs ? { refs } : {})} /> : null;
}
