// How risky a change is, from 0 to 100: what it reaches, what similar changes did, how long it stops things, and whether there is a way back.

/** What a change reaches and brings with it. All numbers are counts or minutes, never negative. */
export type ChangeRiskInput = {
  /** Customers that a failure would stop, and those it would only slow down. */
  readonly down: number;
  readonly degraded: number;
  /** Promises that stand on what is touched. */
  readonly promises: number;
  /** Customers that are hit within hours that were agreed with them; null when no time is planned. */
  readonly inside: number | null;
  /** Similar changes that were reviewed, and how many of them failed, partly or wholly, or were backed out. */
  readonly similar: { readonly done: number; readonly failed: number };
  /** How long services do not work, at most; null when nobody said. */
  readonly outage_minutes: number | null;
  readonly back_out: { readonly planned: boolean; readonly tried: boolean; readonly minutes: number | null };
  /** Minutes of the planned window; null when no time is planned. */
  readonly window_minutes: number | null;
};

/** Most points of each part; they sum to 100. Chosen, not measured: change them here when your own history says otherwise. */
export const riskWeights = { reach: 20, promises: 20, history: 25, outage: 15, back_out: 10, timing: 10 } as const;
export type RiskPartKey = keyof typeof riskWeights;

/** Half of the points of `reach` at this many customers, of `promises` at this many; all of `outage` at this many minutes. */
export const riskScale = { customers: 2, promises: 3, outage_minutes: 480 } as const;

/** What is believed before anything is known: one failure in five. Every known change weighs as much as one of these five. */
export const riskPrior = { failed: 1, done: 5 } as const;

export type ChangeRisk = {
  /** 0 to 100, the sum of the parts. */
  readonly score: number;
  readonly parts: readonly { readonly part: RiskPartKey; readonly points: number; readonly of: number; readonly facts: Readonly<Record<string, number>> }[];
};

/**
 * The score with its parts, each a whole number of points with the figures it came from. Reach and promises rise fast at first and
 * level off (1 - 2^(-n/half)); a slowed customer counts for half. The share of failures is smoothed (Laplace's rule with the prior
 * above: (failed + 1) / (done + 5)), so that one lucky change proves nothing; half failing or more gives all points. Outage counts
 * by its logarithm. Source of the form: the additive risk matrices of change management practice; the smoothing is the posterior
 * mean of a beta distribution.
 */
export function changeRisk(the: ChangeRiskInput): ChangeRisk {
  const weighed = the.down + the.degraded / 2;
  const share = failureShare(the.similar);
  const parts = [
    part('reach', levels(weighed, riskScale.customers), { down: the.down, degraded: the.degraded }),
    part('promises', levels(the.promises, riskScale.promises), { promises: the.promises }),
    part('history', Math.min(1, share * 2), { ...the.similar, share_ppm: Math.round(share * 1_000_000) }),
    part('outage', outagePart(the.outage_minutes), { minutes: the.outage_minutes ?? -1 }),
    part('back_out', backOutPart(the), {
      planned: Number(the.back_out.planned),
      tried: Number(the.back_out.tried),
      minutes: the.back_out.minutes ?? -1,
      window: the.window_minutes ?? -1,
    }),
    part('timing', timingPart(the), { inside: the.inside ?? -1 }),
  ];
  return { score: parts.reduce((sum, each) => sum + each.points, 0), parts };
}

/** The share of similar changes that is expected to fail, between 0 and 1. */
export function failureShare({ done, failed }: ChangeRiskInput['similar']): number {
  return (failed + riskPrior.failed) / (done + riskPrior.done);
}

const part = (name: RiskPartKey, share: number, facts: Readonly<Record<string, number>>) => ({
  part: name,
  points: Math.round(riskWeights[name] * Math.min(1, Math.max(0, share))),
  of: riskWeights[name],
  facts,
});

const levels = (n: number, half: number): number => 1 - 2 ** (-n / half);

/** Nobody said how long: as bad as an hour. */
const outagePart = (minutes: number | null): number => Math.log1p(minutes ?? 60) / Math.log1p(riskScale.outage_minutes);

/** No plan gives all points, a plan that nobody tried half; one that does not fit in the window counts as untried. */
function backOutPart({ back_out, window_minutes }: ChangeRiskInput): number {
  if (!back_out.planned) return 1;
  const fits = back_out.minutes === null || window_minutes === null || back_out.minutes <= window_minutes;
  return back_out.tried && fits ? 0 : 0.5;
}

/** Within agreed hours of anybody all points; not planned yet half. Without an outage the hour does not matter. */
function timingPart({ inside, outage_minutes }: ChangeRiskInput): number {
  if (outage_minutes === 0) return 0;
  return inside === null ? 0.5 : Number(inside > 0);
}
