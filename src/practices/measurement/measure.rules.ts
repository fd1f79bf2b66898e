// What the commands of a measure mean beyond their declaration: a formula that exists, once; targets in its unit; no more on the board than people take in.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Formula } from './formula.record.ts';
import type { measure } from './measure.record.ts';
import type { Baseline } from './measure-fields.record.ts';
import { type FormulaCode, formulaNames } from './names.record.ts';

/** `formula` is the one asked for; `other` the measure that has it already; `on_board` how many stand on the scorecard beside this one. */
export type MeasureGiven = {
  readonly formula: Pick<Formula, 'level' | 'process' | 'unit' | 'better'> | null;
  readonly known: readonly string[];
  readonly other: string | null;
  readonly on_board: number;
  readonly language: 'en' | 'nl' | 'de';
};
type The = Case<Case['row'], MeasureGiven>;
type Row = RowOf<typeof measure>;

/** More figures than this are looked at by nobody. */
export const mostOnBoard = 12;
const million = 1_000_000;

export const measureRules: Rules<MeasureGiven> = {
  open,
  edit: () => ({}),
  use: () => ({}),
  set_target: ({ row, input }) => outOfRange((row as Row).unit, input.target) ?? { params: { target: input.target as number } },
  rebase,
  put_on_board: ({ given }) => full(given) ?? {},
  take_off_board: () => ({ changes: { board_group: null, board_place: null } }),
  retire: () => ({ changes: { board_group: null, board_place: null } }),
};

function open({ input, given }: The): Decision | Refusal {
  const code = input.code as string;
  const { formula, other, known } = given;
  if (!formula) return refuse('measure.open.unknown_code', 'code', { code, known: known.join(', ') });
  if (other) return refuse('measure.open.taken', 'code', { code, other });
  const wrong = outOfRange(formula.unit, input.target) ?? (input.board_group ? full(given) : null);
  if (wrong) return wrong;
  const { level, process, unit, better } = formula;
  const name = (input.name as string | null | undefined) ?? formulaNames[code as FormulaCode][given.language];
  return { changes: { name, level, process, unit, better, ...(input.at_once ? { state: 'in_use' } : {}) } };
}

const full = ({ on_board }: MeasureGiven): Refusal | null =>
  on_board >= mostOnBoard ? refuse('measure.board.full', 'board_group', { most: mostOnBoard }) : null;

function outOfRange(unit: string, target: unknown): Refusal | null {
  if (typeof target !== 'number') return null;
  const most = unit === 'share' ? million : 2_147_483_647;
  return target < 0 || target > most ? refuse('measure.target.out_of_range', 'target', { most }) : null;
}

function rebase({ row, input, now, actor }: The): Decision | Refusal {
  const since = input.since as string;
  const reason = input.reason as string;
  const known: readonly Baseline[] = (row as Row).baselines ?? [];
  const last = known.at(-1)?.since;
  if (since > now.slice(0, 10)) return refuse('measure.rebase.in_future', 'since');
  if (last !== undefined && since <= last) return refuse('measure.rebase.not_later', 'since', { last });
  return { changes: { baselines: [...known, { since, reason, by: actor.name }] }, params: { since, reason } };
}
