// The report as CSV: one figure to a line, so that a spreadsheet can filter and sum them; numbers in whole units, as they were computed.
import { csvLine } from '../platform/http/csv.ts';
import type { Section } from '../practices/reporting/figures.record.ts';
import type { ReportAnswer } from './report-answer.ts';

const columns = ['period', 'state', 'customer', 'customer_name', 'service', 'service_name', 'part', 'record', 'name', 'metric', 'figure', 'value', 'unit'];
type Line = { part: string; record?: string | null; name?: string | null; metric?: string; figure: string; value: unknown; unit: string };

export function reportCsv({ period, data, reports, refs }: ReportAnswer): string {
  const lines = data.flatMap((section) => {
    const state = reports.find((each) => each.customer === section.customer)?.state ?? 'provisional';
    const start = [period, state, section.customer, refs[section.customer] ?? '', section.service, refs[section.service] ?? ''];
    return linesOf(section, refs).map((each) => csvLine([...start, each.part, each.record, each.name, each.metric, each.figure, each.value, each.unit]));
  });
  return `\ufeff${csvLine(columns)}${lines.join('')}`;
}

/** Units: cases, ppm, ms, yes or no, minor units of a currency. */
function linesOf(section: Section, refs: ReportAnswer['refs']): Line[] {
  const { restoration, parties, breaches, suppliers, credits } = section;
  const credit = (figure: string) => (each: (typeof credits.owed)[number]) => ({
    part: 'credits',
    record: each.promise,
    name: each.name,
    figure,
    value: each.amount_minor,
    unit: `${each.currency} minor`,
  });
  const hands = (party: string | undefined): string | null => (party === undefined ? null : (refs[party] ?? party));
  return [
    ...promised(section),
    { part: 'restoration', figure: 'cases', value: restoration.cases, unit: 'cases' },
    { part: 'restoration', figure: 'through_parts', value: restoration.through_parts.length, unit: 'cases' },
    { part: 'restoration', figure: 'mtrs_wall', value: restoration.mtrs_wall_ms, unit: 'ms' },
    { part: 'restoration', figure: 'mtrs_agreed', value: restoration.mtrs_agreed_ms, unit: 'ms' },
    { part: 'restoration', figure: 'resolution_time', value: restoration.resolution_ms, unit: 'ms' },
    ...breaches.flatMap((each): Line[] => [
      {
        part: 'breach',
        record: each.record_id,
        name: each.title,
        metric: each.metric,
        figure: 'longest_part',
        value: hands(each.longest?.party),
        unit: 'party',
      },
      { part: 'breach', record: each.record_id, name: each.title, metric: each.metric, figure: 'longest_part_time', value: each.longest?.used_ms, unit: 'ms' },
      { part: 'breach', record: each.record_id, name: each.title, metric: each.metric, figure: 'broke_with', value: hands(each.last?.party), unit: 'party' },
    ]),
    ...parties.map((each) => ({ part: 'whose_time', record: each.party, name: refs[each.party] ?? null, figure: 'time', value: each.ms, unit: 'ms' })),
    ...suppliers.flatMap((each): Line[] => [
      { part: 'supplier', record: each.supplier, name: refs[each.supplier] ?? null, figure: 'time_held', value: each.held_ms, unit: 'ms' },
      { part: 'supplier', record: each.supplier, name: refs[each.supplier] ?? null, figure: 'bounces', value: each.bounces, unit: 'cases' },
      { part: 'supplier', record: each.supplier, name: refs[each.supplier] ?? null, figure: 'breaches_longest', value: each.breaches_longest, unit: 'cases' },
      ...promised({ ...each, throughput: [], satisfaction: [] }).map((line) => ({ ...line, part: 'supplier' })),
    ]),
    ...credits.owed.map(credit('owed')),
    ...credits.recoverable.map(credit('recoverable')),
    ...credits.balance.map((each) => ({ part: 'credits', figure: 'exposure', value: each.exposure_minor, unit: `${each.currency} minor` })),
  ];
}

function promised({ times, availability, throughput, satisfaction }: Pick<Section, 'times' | 'availability' | 'throughput' | 'satisfaction'>): Line[] {
  const of = (
    part: string,
    each: { promise: string | null; name: string | null; metric?: string; kept: boolean | null },
    values: Readonly<Record<string, readonly [unknown, string]>>,
  ) =>
    Object.entries({ ...values, kept: [each.kept, 'true or false'] as const }).map(
      ([figure, [value, unit]]): Line => ({
        part,
        record: each.promise,
        name: each.name,
        metric: each.metric ?? part,
        figure,
        value,
        unit,
      }),
    );
  return [
    ...times.flatMap((each) =>
      of('time', each, {
        met: [each.met, 'cases'],
        missed: [each.missed, 'cases'],
        attained: [each.attained_ppm, 'ppm'],
        promised: [each.promised_ppm, 'ppm'],
      }),
    ),
    ...availability.flatMap((each) =>
      of('availability', each, {
        measured: [each.measured_ppm, 'ppm'],
        promised: [each.promised_ppm, 'ppm'],
        down: [each.down_ms, 'ms'],
        budget_left: [each.budget_left_ms, 'ms'],
        outages: [each.outages, 'cases'],
        longest: [each.longest_ms, 'ms'],
      }),
    ),
    ...throughput.flatMap((each) => of('throughput', each, { handled: [each.handled, 'cases'], promised: [each.promised, 'cases'] })),
    ...satisfaction.flatMap((each) =>
      of('satisfaction', each, { answers: [each.answers, 'answers'], content: [each.content, 'answers'], share: [each.content_ppm, 'ppm'] }),
    ),
  ];
}
