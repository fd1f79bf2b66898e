// A topic of calculation: its name, what goes in and comes out as JSON schemas, and the pure function in between.
import type { Json } from '../../kernel/describe.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { readInput, type Shape } from './shape.ts';

/** `defs` are schemas that the others refer to as `#/$defs/name`. */
export type Topic = {
  readonly name: string;
  readonly about: string;
  readonly input: Json;
  readonly output: Json;
  readonly defs: Json;
  readonly calculate: (input: unknown) => Json | Refusal;
};

type Told<T> = {
  readonly name: string;
  readonly about: string;
  readonly input: Shape<T>;
  readonly output: Json;
  readonly defs?: Json;
  readonly run: (input: T) => Json | Refusal;
};

export function topic<T>({ name, about, input, output, defs = {}, run }: Told<T>): Topic {
  const calculate = (given: unknown): Json | Refusal => {
    const read = readInput(input, given);
    if (isRefusal(read)) return read;
    const found = run(read);
    return isRefusal(found) ? found : tidy(found);
  };
  return { name, about, input: input.schema, output, defs, calculate };
}

/** Both schemas of a topic in one document that stands alone. */
export function schemaOf({ name, about, input, output, defs }: Topic): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `calculate ${name}`,
    description: about,
    $defs: { ...defs, input, output },
  };
}

/** Fourteen digits are more than anything here is known to, and leave out the noise of binary fractions. A number that is none is refused. */
function tidy(value: Json): Json | Refusal {
  let wrong = false;
  const each = (part: unknown): unknown => {
    if (typeof part === 'number') {
      wrong ||= !Number.isFinite(part);
      return Number.isInteger(part) ? part + 0 : Number(part.toPrecision(14));
    }
    if (Array.isArray(part)) return part.map(each);
    if (typeof part === 'object' && part !== null) return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, each(one)]));
    return part;
  };
  const tidied = each(value) as Json;
  return wrong ? refuse('calculate.too_large') : tidied;
}
