// How the screens are built: one bundle into dist/web, with the API of a running server behind it while developing.
import { relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { definitionsApart, firstFiles } from './vite.definitions.ts';

const server = process.env.TESSERA_URL ?? 'http://127.0.0.1:8080';

const early = firstFiles(import.meta.dirname);
/** What practices say of records that the first screen does without. */
const isLater = (id: string): boolean => {
  const file = relative(import.meta.dirname, id).replaceAll('\\', '/');
  return /^src\/practices\/.*(?<!texts)\.ts$/.test(file) && !early.has(file);
};
const basic =
  /^(?!.*\?commands$).*(preload-helper|src[\\/](kernel|practices(?!.*texts\.ts)|web[\\/](parts[\\/](?!dialog|chart)|(words|language|texts)\.tsx?|texts[\\/]shell|record[\\/]((first-)?definitions|may-open|queries|value|widget|creating)\.)))/;

/**
 * Few files that rarely change and stay in the browser's cache, instead of forty small ones; pages load when they are opened.
 * The first load is `react`, `mantine` (what is on the first screen) and `base`; `further` has the definitions that
 * follow it, `record` comes with the first record, `forms` with the first form or dialog. The first group that matches takes a file with everything it needs.
 */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](?!(react-)?virtual))/ },
  {
    name: 'mantine',
    test: /node_modules[\\/]@mantine[\\/](hooks|core[\\/]esm[\\/](core|components[\\/](ActionIcon|Button|Input|InputBase|Loader|TextInput|UnstyledButton))[\\/])/,
  },
  {
    name: 'base',
    test: (id: string) => basic.test(id) && !isLater(id),
  },
  {
    name: 'record',
    test: /\?commands$|components[\\/](Tabs|Textarea|SegmentedControl|FloatingIndicator)[\\/]|src[\\/]web[\\/](texts[\\/]record|record[\\/](?!list|columns|filter|form|widget|inline|asking))/,
  },
  { name: 'forms', test: /node_modules[\\/](@mantine|@floating-ui|react-number-format|react-remove-scroll).*js$/ },
  { name: 'further', test: isLater },
].map((group, index) => ({ ...group, priority: 10 - index }));

/** Why a command is refused is said by the server: it does not travel. */
const withoutUnseen = {
  name: 'without-unseen',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /src[\\/]practices[\\/].*record\.ts(\?commands)?$/.test(id) ? code.replace(/^ {2}(refusals): (\w+,|\{$[\s\S]*?^ {2}\},)$/gm, '') : null,
};

export default defineConfig({
  root: 'src/web',
  plugins: [withoutUnseen, definitionsApart(import.meta.dirname), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A strict content security policy: nothing inline, and no font or picture as data but small SVG.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': server, '/v2': server } },
});
