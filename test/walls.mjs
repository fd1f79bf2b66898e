// Checks the walls of the house: who imports whom, purity, sizes, first lines. `node test/walls.mjs [folder]`
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from './walls/check.mjs';
import { readTree } from './walls/read.mjs';

const root = process.argv[2] ?? '.';
const dependencies = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies ?? {});
const files = readTree(root);
const findings = findingsOf(files, dependencies);
const failures = findings.filter((each) => !each.warns);

for (const each of findings) console.log(`${each.path}:${each.line} ${each.warns ? 'warning ' : ''}${each.rule}: ${each.message}`);
console.log(`${files.length} files, ${failures.length} broken walls, ${findings.length - failures.length} warnings`);
process.exitCode = failures.length > 0 ? 1 : 0;
