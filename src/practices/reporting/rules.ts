// When a report may be frozen and corrected: after its period, with the figures of that moment, and never over older ones.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { differences, standing } from './differences.ts';
import { type Correction, definitionVersion, type Figures } from './figures.record.ts';
import type { serviceReport } from './record.ts';

type ReportRow = RowOf<typeof serviceReport>;
export type ReportGiven = {
  readonly customer_name: string;
  /** The month, 'YYYY-MM', with its first and last day, and when it begins and ends. */
  readonly period: string;
  readonly days: { readonly first: string; readonly last: string };
  readonly begins: string;
  readonly ends: string;
  /** Whether the house promised the customer anything in it. */
  readonly promised: boolean;
  /** Computed anew; only when freezing and correcting. */
  readonly figures: Figures | null;
};
type The = Case<Case['row'], ReportGiven>;

export const reportRules: Rules<ReportGiven> = { open, freeze, correct };

function open({ given, now }: The): Decision | Refusal {
  const { period, customer_name, days } = given;
  if (now < given.begins) return refuse('service_report.open.not_begun', 'period_from', { period });
  if (!given.promised) return refuse('service_report.open.nothing_promised', 'customer', { customer: customer_name, period });
  return { changes: { name: `${customer_name} ${period}`, period_from: days.first, period_to: days.last }, params: { period } };
}

function freeze({ given, at }: The): Decision | Refusal {
  if (at < given.ends || !given.figures) return refuse('service_report.freeze.not_over', undefined, { until: given.ends });
  return { changes: { frozen_at: at, definition_version: definitionVersion, figures: given.figures } };
}

/** What was frozen stays; the correction stands beside it, with what it changes and why. */
function correct({ row, input, given, actor, at }: The): Decision | Refusal {
  const before = row as ReportRow;
  const [was, now] = [standing(before), given.figures];
  const changed = was && now ? differences(was, now) : [];
  if (!now || changed.length === 0) return refuse('service_report.correct.nothing');
  const correction: Correction = { at, person: actor.person, by: actor.name, reason: input.note as string, differences: changed, figures: now };
  return { changes: { corrections: [...(before.corrections ?? []), correction] }, params: { figures: changed.length } };
}
