// What happens to promises beyond their declaration: they say one measurable thing, do not contradict another, and are carried by what lies beneath.
import { type Calendar, calendarFault, exclusionsFault } from '../../calculus/calendar.ts';
import { localDate, sideOf } from '../../calculus/terms.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { explainPromise } from './chain.ts';
import { percent } from './chain-beneath.ts';
import type { ChainData, Link } from './link.record.ts';
import type { promise } from './record.ts';
import type { Targets } from './shapes.ts';

type PromiseRow = RowOf<typeof promise>;
type Known = { readonly name: string; readonly open: boolean };
export type PromiseGiven = {
  /** The integrator; null before the installation is set up. */
  readonly house: string | null;
  readonly service: { readonly name: string; readonly state: string } | null;
  readonly provider: Known | null;
  readonly customer: Known | null;
  readonly team: { readonly name: string; readonly organisation: string } | null;
  readonly calendar: (Known & Calendar) | null;
  readonly support_calendar: (Known & Calendar) | null;
  /** The versions before this one, when `version_of` names a promise: what they have in common, and the last of them in force. */
  readonly family: Family | null;
  readonly risk_owner: { readonly name: string; readonly roles: readonly string[] } | null;
  readonly reasons: readonly { readonly name: string; readonly kind: string; readonly waits_on: string }[];
  /** Other promises in force on the same, by the same to the same. */
  readonly rivals: readonly { readonly name: string; readonly valid_from: string | null; readonly valid_to: string | null }[];
  /** The promises beneath; read only when signing and amending. */
  readonly chain: ChainData | null;
};
export type Family = {
  readonly first: string;
  readonly edition: number;
  readonly service: string;
  readonly provider: string;
  readonly customer: string;
  readonly team: string | null;
  readonly metric: string;
  readonly latest: { readonly id: string; readonly valid_from: string | null } | null;
};
type The = Case & { readonly given: PromiseGiven };
/** The promise as it will be. */
type After = PromiseRow;

export const promiseRules: Rules<PromiseGiven> = {
  open: (the) =>
    refuseDraft(the, afterOf(the)) ?? {
      changes: { pauses: the.input.pauses ?? [], version_of: the.given.family?.first ?? null, edition: (the.given.family?.edition ?? 0) + 1 },
    },
  edit: (the) => refuseDraft(the, afterOf(the)) ?? {},
  sign,
  accept_risk: (the) => refuseAcceptance(the, afterOf(the)) ?? { params: { risk_until: the.input.risk_until as string } },
  end: ended,
  supersede: ({ input }) => ({ params: { successor: (input.successor as string | null) ?? '', valid_to: input.valid_to as string } }),
  lapse,
};

const afterOf = ({ id, row, input }: The): After => {
  const given = Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'note' && name !== 'audience'));
  return { pauses: [], ...row, ...given, id } as Partial<After> as After;
};
const today = ({ at, given }: The): string => localDate(given.calendar?.zone ?? 'UTC', at);

/** Everything must be said, and carried; a promise that is not carried needs somebody of the house who answers for it, for a time. */
function sign(the: The): Decision | Refusal {
  const after = { ...afterOf(the), valid_from: afterOf(the).valid_from ?? today(the) };
  const refusal = refuseDraft(the, after) ?? refuseUnsaid(after) ?? refuseWorld(the) ?? refuseOrderOfVersions(the, after) ?? refuseRivals(the, after);
  if (refusal) return refusal;
  const broken = judged(the, after)?.reasons.find((each) => !each.holds);
  const none = { accepted_risk: null, risk_owner: null, risk_until: null };
  // A risk that is not there is not kept as accepted.
  const risk = broken ? {} : none;
  const unaccepted = broken ? (after.accepted_risk ? refuseAcceptance(the, after) : refuse(broken.code, 'accepted_risk', broken.params)) : null;
  return unaccepted ?? { changes: { valid_from: after.valid_from, ...risk }, params: { valid_from: after.valid_from } };
}

const accepting = ['executive', 'service_level_manager'];

