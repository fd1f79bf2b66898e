// The words of the definitions, one language at a time: the bundle holds numbers (see vite.definitions.ts), the reader's language comes with it.
import { type Language, languages, type Text } from '../kernel/text.ts';
import { guessLanguage } from './language.tsx';

type Table = readonly (readonly (string | 0)[] | 0)[];
type Load = () => Promise<{ readonly default: Table }>;
/** Labels, which the first screen needs, and what is read in forms and stories. */
const loaders: Readonly<Record<Language, { readonly first: Load; readonly rest: Load }>> = {
  en: { first: () => import('virtual:words/first-en'), rest: () => import('virtual:words/rest-en') },
  nl: { first: () => import('virtual:words/first-nl'), rest: () => import('virtual:words/rest-nl') },
  de: { first: () => import('virtual:words/first-de'), rest: () => import('virtual:words/rest-de') },
};
const tables: Record<Language, Table[]> = { en: [], nl: [], de: [] };
const learning = new Map<Load, Promise<void>>();

/** Fetches the labels of a language, once. Errors: what the network says; another call tries again. */
export const learn = (language: Language): Promise<void> => fetched(language, loaders[language].first);
/** Fetches everything that is said in a language, once; until then what has not come is not shown. */
export const learnAll = async (language: Language): Promise<void> => void (await Promise.all([learn(language), fetched(language, loaders[language].rest)]));

export const isLearned = (language: Language): boolean => tables[language].length > 0;

/**
 * A text in the languages that were learned; in another one it says what it can in one that was. The bundle calls it for each text of a definition.
 * @public
 */
export function textAt(file: number, place: number): Text {
  const wordIn = (language: Language): string | undefined => {
    for (const table of tables[language]) {
      const word = (table[file] || undefined)?.[place];
      if (word) return word;
    }
    return undefined;
  };
  const said = (language: Language): string => wordIn(language) ?? languages.map(wordIn).find((each) => each !== undefined) ?? '';
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

function fetched(language: Language, load: Load): Promise<void> {
  const begun =
    learning.get(load) ??
    load().then(
      (found) => void tables[language].push(found.default),
      (error: unknown) => {
        learning.delete(load);
        throw error;
      },
    );
  learning.set(load, begun);
  return begun;
}

// Nothing is drawn before there are words to draw.
await learn(guessLanguage()).catch(() => learn('en'));
