// Takes the words of definitions out of the first load: the bundle keeps numbers, and the words travel once, in the reader's language only.
// What is read in forms and stories, not on a first screen, follows after that screen is drawn.
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const languages = ['en', 'nl', 'de'] as const;
const prefix = 'virtual:words/';
/** Labels come first; explanations and sentences come after. */
const parts = ['first', 'rest'] as const;
const later = new Set(['means', 'tells']);
const holes = Object.fromEntries(languages.flatMap((language) => parts.map((part) => [`${part}-${language}`, `${part}: words of ${language}`])));

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };
type Words = Readonly<Record<string, string>>;
type Found = { readonly start: number; readonly end: number; readonly part: (typeof parts)[number]; readonly words: Words };

/**
 * Every `{ en, nl, de }` of plain strings in the kernel and the practices becomes `textAt(file, place)`, see src/web/words.ts. What a file says is
 * numbered by the sorted list of files and the order within one, so that the same sources always make the same bundle.
 */
export function wordsApart(root: string): Plugin {
  const folders = ['src/kernel', 'src/practices'];
  const files = folders
    .flatMap((folder) => readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`))
    .filter((name) => /\.ts$/.test(name) && !/(\.test|texts)\.ts$/.test(name))
    .sort();
  const said = new Map<number, readonly Found[]>();
  const table = (part: string, language: string): string =>
    JSON.stringify(files.map((_, file) => said.get(file)?.map((each) => (each.part === part ? each.words[language] : 0)) ?? 0));
  return {
    name: 'words-apart',
    apply: 'build',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load: (id) => (id.startsWith(`\0${prefix}`) ? `export default JSON.parse(${JSON.stringify(holes[id.slice(prefix.length + 1)])});` : null),
    transform(code, id) {
      const file = files.indexOf(relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/'));
      if (file < 0) return null;
      const tree = this.parse(code);
      const found = textsIn(tree);
      if (found.length === 0) return null;
      said.set(file, found);
      const changes = [
        ...found.map(({ start, end }, place) => ({ start, end, by: `textAt(${file}, ${place})` })),
        ...unseenIn(tree).map(({ start, end }) => ({ start, end, by: 'undefined' })),
      ].sort((a, b) => a.start - b.start);
      const numbered = changes.reduceRight((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
      return { code: `import { textAt } from ${JSON.stringify(resolve(root, 'src/web/words.ts'))};\n${numbered}`, map: null };
    },
    renderChunk(code) {
      const name = Object.keys(holes).find((each) => code.includes(holes[each] as string));
      if (!name) return null;
      const [part, language] = name.split('-') as [string, string];
      // A function, because `$` means something in a replacement; the quotes around the hole go with it.
      return { code: code.replace(new RegExp(`(["'\`])${holes[name]}\\1`), () => JSON.stringify(table(part, language))), map: null };
    },
  };
}

function textsIn(tree: unknown): Found[] {
  const found: Found[] = [];
  const walk = (each: unknown, key: string): void => {
    if (Array.isArray(each)) for (const one of each) walk(one, key);
    else if (isNode(each)) {
      const words = each.type === 'ObjectExpression' ? wordsOf(each) : null;
      const name = each.type === 'Property' ? String((each.key as { name?: string }).name) : key;
      if (words) found.push({ start: each.start, end: each.end, part: later.has(name) ? 'rest' : 'first', words });
      else for (const one of Object.values(each)) walk(one, name);
    }
  };
  walk(tree, '');
  return found.sort((a, b) => a.start - b.start);
}

/** Who may perform a command, and from where, is answered by the server per record; before one is open only the command that makes it is judged. */
const judged = new Set(['may', 'from']);

function unseenIn(tree: unknown): Node[] {
  const found: Node[] = [];
  const walk = (each: unknown): void => {
    if (Array.isArray(each)) for (const one of each) walk(one);
    else if (isNode(each)) {
      const properties = each.type === 'ObjectExpression' ? (each.properties as readonly Node[]) : [];
      const named = new Map(properties.map(({ key, value }) => [(key as { name?: string } | undefined)?.name ?? '', value as Node]));
      if (named.has('fact') && named.has('tells') && !named.has('opens')) for (const name of judged) if (named.has(name)) found.push(named.get(name) as Node);
      for (const one of Object.values(each)) walk(one);
    }
  };
  walk(tree);
  return found;
}

function wordsOf(object: Node): Words | null {
  const pairs = (object.properties as readonly Node[]).map(({ key, value }) => {
    const { name } = (key ?? {}) as { name?: string };
    const { type, value: text } = (value ?? {}) as { type?: string; value?: unknown };
    return type === 'Literal' && typeof text === 'string' ? [name, text] : [undefined, ''];
  });
  return pairs.length === languages.length && languages.every((each) => pairs.some(([name]) => name === each)) ? Object.fromEntries(pairs) : null;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