/** A risk has a reason, somebody who answers for it, and an end. */
function refuseAcceptance(the: The, { accepted_risk, risk_owner, risk_until, valid_to }: After): Refusal | null {
  const owner = the.given.risk_owner;
  const from = today(the);
  if (!accepted_risk) return refuse('field.required', 'accepted_risk');
  if (!risk_owner || !owner) return refuse('promise.risk.needs_owner', 'risk_owner');
  if (!owner.roles.some((each) => accepting.includes(each))) return refuse('promise.risk.wrong_owner', 'risk_owner', { person: owner.name });
  if (!risk_until) return refuse('promise.risk.needs_end', 'risk_until');
  if (risk_until < from) return refuse('promise.risk.past', 'risk_until', { risk_until, today: from });
  return valid_to && risk_until > valid_to ? refuse('promise.risk.after_end', 'risk_until', { risk_until, valid_to }) : null;
}

/** Is it carried by the promises beneath? Null when there is nothing to ask. */
function judged(the: The, after: After): Link | null {
  const { calendar, chain } = the.given;
  return chain && calendar
    ? explainPromise({ ...after, calendar: hoursOf(the.given, after), pauses: after.pauses ?? [], targets: after.targets ?? null }, chain)
    : null;
}

/** The hours it counts in, with what is excluded: the same as the view `promise_hours` says. */
function hoursOf({ calendar, support_calendar }: PromiseGiven, { metric, maintenance }: After): Calendar {
  const hours = metric === 'availability' ? calendar : (support_calendar ?? calendar);
  return { ...(hours as Calendar), ...(maintenance ? { excluded: maintenance } : {}) };
}

/** Where each metric says what is promised; all others say it in minutes by priority. */
const saidIn: Readonly<Record<string, 'availability' | 'throughput' | 'satisfied'>> = {
  availability: 'availability',
  throughput: 'throughput',
  satisfaction: 'satisfied',
};

/** A draft may be incomplete, but not contradict itself. */
function refuseDraft(the: The, after: After): Refusal | null {
  const { given } = the;
  const { metric, valid_from, valid_to } = after;
  const own = saidIn[metric];
  if (own && after.targets) return refuse('promise.targets_not_wanted', 'targets', { metric });
  for (const field of ['availability', 'throughput', 'satisfied'] as const)
    if (field !== own && typeof after[field] === 'number') return refuse(`promise.${field}_not_wanted`, field, { metric });
  if (own && typeof after.attainment === 'number') return refuse('promise.attainment_not_wanted', 'attainment', { metric });
  if (valid_from && valid_to && valid_to < valid_from) return refuse('promise.period_reversed', 'valid_to', { valid_from, valid_to });
  if (given.team && after.provider !== after.customer) return refuse('promise.team_not_internal', 'team');
  if (given.team && given.team.organisation !== after.provider)
    return refuse('promise.team_elsewhere', 'team', { team: given.team.name, provider: given.provider?.name ?? after.provider });
  return refuseFamily(the, after) ?? refuseOrder(after.targets) ?? refusePauses(given, after) ?? refuseMoney(after) ?? refuseWindows(after);
}

/** A version changes what is promised, not on what, by whom or to whom: that is another promise. */
function refuseFamily({ given: { family }, input }: The, after: After): Refusal | null {
  if (!family) return null;
  const other = (['service', 'provider', 'customer', 'metric'] as const).find((name) => after[name] !== family[name]);
  if (other) return refuse('promise.version_of_other', Object.hasOwn(input, 'version_of') ? 'version_of' : other, { first: family.first, field: other });
  return (after.team ?? null) === family.team ? null : refuse('promise.version_of_other', 'team', { first: family.first, field: 'team' });
}

function refuseMoney({ fee_minor, currency, credit_bands }: After): Refusal | null {
  if (currency && !/^[A-Z]{3}$/.test(currency)) return refuse('promise.currency_unknown', 'currency', { currency });
  if (typeof fee_minor === 'number' && !currency) return refuse('promise.fee_needs_currency', 'currency');
  if (credit_bands && typeof fee_minor !== 'number') return refuse('promise.credit_needs_fee', 'fee_minor');
  const bands = credit_bands?.bands.toSorted((a, b) => b.below - a.below) ?? [];
  const slip = bands.find((each, i) => each.credit < (bands[i - 1]?.credit ?? 0));
  return slip ? refuse('promise.credit_out_of_order', 'credit_bands', { below: percent(slip.below) }) : null;
}

