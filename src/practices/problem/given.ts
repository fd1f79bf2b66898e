// The row of a problem, and what its rules are told of the world around it.
import type { RowOf } from '../../kernel/record.ts';
import type { problem } from './record.ts';

export type ProblemRow = RowOf<typeof problem>;
/** What the rules of a problem are told. `counted` only when the recurrence test is asked for. */
export type ProblemGiven = {
  readonly house: string | null;
  readonly service_team: string | null;
  readonly house_team: string | null;
  readonly team: { readonly id: string; readonly organisation: string } | null;
  readonly member: boolean;
  readonly reason: { readonly id: string; readonly kind: string; readonly waits_on: string; readonly open: boolean } | null;
  /** Of the organisations asked into the team, those that supply nothing. */
  readonly no_suppliers: readonly string[];
  /** Of the people asked into the team or to own the risk, the organisation of each. */
  readonly employers: Readonly<Record<string, string>>;
  readonly level_ppm: number;
  readonly baseline_days: number;
  readonly verify_days: number;
  readonly counted: { readonly baseline: readonly string[]; readonly found: readonly string[] } | null;
};
