// Puts the words of another model into sentences of ours, where a word can be replaced without breaking the sentence; elsewhere it stays.
import type { Language } from '../kernel/text.ts';

/** A word of ours in one language, and what is said for it. */
export type Swap = { readonly own: string; readonly say: string; readonly many: boolean };

/**
 * A function that rewords templates such as `Open incidents of {service}`. Parameters are never touched: they hold what people wrote.
 * In Dutch and German the words beside a noun agree with it, so there a singular is replaced only where nothing agrees.
 */
export function rewording(language: Language, swaps: readonly Swap[]): (template: string) => string {
  const known = new Map(swaps.filter((each) => each.own && each.say && each.own !== each.say).map((each) => [each.own.toLowerCase(), each]));
  if (known.size === 0) return (template) => template;
  const words = [...known.keys()].sort((a, b) => b.length - a.length).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Not inside a parameter, a compound with a hyphen, the name of a field or a dotted key.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}{_-]|\\p{L}\\.)(?:(an?)(\\s+))?(${words.join('|')})(?![\\p{L}\\p{N}}_-]|\\.\\p{L})`, 'giu');
  const reword = (template: string): string =>
    template.replace(pattern, (whole: string, article: string | undefined, gap: string | undefined, word: string, at: number) => {
      const swap = known.get(word.toLowerCase());
      const start = at + whole.length - word.length;
      const around = { before: template.slice(0, start), after: template.slice(start + word.length) };
      if (!swap || isFieldName(word, around) || !fits(swap, language, around)) return whole;
      const said = inCase(swap.say, word, language);
      return article && language === 'en' ? `${articleFor(article, said)}${gap}${said}` : `${article ?? ''}${gap ?? ''}${said}`;
    });
  const kept = new Map<string, string>();
  return (template) => {
    const before = kept.get(template);
    if (before !== undefined) return before;
    const after = reword(template);
    kept.set(template, after);
    return after;
  };
}

type Around = { readonly before: string; readonly after: string };

/** `incidents: a problem holds at most …` begins with the name of a field. */
const isFieldName = (word: string, { before, after }: Around): boolean => before === '' && after.startsWith(':') && word === word.toLowerCase();

const small = {
  en: 'of in on at to by for from with without is was are were has have had that which who and or as it its this the not can may must will would before after until than',
  nl: 'aan als bij en met naar of om per tot van via voor zonder',
  de: 'als an auf bei für in je mit nach oder ohne pro um und von vor zu zum',
} as const;
const smallOf = (language: Language): ReadonlySet<string> => new Set(small[language].split(' '));

function fits({ own, say, many }: Swap, language: Language, { before, after }: Around): boolean {
  const previous = /([\p{L}’']+)\s+$/u.exec(before)?.[1]?.toLowerCase();
  const bare = previous === undefined ? before.trim() === '' || /[:;.(…·]\s*$/.test(before) : smallOf(language).has(previous);
  if (language === 'en') return many || !say.includes(' ') || !compound(after);
  if (language === 'nl') return many || bare;
  // What looks like a plural may be a genitive; an adjective within the new words would have to agree.
  if (say.includes(' ') && before !== '') return false;
  if (!many) return bare;
  return /[ns]$/.test(say) ? !(own.endsWith('s') && previous?.endsWith('es')) : bare;
}

/** `Problem board`: words of more than one before another noun read badly. */
function compound(after: string): boolean {
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase();
  return next !== undefined && !smallOf('en').has(next);
}

function inCase(say: string, word: string, language: Language): string {
  const capital = word.slice(0, 1) !== word.slice(0, 1).toLowerCase();
  if (capital || language === 'de' || /^\P{Ll}{2}/u.test(say)) return say;
  return say.slice(0, 1).toLowerCase() + say.slice(1);
}

function articleFor(article: string, said: string): string {
  const vowel = /^[A-Z]{2}/.test(said) ? /^[AEFHILMNORSX]/.test(said) : /^[aeio]|^u(?!ni|se)/i.test(said);
  const right = vowel ? 'an' : 'a';
  return article.startsWith('A') ? `A${right.slice(1)}` : right;
}
