// Before a promise is ended: the notice that must run, and the earliest day that follows from it.

import { serverNow } from '../../clockwork.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { toLocal } from '../../parts/time.tsx';
import type { ArrangedWidget, FormState } from '../../record/arrangement.ts';
import { FieldInput } from '../../record/widgets.tsx';
import { agreementTexts } from '../../texts/agreement.ts';

export function Ending({ row, values }: FormState) {
  const say = useSay();
  const format = useFormat();
  if (row?.state !== 'active') return <p className="dim small">{say(agreementTexts.end_draft)}</p>;
  const notice = values.consent === true ? 0 : Number(row.notice_days ?? 0);
  const earliest = format.date(plusDays(toLocal(new Date(serverNow()).toISOString(), format.zone).slice(0, 10), notice));
  return (
    <p role="status" className="explained">
      {notice > 0 ? say(agreementTexts.end_notice, { days: notice, earliest }) : say(agreementTexts.end_agreed, { earliest })}
      {typeof row.valid_to === 'string' ? ` ${say(agreementTexts.end_fixed, { valid_to: format.date(row.valid_to) })}` : null}
    </p>
  );
}

/** Here the field asks for one thing only: which day is the last. */
export const LastDay: ArrangedWidget = ({ form: _form, errorOf: _errorOf, ...props }) => (
  <FieldInput {...props} field={{ ...props.field, label: agreementTexts.last_day, means: undefined }} />
);

const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 2026-11-23 -> 2026-12-01 */
export function nextMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
