// The data of a meeting in a line each, for the record and the change log; the room shows it in full.
import type { AgendaItem, Amendment, CabAction, CabFilter, CabRule, Minutes, Settled, Spent } from '../../../practices/change/cab-data.record.ts';
import type { Tongue } from '../../record/widget.ts';
import { majorityTexts, cabFormTexts as texts } from '../../texts/cab-form.ts';

const list = (words: readonly string[]): string => words.join(', ') || '–';

export function cabFilterWords(value: unknown, { say, refs }: Tongue): string {
  const { states = [], types = [], services = [], risk_from = null, within_days = null } = value as CabFilter;
  const parts = [
    states.join(', '),
    types.join(', '),
    services.map((each) => refs[each] ?? each).join(', '),
    risk_from === null ? '' : `${say(texts.risk_from)} ${risk_from}`,
    within_days === null ? '' : `${say(texts.within_days)}: ${within_days}`,
  ];
  return parts.filter(Boolean).join(' · ') || say(texts.all);
}

export function cabRuleWords(value: unknown, { say }: Tongue): string {
  const { quorum, majority, everybody } = value as CabRule;
  const share = majorityTexts[majority];
  return [`${say(texts.quorum)}: ${quorum}`, share ? say(share) : majority, everybody ? say(texts.everybody) : ''].filter(Boolean).join(' · ');
}

export const cabAgendaWords = (value: unknown): string =>
  list((value as readonly AgendaItem[]).map((each) => (each.late ? `${each.change} (!)` : each.change)));
export const cabActionWords = (value: unknown, { refs }: Tongue): string =>
  list((value as readonly CabAction[]).map((each) => `${refs[each.owner] ?? each.owner}: ${each.what}`));
export const cabTimingWords = (value: unknown, { format }: Tongue): string =>
  list((value as readonly Spent[]).map((each) => `${each.change} ${format.time(each.from)}–${each.to ? format.time(each.to) : ''}`));
export const cabSettledWords = (value: unknown): string => list((value as readonly Settled[]).map((each) => `${each.change}: ${each.verdict}`));
export const cabMinutesWords = (value: unknown): string => list((value as Minutes).items.map((each) => `${each.change}: ${each.decision?.word ?? '–'}`));
export const cabCorrectionWords = (value: unknown): string => list((value as readonly Amendment[]).map((each) => each.text));
