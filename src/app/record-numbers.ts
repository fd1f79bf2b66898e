// Which kind of record a number belongs to, for commands that are given just a number.
import { theRegistry } from './registry.ts';
import { Said } from './terminal.ts';

/** `incidents` for INC-12, in whatever case; an unknown prefix is said. */
export function pluralOf(id: string): string {
  const prefix = id.toUpperCase().split('-')[0];
  for (const { definition } of theRegistry.practices.values()) if (definition.prefix === prefix) return definition.plural;
  throw new Said(`${id} is not the number of a record, such as INC-12.`);
}
