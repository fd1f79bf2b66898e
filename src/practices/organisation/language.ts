// The languages to choose from, named in each of them.
import type { Language, Text } from '../../kernel/text.ts';

export const languageOptions = {
  en: { en: 'English', nl: 'Engels', de: 'Englisch' },
  nl: { en: 'Dutch', nl: 'Nederlands', de: 'Niederländisch' },
  de: { en: 'German', nl: 'Duits', de: 'Deutsch' },
} as const satisfies Readonly<Record<Language, Text>>;
