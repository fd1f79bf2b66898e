// What the figures of tactical plans are computed from: services, what is promised on them, when they were down.
import type { Calendar } from '../../calculus/calendar.ts';
import type { Composition, Graph } from '../../calculus/composition.ts';

export type ServiceFact = {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly state: string;
  readonly criticality: string;
  readonly composition: Composition | null;
};
export type AvailabilityPromise = {
  readonly id: string;
  readonly service: string;
  readonly provider: string;
  readonly customer: string;
  readonly availability: number;
  readonly calendar: Calendar;
};
/** A part or service that was down; open ended when it still is. Instants are epoch milliseconds. */
export type DownFact = {
  readonly id: string;
  readonly node: string;
  readonly started: number;
  readonly opened: number;
  /** When somebody first worked on it; null when no record says so. */
  readonly taken: number | null;
  readonly restored: number | null;
  readonly ended: number | null;
  /** When whoever reported it, or time, confirmed that it was over. */
  readonly closed: number | null;
};
export type World = {
  readonly house: string;
  readonly zone: string;
  readonly today: string;
  readonly services: ReadonlyMap<string, ServiceFact>;
  readonly graph: Graph;
  readonly promises: readonly AvailabilityPromise[];
};
