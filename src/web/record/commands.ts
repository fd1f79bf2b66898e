// The commands of a record. The first screen knows only those that make a new one; the others come with the first record that is opened.
import type { Command, Definition } from '../../kernel/record.ts';
import { firstDefinitions } from './first-definitions.ts?commands';
import { furtherDefinitions } from './further-definitions.ts?commands';

const known = new Map([...firstDefinitions, ...furtherDefinitions].map((each) => [each.name, each.commands]));

/** What can be asked of a record, in the order of its definition. Errors: a record that is in no practice. */
export function commandsOf<D extends Definition>(definition: D): D['commands'] {
  const found: Readonly<Record<string, Command>> | undefined = known.get(definition.name);
  if (!found) throw new Error(`no practice has the record ${definition.name}`);
  return found;
}
