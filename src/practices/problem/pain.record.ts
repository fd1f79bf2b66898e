// The cost of pain as it is answered: types alone, for those who reckon it and those who show it.

/** In minor units of money: an hour of one customer, and an hour of work. */
export type Rates = { readonly customer_hour_minor: number; readonly work_hour_minor: number; readonly currency: string };

export type IncidentPain = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly started_at: string;
  readonly impact_ms: number;
  readonly customers: number;
  readonly work_ms: number;
  readonly cost_minor: number;
};
export type AtStake = { readonly promise: string; readonly name: string; readonly customer: string; readonly amount_minor: number; readonly currency: string };
/** `impact_ms` is wall time of the service, `customer_ms` the same times the customers hit, `work_ms` time somebody had them in hand. */
export type Pain = {
  readonly incidents: readonly IncidentPain[];
  readonly customers: readonly string[];
  readonly impact_ms: number;
  readonly customer_ms: number;
  readonly work_ms: number;
  readonly at_stake: readonly AtStake[];
  readonly cost_minor: number;
  readonly currency: string;
  /** Days from the first incident to the removal of the cause, or until now; at least 30. */
  readonly days: number;
  readonly per_month_minor: number;
  readonly per_year_minor: number;
};
