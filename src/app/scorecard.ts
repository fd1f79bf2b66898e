// The scorecard of a month or quarter: as it was frozen, or as it is now; as an answer, as CSV and on paper.

import { lastPeriods } from '../calculus/measuring.ts';
import { isPeriod } from '../calculus/period.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Actor, allows } from '../kernel/scope.ts';
import { say as fill, type Language, type Params, type Text } from '../kernel/text.ts';
import { grants } from '../platform/auth/grants.ts';
import type { Row } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { csvLine } from '../platform/http/csv.ts';
import { labelsOf } from '../platform/journal/labels.ts';
import type { Block, Paper } from '../platform/pdf/pdf.ts';
import { lastAssessments } from '../practices/improvement/overview.queries.ts';
import type { Edition, Figure, Mature, ScorecardAnswer } from '../practices/measurement/answers.record.ts';
import { groups } from '../practices/measurement/measure-fields.record.ts';
import { scorecard } from '../practices/measurement/scorecard.record.ts';
import { formatFor } from '../web/formats.ts';
import { figureWords, periodName } from '../web/measure-words.ts';
import { measureTexts as words } from '../web/texts/measure.ts';
import { boardWith } from './measure-standing.ts';
import type { Patience } from './measure-values.ts';

type Kept = Edition & { readonly figures: readonly Figure[] };
type Asked = { readonly period: string; readonly edition: string; readonly patience: Patience };

/** Without a period: the last month that is over. Without an edition the latest frozen one, and 'now' for what is computed at this moment. */
export async function scorecardAnswer(house: House, actor: Actor, { period: asked, edition, patience }: Asked): Promise<ScorecardAnswer | Refusal> {
  const { zone } = await settings(house);
  const now = house.clock.now();
  const period = asked || (lastPeriods(2, { now, grain: 'month', zone })[0] ?? '');
  if (!isPeriod(period)) return refuse('view.wrong_value', 'period', { field: 'period', value: period.slice(0, 20) });
  const kept = await house.db.query<Row & Kept>('select id, edition, frozen_at, reason, figures from scorecard where period = $1 order by edition desc', [
    period,
  ]);
  const frozen = edition === 'now' ? undefined : edition === '' ? kept[0] : kept.find((each) => String(each.edition) === edition);
  if (edition !== '' && edition !== 'now' && !frozen) return refuse('view.wrong_value', 'edition', { field: 'edition', value: edition.slice(0, 20) });
  const data = frozen ? frozen.figures : await boardWith(house.db, { period, now }, patience);
  const maturity = await maturityOf(house);
  const may = allows(scorecard.commands.freeze.may, actor, {}) && grants(actor, 'scorecard.freeze') === null ? ['freeze'] : [];
  const editionOf = ({ figures: _figures, ...each }: Row & Kept): Edition => ({
    id: each.id,
    edition: each.edition,
    frozen_at: each.frozen_at,
    reason: each.reason,
  });
  return {
    period,
    frozen: frozen ? editionOf(frozen) : null,
    editions: kept.map(editionOf),
    data,
    maturity,
    may,
    refs: await labelsOf(house, { actor, ids: data.flatMap((each) => (each.owner ? [each.owner] : [])) }),
    now: new Date(now).toISOString(),
  };
}

/** By the name of the process, in order of these. */
async function maturityOf(house: House): Promise<Mature[]> {
  const found = (await lastAssessments(house.db)).map(({ id, name, score, previous, goal }) => ({ id, process: name, score, previous, goal }));
  return found.sort((a, b) => a.process.localeCompare(b.process));
}

const columns = ['period', 'edition', 'group', 'measure', 'code', 'name', 'unit', 'value', 'target', 'met', 'trend'];

export function scorecardCsv({ period, frozen, data }: ScorecardAnswer): string {
  const lines = data.map((each) => [
    period,
    frozen?.edition ?? 'now',
    each.group,
    each.id,
    each.code,
    each.name,
    each.unit,
    each.value,
    each.target,
    each.met,
    each.trend,
  ]);
  return `\ufeff${[columns, ...lines].map((each) => csvLine(each)).join('')}`;
}

/** The board pack: every group as a table, with the periods before each figure. */
export function scorecardPaper(answer: ScorecardAnswer, { language, zone, house }: { language: Language; zone: string; house: string }): Paper {
  const say = (text: Text, params?: Params): string => fill(text, language, params);
  const format = formatFor(language, zone);
  const title = `${say(words.scorecard)}: ${periodName(answer.period, { say, format })}`;
  const told = answer.frozen
    ? say(words.frozen_text, { when: format.instant(answer.frozen.frozen_at), edition: answer.frozen.edition })
    : say(words.computed_text, { when: format.instant(answer.now) });
  const groupBlock = ([group, name]: [string, Text]): Block[] => {
    const own = answer.data.filter((each) => each.group === group);
    if (!own.length) return [];
    return [
      {
        kind: 'table',
        title: say(name),
        heads: [words.measure, words.value, words.target, words.trend, words.before].map((each) => say(each)),
        widths: ['*', 'auto', 'auto', 'auto', 'auto'],
        rows: own.map((each) => [
          each.name,
          { text: figureWords(each.value, each.unit, format), tone: each.met === null ? 'dim' : each.met ? 'good' : 'bad' },
          figureWords(each.target, each.unit, format),
          say(words[`trend_${each.trend}`]),
          each.values
            .slice(-4, -1)
            .map((one) => figureWords(one.value, each.unit, format))
            .join(' · '),
        ]),
      },
    ];
  };
  const maturity: Block[] = answer.maturity.length
    ? [
        {
          kind: 'table',
          title: say(words.maturity),
          heads: [words.process, words.maturity_previous, words.maturity_now, words.maturity_goal].map((each) => say(each)),
          rows: answer.maturity.map((each) => [each.process, ...[each.previous, each.score, each.goal].map((one) => (one === null ? '–' : String(one)))]),
        },
      ]
    : [];
  return {
    title,
    language,
    audience: say(words.board_audience, { house }),
    blocks: [{ kind: 'heading', level: 1, text: title }, { kind: 'text', text: told, tone: 'dim' }, ...Object.entries(groups).flatMap(groupBlock), ...maturity],
  };
}
