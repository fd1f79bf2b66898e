// Fields and refusals that records about people and their hours share.
import type { Field } from '../../kernel/field.ts';
import type { Text } from '../../kernel/text.ts';

export const person = {
  kind: 'ref',
  to: 'person',
  required: true,
  listed: true,
  label: { en: 'Person', nl: 'Persoon', de: 'Person' },
} as const satisfies Field;
export const lead = {
  kind: 'ref',
  to: 'person',
  label: { en: 'Team lead', nl: 'Teamleider', de: 'Teamleitung' },
  means: {
    en: 'Who led the team of this person when it was written, and may read and keep it.',
    nl: 'Wie het team van deze persoon leidde toen het werd vastgelegd, en het mag lezen en bijhouden.',
    de: 'Wer das Team dieser Person leitete, als es erfasst wurde, und es lesen und pflegen darf.',
  },
} as const satisfies Field;
/** What the record is called in lists and links; made by its rule. */
export const title = {
  kind: 'text',
  max: 420,
  search: 'A',
  label: { en: 'Title', nl: 'Titel', de: 'Titel' },
  means: { en: 'Made from what it is about.', nl: 'Samengesteld uit waar het over gaat.', de: 'Aus dem Inhalt gebildet.' },
} as const satisfies Field;
/** Why something cannot be kept for somebody. */
export const workerRefusals = <const Name extends string>(record: Name): Readonly<Record<`${Name}.${'not_ours' | 'has_left' | 'not_yours'}`, Text>> =>
  ({
    [`${record}.not_ours`]: {
      en: '{person} does not work for the integrating organisation. Choose one of its own people.',
      nl: '{person} werkt niet bij de regisserende organisatie. Kies een van haar eigen mensen.',
      de: '{person} arbeitet nicht für die integrierende Organisation. Wählen Sie eine ihrer eigenen Personen.',
    },
    [`${record}.has_left`]: { en: '{person} has left.', nl: '{person} is vertrokken.', de: '{person} ist ausgeschieden.' },
    [`${record}.not_yours`]: {
      en: 'This is for {person}, their team lead and those who plan for the whole house.',
      nl: 'Dit is aan {person}, diens teamleider en wie voor het hele huis plant.',
      de: 'Das ist Sache von {person}, der Teamleitung und derer, die für das ganze Haus planen.',
    },
  }) as Readonly<Record<`${Name}.${'not_ours' | 'has_left' | 'not_yours'}`, Text>>;
