// What the ladder of contracting is and what is answered about it: types that the screens share. It is computed; nothing of it is stored.
import type { Text } from '../../kernel/text.ts';

/** What a gate looks at: what was agreed, what is measured, what is steered. */
export const evidences = ['contracted', 'measured', 'governed'] as const;
export type Evidence = (typeof evidences)[number];
export type Level = 'operational' | 'tactical' | 'strategic';

/** A gate as a stage asks for it: at least `needs` records, of the last `within_days` days where it looks back. */
export type Asking = { readonly gate: string; readonly needs: number; readonly within_days: number };
/** A step of the ladder. Its gates lead up to it; it stands when they and those of every lower stage are met. */
export type LadderStage = {
  readonly code: string;
  readonly name: Text;
  readonly contracted: Text;
  readonly accountable: Text;
  readonly levels: readonly Level[];
  readonly gates: readonly Asking[];
};
/** `provenance` says whose ladder it is; ours is a reconstruction, and every screen says so. */
export type Ladder = { readonly provenance: 'reconstruction' | 'own' | 'published'; readonly note: Text; readonly stages: readonly LadderStage[] };

/** A customer and a service it has to do with. */
export type Pair = { readonly customer: string; readonly service: string };
export const pairKey = ({ customer, service }: Pair): string => `${customer} ${service}`;

/** What a gate's query found for a customer and a service: how many records prove it, the latest of them, and what lacks it. */
export type Finding = { readonly found: number; readonly ids: readonly string[]; readonly lacks: readonly string[] };

/** A gate with its answer. `missing`: how many records are yet to be made; 0 exactly when it is met. */
export type GateAnswer = Finding & Asking & { readonly met: boolean; readonly missing: number };
export type StageAnswer = { readonly code: string; readonly met: boolean; readonly gates: readonly GateAnswer[] };

/**
 * Where a customer's service stands. `stage` counts from 0. `next`: the gates that are not met yet on the way to the next stage, the
 * one that asks for the fewest new records first; `distance` is how many records they ask for together. Null on the highest stage.
 */
export type Standing = {
  readonly stage: number;
  readonly stages: readonly StageAnswer[];
  readonly next: { readonly stage: number; readonly distance: number; readonly steps: readonly GateAnswer[] } | null;
};
/** A cell of the matrix; `before` is the stage a quarter ago, null when there was nothing between the two then. */
export type Growth = Standing & { readonly customer: string; readonly service: string; readonly before: number | null };

export type GrowthAnswer = {
  readonly data: readonly Growth[];
  readonly ladder: Ladder;
  readonly as_of: string;
  readonly before: string;
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
