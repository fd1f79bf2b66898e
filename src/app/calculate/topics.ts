// Every topic of calculation: the one list behind the API, the command line and the schemas.
import type { Json } from '../../kernel/describe.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { availability } from './availability.ts';
import { chain } from './chain.ts';
import { changePoint, controlChart } from './charts.ts';
import { handover, ledger } from './custody.ts';
import { allocation, credit } from './money.ts';
import { forecast, poisson } from './predictions.ts';
import { budget, erlang } from './queues.ts';
import { due, elapsed } from './time.ts';
import type { Topic } from './topic.ts';

export const topics: readonly Topic[] = [
  availability,
  chain,
  due,
  elapsed,
  ledger,
  handover,
  credit,
  erlang,
  budget,
  allocation,
  controlChart,
  changePoint,
  forecast,
  poisson,
];

export function topicOf(name: string): Topic | Refusal {
  const known = topics.map((each) => each.name).join(', ');
  return topics.find((each) => each.name === name) ?? refuse('calculate.unknown_topic', 'topic', { field: 'topic', topic: name.slice(0, 80), known });
}

/** The answer, or the refusal that names the place in the input. Reads nothing but its input. */
export function calculate(name: string, input: unknown): Json | Refusal {
  const found = topicOf(name);
  return 'refused' in found ? found : found.calculate(input);
}
