// The hand-over check: whether what a receiver promised still fits in what is left of the promise to the customer.
import { addWorking, type Calendar, isOpen, nextOpening, workingMs } from './calendar.ts';

/** The customer's clock as it stands. `left_ms` is working time of `calendar`, negative when it is late; `paused` when it waits now. */
export type CustomerClock = { readonly left_ms: number; readonly calendar: Calendar; readonly paused?: boolean };

/**
 * What the receiver promised, in working time of its own hours. `accept_ms` is null when it promised no answer and then takes
 * no time of its own; `repair_ms` null means that it promised nothing about the work itself.
 * `accept_calendar` is for a promise of acceptance that is kept in other hours; `calendar` otherwise.
 */
export type ReceiverPromise = {
  readonly accept_ms: number | null;
  readonly repair_ms: number | null;
  readonly calendar: Calendar;
  readonly accept_calendar?: Calendar;
};

/** `handover_ms` is what the handing over itself takes before the receiver can know of it, in the customer's hours; 0 when absent. */
export type HandoverInput = { readonly now: number; readonly customer: CustomerClock; readonly receiver: ReceiverPromise; readonly handover_ms?: number };

/**
 * - `fits`: finished within what is left, at the latest by the receiver's promise.
 * - `short`: the promise allows the receiver to finish after the customer's clock has run out.
 * - `late`: the customer's clock has run out already, so nobody's promise fits.
 * - `no_promise`: the receiver promised nothing; that it fits cannot be said.
 * - `never`: by its hours the receiver does not get there within twenty years.
 */
export type HandoverVerdict = 'fits' | 'short' | 'late' | 'no_promise' | 'never';

/**
 * All instants are epoch milliseconds; `short_ms` and `spare_ms` are working time on the customer's clock, and of the two at
 * least one is 0. Null is what cannot be said. `accepts_at` and `finishes_at` are the latest moments the promise allows.
 * `due_at` is when the customer's clock runs out: null when its calendar never opens again that long. `resumed` says that the
 * customer's clock waits, and that all was reckoned as if it went on now, which is the soonest that it can run out.
 */
export type HandoverFit = {
  readonly verdict: HandoverVerdict;
  readonly fits: boolean;
  readonly short_ms: number | null;
  readonly spare_ms: number | null;
  readonly accepts_at: number | null;
  readonly finishes_at: number | null;
  readonly due_at: number | null;
  readonly resumed: boolean;
};

/**
 * Stages one after the other on the customer's clock: hand-over, acceptance, repair, each in its own hours. Finishing at the
 * very due moment is in time, as it is for the clock itself. A target of nothing fits in whatever is left, while hours in which
 * the customer's clock stands still cost nothing of it.
 */
export function handoverFit({ now, customer, receiver, handover_ms = 0 }: HandoverInput): HandoverFit {
  const due_at = customer.left_ms < 0 ? now : addWorking(customer.calendar, now, customer.left_ms);
  const resumed = customer.paused === true;
  const unsaid = { short_ms: null, spare_ms: null, accepts_at: null, finishes_at: null, due_at, resumed, fits: false } as const;
  if (receiver.repair_ms === null) return { ...unsaid, verdict: 'no_promise' };
  const told = addWorking(customer.calendar, now, handover_ms);
  const accepts_at = told === null ? null : addWorking(receiver.accept_calendar ?? receiver.calendar, told, receiver.accept_ms ?? 0);
  const finishes_at = accepts_at === null ? null : addWorking(receiver.calendar, accepts_at, receiver.repair_ms);
  if (finishes_at === null) return { ...unsaid, accepts_at, verdict: 'never' };
  const spare = customer.left_ms - workingMs(customer.calendar, now, finishes_at);
  const verdict = customer.left_ms < 0 ? 'late' : spare < 0 ? 'short' : 'fits';
  return { verdict, fits: verdict === 'fits', short_ms: Math.max(0, -spare), spare_ms: Math.max(0, spare), accepts_at, finishes_at, due_at, resumed };
}

export type HandoverCheck<T> = T & { readonly handover: HandoverFit };

/** Best first: what fits, most to spare first; then what falls least short; then nothing promised; then never. Stable among equals. */
export function bestFirst<T>(checks: readonly HandoverCheck<T>[]): HandoverCheck<T>[] {
  return checks.toSorted((a, b) => order[a.handover.verdict] - order[b.handover.verdict] || rest(b.handover) - rest(a.handover));
}

/** The first moment at which the customer can honestly be promised the work: the receiver's latest, rolled to an open hour of the customer. */
export function honestTime(fit: HandoverFit, calendar: Calendar): number | null {
  if (fit.finishes_at === null) return null;
  return isOpen(calendar, fit.finishes_at) ? fit.finishes_at : (nextOpening(calendar, fit.finishes_at) ?? fit.finishes_at);
}

const order: Readonly<Record<HandoverVerdict, number>> = { fits: 0, short: 1, late: 1, no_promise: 2, never: 3 };
const rest = (fit: HandoverFit): number => (fit.spare_ms ?? 0) - (fit.short_ms ?? 0);
