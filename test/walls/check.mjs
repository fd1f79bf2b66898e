// All findings of a tree of parsed files, in the order in which people read them.
import { fileFindings } from './files.mjs';
import { importFindings } from './imports.mjs';

/** `dependencies` are the names under "dependencies" in package.json. A finding with `warns` does not fail the check. */
export function findingsOf(files, dependencies) {
  const found = [...importFindings(files, dependencies), ...fileFindings(files)];
  return found.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}
