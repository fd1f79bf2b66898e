// What happens to promises beyond their declaration: they say one measurable thing, do not contradict another, and are carried by what lies beneath.
import { calendarFault, type Holiday, type Opening } from '../../calculus/calendar.ts';
import { localDate, sideOf } from '../../calculus/terms.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { explainPromise } from './chain.ts';
import type { ChainData, Link } from './link.ts';
import type { promise, Targets } from './record.ts';

type PromiseRow = RowOf<typeof promise>;
type Known = { readonly name: string; readonly open: boolean };
export type PromiseGiven = {
  /** The integrator; null before the installation is set up. */
  readonly house: string | null;
  readonly service: { readonly name: string; readonly state: string } | null;
  readonly provider: Known | null;
  readonly customer: Known | null;
  readonly team: { readonly name: string; readonly organisation: string } | null;
  readonly calendar: (Known & { readonly id: string; readonly zone: string; readonly week: readonly Opening[]; readonly holidays: readonly Holiday[] }) | null;
  readonly reasons: readonly { readonly name: string; readonly kind: string; readonly waits_on: string }[];
  /** Other promises in force on the same, by the same to the same. */
  readonly rivals: readonly { readonly name: string; readonly valid_from: string | null; readonly valid_to: string | null }[];
  /** The promises beneath; read only when signing and amending. */
  readonly chain: ChainData | null;
};
type The = Case & { readonly given: PromiseGiven };
/** The promise as it will be. */
type After = PromiseRow;

export const promiseRules: Rules<PromiseGiven> = {
  open: (the) => refuseDraft(the, afterOf(the)) ?? { changes: { pauses: the.input.pauses ?? [] } },
  edit: (the) => refuseDraft(the, afterOf(the)) ?? {},
  sign: (the) => {
    const after = { ...afterOf(the), valid_from: afterOf(the).valid_from ?? today(the) };
    return commit(the, after, { valid_from: after.valid_from });
  },
  amend: (the) => commit(the, afterOf(the), {}),
  end: ended,
};

const afterOf = ({ id, row, input }: The): After => {
  const given = Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'note' && name !== 'audience'));
  return { pauses: [], ...row, ...given, id } as Partial<After> as After;
};
const today = ({ at, given }: The): string => localDate(given.calendar?.zone ?? 'UTC', at);

/** Signing and amending: everything must be said, and carried. */
function commit(the: The, after: After, changes: Readonly<Record<string, unknown>>): Decision | Refusal {
  const refusal = refuseDraft(the, after) ?? refuseUnsaid(after) ?? refuseWorld(the) ?? refuseRivals(the, after);
  if (refusal) return refusal;
  const link = judged(the, after);
  const accepted = the.input.accepted_risk ?? null;
  const broken = link?.reasons.find((each) => !each.holds);
  if (broken && accepted === null) return refuse(broken.code, 'accepted_risk', broken.params);
  // A risk that is no longer there is not kept as accepted.
  return { changes: { ...changes, accepted_risk: broken ? accepted : null }, params: { valid_from: after.valid_from } };
}

/** Is it carried by the promises beneath? Null when there is nothing to ask. */
function judged({ given: { calendar, chain } }: The, after: After): Link | null {
  return chain && calendar ? explainPromise({ ...after, calendar, pauses: after.pauses ?? [], targets: after.targets ?? null }, chain) : null;
}

/** A draft may be incomplete, but not contradict itself. */
function refuseDraft({ given }: The, after: After): Refusal | null {
  const { metric, valid_from, valid_to } = after;
  if (metric === 'availability' && after.targets) return refuse('promise.targets_not_wanted', 'targets');
  if (metric !== 'availability' && after.availability !== null && after.availability !== undefined)
    return refuse('promise.availability_not_wanted', 'availability', { metric });
  if (valid_from && valid_to && valid_to < valid_from) return refuse('promise.period_reversed', 'valid_to', { valid_from, valid_to });
  if (given.team && after.provider !== after.customer) return refuse('promise.team_not_internal', 'team');
  if (given.team && given.team.organisation !== after.provider)
    return refuse('promise.team_elsewhere', 'team', { team: given.team.name, provider: given.provider?.name ?? after.provider });
  return refuseOrder(after.targets) ?? refusePauses(given, after);
}

function refuseOrder(targets: Targets | null | undefined): Refusal | null {
  // Names that are whole numbers come in counting order.
  const said = Object.entries(targets ?? {});
  for (const [i, [less, less_minutes]] of said.entries()) {
    const before = said[i - 1];
    if (before && before[1] > less_minutes)
      return refuse('promise.targets_out_of_order', 'targets', { urgent: before[0], urgent_minutes: before[1], less, less_minutes });
  }
  return null;
}

/** Only what the customer causes, or agreed to, stops the customer's clock. */
function refusePauses({ reasons, house }: PromiseGiven, after: After): Refusal | null {
  const stray = reasons.find((each) => each.kind !== 'waiting');
  if (stray) return refuse('promise.pauses_not_waiting', 'pauses', { reason: stray.name });
  const supplier = reasons.find((each) => each.waits_on === 'supplier');
  return supplier && house !== null && sideOf(after, house) === 'customer' ? refuse('promise.pauses_supplier_wait', 'pauses', { reason: supplier.name }) : null;
}

function refuseUnsaid({ metric, targets, availability }: After): Refusal | null {
  if (metric === 'availability') return availability ? null : refuse('promise.availability_missing', 'availability');
  return Object.keys(targets ?? {}).length ? null : refuse('promise.targets_missing', 'targets', { metric });
}

function refuseWorld({ given: { service, provider, customer, calendar } }: The): Refusal | null {
  if (service?.state === 'retired') return refuse('promise.sign.service_retired', 'service', { service: service.name });
  if (provider && !provider.open) return refuse('promise.sign.party_ended', 'provider', { party: provider.name });
  if (customer && !customer.open) return refuse('promise.sign.party_ended', 'customer', { party: customer.name });
  const fault = calendarFault(calendar);
  return fault === null ? null : refuse('promise.sign.calendar', 'calendar', { calendar: calendar?.name ?? '?', fault });
}

/** Two answers to "what was promised?" are no answer. */
function refuseRivals({ given }: The, { valid_from, valid_to }: After): Refusal | null {
  const starts = (date: string | null) => date ?? '0000';
  const ends = (date: string | null) => date ?? '9999';
  const rival = given.rivals.find((each) => starts(each.valid_from) <= ends(valid_to) && starts(valid_from) <= ends(each.valid_to));
  return rival ? refuse('promise.overlaps', 'valid_from', { promise: rival.name, from: rival.valid_from ?? '-', to: rival.valid_to ?? '-' }) : null;
}

/** A promise in force ends today at the latest; a draft was never in force. */
function ended(the: The): Decision {
  const { row } = the;
  if (row?.state !== 'active') return {};
  const day = today(the);
  return typeof row.valid_to === 'string' && row.valid_to < day ? {} : { changes: { valid_to: day } };
}
