// The impact of a failure, as the practices that ask for it know it; who reads it from the database is told to them.

/** Something that is hit. `hops`: steps from the nearest failing part; `via`: the part beneath by which it is hit, null for a failing part. */
export type Hit = { readonly id: string; readonly effect: 'down' | 'degraded'; readonly hops: number; readonly via: string | null };

export type HitService = { readonly service: string; readonly effect: 'down' | 'degraded' };

/** A customer outside the house that loses a service, wholly or its redundancy, and which promises speak of that. */
export type HitCustomer = HitService & { readonly customer: string; readonly promises: readonly string[] };

/** Everything that failures reach, the failing parts first. `truncated`: there is more above than is read at once. */
export type Impact = {
  readonly hits: readonly Hit[];
  readonly services: readonly HitService[];
  readonly customers: readonly HitCustomer[];
  readonly truncated: boolean;
};

/**
 * What fails (numbers of services and items), what is only degraded, and when: absent or null is now; `at` the graph as of that
 * instant (ISO), with `until` everything that stood at any moment of the window.
 */
export type Failing = {
  readonly down: readonly string[];
  readonly degraded?: readonly string[];
  readonly at?: string | null;
  readonly until?: string | null;
};

/** A promise that is hit, with its targets in minutes by priority and, for a window, how many minutes of its hours lie in it; null for now. */
export type PromiseHit = {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly service: string;
  readonly metric: string;
  readonly targets: Readonly<Record<string, number>> | null;
  readonly availability: number | null;
  readonly minutes: number | null;
};

/** What GET /api/impact/{id} answers. Only what the asker may see: a supplier its own things, and nobody's customers. */
export type ImpactAnswer = {
  readonly data: {
    /** What was asked to fail: the record itself and what fails with it. */
    readonly failing: readonly string[];
    /** What fails already and was counted in; empty for a window. */
    readonly now: readonly { readonly id: string; readonly incidents: readonly string[] }[];
    readonly at: string | null;
    readonly until: string | null;
    /** The nearest first, at most 500. `already`: as badly hit without this failure. */
    readonly hits: readonly (Hit & { readonly already: boolean })[];
    readonly counts: { readonly items: number; readonly services: number; readonly customers: number; readonly promises: number };
    readonly customers: readonly (HitCustomer & { readonly already: boolean })[];
    readonly promises: readonly PromiseHit[];
    readonly spares: readonly { readonly part: string; readonly need: number; readonly of: number; readonly left: number; readonly lost: readonly string[] }[];
    readonly truncated: boolean;
  };
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};

/** Something that is stood on. `alone`: its failure alone takes down one of the services at the top; null when there was too much to try. */
export type Support = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly type: string | null;
  readonly state: string;
  readonly hops: number;
  readonly alone: boolean | null;
};

/** What GET /api/organisations/{id}/stands-on and /api/services/{id}/stands-on answer. */
export type StandsOnAnswer = {
  readonly data: {
    readonly services: readonly string[];
    readonly supports: readonly Support[];
    /** Whose things they are: how many services and items, and how many of them are single points of failure. */
    readonly owners: readonly { readonly owner: string; readonly services: number; readonly items: number; readonly alone: number }[];
    readonly truncated: boolean;
  };
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
