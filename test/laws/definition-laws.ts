// The laws a definition must keep by itself: each answers what is broken, so that a test can also break it and watch.
import { kinds } from '../../src/kernel/field.ts';
import { baseColumns, type Definition, inputFields } from '../../src/kernel/record.ts';
import { refusals } from '../../src/kernel/refusal.ts';
import { fieldsOf, type Scope } from '../../src/kernel/scope.ts';
import { languages, type Text } from '../../src/kernel/text.ts';

export type Law = (definition: Definition) => string[];

/** Law 1: a definition equals its own JSON round trip. */
export const survivesJson: Law = (definition) => (same(definition, JSON.parse(JSON.stringify(definition))) ? [] : [`${definition.name} is not plain data`]);

/** Law 2: every state is reachable from the first one, and from every state an end can be reached. */
export const reachesAnEnd: Law = (definition) => {
  const arrows = Object.values(definition.commands).flatMap((command) => {
    const to = command.to === undefined ? [] : typeof command.to === 'string' ? [command.to] : command.to;
    const open = Object.keys(definition.states).filter((name) => !definition.states[name]?.ends);
    return (command.opens ? ['(start)'] : (command.from ?? open)).flatMap((from) =>
      (command.opens && !to.length ? [definition.initial] : to).map((each) => [from, each] as const),
    );
  });
  const reach = (start: string, step: (at: string) => string[]): Set<string> => {
    const seen = new Set([start]);
    for (const at of seen) for (const next of step(at)) seen.add(next);
    return seen;
  };
  const reached = reach('(start)', (at) => arrows.filter(([from]) => from === at).map(([, to]) => to));
  const ends = Object.keys(definition.states).filter((name) => definition.states[name]?.ends);
  const unknown = arrows
    .flat()
    .filter((name) => name !== '(start)' && !definition.states[name])
    .map((name) => `${definition.name}: unknown state ${name}`);
  const lost = Object.keys(definition.states)
    .filter((name) => !reached.has(name))
    .map((name) => `${definition.name}: ${name} is never reached`);
  const stuck = Object.keys(definition.states)
    .filter((name) => ![...reach(name, (at) => arrows.filter(([from]) => from === at).map(([, to]) => to))].some((each) => ends.includes(each)))
    .map((name) => `${definition.name}: ${name} never comes to an end`);
  return [...unknown, ...lost, ...stuck];
};

/** Law 10: every label, refusal and fact has a text in every language, with the same parameters. */
export const speaksEveryLanguage: Law = (definition) => textsIn(definition, definition.name).flatMap(([path, text]) => wrongText(path, text));

/** Law 10 for the refusals of the kernel. */
export const kernelSpeaks = (catalogue: Readonly<Record<string, Text>> = refusals): string[] =>
  Object.entries(catalogue).flatMap(([code, text]) => wrongText(`refusal ${code}`, text));

/** What a definition mentions exists: fields in scopes, commands, clocks, custody and parties; kinds; one fact name per command. */
export const mentionsOnlyWhatExists: Law = (definition) => {
  const fields = new Set([...Object.keys(definition.fields), ...Object.keys(baseColumns)]);
  const scopes: [string, Scope][] = [
    ['see', definition.see],
    ...Object.entries(definition.commands).map(([name, command]) => [name, command.may] as [string, Scope]),
  ];
  const inScopes = scopes.flatMap(([where, scope]) =>
    fieldsOf(scope)
      .filter((name) => !fields.has(name))
      .map((name) => `${where}: scope on ${name}`),
  );
  const inCommands = Object.entries(definition.commands).flatMap(([name, command]) => {
    const known = inputFields(definition, command);
    return [...(command.needs ?? []), ...(command.takes ?? [])].filter((each) => !known[each]).map((each) => `${name}: input ${each}`);
  });
  const states = Object.values(definition.clocks ?? {}).flatMap((clock) => [...clock.runs_in, ...clock.stops_in, ...(clock.cancels_in ?? [])]);
  const inClocks = states.filter((state) => !definition.states[state]).map((state) => `clock: state ${state}`);
  const { handover, ...held } = definition.custody ?? {};
  const { in: handing = [], ...handed } = handover ?? {};
  const custody = [...Object.values({ ...held, ...handed }).filter((name) => !fields.has(name)), ...handing.filter((state) => !definition.states[state])].map(
    (name) => `custody: ${name}`,
  );
  const parties = [...(definition.parties?.customer ?? []), ...(definition.parties?.supplier ?? [])]
    .filter((name) => !fields.has(name))
    .map((name) => `parties: ${name}`);
  const odd = Object.entries(definition.fields)
    .filter(([name, field]) => !kinds[field.kind] || Object.hasOwn(baseColumns, name) || !/^[a-z][a-z0-9_]*$/.test(name))
    .map(([name]) => `field ${name}`);
  const title = definition.fields[definition.title] || definition.title === 'id' ? [] : [`title: ${definition.title}`];
  return [...inScopes, ...inCommands, ...inClocks, ...custody, ...parties, ...odd, ...title].map((what) => `${definition.name}: ${what}`);
};

function wrongText(path: string, text: Text): string[] {
  const parameters = (line: string): string =>
    [...line.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name)
      .sort()
      .join();
  const missing = languages
    .filter((language) => typeof text[language] !== 'string' || text[language].trim() === '')
    .map((language) => `${path} has no text in ${language}`);
  return missing.length
    ? missing
    : languages.filter((language) => parameters(text[language]) !== parameters(text.en)).map((language) => `${path} has other parameters in ${language}`);
}

/** Everything shaped like a text, and the places where one must stand. */
function textsIn(value: unknown, path: string): [string, Text][] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, `${path}.${index}`));
  if ('en' in value && typeof value.en === 'string') return [[path, value as Text]];
  // What a shape calls its properties is no text of ours.
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'shape'
      ? []
      : /^(label|plural_label|means|tells)$/.test(name)
        ? [[`${path}.${name}`, each as Text] as [string, Text]]
        : textsIn(each, `${path}.${name}`),
  );
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
