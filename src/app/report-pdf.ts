// The report on paper: the same figures, words and audience as on the screen, in the reader's language.
import { say as fill, type Language, type Params, type Text } from '../kernel/text.ts';
import type { Block, Cell, Paper } from '../platform/pdf/pdf.ts';
import type { Kept, Section, Standing } from '../practices/reporting/figures.record.ts';
import { formatFor } from '../web/formats.ts';
import { causeWords, differenceName, figureWords, periodWords, promiseNames, type Tongue, verdictsOf, verdictWords } from '../web/report-words.ts';
import { reportTexts as words } from '../web/texts/report.ts';
import type { ReportAnswer } from './report-answer.ts';

type Writing = Tongue & { readonly quarter: boolean; readonly inside: boolean; readonly zone: string };
type Reading = { readonly language: Language; readonly inside: boolean; readonly house: string };

export function reportPaper(answer: ReportAnswer, { language, inside, house }: Reading): Paper {
  const say = (text: Text, params?: Params): string => fill(text, language, params);
  const format = formatFor(language, answer.zone);
  const to: Writing = { say, format, refs: answer.refs, quarter: answer.period.includes('Q'), inside, zone: answer.zone };
  const title = `${say(words.title)}: ${periodWords(answer.period, to)}`;
  const verdicts = verdictsOf(answer.data);
  const customers = [...new Set(answer.data.map((each) => answer.refs[each.customer] ?? each.customer))];
  const audience = inside ? say(words.internal, { house }) : customers.join(', ');
  return {
    title,
    language,
    audience,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: `${customers.join(', ')}. ${say(words.cut_off, { when: format.instant(answer.cut_off), zone: answer.zone })}`, tone: 'dim' },
      answer.data.length === 0
        ? { kind: 'text', text: say(words.empty) }
        : { kind: 'text', text: say(words.summary, { kept: verdicts.filter(Boolean).length, all: verdicts.length }) },
      ...answer.reports.flatMap((each) => standingBlocks(each, answer, to)),
      ...answer.data.flatMap((each) => sectionBlocks(each, to)),
      ...(answer.data.length > 1 && answer.balance.length > 0
        ? [{ kind: 'heading', level: 2, text: say(words.total) } as const, ...balances(answer.balance, to)]
        : []),
    ],
  };
}

function standingBlocks(standing: Standing, { data }: ReportAnswer, to: Writing): Block[] {
  const { say, format, refs, quarter } = to;
  const names = promiseNames(data);
  const { state, frozen_at, freezes_at, definition_version, corrections } = standing;
  const told =
    state === 'provisional'
      ? say(words.provisional_text, { when: freezes_at ? format.instant(freezes_at) : '' })
      : say(words.frozen_text, { when: frozen_at ? format.instant(frozen_at) : '', version: definition_version });
  const line = quarter ? say(words.quarter_text) : `${say(words[state])}. ${told}`;
  return [
    { kind: 'text', text: `${refs[standing.customer] ?? standing.customer}: ${line}`, ...(state === 'frozen' ? {} : { tone: 'warn' as const }) },
    ...corrections.flatMap((each): Block[] => [
      { kind: 'text', text: `${say(words.correction, { when: format.instant(each.at), who: each.by })}: ${each.reason}` },
      {
        kind: 'table',
        title: say(words.correction_figures),
        heads: [say(words.figure), say(words.was), say(words.now)],
        figures: [1, 2],
        rows: each.differences.map((one) => [
          differenceName(one, names, to),
          { text: figureWords(one, one.was, to), tone: 'old' },
          figureWords(one, one.now, to),
        ]),
      },
    ]),
  ];
}

function sectionBlocks(section: Section, to: Writing): Block[] {
  const { say, refs } = to;
  const { mood, satisfaction, breaches } = section;
  return [
    { kind: 'heading', level: 2, text: `${refs[section.service] ?? section.service} · ${refs[section.customer] ?? section.customer}` },
    ...(mood && satisfaction[0]
      ? [{ kind: 'text', tone: 'warn', text: say(words[mood], { content: satisfaction[0].content, answers: satisfaction[0].answers }) } as const]
      : []),
    ...timesBlock(section.times, to),
    ...availabilityBlock(section, to),
    ...countedBlocks(section, to),
    ...(breaches.length
      ? [
          table(to, words.breaches, [words.record, words.missed, words.cause], {
            rows: breaches.map((each) => [`${each.record_id} ${each.title}`, to.format.instant(each.breached_at), causeWords(each, to)]),
            widths: ['auto', 'auto', '*'],
          }),
        ]
      : []),
    restoringBlock(section, to),
    ...partiesBlock(section, to),
    ...supplierBlocks(section, to),
    ...creditBlocks(section, to),
  ];
}

type More = Pick<Extract<Block, { kind: 'table' }>, 'rows' | 'figures' | 'widths'>;
const table = ({ say }: Writing, title: Text, heads: readonly Text[], more: More): Block => ({
  kind: 'table',
  title: say(title),
  heads: heads.map((each) => say(each)),
  ...more,
});

const share = (ppm: number | null, { format }: Writing): string => (ppm === null ? '–' : format.ppm(ppm));
const span = (ms: number | null, { format }: Writing): string => (ms === null ? '–' : format.span(ms));

function verdict(of: Parameters<typeof verdictWords>[0], to: Writing): Cell {
  const { tone, text } = verdictWords(of, to);
  return { text, tone: tone === 'neutral' ? 'dim' : tone };
}

