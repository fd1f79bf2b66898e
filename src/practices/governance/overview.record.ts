// A forum as the overview shows it: its rhythm, what was held, what comes, and how its actions stand.
import type { Cadence } from '../../calculus/cadence.ts';
import type { ForumKind } from './words.record.ts';

export type ForumCard = {
  readonly id: string;
  readonly name: string;
  readonly kind: ForumKind;
  readonly level: 'operational' | 'tactical' | 'strategic';
  readonly cadence: Cadence;
  readonly customer: string | null;
  readonly chair: string | null;
  readonly parties: readonly string[];
  readonly next: string | null;
  readonly next_at: string | null;
  readonly last: string | null;
  readonly last_at: string | null;
  readonly open_actions: number;
  readonly late_actions: number;
  /** Instants at which the cadence says that it meets next, after what is planned. */
  readonly proposed: readonly string[];
};
