// How a verification comes to its differences and its figures, and how each difference is decided.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Difference, Found } from './difference.record.ts';
import type { Attributes, AttributeValue } from './fields.ts';

/** An item as recorded, with everything it may be recognised by. */
export type Recorded = {
  readonly id: string;
  readonly name: string;
  readonly source_key: string | null;
  readonly aliases: readonly string[];
  readonly type_code: string;
  readonly attributes: Attributes;
};
export type VerificationGiven = {
  /** The items of the scope. Read only to compare. */
  readonly recorded: readonly Recorded[];
  /** Number of the type of an unexpected thing, by its code; null when there is none. */
  readonly type: string | null;
};
type The = Case<Case['row'], VerificationGiven>;

export const verificationRules: Rules<VerificationGiven> = { find: found, compare: compared, decide: decided, close: closed };

function found({ input, row }: The): Decision | Refusal {
  const list = (input.found ?? row?.found ?? []) as readonly Found[];
  const nameless = list.findIndex((each) => !each.item && !each.key && !each.name);
  if (nameless >= 0) return refuse('verification.find.nameless', 'found', { row: nameless + 1 });
  const seen = (input.seen ?? row?.seen ?? []) as readonly string[];
  return { params: { found: list.length, seen: seen.length } };
}

function compared({ row, given, at }: The): Decision | Refusal {
  const [list, seen] = [(row?.found ?? []) as readonly Found[], (row?.seen ?? []) as readonly string[]];
  if (!list.length && !seen.length) return refuse('verification.compare.nothing_found', 'found');
  const { differences, checked, matching } = compareFound(given.recorded, list, seen);
  const of = (kind: Difference['kind']): number => new Set(differences.filter((each) => each.kind === kind).map((each) => each.item ?? each.id)).size;
  const [missing, unexpected, differing] = [of('missing'), of('unexpected'), of('differs')];
  const all = checked + unexpected;
  const accuracy = all === 0 ? null : Math.round((matching * 1_000_000) / all);
  return {
    changes: { differences, compared_at: at, checked, matching, missing, unexpected, differing, accuracy },
    params: { checked, differences: differences.length },
  };
}

const undecided = { decision: null, reason: null, by: null, at: null } as const;

/** Pure comparison of what is recorded with what was found. An item found twice counts once; what was seen by hand is as recorded. */
export function compareFound(
  recorded: readonly Recorded[],
  list: readonly Found[],
  seen: readonly string[],
): { differences: readonly Difference[]; checked: number; matching: number } {
  const known = recognising(recorded);
  const hits = new Map<string, Found | null>(recorded.filter((each) => seen.includes(each.id)).map((each) => [each.id, null]));
  const unexpected = new Map<string, Difference>();
  for (const thing of list) {
    const item = known(thing);
    if (item) {
      if (!hits.has(item.id)) hits.set(item.id, thing);
    } else {
      const name = thing.name ?? thing.key ?? thing.item ?? '';
      const id = `unexpected:${thing.key ?? name}`.slice(0, 300);
      unexpected.set(id, { id, kind: 'unexpected', item: null, name, attribute: null, recorded: null, found: null, thing, ...undecided });
    }
  }
  const lost = recorded.filter((each) => !hits.has(each.id)).map((each) => ({ ...plain(each, 'missing'), ...undecided }));
  const other = recorded.flatMap((each) => differing(each, hits.get(each.id) ?? null));
  const wrong = new Set(other.map((each) => each.item)).size;
  return { differences: [...lost, ...other, ...unexpected.values()], checked: recorded.length, matching: recorded.length - lost.length - wrong };
}

const plain = ({ id, name }: Recorded, kind: 'missing') =>
  ({ id: `${kind}:${id}`, kind, item: id, name, attribute: null, recorded: null, found: null, thing: null }) as const;

function differing(item: Recorded, thing: Found | null): Difference[] {
  if (!thing) return [];
  const base = { kind: 'differs', item: item.id, name: item.name, thing: null, ...undecided } as const;
  const renamed = thing.name !== undefined && !namesOf(item).includes(lower(thing.name));
  const name: Difference[] = renamed ? [{ ...base, id: `differs:${item.id}:name`, attribute: 'name', recorded: item.name, found: thing.name ?? null }] : [];
  const values = Object.entries(thing.attributes ?? {}).flatMap(([attribute, value]): Difference[] => {
    const before: AttributeValue | null = item.attributes[attribute] ?? null;
    return String(before ?? '') === String(value) ? [] : [{ ...base, id: `differs:${item.id}:${attribute}`, attribute, recorded: before, found: value }];
  });
  return [...name, ...values];
}

const lower = (text: string): string => text.trim().toLowerCase();
const namesOf = ({ name, aliases }: Recorded): string[] => [name, ...aliases].map(lower);

/** By number, then key, then name; two items of one name are told apart by their type, and by nothing else. */
function recognising(recorded: readonly Recorded[]): (thing: Found) => Recorded | null {
  const byId = new Map(recorded.map((each) => [each.id, each]));
  const byKey = new Map(recorded.flatMap((each) => (each.source_key ? [[each.source_key, each] as const] : [])));
  const byName = new Map<string, Recorded[]>();
  for (const each of recorded) for (const name of new Set(namesOf(each))) byName.set(name, [...(byName.get(name) ?? []), each]);
  return ({ item, key, name, type }) => {
    const exact = (item && byId.get(item)) || (key && byKey.get(key));
    if (exact) return exact;
    const named = (name === undefined ? [] : (byName.get(lower(name)) ?? [])).filter((each) => !type || each.type_code === type);
    return named.length === 1 ? (named[0] ?? null) : null;
  };
}

function decided({ row, input, given, actor, at }: The): Decision | Refusal {
  const all = (row?.differences ?? []) as readonly Difference[];
  const one = all.find((each) => each.id === input.difference);
  const reason = (input.reason ?? null) as string | null;
  const decision = input.decision as NonNullable<Difference['decision']>;
  if (!one) return refuse('verification.decide.no_difference', 'difference', { difference: String(input.difference) });
  if (one.decision) return refuse('verification.decide.decided', 'difference', { difference: one.name, decision: one.decision });
  if (decision !== 'corrected' && !reason) return refuse('verification.decide.needs_reason', 'reason');
  if (decision === 'corrected' && one.kind === 'unexpected' && !given.type)
    return refuse('verification.decide.no_type', 'decision', { type: one.thing?.type ?? '–' });
  const after = all.map((each) => (each === one ? { ...each, decision, reason, by: actor.name, at } : each));
  return { changes: { differences: after }, params: { difference: one.name, decision, of: one.id, type: given.type }, note: reason };
}

function closed({ row }: The): Decision | Refusal {
  const left = ((row?.differences ?? []) as readonly Difference[]).filter((each) => !each.decision).length;
  return left > 0 ? refuse('verification.close.undecided', undefined, { left }) : {};
}
