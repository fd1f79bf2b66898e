// What is said about a record: the row as the reader's side sees it, names, the buttons, the clocks, and who can be addressed.
import { mayNow } from '../../kernel/command.ts';
import { partiesOf } from '../../kernel/decide.ts';
import { type AnyRow, type Definition, project } from '../../kernel/record.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import { grants } from '../auth/grants.ts';
import { type House, settings } from '../house.ts';
import type { Running } from '../journal/clockwork.ts';
import { idsIn, type Labels, labelsOf } from '../journal/labels.ts';
import { type ClockView, clockViews, readClocks } from '../journal/story.ts';
import { isoNow } from './context.ts';

export type Address = { readonly id: string; readonly name: string; readonly kind: 'team' | 'house' | 'supplier' | 'customer' };
export type OneAnswer = {
  readonly data: Partial<AnyRow>;
  readonly refs: Labels;
  readonly may: readonly string[];
  readonly clocks: readonly ClockView[];
  readonly now: string;
  readonly audiences: readonly Address[];
};
/** `clocks` when they are known already. */
type Of = { readonly actor: Actor; readonly definition: Definition; readonly row: AnyRow; readonly clocks?: readonly Running[] | null };

export async function oneAnswer(house: House, { actor, definition, row, clocks: known = null }: Of): Promise<OneAnswer> {
  const now = isoNow(house);
  // A command may take a record out of the sight of who gave it: they learn that it worked, and no more.
  if (!allows(definition.see, actor, row)) return { data: { id: row.id, version: row.version }, refs: {}, may: [], clocks: [], now, audiences: [] };
  const data = project(definition, row, actor.side);
  const own = (await settings(house)).house;
  const parties = (['customer', 'supplier'] as const).flatMap((relation) => partiesOf(definition, row, relation));
  const ids = [...idsIn(definition, [data]), ...parties, ...(own ? [own] : []), ...actor.teams];
  const clocks = known
    ? clockViews(definition, { actor, clocks: known, now: house.clock.now() })
    : ((await readClocks(house, { actor, ids: [row.id], definition }))[row.id] ?? []);
  const seen = actor.side === 'integrator' ? data : { ...data, due: dueOf(clocks) };
  const refs = await labelsOf(house, { actor, ids: [...ids, ...idsOfClocks(clocks)] });
  const may = mayNow(definition, row, actor).filter((command) => grants(actor, `${definition.name}.${command}`) === null);
  return { data: seen, refs, may, clocks, now, audiences: audiences({ actor, definition, row }, { house: own, refs }) };
}

/** When the next promise is due among the clocks that somebody may see: the standing `due` is over all of them. */
export function dueOf(clocks: readonly ClockView[]): string | null {
  const dues = clocks.flatMap((each) => (each.phase === 'running' && each.due ? [each.due] : []));
  return dues.sort()[0] ?? null;
}

/** Whom a word on this record can be addressed to. Outsiders may choose only among the house and themselves. */
function audiences({ actor, definition, row }: Of, { house, refs }: { house: string | null; refs: Labels }): Address[] {
  const outside = (['customer', 'supplier'] as const).flatMap((kind) =>
    partiesOf(definition, row, kind)
      .filter((id) => id !== house && (actor.side === 'integrator' || actor.parties.includes(id)))
      .map((id) => ({ id, kind })),
  );
  if (outside.length === 0 && !definition.parties) return [];
  // Work that lies with somebody else lies with a team that does not see this record: words to it would reach nobody.
  const { custody } = definition;
  const team = custody && row[custody.party] === house ? row[custody.team] : null;
  const teams =
    actor.side === 'integrator' ? [...new Set([...actor.teams, ...(typeof team === 'string' ? [team] : [])])].map((id) => ({ id, kind: 'team' as const })) : [];
  const inside = house ? [{ id: house, kind: 'house' as const }] : [];
  return [...teams, ...inside, ...outside].flatMap((each) => (refs[each.id] ? [{ ...each, name: refs[each.id] as string }] : []));
}

export const idsOfClocks = (clocks: readonly ClockView[]): string[] =>
  clocks.flatMap((clock) => [clock.promise, clock.provider, clock.customer, clock.reason]).filter((id) => id !== null);
