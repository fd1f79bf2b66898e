// The records the screens know, taken from the practices themselves; everything generic is drawn from these.
import type { Definition } from '../../kernel/record.ts';
import { firstDefinitions } from './first-definitions.ts';

let known: readonly Definition[] = firstDefinitions;
let coming: Promise<void> | undefined;

/** Those that have come: the ones of the first screen, and soon after it all of them. */
export const definitions = (): readonly Definition[] => known;

/** Fetches the others, once. Errors: what the network says; another call tries again. */
export function allDefinitions(): Promise<void> {
  coming ??= import('./further-definitions.ts').then(
    ({ furtherDefinitions }) => {
      known = [...firstDefinitions, ...furtherDefinitions];
    },
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}

export const definitionOf = (name: string): Definition | undefined => known.find((each) => each.name === name);
export const definitionOfPlural = (plural: string): Definition | undefined => known.find((each) => each.plural === plural);
/** INC-1042 -> the definition of an incident. */
export const definitionOfId = (id: string): Definition | undefined => known.find((each) => id.startsWith(`${each.prefix}-`));
