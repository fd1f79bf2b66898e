// `tessera calculate <topic> < input.json`: the arithmetic from a terminal, without a server and without a database.
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { readJson } from '../../platform/http/json.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { jsonLines } from '../calculate/lines.ts';
import { schemaOf } from '../calculate/topic.ts';
import { topicOf, topics } from '../calculate/topics.ts';
import { print, Said, table } from '../terminal.ts';

export function calculateCommand(program: Command): void {
  program
    .command('calculate [topic]')
    .description('calculate without a server, for example: tessera calculate due < input.json')
    .option('--schema', 'the JSON schemas of input and output')
    .action(calculate);
}

async function calculate(name: string | undefined, { schema }: { schema?: boolean }): Promise<void> {
  if (name === undefined) {
    return print(
      table(
        ['topic', 'about'],
        topics.map((each) => [each.name, each.about.split(':')[0]]),
      ),
    );
  }
  const topic = topicOf(name);
  if (isRefusal(topic)) throw said(topic);
  if (schema) return print(jsonLines(schemaOf(topic)));
  if (process.stdin.isTTY) throw new Said(`Give the input: tessera calculate ${name} < input.json; its form: tessera calculate ${name} --schema`);
  const input = readJson(await buffer(process.stdin));
  const answer = isRefusal(input) ? input : topic.calculate(input);
  if (isRefusal(answer)) throw said(answer);
  print(jsonLines(answer));
}

/** The same sentence as over HTTP, with its code. */
function said(refusal: Refusal): Said {
  const { detail, code } = problemOf(refusal, { language: 'en', request_id: '', definition: null });
  return new Said(`${detail} (${code})`);
}
