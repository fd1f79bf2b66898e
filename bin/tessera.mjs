#!/usr/bin/env node
// Starts the built product, or says how to build it.
import { existsSync } from 'node:fs';

const built = new URL('../dist/tessera.mjs', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  console.error('Tessera is not built yet: run `npm ci && npm run build` first.');
  process.exitCode = 1;
}
