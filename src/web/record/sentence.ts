// The sentence of a journal entry: what the command tells, with the names of what it changed filled in.
import type { Definition } from '../../kernel/record.ts';
import type { Params } from '../../kernel/text.ts';
import type { Entry, Refs } from '../contract.ts';
import type { Say } from '../language.tsx';
import { commandsOf } from './commands.ts';
import { stateLabel, type Words } from './value.tsx';

export type Tongue = { readonly say: Say; readonly words: Words; readonly refs: Refs };

export function sentence(definition: Definition, entry: Entry, { say, words, refs }: Tongue): string {
  const command = Object.values(commandsOf(definition)).find((each) => `${definition.name}.${each.fact}` === entry.fact);
  if (!command) return entry.fact;
  const params: Record<string, string | number | null> = {};
  for (const [name, change] of Object.entries(entry.changes)) params[name] = changeWords(definition, { name, value: change.to }, { say, words, refs });
  for (const [name, value] of Object.entries(entry.params as Params)) {
    const field = command.input?.[name] ?? definition.fields[name];
    params[name] = field ? words({ value, field, refs }) : typeof value === 'string' ? (refs[value] ?? value) : value;
  }
  // A parameter that is not there this time (nothing was changed, nothing was said) leaves no hole in the sentence.
  return say(command.tells, params).replace(/\s*\{\w+\}/g, '');
}

export function changeWords(definition: Definition, { name, value }: { name: string; value: unknown }, { say, words, refs }: Tongue): string {
  if (name === 'state') {
    const state = definition.states[String(value)];
    return state ? say(stateLabel(state, false)) : String(value ?? '–');
  }
  const field = definition.fields[name];
  if (value === null || value === undefined) return '–';
  return field ? words({ value, field, refs }) : String(value);
}

/** Who or what did it counts as the system when no person did. */
export const isSystem = (entry: Entry): boolean => entry.actor === null && !entry.note;
