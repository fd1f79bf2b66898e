// Takes out of the first load what of the definitions no first screen shows. Words: the bundle keeps numbers, and the words travel once, in the
// reader's language only; what is read in forms and stories follows after the first screen. Commands: they come with the first record, but for
// the one that makes a new record.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const languages = ['en', 'nl', 'de'] as const;
const prefix = 'virtual:words/';
/** Of a file with this behind its name only what belongs to commands is taken; see src/web/record/commands.ts. */
const whole = '?commands';
const withoutQuery = (id: string): string => id.replace(/\?.*$/, '');
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
export function definitionsApart(root: string): Plugin {
  const folders = ['src/kernel', 'src/practices'];
  const files = folders
    .flatMap((folder) => readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`))
    .filter((name) => /\.ts$/.test(name) && !/(\.test|texts)\.ts$/.test(name))
    .concat('src/web/record/first-definitions.ts', 'src/web/record/further-definitions.ts')
    .sort();
  const early = firstFiles(root);
  const said = new Map<number, readonly Found[]>();
  const table = (part: string, language: string): string =>
    JSON.stringify(files.map((_, file) => said.get(file)?.map((each) => (each.part === part ? each.words[language] : 0)) ?? 0));
  return {
    name: 'definitions-apart',
    apply: 'build',
    resolveId: {
      // Before the bundler finds the file itself: what a file with the query imports is meant with the query too.
      order: 'pre',
      async handler(id, importer) {
        if (id.startsWith(prefix)) return `\0${id}`;
        if (!importer || !(id.endsWith(whole) || (importer.endsWith(whole) && id.startsWith('.')))) return null;
        const found = await this.resolve(withoutQuery(id), withoutQuery(importer), { skipSelf: true });
        return found && files.includes(named(root, found.id)) ? `${found.id}${whole}` : found;
      },
    },
    load: (id) => (id.startsWith(`\0${prefix}`) ? `export default JSON.parse(${JSON.stringify(holes[id.slice(prefix.length + 1)])});` : null),
    transform(code, id) {
      const file = files.indexOf(named(root, id));
      if (file < 0) return null;
      const tree = this.parse(code);
      const found = textsIn(tree, early.has(named(root, id)) ? 'first' : 'rest');
      said.set(file, found);
      const gone = id.endsWith(whole) ? [...allBut(tree, new Set(['name', 'commands'])), ...judgedIn(tree)] : commandsIn(tree);
      if (found.length === 0 && gone.length === 0) return null;
      const changes = [
        ...found.map(({ start, end }, place) => ({ start, end, by: `textAt(${file}, ${place})` })),
        ...gone.map((each) => ({ ...each, by: '' })),
      ];
      const outer = changes.filter((each) => !gone.some(({ start, end }) => start <= each.start && each.end <= end && end - start > each.end - each.start));
      const cut = outer.sort((a, b) => b.start - a.start).reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
      return { code: `import { textAt } from ${JSON.stringify(resolve(root, 'src/web/words.ts'))};\n${cut}`, map: null };
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

/** The files that the records of the first screen are made of; what only others need follows after it. */
export function firstFiles(root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file) || !existsSync(resolve(root, file))) return;
    found.add(file);
    const imports = readFileSync(resolve(root, file), 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm);
    for (const [, name] of imports) follow(relative(root, resolve(root, dirname(file), name as string)).replaceAll('\\', '/'));
  };
  follow('src/web/record/first-definitions.ts');
  return found;
}

function textsIn(tree: unknown, labels: Found['part']): Found[] {
  const found: Found[] = [];
  const walk = (each: unknown, key: string): void => {
    if (Array.isArray(each)) for (const one of each) walk(one, key);
    else if (isNode(each)) {
      const words = each.type === 'ObjectExpression' ? wordsOf(each) : null;
      const name = each.type === 'Property' ? String((each.key as { name?: string }).name) : key;
      if (words) found.push({ start: each.start, end: each.end, part: later.has(name) ? 'rest' : labels, words });
      else for (const one of Object.values(each)) walk(one, name);
    }
  };
  walk(tree, '');
  return found.sort((a, b) => a.start - b.start);
}

/** The commands of definitions that make nothing new, wherever they are written down. */
const commandsIn = (tree: unknown): Range[] =>
  objectsIn(tree).flatMap((object) =>
    propertiesOf(object).filter(({ value }) => value?.type === 'ObjectExpression' && isCommand(value) && !keysOf(value).includes('opens')),
  );

/** Who may perform a command, and from where, is answered by the server per record; before one is open only the command that makes it is judged. */
const judgedIn = (tree: unknown): Range[] =>
  objectsIn(tree).flatMap((object) =>
    isCommand(object) && !keysOf(object).includes('opens') ? propertiesOf(object).filter(({ name }) => name === 'may' || name === 'from') : [],
  );

/** Everything of definitions but these. */
const allBut = (tree: unknown, kept: ReadonlySet<string>): Range[] =>
  objectsIn(tree).flatMap((object) => (keysOf(object).includes('plural') ? propertiesOf(object).filter(({ name }) => !kept.has(name)) : []));

type Range = { readonly start: number; readonly end: number };
type Property = Range & { readonly name: string; readonly value: Node | undefined };

/** Each reaches up to the next, so that what remains needs no mending. */
function propertiesOf(object: Node): Property[] {
  const properties = object.properties as readonly Node[];
  return properties.map(({ start, key, value }, index) => ({
    name: (key as { name?: string } | undefined)?.name ?? '',
    value: value as Node | undefined,
    start,
    end: properties[index + 1]?.start ?? object.end - 1,
  }));
}
const keysOf = (object: Node): string[] => propertiesOf(object).map(({ name }) => name);
const isCommand = (object: Node): boolean => ['fact', 'tells'].every((each) => keysOf(object).includes(each));

function objectsIn(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(objectsIn);
  if (!isNode(tree)) return [];
  return [...(tree.type === 'ObjectExpression' ? [tree] : []), ...Object.values(tree).flatMap(objectsIn)];
}

function named(root: string, id: string): string {
  return relative(root, withoutQuery(id)).replaceAll('\\', '/');
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
