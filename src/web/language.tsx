// The reader's language and zone, and the one way to turn a Text into words on the screen.
import { createContext, type ReactNode, use, useMemo } from 'react';
import { type Language, languages, type Params, say, type Text } from '../kernel/text.ts';

export type Reader = { readonly language: Language; readonly zone: string };
export type Say = (text: Text, params?: Params) => string;

const ReaderContext = createContext<Reader>({ language: 'en', zone: 'UTC' });

/** `words` says how much of the language has come: when more has, everything is said anew. */
export function ReaderProvider({ language, zone, words, children }: Reader & { readonly words: string; readonly children: ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reader for other words is the point
  const reader = useMemo(() => ({ language, zone }), [language, zone, words]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

export const useReader = (): Reader => use(ReaderContext);

export function useSay(): Say {
  const reader = useReader();
  return useMemo(() => (text: Text, params?: Params) => say(instead(text, reader.language), reader.language, params), [reader]);
}

/** Says what stands in a text and nothing else, for screens about the words of models themselves. */
export function usePlainSay(): Say {
  const reader = useReader();
  return useMemo(() => (text: Text, params?: Params) => say(text, reader.language, params), [reader]);
}

/** What is said in the words of another model than our own, for a text of ours; see vocabulary.ts. */
export type Instead = (text: Text, language: Language) => Text;
let instead: Instead = (text) => text;
export function sayInstead(words: Instead): void {
  instead = words;
}

/** The language to begin with, before anybody has signed in: the one chosen here before, or the browser's. */
export function guessLanguage(): Language {
  const wished = [localStorage.getItem('language') ?? '', ...navigator.languages].map((each) => each.slice(0, 2));
  return languages.find((each) => each === wished.find((wish) => (languages as readonly string[]).includes(wish))) ?? 'en';
}

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
