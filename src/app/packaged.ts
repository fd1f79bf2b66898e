// Where the files of the package are, found from the sources as from the bundle.
import { fileURLToPath } from 'node:url';

/** `migrations`, `models`, `dist/web`, `dist/template.tar.gz`. */
export function packaged(path: string): string {
  const here = fileURLToPath(import.meta.url);
  const root = here.includes('/dist/') || here.includes('\\dist\\') ? new URL('..', import.meta.url) : new URL('../..', import.meta.url);
  return fileURLToPath(new URL(path, root));
}
