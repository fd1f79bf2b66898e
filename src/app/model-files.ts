// Opens a folder of model files as hostile input: plain files only, small ones, no anchors, and every fault with the line it is on.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isAlias, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Fault, Path } from '../practices/model/reference.record.ts';

/** A fault where people look for it; without a line it is about the whole file. */
export type FileFault = Omit<Fault, 'path'> & { readonly file: string; readonly line: number | null; readonly path: string };
export type Opened = { readonly file: string; readonly value: unknown; readonly at: (fault: Fault) => FileFault };
export type Folder = { readonly files: readonly Opened[]; readonly faults: readonly FileFault[] };

const most = { bytes: 512 * 1024, files: 60, depth: 12 };

/** Every `.yaml` file of a folder, in order of name. Files that cannot be read as YAML are faults, not errors; so is a folder that is not there. */
export function openFolder(folder: string): Folder {
  const { names, faults } = namesIn(folder);
  return together(
    names.map((name) => openFile(folder, name)),
    faults,
  );
}

/** The same with a rest after each file, for a server that has other things to answer meanwhile. */
export async function openFolderSlowly(folder: string): Promise<Folder> {
  const { names, faults } = namesIn(folder);
  const read: OneRead[] = [];
  for (const name of names) {
    await new Promise((resolve) => setImmediate(resolve));
    read.push(openFile(folder, name));
  }
  return together(read, faults);
}

const together = (read: readonly OneRead[], faults: readonly FileFault[]): Folder => ({
  files: read.flatMap((each) => each.opened ?? []),
  faults: [...faults, ...read.flatMap((each) => each.faults)],
});

function namesIn(folder: string): { readonly names: readonly string[]; readonly faults: readonly FileFault[] } {
  try {
    const names = readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort();
    return names.length > most.files ? { names: [], faults: [whole(folder, 'too_many', { most: most.files })] } : { names, faults: [] };
  } catch (error) {
    return { names: [], faults: [whole(folder, 'unreadable', { reason: reasonOf(error) })] };
  }
}

const whole = (file: string, code: string, params?: Fault['params']): FileFault => ({ file, line: null, path: '', code, ...(params ? { params } : {}) });

type OneRead = { readonly opened: Opened | null; readonly faults: readonly FileFault[] };

function openFile(folder: string, name: string): OneRead {
  const failed = (code: string, params?: Fault['params']): OneRead => ({ opened: null, faults: [whole(name, code, params)] });
  const path = join(folder, name);
  try {
    const about = lstatSync(path);
    // A link could lead out of the folder, a pipe would never end.
    if (!about.isFile()) return failed('not_a_file');
    if (about.size > most.bytes) return failed('too_big', { most: most.bytes / 1024 });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return parsed(name, text);
  } catch (error) {
    if (error instanceof TypeError) return failed('not_utf8');
    // The parser calls itself for every level, and gives up by running out of stack.
    if (error instanceof RangeError) return failed('too_deep', { most: most.depth });
    return failed('unreadable', { reason: reasonOf(error) });
  }
}

/** YAML 1.2 without anchors, aliases and tags: none is needed, and each is a way to do harm. */
export function parsed(file: string, text: string): OneRead {
  const lines = new LineCounter();
  // Its own check for double keys compares every pair; ours remembers them.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, stringKeys: true, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    path: '',
    code: 'yaml',
    params: { reason: error.message.split('\n')[0] ?? '' },
  }));
  const harm = broken.length ? [] : harmIn(document).map(({ offset, ...each }) => ({ ...each, file, line: lineAt(offset), path: '' }));
  if (broken.length || harm.length) return { opened: null, faults: [...broken, ...harm].slice(0, 50) };
  const at = ({ path, ...fault }: Fault): FileFault => ({ ...fault, file, line: lineOf(document, path, lineAt), path: path.join('.') });
  return { opened: { file, value: document.toJS({ maxAliasCount: 0 }), at }, faults: [] };
}

type Harm = Omit<Fault, 'path'> & { readonly offset: number };

function harmIn(document: Document.Parsed): Harm[] {
  const found: Harm[] = [];
  const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
  visit(document, {
    Node: (_, node, path) => {
      if (isAlias(node) || ('anchor' in node && node.anchor)) found.push({ code: 'alias', offset: startOf(node) });
      else if ('tag' in node && node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
        found.push({ code: 'tag', params: { tag: node.tag }, offset: startOf(node) });
      if (path.length <= 2 * most.depth) return undefined;
      found.push({ code: 'too_deep', params: { most: most.depth }, offset: startOf(node) });
      return visit.BREAK;
    },
    Map: (_, map) => {
      const before = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (before.has(name)) found.push({ code: 'twice', params: { key: String(name).slice(0, 60) }, offset: startOf(key) });
        before.add(name);
      }
    },
  });
  return found.slice(0, 50);
}

/** The line of what a path leads to: of its key where it is a member, else of the nearest that is there. */
function lineOf(document: Document.Parsed, path: Path, lineAt: (offset: number) => number): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = path.slice(0, length);
    const parent = length === 0 ? null : document.getIn(part.slice(0, -1), true);
    const pair = parent && typeof parent === 'object' && 'items' in parent ? keyNode(parent.items, part.at(-1)) : null;
    const node = pair ?? (document.getIn(part, true) as Node | undefined);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
  }
  return null;
}

function keyNode(items: unknown, name: unknown): Node | null {
  if (!Array.isArray(items)) return null;
  const pair = items.find((each: { key?: unknown }) => isScalar(each?.key) && String(each.key.value) === String(name)) as { key: Node } | undefined;
  return pair?.key ?? null;
}

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
