// A reporter that ends a test run with one plain line: `12 passed, 0 failed`.

import type { Reporter, TestModule } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

/** A file that could not be loaded and an error outside of any test count as one failure each, so that nothing red reads as green. */
export class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) count(module, counts);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  }
}

function count(module: TestModule, counts: Counts): void {
  let failures = 0;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed += 1;
    else if (state === 'failed') failures += 1;
    else counts.skipped += 1;
  }
  counts.failed += failures === 0 && module.state() === 'failed' ? 1 : failures;
}
