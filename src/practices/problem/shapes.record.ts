// What an investigation is made of, as data: hypotheses with evidence, a timeline, the chain of whys and a fishbone.
import { type Schema, shape } from '../../kernel/shape.ts';

export type Evidence = { readonly what: string; readonly record: string | null; readonly at: string };
export type HypothesisStatus = 'open' | 'supported' | 'refuted';
/** `party` is the organisation of who proposed it. */
export type Hypothesis = {
  readonly id: string;
  readonly what: string;
  readonly status: HypothesisStatus;
  readonly person: string | null;
  readonly party: string | null;
  readonly at: string;
  readonly evidence: readonly Evidence[];
};
/** One thing that happened, at an ISO instant; `record` is where it was told. */
export type Moment = { readonly at: string; readonly what: string; readonly record: string | null };
/** An answer to "why?": `of` is the answer it explains, null for the first; several may explain the same one. */
export type Why = { readonly id: string; readonly of: string | null; readonly because: string; readonly root: boolean };
export const boneNames = ['people', 'process', 'technology', 'supplier', 'environment', 'measurement'] as const;
export type Bone = (typeof boneNames)[number];
/** `counts`: the team holds it for a contributing cause, and not just for something that was thought of. */
export type Cause = { readonly category: Bone; readonly cause: string; readonly counts: boolean };
/** The recurrence test as it stood when the problem was closed. Shares in ppm, days as whole numbers, rates per 365 days in thousandths. */
export type Proof = {
  readonly fixed_at: string;
  readonly until: string;
  readonly baseline_from: string;
  readonly baseline: readonly string[];
  readonly found: readonly string[];
  readonly expected_milli: number;
  readonly chance_ppm: number;
  readonly level_ppm: number;
};

const words: Schema = { type: 'string', maxLength: 1_000 };
const number: Schema = { type: 'string', maxLength: 24 };
const maybe: Schema = { anyOf: [{ type: 'null' }, number] };
const instant: Schema = { type: 'string', maxLength: 40, pattern: '^\\d{4}-\\d{2}-\\d{2}' };
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const many = (items: Schema, maxItems: number): Schema => ({ type: 'array', maxItems, items });

export const hypothesesShape = shape<readonly Hypothesis[]>(
  many(
    object({
      id: number,
      what: words,
      status: { enum: ['open', 'supported', 'refuted'] },
      person: maybe,
      party: maybe,
      at: instant,
      evidence: many(object({ what: words, record: maybe, at: instant }), 100),
    }),
    50,
  ),
);
export const timelineShape = shape<readonly Moment[]>(many(object({ at: instant, what: words, record: maybe }), 300));
export const whysShape = shape<readonly Why[]>(many(object({ id: number, of: maybe, because: words, root: { type: 'boolean' } }), 60));
export const fishboneShape = shape<readonly Cause[]>(many(object({ category: { enum: boneNames }, cause: words, counts: { type: 'boolean' } }), 120));
export const proofShape = shape<Proof>(
  object({
    fixed_at: instant,
    until: instant,
    baseline_from: instant,
    baseline: many(number, 5_000),
    found: many(number, 5_000),
    expected_milli: { type: 'integer', minimum: 0 },
    chance_ppm: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    level_ppm: { type: 'integer', minimum: 0, maximum: 1_000_000 },
  }),
);
