// The shapes of what a change carries as data: votes, answers of customers, its risk with reasons, its impact and what it will do to items.
import { type Schema, shape } from '../../kernel/shape.ts';

const id = { type: 'string', maxLength: 24 } as const satisfies Schema;
const text = { type: 'string', maxLength: 2000 } as const satisfies Schema;
const instant = { type: 'string', maxLength: 40 } as const satisfies Schema;
const maybe = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (properties: Readonly<Record<string, Schema>>, required = Object.keys(properties)): Schema => ({
  type: 'array',
  maxItems: 1000,
  items: { type: 'object', additionalProperties: false, required, properties },
});

export type VoteWord = 'approve' | 'approve_if' | 'defer' | 'reject' | 'abstain';
/** What a member may vote, as it is said. */
export const choices = {
  approve: { en: 'Approve', nl: 'Goedkeuren', de: 'Genehmigen' },
  approve_if: { en: 'Approve if', nl: 'Goedkeuren mits', de: 'Genehmigen, wenn' },
  defer: { en: 'Defer', nl: 'Uitstellen', de: 'Vertagen' },
  reject: { en: 'Reject', nl: 'Afwijzen', de: 'Ablehnen' },
  abstain: { en: 'Abstain', nl: 'Onthouden', de: 'Enthalten' },
} as const;

/** One person's vote; the last one of a person counts. `at` is an ISO instant. */
export type Vote = {
  readonly person: string;
  readonly party: string | null;
  readonly vote: VoteWord;
  readonly reason: string | null;
  readonly at: string;
};
export const votes = shape<readonly Vote[]>(
  list({ person: id, party: maybe(id), vote: { enum: ['approve', 'approve_if', 'defer', 'reject', 'abstain'] }, reason: maybe(text), at: instant }),
);

/** What an affected customer answered; the last one of a customer counts. */
export type Answer = {
  readonly customer: string;
  readonly answer: 'agrees' | 'objects';
  readonly person: string | null;
  readonly reason: string | null;
  readonly at: string;
};
export const answers = shape<readonly Answer[]>(
  list({ customer: id, answer: { enum: ['agrees', 'objects'] }, person: maybe(id), reason: maybe(text), at: instant }),
);

/** One part of a risk score: `points` of at most `of`, and what they were reckoned from. */
export type RiskPart = {
  readonly part: RiskPartName;
  readonly points: number;
  readonly of: number;
  readonly facts: Readonly<Record<string, number | string>>;
};
export type RiskPartName = 'reach' | 'promises' | 'history' | 'outage' | 'back_out' | 'timing';
/** A score with its parts; what a person said instead stands beside it, never over it. */
export type Risk = {
  readonly computed: number;
  readonly parts: readonly RiskPart[];
  readonly at: string;
  readonly overridden: { readonly score: number; readonly reason: string; readonly person: string | null; readonly at: string } | null;
};
const points: Schema = { type: 'integer', minimum: 0, maximum: 100 };
const partNames: readonly RiskPartName[] = ['reach', 'promises', 'history', 'outage', 'back_out', 'timing'];
export const risk = shape<Risk>({
  type: 'object',
  additionalProperties: false,
  required: ['computed', 'parts', 'at', 'overridden'],
  properties: {
    computed: points,
    parts: list({
      part: { enum: partNames },
      points,
      of: points,
      facts: { type: 'object', additionalProperties: { anyOf: [{ type: 'integer' }, { type: 'string', maxLength: 60 }] } },
    }),
    at: instant,
    overridden: maybe({
      type: 'object',
      additionalProperties: false,
      required: ['score', 'reason', 'person', 'at'],
      properties: { score: points, reason: text, person: maybe(id), at: instant },
    }),
  },
});

/** Who is hit, as it was reckoned when the change was assessed. `promises` are numbers of promises; `inside`: within agreed hours. */
export type Hurt = {
  readonly customer: string;
  readonly service: string;
  readonly effect: 'down' | 'degraded';
  readonly promises: readonly string[];
  readonly inside: boolean;
};
export const hurt = shape<readonly Hurt[]>(
  list({
    customer: id,
    service: id,
    effect: { enum: ['down', 'degraded'] },
    promises: { type: 'array', maxItems: 200, items: id },
    inside: { type: 'boolean' },
  }),
);

/** What an exception is for: the plans it names, between these instants, and who made it. */
export type Excepted = {
  readonly person: string | null;
  readonly at: string;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly with: readonly string[];
};
export const excepted = shape<Excepted>({
  type: 'object',
  additionalProperties: false,
  required: ['person', 'at', 'starts_at', 'ends_at', 'with'],
  properties: { person: maybe(id), at: instant, starts_at: maybe(instant), ends_at: maybe(instant), with: { type: 'array', maxItems: 1000, items: id } },
});

/** What becomes of an item once the change is implemented. */
export type ItemUpdate = {
  readonly item: string;
  readonly changes: { readonly state?: string; readonly attributes?: Readonly<Record<string, string | number | boolean | null>> };
};
const value: Schema = { anyOf: [{ type: 'string', maxLength: 2000 }, { type: 'integer' }, { type: 'boolean' }, { type: 'null' }] };
export const itemUpdates = shape<readonly ItemUpdate[]>(
  list({
    item: { type: 'string', pattern: '^CI-\\d{1,15}$' },
    changes: {
      type: 'object',
      additionalProperties: false,
      properties: {
        state: { enum: ['planned', 'ordered', 'in_stock', 'test', 'live', 'maintenance', 'retired', 'disposed'] },
        attributes: { type: 'object', additionalProperties: value },
      },
    },
  }),
);

/** A step that a model plans: `minutes` it takes, and whether it follows the step before it. */
export type ModelStep = { readonly title: string; readonly phase: Phase; readonly minutes: number; readonly party?: string | null };
export type Phase = 'build' | 'test' | 'implement' | 'verify';
export const modelSteps = shape<readonly ModelStep[]>(
  list(
    {
      title: { type: 'string', maxLength: 300 },
      phase: { enum: ['build', 'test', 'implement', 'verify'] },
      minutes: { type: 'integer', minimum: 0, maximum: 100_000 },
      party: maybe({ type: 'string', pattern: '^ORG-\\d{1,15}$' }),
    },
    ['title', 'phase', 'minutes'],
  ),
);

/** What must hold before operations accept a release, or before early life ends. */
export type Criterion = { readonly text: string; readonly met: boolean; readonly note?: string | null };
export const criteria = shape<readonly Criterion[]>(
  list({ text: { type: 'string', maxLength: 300 }, met: { type: 'boolean' }, note: maybe(text) }, ['text', 'met']),
);
