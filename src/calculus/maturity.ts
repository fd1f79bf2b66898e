// How mature a process is: a level from 0 to 5, reached only when everything of it and of all levels below is largely or fully so.

/** Not, partly, largely, fully: the four steps of ISO/IEC 33020 (up to 15 %, 50 %, 85 %, above). */
export const ratings = ['n', 'p', 'l', 'f'] as const;
export type Rating = (typeof ratings)[number];

/** One question of a level; `attribute` is the aspect it belongs to. */
export type Rule = { readonly code: string; readonly attribute: string; readonly level: number };
export type Answered = { readonly code: string; readonly rating: Rating };

export type Maturity = {
  /** 0 to the highest level of the rules. */
  readonly score: number;
  /** The lowest answer per attribute, in the order of the rules; null while one of its questions is open. */
  readonly attributes: readonly { readonly attribute: string; readonly level: number; readonly rating: Rating | null }[];
  /** Questions that keep the next level out of reach, lowest level first. */
  readonly held_by: readonly string[];
};

/**
 * The level of a process by its answers. A rule that is not answered is not met. An attribute is as good as its lowest answer,
 * and a level is reached when every attribute of it and below is largely or fully so: never an average. (After the capability
 * levels of ISO/IEC 15504-2 and 33020, which ask for `fully` below the level; here `largely` is enough at every level.)
 */
export function maturityOf(rules: readonly Rule[], answers: readonly Answered[]): Maturity {
  const given = new Map(answers.map((each) => [each.code, each.rating]));
  const names = [...new Set(rules.map((each) => each.attribute))];
  const attributes = names.map((attribute) => {
    const own = rules.filter((each) => each.attribute === attribute);
    return { attribute, level: own[0]?.level ?? 0, rating: lowest(own.map((each) => given.get(each.code) ?? null)) };
  });
  const levels = [...new Set(rules.map((each) => each.level))].sort((a, b) => a - b);
  const broken = levels.find((level) => rules.some((each) => each.level === level && !met(given.get(each.code))));
  const score = broken === undefined ? (levels.at(-1) ?? 0) : (levels[levels.indexOf(broken) - 1] ?? 0);
  const held_by = rules.filter((each) => each.level === broken && !met(given.get(each.code))).map((each) => each.code);
  return { score, attributes, held_by };
}

/** Largely or fully. */
export const met = (rating: Rating | null | undefined): boolean => rating === 'l' || rating === 'f';

function lowest(all: readonly (Rating | null)[]): Rating | null {
  if (all.some((each) => each === null)) return null;
  return (all as readonly Rating[]).reduce<Rating>((least, each) => (ratings.indexOf(each) < ratings.indexOf(least) ? each : least), 'f');
}
