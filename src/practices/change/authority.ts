// Who may decide about a change, by its type and risk; and whose consent it needs beside that decision.
import type { Actor, Role } from '../../kernel/scope.ts';
import type { ChangeRow, Levels } from './given.ts';
import type { Hurt } from './shapes.record.ts';

export const standardLevels: Levels = { minor: 29, significant: 69 };

export type Category = NonNullable<ChangeRow['category']>;
export type Authority = NonNullable<ChangeRow['authority']>;

export const categoryOf = (risk: number, levels: Levels): Category => (risk <= levels.minor ? 'minor' : risk <= levels.significant ? 'significant' : 'major');

export function authorityOf({ type, category }: { readonly type: ChangeRow['type']; readonly category: Category | null }): Authority {
  if (type === 'standard') return 'model';
  if (type === 'emergency') return 'ecab';
  return category === 'minor' ? 'process_manager' : category === 'major' ? 'executive' : 'cab';
}

/** Roles that may give each decision; the higher may always. A vote that is carried out by itself is no executive's decision. */
const deciding: Readonly<Record<Authority, readonly Role[]>> = {
  model: ['process_manager', 'executive'],
  process_manager: ['process_manager', 'executive'],
  cab: ['process_manager', 'executive'],
  ecab: ['process_manager', 'executive'],
  executive: ['executive'],
};
export const mayDecide = (actor: Actor, authority: Authority): boolean =>
  (actor.system !== undefined && authority !== 'executive') || deciding[authority].some((role) => actor.roles.includes(role));

/** Where promises are broken for as long as it lasts: an outage within hours that were agreed. */
export const touched = (hurt: readonly Hurt[]): readonly Hurt[] => hurt.filter((each) => each.inside && each.promises.length > 0);

type Answers = Pick<ChangeRow, 'answers'>;
/** The last answer of each customer. */
export function lastAnswers({ answers }: Answers): ReadonlyMap<string, 'agrees' | 'objects'> {
  return new Map((answers ?? []).map((each) => [each.customer, each.answer]));
}

/** A customer whose consent is still missing, or who objects; null when all is well or an exception was made. */
export function unconsenting(change: Answers & Pick<ChangeRow, 'exception' | 'type'>, hurt: readonly Hurt[]): string | null {
  if (change.exception || change.type === 'emergency') return null;
  const last = lastAnswers(change);
  const asked = touched(hurt).map((each) => each.customer);
  const objecting = [...last].find(([, answer]) => answer === 'objects')?.[0];
  return objecting ?? asked.find((each) => last.get(each) !== 'agrees') ?? null;
}
