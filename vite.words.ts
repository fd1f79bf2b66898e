// Takes the words of definitions out of the first load: the bundle keeps numbers, and the words travel once, in the reader's language only.
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const languages = ['en', 'nl', 'de'] as const;
const prefix = 'virtual:words/';
const holes = Object.fromEntries(languages.map((each) => [each, `words of ${each}`]));

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };
type Found = { readonly start: number; readonly end: number; readonly words: Readonly<Record<string, string>> };

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
  const said = new Map<number, readonly Found['words'][]>();
  const table = (language: string): string => JSON.stringify(files.map((_, file) => said.get(file)?.map((words) => words[language]) ?? 0));
  return {
    name: 'words-apart',
    apply: 'build',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load: (id) => (id.startsWith(`\0${prefix}`) ? `export default JSON.parse(${JSON.stringify(holes[id.slice(prefix.length + 1)])});` : null),
    transform(code, id) {
      const file = files.indexOf(relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/'));
      if (file < 0) return null;
      const found = textsIn(this.parse(code));
      if (found.length === 0) return null;
      said.set(
        file,
        found.map((each) => each.words),
      );
      const numbered = found.reduceRight((text, { start, end }, place) => `${text.slice(0, start)}textAt(${file}, ${place})${text.slice(end)}`, code);
      return { code: `import { textAt } from ${JSON.stringify(resolve(root, 'src/web/words.ts'))};\n${numbered}`, map: null };
    },
    renderChunk(code) {
      const language = languages.find((each) => code.includes(holes[each] as string));
      if (!language) return null;
      // A function, because `$` means something in a replacement; the quotes around the hole go with it.
      return { code: code.replace(new RegExp(`(["'\`])${holes[language]}\\1`), () => JSON.stringify(table(language))), map: null };
    },
  };
}

function textsIn(tree: unknown): Found[] {
  const found: Found[] = [];
  const rest: unknown[] = [tree];
  for (let each = rest.pop(); each !== undefined; each = rest.pop()) {
    if (Array.isArray(each)) rest.push(...each.toReversed());
    else if (isNode(each)) {
      const words = each.type === 'ObjectExpression' ? wordsOf(each) : null;
      if (words) found.push({ start: each.start, end: each.end, words });
      else rest.push(...Object.values(each).toReversed());
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function wordsOf(object: Node): Found['words'] | null {
  const pairs = (object.properties as readonly Node[]).map(({ key, value }) => {
    const { name } = (key ?? {}) as { name?: string };
    const { type, value: text } = (value ?? {}) as { type?: string; value?: unknown };
    return type === 'Literal' && typeof text === 'string' ? [name, text] : [undefined, ''];
  });
  return pairs.length === languages.length && languages.every((each) => pairs.some(([name]) => name === each)) ? Object.fromEntries(pairs) : null;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
