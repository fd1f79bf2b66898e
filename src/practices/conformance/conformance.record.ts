// Paths of work beside the paths that are meant: what is read from data, what a case becomes, and what is answered. Nothing of it is stored.
import type { Followed, MapMove, MapState, ProcessMap } from '../../calculus/process-map.ts';
import type { PathOddity } from '../../calculus/process-paths.ts';
import type { Text } from '../../kernel/text.ts';

/** A path that is meant, by name: the states of a record in their order. */
export type MeantPath = { readonly name: string; readonly states: readonly string[] };
/** What is meant for one kind of record; see models/paths.yaml. */
export type MeantRecord = {
  readonly paths: readonly MeantPath[];
  readonly done: readonly string[];
  readonly through: { readonly end: readonly string[]; readonly states: readonly string[] };
};
/** `late_wait_ppm`: from which used share of a target on waiting for the customer is called late. */
export type PathsModel = {
  readonly provenance: 'reconstruction' | 'own' | 'published';
  readonly note: Text;
  readonly late_wait_ppm: number;
  readonly records: Readonly<Record<string, MeantRecord>>;
};

/** What a case can be called odd for: by its path, and by what happened beside it. */
export const oddities = ['outside', 'skipped', 'other_order', 'unforeseen', 'reopened', 'unresolved', 'ping_pong', 'late_wait'] as const satisfies readonly (
  | PathOddity
  | string
)[];

/** A case with what it can be narrowed by: the organisations and services it names, and whoever had it. */
export type Case = Followed & { readonly about: readonly string[] };

export type Asked = {
  readonly from: string;
  readonly to: string;
  readonly customer: string | null;
  readonly service: string | null;
  readonly supplier: string | null;
};

/** `ways` and `event_ways` are the most frequent; `more` says how many there are in all. */
export type MapAnswer = Omit<ProcessMap, 'ways' | 'event_ways' | 'states' | 'moves'> & {
  readonly ways: readonly WayAnswer[];
  readonly event_ways: readonly WayAnswer[];
  readonly more: { readonly ways: number; readonly event_ways: number };
  readonly states: readonly MapState[];
  /** Those that happened, and those that are meant and never did (`cases` 0). */
  readonly moves: readonly MapMove[];
};
export type WayAnswer = {
  readonly key: string;
  readonly steps: readonly string[];
  readonly cases: number;
  /** Median, milliseconds. */
  readonly median_ms: number | null;
  readonly fitness: number | null;
  readonly nearest: string | null;
  readonly oddities: readonly string[];
};

export type ConformanceAnswer =
  | { readonly state: 'working'; readonly done: number; readonly of: number; readonly now: string }
  | {
      readonly state: 'ready';
      readonly record: string;
      readonly asked: Asked;
      readonly data: MapAnswer;
      readonly meant: MeantRecord | null;
      readonly provenance: PathsModel['provenance'];
      readonly note: Text;
      readonly as_of: string;
      readonly refs: Readonly<Record<string, string>>;
      readonly now: string;
    };

/** A case behind a figure. `steps`: its states with the milliseconds spent in each. */
export type CaseAnswer = {
  readonly id: string;
  readonly opened_at: string;
  readonly ms: number;
  readonly ended: boolean;
  readonly events: number;
  readonly fitness: number;
  readonly oddities: readonly string[];
  readonly steps: readonly { readonly state: string; readonly ms: number }[];
};
export type CasesAnswer = {
  readonly state: 'ready';
  readonly data: readonly CaseAnswer[];
  readonly count: number;
  readonly next: number | null;
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
