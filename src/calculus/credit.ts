// Service credits: what a missed promise costs, in parts per million of the fee and in whole minor units of money.

/** One million parts: the whole. */
const WHOLE = 1_000_000;

/** Attained strictly below `below` (ppm) earns back `credit` (ppm of the fee of the window). */
export type CreditBand = { readonly below: number; readonly credit: number };

/** Bands in any order; never more than `cap` (ppm of the fee) whatever they say. A missing cap is the whole fee. */
export type CreditBands = { readonly bands: readonly CreditBand[]; readonly cap?: number | null | undefined };

/**
 * The credit for a window in which `attained` (ppm) was reached, in ppm of the fee: the largest of the bands whose
 * `below` lies above what was attained, at most the cap. Attained exactly at a band's edge does not fall into it.
 */
export function creditOf({ bands, cap }: CreditBands, attained: number): number {
  const earned = bands.reduce((most, band) => (band.below > attained ? Math.max(most, band.credit) : most), 0);
  return Math.min(earned, cap ?? WHOLE);
}

/**
 * `ppm` of a fee in whole minor units (cents), rounded half up. Exact for every whole fee that a number can hold:
 * the fee is split so that no product passes 2^53.
 */
export function creditAmount(fee_minor: number, ppm: number): number {
  const millions = Math.floor(fee_minor / WHOLE);
  const rest = fee_minor - millions * WHOLE;
  return millions * ppm + Math.floor((rest * ppm + WHOLE / 2) / WHOLE);
}

/**
 * What stays with the party in between, in minor units: owed upward minus what is recoverable beneath. Negative when
 * more comes back from beneath than is owed.
 */
export function exposure(owed_minor: number, recoverable_minor: readonly number[]): number {
  return recoverable_minor.reduce((left, each) => left - each, owed_minor);
}
