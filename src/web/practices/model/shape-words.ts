// Words of what processes, matrices and models hold, and the columns of the activities of a process.
import { blocks } from '../../../practices/model/building-blocks.record.ts';
import type { Answered, Content } from '../../../practices/model/composing.record.ts';
import type { RaciRow } from '../../../practices/model/raci-matrix.record.ts';
import type { Columns } from '../../record/row-words.ts';
import type { Tongue } from '../../record/widget.ts';

export const activityColumns = {
  code: { kind: 'text', required: true, max: 60, label: { en: 'Code', nl: 'Code', de: 'Code' } },
  name: { kind: 'text', required: true, max: 160, width: 240, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
  commands: {
    kind: 'texts',
    width: 280,
    label: { en: 'Commands, as incident.resolve', nl: 'Opdrachten, als incident.resolve', de: 'Befehle, als incident.resolve' },
  },
} as const satisfies Columns;

/** An activity per line: who has which letter. */
export const raciWords = (value: unknown, { refs }: Tongue): string =>
  (value as readonly RaciRow[])
    .map(({ activity, letters }) => `${activity}: ${letters.map(({ role, letter }) => `${refs[role] ?? role} ${letter}`).join(', ')}`)
    .join('\n');

/** A building block per line, with what was answered. */
export const stepsWords = (value: unknown, { say }: Tongue): string =>
  (value as readonly Answered[])
    .map(({ step, answers }) => {
      const block = blocks.find(({ code }) => code === step);
      const chosen = answers.flatMap(({ question, values }) => {
        const options = block?.questions.find(({ code }) => code === question)?.options ?? [];
        return values.map((each) => say(options.find((option) => option.value === each)?.label ?? { en: each, nl: each, de: each }));
      });
      return [block ? say(block.label) : step, chosen.join(', ')].filter(Boolean).join(': ');
    })
    .join('\n');

export const contentWords = (value: unknown): string => (value as Content).processes.map(({ name }) => name).join(', ');
