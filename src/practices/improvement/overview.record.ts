// The register as a whole, and the maturity of each process as the radar shows it.

/** `effect` of a unit is the sum of what proven improvements gained, positive for better. */
export type Portfolio = {
  readonly counts: Readonly<Record<string, number>>;
  readonly limit: number;
  readonly doing: number;
  readonly proven: readonly { readonly unit: string; readonly count: number; readonly effect: number }[];
  readonly saved_minutes: number;
  readonly measured: number;
  readonly proven_count: number;
  readonly processes: readonly string[];
  readonly customers: readonly string[];
};
export type MaturityOf = {
  readonly process: string;
  readonly id: string;
  readonly score: number;
  readonly previous: number | null;
  readonly goal: number | null;
  readonly assessed_on: string;
  readonly held_by: readonly string[];
  readonly before: string | null;
  readonly draft: string | null;
  readonly improvements: readonly string[];
};
