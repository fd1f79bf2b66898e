// Speaks the words of a reference model: fetched when somebody chose one, and laid over the product's own labels.
import type { Definition } from '../kernel/record.ts';
import { type Language, languages, type Text } from '../kernel/text.ts';
import type { screens, Term, VocabularyAnswer, Word } from '../practices/model/reference.record.ts';
import { get } from './api.ts';
import { type Instead, sayInstead } from './language.tsx';
import { commandsOf } from './record/commands.ts';
import { definitionOf } from './record/definitions.ts';
import { opening } from './record/queries.ts';
import { cabTexts } from './texts/cab.ts';
import { chainTexts } from './texts/chain.ts';
import { changeTexts } from './texts/change.ts';
import { calendarTexts } from './texts/change-calendar.ts';
import { conformanceTexts } from './texts/conformance.ts';
import { governanceTexts, improveTexts } from './texts/governance.ts';
import { growthTexts } from './texts/growth.ts';
import { measureTexts } from './texts/measure.ts';
import { modelTexts } from './texts/model.ts';
import { planningTexts } from './texts/planning.ts';
import { problemTexts } from './texts/problem.ts';
import { reportTexts } from './texts/report.ts';
import { shellTexts } from './texts/shell.ts';
import { workforceTexts } from './texts/workforce.ts';
import { rewording, type Swap } from './wording.ts';

/** What a screen is called where it is offered and where it begins. */
const screenTexts: Readonly<Record<(typeof screens)[number], readonly Text[]>> = {
  problems: [shellTexts.problems, problemTexts.board],
  change_calendar: [shellTexts.change_calendar, calendarTexts.title],
  change_figures: [shellTexts.change_figures, changeTexts.figures],
  cab: [shellTexts.cab, cabTexts.title],
  chains: [shellTexts.chains, chainTexts.chains],
  report_month: [shellTexts.report_month, reportTexts.title],
  people_teams: [shellTexts.people_teams],
  priorities: [shellTexts.priorities],
  staffing: [shellTexts.staffing, workforceTexts.staffing],
  forums: [shellTexts.reviews, governanceTexts.forums],
  measures: [shellTexts.measures, measureTexts.measures],
  conformance: [shellTexts.conformance, conformanceTexts.title],
  improvement: [shellTexts.improvement, improveTexts.improve],
  planning: [shellTexts.planning, planningTexts.title],
  workforce: [shellTexts.workforce, workforceTexts.title],
  risks: [shellTexts.risks, planningTexts.risks],
  scorecard: [shellTexts.scorecard, measureTexts.scorecard],
  objectives: [shellTexts.objectives, measureTexts.objectives],
  house: [shellTexts.house, modelTexts.title],
  growth: [shellTexts.growth, growthTexts.title],
  maturity: [shellTexts.maturity, improveTexts.maturity, measureTexts.maturity],
  portfolio: [shellTexts.portfolio, planningTexts.portfolio],
  side_integrator: [shellTexts.side_integrator],
  side_customer: [shellTexts.side_customer],
  side_supplier: [shellTexts.side_supplier],
};

/** Speaks in the words of a model, or of the product itself again. Errors: what the network says; the words before stay. */
export async function speak(key: string): Promise<void> {
  if (key === 'tessera') return sayInstead((text) => text);
  const { data } = await get<VocabularyAnswer>(`/api/vocabularies/${encodeURIComponent(key)}`);
  sayInstead(inWordsOf(data));
}

/** Texts that a term names are said as it says; in all others its nouns take the place of ours where that is safe. */
export function inWordsOf(terms: readonly Term[]): Instead {
  const words = overlay(terms);
  const reworded = {} as Record<Language, (template: string) => string>;
  return (text, language) => {
    const said = words.get(text)?.[language];
    if (said !== undefined) return { ...text, [language]: said };
    // Not before: the words of a language come after the first screen.
    reworded[language] ??= rewording(language, swapsOf(terms, language));
    const after = reworded[language](text[language]);
    return after === text[language] ? text : { ...text, [language]: after };
  };
}

/** The words by the text of ours that each takes the place of. What a term speaks of and is not known here is left alone. */
function overlay(terms: readonly Term[]): ReadonlyMap<Text, Word> {
  const words = new Map<Text, Word>();
  for (const { of, say, plural } of terms) {
    for (const text of textsOf(of)) words.set(text, say);
    const many = manyOf(of);
    if (many) words.set(many, plural);
  }
  return words;
}

/** The text for more than one: of a kind of record, or of a side. */
const manyOf = (of: string): Text | undefined =>
  of.startsWith('screen.') ? sides[of.slice(7)]?.many : of.includes('.') || of.includes(':') ? undefined : definitionOf(of)?.plural_label;

const sides: Readonly<Record<string, { readonly one: Text; readonly many: Text }>> = {
  side_customer: { one: shellTexts.side_customer, many: { en: 'Customers', nl: 'Klanten', de: 'Kunden' } },
  side_supplier: { one: shellTexts.side_supplier, many: { en: 'Suppliers', nl: 'Leveranciers', de: 'Lieferanten' } },
};

/** Kinds whose word means nothing else in our sentences, by language; `change` and `event` are words of every day. */
const clear: Readonly<Record<string, readonly Language[]>> = {
  ...Object.fromEntries(
    [
      ...['incident', 'problem', 'known_error', 'problem_candidate', 'work_order', 'configuration_item', 'cab_meeting', 'release', 'dispute'],
      ...['improvement', 'forum', 'objective', 'process', 'process_role', 'maturity_assessment', 'service_report', 'portfolio_entry'],
      ...['availability_plan', 'capacity_plan', 'continuity_plan', 'continuity_test', 'screen.side_customer', 'screen.side_supplier'],
    ].map((each) => [each, languages]),
  ),
  promise: ['en', 'de'],
};

function swapsOf(terms: readonly Term[], language: Language): readonly Swap[] {
  return terms.flatMap(({ of, say, plural }) => {
    if (!clear[of]?.includes(language)) return [];
    const one = of.startsWith('screen.') ? sides[of.slice(7)]?.one : definitionOf(of)?.label;
    const swap = (own: Text | undefined, word: Word, many: boolean): readonly Swap[] =>
      own?.[language] && word[language] ? [{ own: own[language], say: word[language], many }] : [];
    return [...swap(one, say, false), ...swap(manyOf(of), plural, true)];
  });
}

/** `incident`, `incident.impact`, `incident.impact.high`, `incident.resolve()`, `incident:resolved`, `screen.problems`: the texts that are said for it. */
function textsOf(of: string): readonly Text[] {
  if (of.startsWith('screen.')) return screenTexts[of.slice(7) as keyof typeof screenTexts] ?? [];
  const [name = '', part, option] = of.split(/[.:]/);
  const definition = definitionOf(name);
  if (!definition) return [];
  if (part === undefined) return [definition.label];
  return (
    of.includes(':') ? [definition.states[part]?.label] : part.endsWith('()') ? labelsOf(definition, part.slice(0, -2)) : [fieldText(definition, part, option)]
  ).filter((each) => each !== undefined);
}

/** A command that makes a record is known twice: to the first screen, and among all commands. */
function labelsOf(definition: Definition, command: string): readonly (Text | undefined)[] {
  const first = opening(definition);
  return [first?.name === command ? first.command.label : undefined, commandsOf(definition)[command]?.label];
}

function fieldText({ fields }: Definition, name: string, option: string | undefined): Text | undefined {
  const field = fields[name];
  if (!field || option === undefined) return field?.label;
  return field.kind === 'choice' ? field.options[option] : undefined;
}
