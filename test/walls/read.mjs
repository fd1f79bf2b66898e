// Reads the source tree for the walls: every file with its text, its syntax tree and what it imports.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

const skipped = new Set(['node_modules', 'dist', '.git', '.cache', 'data', 'coverage', 'generated', 'docs', 'models']);
const code = /\.(ts|tsx|mjs|cjs)$/;

/** All source files under `root`, parsed. */
export function readTree(root) {
  return list(root, '').map((path) => parseFile(path, readFileSync(join(root, path), 'utf8')));
}

/**
 * One file as `{ path, room, test, text, lines, comments, imports, visit }`; `path` is relative to the root, with slashes.
 * SQL and CSS have no syntax tree: their `imports` and `comments` are empty.
 */
export function parseFile(path, text) {
  const parsed = code.test(path) ? parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) : null;
  const lineOf = (offset) => text.slice(0, offset).split('\n').length;
  const file = {
    path,
    room: path.startsWith('src/') ? path.split('/')[1] : null,
    test: path.startsWith('test/') || /\.test\.tsx?$/.test(path),
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    comments: (parsed?.comments ?? []).map((each) => ({ text: each.value, line: lineOf(each.start) })),
    imports: [],
    /** Calls `on(node, line)` for each node of the syntax tree; `line()` answers its line. */
    visit: (on) => parsed && walk(parsed.program, (node) => on(node, () => lineOf(node.start))),
  };
  file.imports = importsOf(file);
  return file;
}

function list(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : list(root, path);
    return code.test(path) || /\.(sql|css)$/.test(path) ? [path] : [];
  });
}

function walk(node, on) {
  if (Array.isArray(node)) for (const each of node) walk(each, on);
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') on(node);
    for (const each of Object.values(node)) if (each && typeof each === 'object') walk(each, on);
  }
}

/** Static, re-exported, dynamic and type-only imports alike: a wall is a wall also for types. */
function importsOf(file) {
  const found = [];
  file.visit((node, line) => {
    const named = /^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) || /^(ImportExpression|TSImportType)$/.test(node.type);
    if (named && typeof node.source?.value === 'string')
      found.push({ line: line(), lazy: node.type === 'ImportExpression', ...aim(file.path, node.source.value) });
  });
  return found;
}

function aim(from, name) {
  if (name.startsWith('.')) return { name, to: posix.join(posix.dirname(from), name.replace(/\?.*$/, '')) };
  if (isBuiltin(name)) return { name, node: true };
  return {
    name,
    package: name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  };
}
