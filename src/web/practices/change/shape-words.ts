// What changes, models and releases carry as data, said in words where it is shown as a field.
import type { Text } from '../../../kernel/text.ts';
import {
  type Answer,
  type Criterion,
  choices,
  type Excepted,
  type Hurt,
  type ItemUpdate,
  type ModelStep,
  type Risk,
  type Vote,
} from '../../../practices/change/shapes.record.ts';
import { changeTask } from '../../../practices/change/task.record.ts';
import { configurationItem } from '../../../practices/configuration/record.ts';
import type { Tongue } from '../../record/widget.ts';
import { changeTexts as texts } from '../../texts/change.ts';
import { texts as common } from '../../texts.ts';
import { plainLabel } from '../configuration/values.tsx';
import { partWhy } from './risk-words.ts';

const phases = changeTask.fields.phase.options;

export const riskWords = (value: unknown, { say, format }: Tongue): string =>
  (value as Risk).parts
    .map((each) => `${say(texts[`part_${each.part}`])}: ${say(texts.points_of, { points: each.points, of: each.of })} (${partWhy(each, { say, format })})`)
    .join('\n');

export const hurtWords = (value: unknown, { say, refs }: Tongue): string =>
  (value as readonly Hurt[])
    .map((each) => `${refs[each.customer] ?? each.customer}: ${refs[each.service] ?? each.service} (${say(texts[each.effect])})`)
    .join('\n');

export const exceptedWords = (value: unknown, { say, format, refs }: Tongue): string => {
  const { person, at, starts_at, ends_at, with: plans } = value as Excepted;
  const who = person === null ? '–' : (refs[person] ?? person);
  const time = starts_at && ends_at ? `${format.instant(starts_at)} – ${format.instant(ends_at)}` : say(texts.no_time_yet);
  return [`${who}, ${format.instant(at)}`, time, ...plans.map((each) => `${each} ${refs[each] ?? ''}`)].join('\n');
};

export const answerWords = (value: unknown, { say, refs }: Tongue): string =>
  (value as readonly Answer[])
    .map((each) => `${refs[each.customer] ?? each.customer} ${say(texts[each.answer])}${each.reason ? `: ${each.reason}` : ''}`)
    .join('\n');

export const voteWords = (value: unknown, { say, refs }: Tongue): string =>
  (value as readonly Vote[])
    .map((each) => `${refs[each.person] ?? each.person}: ${say(choices[each.vote])}${each.reason ? ` (${each.reason})` : ''}`)
    .join('\n');

/** "→ Retired, Model: MX204": what one item becomes. */
export function becoming({ state, attributes }: ItemUpdate['changes'], say: Tongue['say']): string {
  const states: Readonly<Record<string, { readonly label: Text }>> = configurationItem.states;
  const values = Object.entries(attributes ?? {}).map(([name, each]) => {
    const value = typeof each === 'boolean' ? say(each ? common.yes : common.no) : String(each ?? '–');
    return `${plainLabel(name)}: ${value}`;
  });
  return [...(state ? [`→ ${say(states[state]?.label ?? { en: state, nl: state, de: state })}`] : []), ...values].join(', ');
}

export const updateWords = (value: unknown, { say, refs }: Tongue): string =>
  (value as readonly ItemUpdate[]).map(({ item, changes }) => `${refs[item] ?? item}: ${becoming(changes, say)}`).join('\n');

export const stepWords = (value: unknown, { say, format, refs }: Tongue): string =>
  (value as readonly ModelStep[])
    .map(
      (each, index) =>
        `${index + 1}. ${each.title} (${say(phases[each.phase])}, ${format.minutes(each.minutes)}${each.party ? `, ${refs[each.party] ?? each.party}` : ''})`,
    )
    .join('\n');

export const criteriaWords = (value: unknown, { say }: Tongue): string =>
  (value as readonly Criterion[]).map((each) => `${each.text}: ${say(each.met ? texts.met : texts.unmet)}`).join('\n');
