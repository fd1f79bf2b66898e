// Every example of the page on calculating: run as it stands, it answers what stands beneath it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../src/app/calculate/lines.ts';
import { topicOf, topics } from '../src/app/calculate/topics.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { readJson } from '../src/platform/http/json.ts';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/handbook/calculate.md'), 'utf8');
type Example = { readonly command: string; readonly topic: string; readonly input: string; readonly output: string };
const examples: Example[] = [...page.matchAll(/```\n(npx tessera calculate (\S+) <<'JSON'\n(.*?)JSON\n)```\n\n```(?:json)?\n(.*?)```/gs)].map(
  ([, command = '', topic = '', input = '', output = '']) => ({ command, topic, input, output }),
);

/** As a shell runs it, with the sources in the place of the installed command. */
function run({ command }: Example) {
  const script = command.replace('npx tessera', `"${process.execPath}" --import tsx src/app/cli.ts`);
  return spawnSync('sh', ['-c', script], { cwd: root, encoding: 'utf8' });
}

describe('the page on calculating', () => {
  it('has an example of every topic and of a refusal', () => {
    expect(examples.map((each) => each.topic)).toEqual(['credit', ...topics.map((each) => each.name)]);
  });

  it.each(examples.slice(1))('$topic answers what it says', ({ topic, input, output }) => {
    const found = topicOf(topic);
    if (isRefusal(found)) throw new Error(found.refused);
    expect(`${jsonLines(found.calculate(readJson(Buffer.from(input))))}\n`).toBe(output);
  });

  it('runs in a shell', () => {
    const example = examples.find((each) => each.topic === 'due') as Example;
    expect(run(example)).toMatchObject({ status: 0, stdout: example.output, stderr: '' });
  });

  it('refuses in a shell: a sentence on standard error, nothing on standard output, exit code 1', () => {
    expect(run(examples[0] as Example)).toMatchObject({ status: 1, stdout: '', stderr: examples[0]?.output });
  });
});

it('writes JSON that reads as it was', () => {
  for (const { output } of examples.slice(1)) expect(jsonLines(JSON.parse(output))).toBe(output.trimEnd());
  const long = { list: Array.from({ length: 60 }, (_, i) => ({ i, name: 'x "quoted"' })), none: [], empty: {}, nil: null };
  expect(JSON.parse(jsonLines(long))).toEqual(long);
  expect(
    Math.max(
      ...jsonLines(long)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(120);
});
