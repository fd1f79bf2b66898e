// Finding with typing errors: words that begin alike first, then letters in the right order, then one letter wrong.

export function rank<T>(choices: readonly T[], words: string, textOf: (choice: T) => string): T[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return choices
    .map((choice) => ({
      choice,
      score: wanted.reduce((sum, word) => sum + scoreOf(plain(textOf(choice)), word), 0),
      fits: wanted.every((word) => scoreOf(plain(textOf(choice)), word) > 0),
    }))
    .filter(({ fits }) => fits)
    .sort((a, b) => b.score - a.score)
    .map(({ choice }) => choice);
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

function scoreOf(text: string, word: string): number {
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  if (parts.some((part) => part.startsWith(word))) return 10;
  if (text.includes(word)) return 6;
  if (word.length >= 4 && parts.some((part) => nearly(part.slice(0, word.length), word))) return 4;
  return word.length >= 3 && inOrder(text, word) ? 1 : 0;
}

/** Equal but for one letter wrong or two swapped. */
function nearly(part: string, word: string): boolean {
  if (part.length !== word.length) return false;
  const wrong = [...word].flatMap((letter, index) => (part[index] === letter ? [] : [index]));
  const [first, second] = wrong;
  if (wrong.length === 1) return true;
  return wrong.length === 2 && second === (first as number) + 1 && part[first as number] === word[second] && part[second] === word[first as number];
}

function inOrder(text: string, word: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