function refuseWindows({ maintenance, measured_per, rolling_days }: After): Refusal | null {
  const fault = maintenance ? exclusionsFault(maintenance) : null;
  if (fault !== null) return refuse('promise.maintenance_fault', 'maintenance', { fault: fault.replace(/^excluded/, 'maintenance') });
  if (typeof rolling_days === 'number' && measured_per !== 'rolling') return refuse('promise.rolling_not_wanted', 'rolling_days');
  return null;
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

function refuseUnsaid({ metric, targets, availability, throughput, satisfied, measured_per, rolling_days }: After): Refusal | null {
  if (measured_per === 'rolling' && !rolling_days) return refuse('promise.rolling_missing', 'rolling_days');
  const own = saidIn[metric];
  if (own) return { availability, throughput, satisfied }[own] ? null : refuse(`promise.${own}_missing`, own);
  return Object.keys(targets ?? {}).length ? null : refuse('promise.targets_missing', 'targets', { metric });
}

function refuseWorld({ row, input, given: { service, provider, customer, calendar, support_calendar } }: The): Refusal | null {
  if (service?.state === 'retired') return refuse('promise.sign.service_retired', 'service', { service: service.name });
  if (provider && !provider.open) return refuse('promise.sign.party_ended', 'provider', { party: provider.name });
  if (customer && !customer.open) return refuse('promise.sign.party_ended', 'customer', { party: customer.name });
  const fault = calendarFault(calendar);
  if (fault !== null) return refuse('promise.sign.calendar', 'calendar', { calendar: calendar?.name ?? '?', fault });
  const supporting = (input.support_calendar ?? row?.support_calendar) ? calendarFault(support_calendar) : null;
  return supporting === null ? null : refuse('promise.sign.calendar', 'support_calendar', { calendar: support_calendar?.name ?? '?', fault: supporting });
}

/** A new version begins after the one it replaces, or there would be no day on which that one ended. */
function refuseOrderOfVersions({ id, given: { family } }: The, { valid_from }: After): Refusal | null {
  const before = family?.latest;
  if (!before || before.id === id || (valid_from ?? '') > (before.valid_from ?? '')) return null;
  return refuse('promise.version_too_early', 'valid_from', { promise: before.id, valid_from: before.valid_from ?? '-' });
}

/** Two answers to "what was promised?" are no answer. */
function refuseRivals({ given }: The, { valid_from, valid_to }: After): Refusal | null {
  const starts = (date: string | null) => date ?? '0000';
  const ends = (date: string | null) => date ?? '9999';
  const rival = given.rivals.find((each) => starts(each.valid_from) <= ends(valid_to) && starts(valid_from) <= ends(each.valid_to));
  return rival ? refuse('promise.overlaps', 'valid_from', { promise: rival.name, from: rival.valid_from ?? '-', to: rival.valid_to ?? '-' }) : null;
}

/** A draft was never in force. What is ends after its notice, or on the day both parties agree on; by then it is still in force. */
function ended(the: The): Decision | Refusal {
  const { row, input } = the;
  if (row?.state !== 'active') return input.valid_to ? refuse('promise.end.draft', 'valid_to') : { changes: { state: 'ended' } };
  const day = today(the);
  const notice = Number(row.notice_days ?? 0);
  const earliest = input.consent ? day : plusDays(day, notice);
  const agreed = typeof row.valid_to === 'string' ? row.valid_to : null;
  const asked = (input.valid_to as string | null | undefined) ?? (agreed && agreed < earliest ? agreed : earliest);
  if (asked < earliest && !(agreed && agreed <= asked)) return refuse('promise.end.notice', 'valid_to', { earliest, notice });
  if (agreed && asked > agreed) return refuse('promise.end.later', 'valid_to', { valid_to: agreed });
  return { changes: { valid_to: asked, state: asked <= day ? 'ended' : 'active' } };
}

function lapse(the: The): Decision | Refusal {
  const last = the.row?.valid_to;
  return typeof last === 'string' && last < today(the) ? {} : refuse('promise.lapse.early', undefined, { valid_to: String(last ?? '-') });
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
