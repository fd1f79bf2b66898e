// How the tests run: threads without isolation, which is ten times faster and asks for modules without mutable state.

import { defineConfig } from 'vitest/config';
import { LastLine } from './test/last-line.ts';

const journeys = process.env['TESSERA_JOURNEYS'] === '1';

export default defineConfig({
  test: {
    // Without a folder in front, so that `--dir` finds them too: it looks for these from its own folder.
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', ...(journeys ? [] : ['test/journeys/**'])],
    pool: 'threads',
    isolate: false,
    globalSetup: ['test/global-setup.ts', ...(journeys ? ['test/journeys/demo-server.ts'] : [])],
    reporters: ['default', new LastLine()],
    // A journey walks many screens, and axe reads each of them for a second or two.
    testTimeout: journeys ? 180_000 : 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