function timesBlock(times: readonly Kept[], to: Writing): Block[] {
  if (times.length === 0) return [];
  const rows = times.map((each): Cell[] => [
    each.name,
    to.format.number(each.met),
    to.format.number(each.missed),
    each.attained_ppm === null ? '–' : to.format.share(each.attained_ppm),
    share(each.promised_ppm, to),
    verdict(each, to),
  ]);
  return [
    table(to, words.promises_time, [words.promise, words.in_time, words.missed, words.attained, words.promised, words.verdict], {
      rows,
      figures: [1, 2, 3, 4],
    }),
  ];
}

function availabilityBlock({ availability }: Section, to: Writing): Block[] {
  if (availability.length === 0) return [];
  const rows = availability.map((each): Cell[] => [
    each.name,
    share(each.measured_ppm, to),
    share(each.promised_ppm, to),
    span(each.down_ms, to),
    each.budget_left_ms < 0 ? { text: to.say(words.overspent, { span: span(-each.budget_left_ms, to) }), tone: 'bad' } : span(each.budget_left_ms, to),
    to.format.number(each.outages),
    span(each.longest_ms, to),
    verdict(each, to),
  ]);
  const heads = [words.promise, words.measured, words.promised, words.down, words.budget_left, words.outages, words.longest, words.verdict];
  return [table(to, words.availability, heads, { rows, figures: [1, 2, 3, 4, 5, 6] })];
}

function countedBlocks({ throughput, satisfaction }: Section, to: Writing): Block[] {
  const { format } = to;
  const handled = throughput.map((each): Cell[] => [each.name, format.number(each.handled), format.number(each.promised), verdict(each, to)]);
  const answers = satisfaction.map((each): Cell[] => [
    each.name ?? '–',
    format.number(each.answers),
    format.number(each.content),
    each.content_ppm === null ? '–' : format.share(each.content_ppm),
    share(each.promised_ppm, to),
    each.promise ? verdict(each, to) : '',
  ]);
  return [
    ...(handled.length ? [table(to, words.throughput, [words.promise, words.handled, words.promised, words.verdict], { rows: handled, figures: [1, 2] })] : []),
    table(to, words.satisfaction, [words.promise, words.answers, words.content, words.share, words.promised, words.verdict], {
      rows: answers,
      figures: [1, 2, 3, 4],
    }),
  ];
}

function restoringBlock({ restoration }: Section, to: Writing): Block {
  const rows = [
    [words.cases, to.format.number(restoration.cases)],
    [words.through_parts, to.format.number(restoration.through_parts.length)],
    [words.mtrs_wall, span(restoration.mtrs_wall_ms, to)],
    [words.mtrs_agreed, span(restoration.mtrs_agreed_ms, to)],
    [words.resolution, span(restoration.resolution_ms, to)],
  ] as const;
  return table(to, words.restoration, [words.figure, words.now], { rows: rows.map(([text, value]) => [to.say(text), value]), figures: [1] });
}

function partiesBlock({ parties }: Section, to: Writing): Block[] {
  const rows = parties.map((each) => [to.refs[each.party] ?? each.party, span(each.ms, to), each.waiting_ms > 0 ? span(each.waiting_ms, to) : '–']);
  return rows.length ? [table(to, words.whose_time, [words.party, words.worked, words.waited], { rows, figures: [1, 2] })] : [];
}

function supplierBlocks({ suppliers }: Section, to: Writing): Block[] {
  if (suppliers.length === 0) return [];
  const rows = suppliers.map((each) => [
    to.refs[each.supplier] ?? each.supplier,
    to.format.number(each.cases.length),
    span(each.held_ms, to),
    to.format.number(each.bounces),
    to.format.number(each.breaches_longest),
    to.format.number(each.breaches_last),
  ]);
  const heads = [words.supplier, words.supplier_cases, words.held, words.bounces, words.breaches_longest, words.breaches_last];
  const promises = suppliers.flatMap((each): Cell[][] => [
    ...each.times.map((one): Cell[] => [
      one.name,
      `${share(one.attained_ppm, to)} (${one.met} / ${one.missed})`,
      share(one.promised_ppm, to),
      verdict(one, to),
    ]),
    ...each.availability.map((one): Cell[] => [one.name, share(one.measured_ppm, to), share(one.promised_ppm, to), verdict(one, to)]),
  ]);
  return [
    table(to, words.suppliers, heads, { rows, figures: [1, 2, 3, 4, 5] }),
    ...(promises.length
      ? [table(to, words.promised_to_us, [words.promise, words.attained, words.promised, words.verdict], { rows: promises, figures: [1, 2] })]
      : []),
  ];
}

function creditBlocks({ credits }: Section, to: Writing): Block[] {
  const all = [...credits.owed.map((each) => ({ ...each, way: words.owed })), ...credits.recoverable.map((each) => ({ ...each, way: words.recoverable }))];
  if (all.length === 0) return [];
  const { format, say, refs } = to;
  const rows = all.map((each) => [
    each.name,
    `${refs[each.party] ?? each.party} (${say(each.way)})`,
    share(each.attained_ppm, to),
    say(words.of_fee, { credit: format.ppm(each.credit_ppm), fee: format.money(each.fee_minor, each.currency) }),
    format.money(each.amount_minor, each.currency),
  ]);
  return [
    table(to, words.credits, [words.promise, words.party, words.attained, words.of_fee_head, words.amount], { rows, figures: [2, 3, 4] }),
    ...balances(credits.balance, to),
  ];
}

/** A customer is told what is owed to them, and nothing of what comes back from others. */
function balances(balance: Section['credits']['balance'], { say, format, inside }: Writing): Block[] {
  return balance.map((each) => {
    const amount = (text: Text, minor: number): string => `${say(text)}: ${format.money(minor, each.currency)}`;
    const parts = [
      amount(words.owed, each.owed_minor),
      ...(inside ? [amount(words.recoverable, each.recoverable_minor), amount(words.exposure, each.exposure_minor)] : []),
    ];
    return { kind: 'text', text: parts.join(' · ') };
  });
}
