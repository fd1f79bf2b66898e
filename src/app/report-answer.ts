// The report of a period as one reader may have it: frozen where it is frozen, computed where it is not, with what differs since.
import { daysOf, periodOf } from '../calculus/period.ts';
import { mayNow } from '../kernel/command.ts';
import type { AnyRow, RowOf } from '../kernel/record.ts';
import { type Actor, allows, toSql } from '../kernel/scope.ts';
import { grants } from '../platform/auth/grants.ts';
import { type House, settings } from '../platform/house.ts';
import { idsDeep, type Labels, labelsOf } from '../platform/journal/labels.ts';
import { columnsOf } from '../platform/journal/write.ts';
import { correctedFor, forCustomer } from '../practices/reporting/audience.ts';
import { behind } from '../practices/reporting/behind.ts';
import { balanceOf } from '../practices/reporting/credits.ts';
import { differences, standing } from '../practices/reporting/differences.ts';
import {
  type Balance,
  type Behind,
  type Correction,
  definitionVersion,
  type Figures,
  type Section,
  type Standing,
} from '../practices/reporting/figures.record.ts';
import { figuresOf } from '../practices/reporting/figures.ts';
import { sourcesOf } from '../practices/reporting/queries.ts';
import { serviceReport } from '../practices/reporting/record.ts';
import { incidentLedgers } from './registry.ts';

export type ReportAsked = { readonly actor: Actor; readonly period: string; readonly customer: string | null; readonly service: string | null };

export type ReportAnswer = {
  readonly period: string;
  readonly zone: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly cut_off: string;
  readonly reports: readonly Standing[];
  readonly data: readonly Section[];
  readonly balance: readonly Balance[];
  readonly behind: readonly Behind[];
  readonly refs: Labels;
  readonly now: string;
};
type Frozen = RowOf<typeof serviceReport> & { readonly figures: Figures | null; readonly corrections: readonly Correction[] | null };

const dayMs = 86_400_000;

export async function reportOf(house: House, { actor, period, customer, service }: ReportAsked): Promise<ReportAnswer> {
  const { house: own, zone, report_freeze_days } = await settings(house);
  const window = periodOf(period, zone);
  const now = house.clock.now();
  const inside = actor.side === 'integrator';
  const frozen = await frozenOf(house, { actor, period, customer });
  // A month that is over is published when it is frozen; only the present one is shown as it stands.
  const isComputed = inside || window.to > now;
  const asking = { actor, period, zone, now, customer, service, house: own ?? '' };
  const live = isComputed ? figuresOf(await sourcesOf(house.db, asking, incidentLedgers)) : emptyFigures(period, zone, window);
  const reader = { own: actor.parties, house: own ?? '' };
  const parts = customersIn(live, frozen).map((each) => {
    const row = frozen.find((one) => one.customer === each);
    const computed = only(live, { customer: each, service });
    const held = row && standing(row);
    const holds = held ? only(held, { customer: each, service }) : computed;
    const figures = inside ? holds : forCustomer(holds, reader);
    const differs = inside && held && row ? differences(holds, computed) : [];
    const corrections = (row?.corrections ?? []).map(({ figures: _figures, ...told }) =>
      inside ? told : { ...told, differences: correctedFor(told.differences, figures) },
    );
    return {
      figures,
      standing: { ...standingOf(each, row, { actor, freezes: window.to + report_freeze_days * dayMs, over: now >= window.to }), corrections, differs },
    };
  });
  const data = parts.flatMap((each) => each.figures.sections);
  const all = { ...live, sections: data };
  return {
    period,
    zone,
    window: live.window,
    cut_off: live.cut_off,
    reports: parts.map((each) => each.standing),
    data,
    balance: balanceOf(data.map((each) => each.credits)),
    behind: behind(all, inside),
    refs: await labelsOf(house, {
      actor,
      ids: [
        own ?? '',
        ...idsToName(
          data,
          parts.flatMap((each) => each.standing),
        ),
      ],
    }),
    now: new Date(now).toISOString(),
  };
}

const emptyFigures = (period: string, zone: string, window: { from: number; to: number }): Figures => ({
  definition_version: definitionVersion,
  period,
  zone,
  window: { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() },
  cut_off: new Date(window.to).toISOString(),
  sections: [],
  balance: [],
});

/** Reports of the month, as far as the actor sees them. A quarter has none: its months have. */
async function frozenOf(house: House, { actor, period, customer }: Omit<ReportAsked, 'service'>): Promise<Frozen[]> {
  if (period.includes('Q')) return [];
  const scope = toSql(serviceReport.see, actor, 3);
  return house.db.query<Frozen & AnyRow>(
    `select ${columnsOf(serviceReport).join(', ')} from service_report where period_from = $1 and ($2::text is null or customer = $2) and ${scope.sql} order by id`,
    [daysOf(period).first, customer, ...scope.params],
  );
}

const customersIn = (live: Figures, frozen: readonly Frozen[]): string[] => [
  ...new Set([...live.sections.map((each) => each.customer), ...frozen.filter((each) => standing(each)).map((each) => each.customer)]),
];

function only(figures: Figures, { customer, service }: { customer: string; service: string | null }): Figures {
  const sections = figures.sections.filter((each) => each.customer === customer && (service === null || each.service === service));
  return { ...figures, sections };
}

type Known = { readonly actor: Actor; readonly freezes: number; readonly over: boolean };

function standingOf(customer: string, row: Frozen | undefined, { actor, freezes, over }: Known): Omit<Standing, 'corrections' | 'differs'> {
  const opens = over && !row && allows(serviceReport.commands.open.may, actor, {}) && grants(actor, 'service_report.open') === null;
  const may = row ? mayNow(serviceReport, row, actor).filter((each) => grants(actor, `service_report.${each}`) === null && (each !== 'freeze' || over)) : [];
  const isFrozen = row !== undefined && row.state !== 'draft';
  return {
    customer,
    id: row?.id ?? null,
    state: row && row.state !== 'draft' ? row.state : 'provisional',
    version: row?.version ?? null,
    frozen_at: row?.frozen_at ?? null,
    freezes_at: isFrozen ? null : new Date(freezes).toISOString(),
    definition_version: row?.definition_version ?? definitionVersion,
    may: opens ? ['open'] : may,
  };
}

/** The numbers that the report mentions; those of its many incidents are not among what is named. */
function idsToName(sections: readonly Section[], reports: readonly Standing[]): string[] {
  const told = sections.flatMap((each) => [
    each.service,
    each.customer,
    ...each.parties.map((party) => party.party),
    ...idsDeep(each.breaches.map(({ longest, last }) => [longest, last])),
    ...each.suppliers.map((one) => one.supplier),
    ...each.credits.owed.map((one) => one.party),
  ]);
  return [
    ...told,
    ...reports.flatMap((each) => [
      each.customer,
      ...each.differs.flatMap((one) => [one.service, ...(one.promise ? [one.promise] : [])]),
      ...each.corrections.flatMap((one) => idsDeep(one.differences)),
    ]),
  ];
}
