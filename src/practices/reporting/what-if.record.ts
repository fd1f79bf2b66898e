// Who may ask what a period would have been, of which promises, and the figures of the answer.
import type { Scope } from '../../kernel/scope.ts';

/** Those who negotiate promises. */
export const whatIfAskers = { all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager', 'service_level_manager'] }] } as const satisfies Scope;
/** Only a time target can be told again from the past. */
export const whatIfMetrics: readonly string[] = ['respond', 'restore', 'accept', 'repair', 'fulfil'];

export type Figures = {
  readonly cases: number;
  readonly met: number;
  readonly missed: number;
  /** Share of the cases within target in ppm; null without cases. */
  readonly attained: number | null;
  readonly kept: boolean | null;
  readonly credit: number;
  readonly credit_minor: number | null;
};
