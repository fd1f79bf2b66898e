// What the commands of a separation mean: the record and both of its commands exist, and they are two.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Known } from './process.rules.ts';

export type SeparationGiven = { readonly known: Known };
type The = Case<Case['row'], SeparationGiven>;

export const separationRules: Rules<SeparationGiven> = { open: separated };

function separated({ input, given: { known } }: The): Decision | Refusal {
  const [record, first, second] = [String(input.record), String(input.first), String(input.second)];
  const commands = known.get(record);
  if (!commands) return refuse('separation.record.unknown', 'record', { record, options: [...known.keys()].slice(0, 8).join(', ') });
  for (const [field, command] of [
    ['first', first],
    ['second', second],
  ] as const)
    if (!Object.hasOwn(commands, command))
      return refuse('separation.command.unknown', field, { field, record, command, options: Object.keys(commands).join(', ') });
  if (first === second) return refuse('separation.same', 'second', { first });
  return {
    changes: { first_fact: `${record}.${commands[first]}`, second_fact: `${record}.${commands[second]}`, enforced: input.enforced === true },
  };
}
