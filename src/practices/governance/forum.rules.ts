// What the commands of a forum mean: who sits at which table, when it meets, where it escalates to, and whether an obligation was kept.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { forum } from './forum.record.ts';
import type { Attested, Obligation } from './forum.shapes.record.ts';
import { points } from './words.record.ts';

/** What the rules of a forum are told. */
export type ForumGiven = {
  readonly house: string | null;
  /** For whom the chair and the members work. */
  readonly employers: Readonly<Record<string, string>>;
  /** Of the organisations named: those that supply the house. */
  readonly suppliers: readonly string[];
  /** Forums that the one named in `escalates_to` escalates to, itself first. */
  readonly above: readonly string[];
};
export type ForumRow = RowOf<typeof forum>;
type The = Case<Case['row'], ForumGiven>;
/** The forum as it would be after the command. */
type After = Omit<ForumRow, 'obligations' | 'attested'> & { readonly obligations: readonly Obligation[] | null };

export const forumRules: Rules<ForumGiven> = {
  open: (the) => kept(the, { ...the.input } as Partial<After> as After),
  edit: (the) => kept(the, { ...(the.row as ForumRow), ...the.input } as After),
  attest,
  end: () => ({}),
  reopen: () => ({}),
  note: () => ({}),
};

/** Everybody who sits at the table of these people: their organisations, those named and the customer, without the house. */
export function partiesOfTable(after: Pick<After, 'chair' | 'members' | 'parties' | 'customer'>, { house, employers }: ForumGiven, named: boolean): string[] {
  const people = [after.chair, ...(after.members ?? [])].flatMap((each) => employers[each] ?? []);
  const all = [...(named ? (after.parties ?? []) : []), ...people, ...(after.customer ? [after.customer] : [])];
  return [...new Set(all)].filter((each) => each !== house).sort();
}

function kept(the: The, after: After): Decision | Refusal {
  const { given, id, input, row } = the;
  // Whoever leaves takes their organisation along, unless it is named.
  const seats = row === null || ['members', 'chair', 'parties'].some((name) => Object.hasOwn(input, name));
  const parties = seats ? partiesOfTable(after, given, true) : (after.parties as readonly string[]);
  return wrongTable(after, parties, given) ?? wrongRhythm(after) ?? wrongAgenda(after) ?? wrongAbove(after, given, id) ?? { changes: { parties } };
}

function wrongTable(after: After, parties: readonly string[], { suppliers }: ForumGiven): Refusal | null {
  const { kind, customer } = after;
  const supplier = parties.find((each) => suppliers.includes(each));
  const outside = parties.find((each) => !suppliers.includes(each));
  if (customer && kind !== 'review') return refuse('forum.customer_only_in_review', 'customer');
  if (kind === 'review' && !customer && outside) return refuse('forum.customer_missing', 'customer');
  const other = kind === 'review' && customer ? parties.find((each) => each !== customer) : undefined;
  if (other) return refuse('forum.review_of_one', 'parties', { customer: customer as string, other });
  return !after.open_table && supplier && outside ? refuse('forum.parties_mixed', 'parties', { customer: outside, supplier }) : null;
}

function wrongRhythm({ begins, cadence, starts_on }: After): Refusal | null {
  if (begins && !/^([01]\d|2[0-3]):[0-5]\d$/.test(begins)) return refuse('forum.begins_not_time', 'begins');
  return cadence !== 'on_demand' && !starts_on ? refuse('forum.needs_first_day', 'starts_on') : null;
}

function wrongAgenda({ points: asked, obligations, customer }: After): Refusal | null {
  const unknown = (asked ?? []).find((each) => !Object.hasOwn(points, each));
  if (unknown !== undefined) return refuse('forum.unknown_point', 'points', { point: unknown, options: Object.keys(points).join(', ') });
  const codes = (obligations ?? []).map((each) => each.code);
  const twice = codes.find((each, index) => codes.indexOf(each) < index);
  if (twice !== undefined) return refuse('forum.obligation_twice', 'obligations', { code: twice });
  return codes.length && !customer ? refuse('forum.obligation_without_customer', 'obligations') : null;
}

function wrongAbove({ escalates_to }: After, { above }: ForumGiven, id: string): Refusal | null {
  return escalates_to && above.includes(id) ? refuse('forum.escalates_in_circle', 'escalates_to', { forum: escalates_to }) : null;
}

function attest({ row, input }: The): Decision | Refusal {
  const { obligations, attested } = row as ForumRow & { obligations: readonly Obligation[] | null; attested: readonly Attested[] | null };
  const code = input.code as string;
  const known = (obligations ?? []).find((each) => each.code === code);
  if (!known) return refuse('forum.attest.unknown', 'code', { code, options: (obligations ?? []).map((each) => each.code).join(', ') || '–' });
  const record = (input.record as string | null | undefined) ?? null;
  const text = (input.text as string | null | undefined) ?? null;
  const said: Attested = { code, on: input.on as string, kept: input.kept as boolean, record, text };
  return { changes: { attested: [...(attested ?? []), said] }, params: { code, text: text ?? known.text } };
}
