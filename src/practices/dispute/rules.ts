// What the commands of a dispute mean beyond their declaration: what may be contested, by whom, and when it is ripe for a ruling.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { dispute } from './record.ts';

/** What the rules of a dispute are told. Instants are epoch milliseconds. */
export type DisputeGiven = {
  readonly house: string | null;
  /** Whose time it was by the ledger of the record it is about, without gaps; null when that keeps none. */
  readonly stretches: readonly { readonly from: number; readonly to: number; readonly party: string }[] | null;
  /** Who has part in the record. */
  readonly parties: readonly string[];
  /** Disputes about the same record that are not settled. */
  readonly unsettled: readonly { readonly id: string; readonly starts_at: string; readonly ends_at: string }[];
};
type The = Case<Case['row'], DisputeGiven>;
type Row = RowOf<typeof dispute>;
const dayMs = 86_400_000;
/** So long the other side has to answer; after that there can be a ruling without. */
const answerDays = 5;

export const disputeRules: Rules<DisputeGiven> = { open, answer: () => ({}), uphold: ripe, reject: ripe, withdraw: () => ({}), note: () => ({}) };

function open({ input, actor, given }: The): Decision | Refusal {
  const house = given.house ?? '';
  const outside = actor.side !== 'integrator' && !actor.system;
  const found = contested(input, given, outside ? actor.organisation : null);
  if (isRefusal(found)) return found;
  const { held, from, to, about } = found;
  const claimed = (input.claimed as string | null | undefined) ?? house;
  if (outside && (!actor.parties.includes(held) || claimed !== house)) return refuse('dispute.open.not_yours', claimed === house ? 'held' : 'claimed');
  if (claimed === held) return refuse('dispute.open.same_party', 'claimed', { claimed });
  if (held !== house && claimed !== house) return refuse('dispute.open.between_others', 'claimed');
  if (claimed !== house && !given.parties.includes(claimed)) return refuse('dispute.open.stranger', 'claimed', { claimed, about });
  const other = given.unsettled.find((each) => Date.parse(each.starts_at) < to && from < Date.parse(each.ends_at));
  if (other) return refuse('dispute.open.overlaps', 'starts_at', { other: other.id });
  const counterparty = held === house ? claimed : held;
  const raised_by = outside ? counterparty : house;
  const asked = outside ? house : counterparty;
  return { changes: { title: `${about} · ${short(from)} – ${short(to)} UTC`, held, claimed, counterparty, raised_by, asked } };
}

type Contested = { readonly held: string; readonly from: number; readonly to: number; readonly about: string };

/** The stretch, if it lies within the ledger and was one party's all along. An outsider contests its own time and learns of no other party's. */
function contested(input: The['input'], { stretches, house }: DisputeGiven, own: string | null): Contested | Refusal {
  const about = input.about as string;
  const [from, to] = [Date.parse(input.starts_at as string), Date.parse(input.ends_at as string)];
  const [first, last] = [stretches?.[0], stretches?.at(-1)];
  if (!first || !last) return refuse('dispute.open.no_ledger', 'about', { about });
  if (to <= from) return refuse('dispute.open.wrong_period', 'ends_at');
  if (from < first.from || to > last.to)
    return refuse('dispute.open.outside', from < first.from ? 'starts_at' : 'ends_at', { about, from: iso(first.from), to: iso(last.to) });
  const within = (stretches ?? []).filter((each) => each.from < to && from < each.to);
  const held = (input.held as string | null | undefined) ?? own ?? within[0]?.party ?? '';
  const wrong = within.find((each) => each.party !== held);
  if (!wrong) return { held, from, to, about };
  const party = own === null || wrong.party === own ? wrong.party : (house ?? '');
  return refuse('dispute.open.other_party', 'starts_at', { about, party, held, from: iso(Math.max(wrong.from, from)) });
}

/** Both sides are heard; whoever does not answer in time was. */
function ripe({ row, now }: The): Decision | Refusal {
  const { state, asked, opened_at } = row as Row;
  const until = new Date(Date.parse(opened_at) + answerDays * dayMs).toISOString();
  return state === 'open' && now < until ? refuse('dispute.rule.not_answered', undefined, { asked, until: until.slice(0, 10) }) : {};
}

const iso = (at: number): string => new Date(at).toISOString();
const short = (at: number): string => iso(at).slice(0, 16).replace('T', ' ');
