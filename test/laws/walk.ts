// A random walk over every registered record: commands with plausible inputs, as people and as the product, from a printed seed.

import { persons } from '../../src/app/demo/cast.ts';
import { stateAllows } from '../../src/kernel/command.ts';
import type { Field } from '../../src/kernel/field.ts';
import { type AnyRow, type Command, type Definition, inputFields } from '../../src/kernel/record.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { asSystem } from '../../src/kernel/scope.ts';
import type { Schema } from '../../src/kernel/shape.ts';
import { seededChance } from '../../src/platform/chance.ts';
import { perform } from '../../src/platform/journal/perform.ts';
import { columnsOf } from '../../src/platform/journal/write.ts';
import type { World } from '../world.ts';

type Walking = { world: World; chance: ReturnType<typeof seededChance>; known: Map<string, string[]> };

/** Answers how many commands were accepted, by `record.command`. Refusals are part of the walk. */
export async function randomWalk(world: World, { steps, seed }: { steps: number; seed: number }): Promise<Map<string, number>> {
  const chance = seededChance(seed);
  const known = new Map<string, string[]>();
  const definitions = [...world.house.registry.practices.values()].map((each) => each.definition);
  for (const { name } of definitions)
    known.set(
      name,
      (await world.house.db.query<{ id: string }>(`select id from ${name} order by id`)).map((row) => row.id),
    );
  const accepted = new Map<string, number>();
  let step = 0;
  const take = async (definition: Definition, anew: boolean): Promise<string | null> => {
    const taken = await walkOne({ world, chance, known }, definition, { step, anew });
    if (taken) accepted.set(taken, (accepted.get(taken) ?? 0) + 1);
    if (step % 5 === 0) await world.pass(chance.between(1, 90));
    step += 1;
    return taken;
  };
  // While the world is whole: what comes later stands on these, such as the test of a plan, and by then somebody has left or ended them.
  for (const definition of definitions) for (let more = 60; more > 0; more -= 1) if (await take(definition, true)) more = 0;
  // Every record gets its share, and often enough for the walk to go somewhere.
  while (step < steps) await take(definitions[step % definitions.length] as Definition, false);
  // What only now and then finds what it needs gets more chances, though not without end.
  const untouched = (): Definition[] => definitions.filter(({ name }) => ![...accepted.keys()].some((each) => each.startsWith(`${name}.`)));
  for (let round = 0; round < 100; round += 1) for (const definition of untouched()) await take(definition, false);
  await world.pass(1);
  return accepted;
}

async function walkOne(walking: Walking, definition: Definition, { step, anew }: { step: number; anew: boolean }): Promise<string | null> {
  const { world, chance, known } = walking;
  const ids = known.get(definition.name) ?? [];
  const target = !anew && ids.length && chance.random() < 0.75 ? chance.pick(ids) : null;
  const [row] = target ? await world.house.db.query<AnyRow>(`select ${columnsOf(definition).join(', ')} from ${definition.name} where id = $1`, [target]) : [];
  const possible = Object.entries(definition.commands).filter(([, command]) => stateAllows(command, row ?? null));
  if (!possible.length) return null;
  const [name, command] = chance.pick(possible);
  const who = chance.random() < 0.5 ? asSystem('a random walk') : world.actor(chance.pick(persons).code);
  const request = {
    id: `walk:${step}`,
    record: definition.name,
    command: name,
    target,
    input: inputFor(walking, definition, command),
    actor: who,
    channel: 'api' as const,
  };
  const outcome = await perform(world.house, request);
  if (isRefusal(outcome)) return null;
  if (command.opens) known.set(definition.name, [...ids, outcome.row.id]);
  return `${definition.name}.${name}`;
}

function inputFor(walking: Walking, definition: Definition, command: Command): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(inputFields(definition, command))) {
    if (!field.needed && walking.chance.random() < 0.4) continue;
    const value = valueFor(walking, name, field);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

const words = ['line', 'tür', 'x<script>', "o'hara", 'ðŸ', '網路', 'noord', '-- drop', '%', 'a"b'];

function valueFor({ world, chance, known }: Walking, name: string, field: Field): unknown {
  const ref = (to: string): string | undefined => {
    const from = to === '*' ? [...known.values()].flat() : (known.get(to) ?? []);
    return from.length ? chance.pick(from) : undefined;
  };
  const now = world.house.clock.now();
  switch (field.kind) {
    case 'choice':
      return chance.pick(Object.keys(field.options));
    case 'ref':
      return ref(field.to);
    case 'refs':
      return [...new Set([ref(field.to), ref(field.to)].filter(Boolean))];
    case 'texts':
      return name === 'audience' ? [world.id('organisation.delta')] : [`alias-${chance.between(1, 9_999)}`];
    case 'integer':
    case 'minutes':
    case 'ppm':
      return chance.between(field.min ?? 1, Math.min(field.max ?? 5, 900_000));
    case 'boolean':
      return chance.random() < 0.5;
    case 'instant':
      return new Date(now + chance.between(-300, 300) * 60_000).toISOString();
    case 'date':
      return new Date(now + chance.between(-40, 40) * 86_400_000).toISOString().slice(0, 10);
    case 'email':
      return `w${chance.between(1, 1e6)}@walk.example`;
    case 'zone':
      return chance.pick(['Europe/Amsterdam', 'America/St_Johns', 'Asia/Kathmandu']);
    case 'data':
      return fromSchema(chance, field.shape.schema, known);
    default:
      return textFor(chance, name, 'max' in field && field.max ? field.max : 300);
  }
}

function textFor(chance: Walking['chance'], name: string, longest: number): string {
  // Not a list of the definition, but files beside the product.
  if (name === 'checklist') return chance.pick(['fitsm-1', 'iso20000-1']);
  if (longest <= 12) return `E${chance.between(1, 1e9)}`.slice(0, longest);
  return name === 'code' || name === 'clock' || name === 'key' ? `c${chance.between(1, 1e6)}` : `${chance.pick(words)} ${chance.between(1, 1e6)}`;
}

/** Something that fits a shape: enough variety for a walk, not every corner. */
function fromSchema(chance: Walking['chance'], schema: Schema, known: Walking['known']): unknown {
  if (schema.anyOf) return fromSchema(chance, schema.anyOf[0] as Schema, known);
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, fromSchema(chance, each, known)]));
  if (schema.type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => fromSchema(chance, schema.items ?? {}, known));
  if (schema.type === 'integer') return chance.between(schema.minimum ?? 1, Math.min(schema.maximum ?? 9, (schema.minimum ?? 1) + 9));
  if (schema.type === 'boolean') return true;
  if (schema.pattern?.includes('SVC')) return chance.pick(known.get('service') ?? ['SVC-1']);
  if (schema.pattern?.includes('\\d{4}-')) return '2026-05-05';
  if (schema.pattern?.includes(':')) return chance.pick(['08:00', '12:00']);
  return 'text';
}
