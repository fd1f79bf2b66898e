// The words of the definitions, one language at a time: the bundle holds numbers (see vite.words.ts), the reader's language comes with it.
import type { Language, Text } from '../kernel/text.ts';
import { guessLanguage } from './language.tsx';

type Table = readonly (readonly string[] | 0)[];
const loaders: Readonly<Record<Language, () => Promise<{ readonly default: Table }>>> = {
  en: () => import('virtual:words/en'),
  nl: () => import('virtual:words/nl'),
  de: () => import('virtual:words/de'),
};
const tables = new Map<Language, Table>();
const learning = new Map<Language, Promise<void>>();

/** Fetches the words of a language, once. Errors: what the network says; another call tries again. */
export function learn(language: Language): Promise<void> {
  const begun =
    learning.get(language) ??
    loaders[language]().then(
      (found) => void tables.set(language, found.default),
      (error: unknown) => {
        learning.delete(language);
        throw error;
      },
    );
  learning.set(language, begun);
  return begun;
}

export const isLearned = (language: Language): boolean => tables.has(language);

/**
 * A text in the languages that were learned; in another one it says what it can in one that was. The bundle calls it for each text of a definition.
 * @public
 */
export function textAt(file: number, place: number): Text {
  const wordAt = (table: Table | undefined): string | undefined => (table?.[file] || undefined)?.[place];
  const said = (language: Language): string => wordAt(tables.get(language)) ?? [...tables.values()].map(wordAt).find((each) => each !== undefined) ?? '';
  return {
    get en() {
      return said('en');
    },
    get nl() {
      return said('nl');
    },
    get de() {
      return said('de');
    },
  };
}

// Nothing is drawn before there are words to draw.
await learn(guessLanguage()).catch(() => learn('en'));
