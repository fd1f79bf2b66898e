// Words for the terms of a promise that are said in one line: windows, credit, escalation and routing.
import type { Text } from '../../kernel/text.ts';

export const termTexts = {
  every_day: { en: 'every day', nl: 'elke dag', de: 'jeden Tag' },
  every: { en: 'every {days}', nl: 'elke {days}', de: 'jeden {days}' },
  of_month: { en: '{which} {days} of the month', nl: '{which} {days} van de maand', de: 'am {which} {days} des Monats' },
  week_1: { en: 'first', nl: 'eerste', de: 'ersten' },
  week_2: { en: 'second', nl: 'tweede', de: 'zweiten' },
  week_3: { en: 'third', nl: 'derde', de: 'dritten' },
  week_4: { en: 'fourth', nl: 'vierde', de: 'vierten' },
  week_5: { en: 'fifth', nl: 'vijfde', de: 'fünften' },
  week_last: { en: 'last', nl: 'laatste', de: 'letzten' },
  band: { en: 'below {below}: {credit} back', nl: 'onder {below}: {credit} terug', de: 'unter {below}: {credit} zurück' },
  cap: { en: 'at most {cap} of the fee', nl: 'hoogstens {cap} van de vergoeding', de: 'höchstens {cap} des Entgelts' },
  step: { en: 'at {share}: {role}', nl: 'bij {share}: {role}', de: 'bei {share}: {role}' },
  order_one: { en: 'one part at a time', nl: 'één onderdeel tegelijk', de: 'ein Teil zur Zeit' },
  order_sequence: { en: 'all parts, one after another', nl: 'alle onderdelen na elkaar', de: 'alle Teile nacheinander' },
  order_parallel: { en: 'all parts side by side', nl: 'alle onderdelen naast elkaar', de: 'alle Teile nebeneinander' },
  handover: { en: '{span} to hand over', nl: '{span} overdracht', de: '{span} Übergabe' },
  rework: { en: '{share} comes back once', nl: '{share} komt één keer terug', de: '{share} kommt einmal zurück' },
} satisfies Record<string, Text>;

export const weekTexts: Readonly<Record<string, Text>> = {
  '1': termTexts.week_1,
  '2': termTexts.week_2,
  '3': termTexts.week_3,
  '4': termTexts.week_4,
  '5': termTexts.week_5,
  '-1': termTexts.week_last,
};
export const orderTexts: Readonly<Record<string, Text>> = { one: termTexts.order_one, sequence: termTexts.order_sequence, parallel: termTexts.order_parallel };
