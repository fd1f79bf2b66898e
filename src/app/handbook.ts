// The generated part of a handbook page: states as a diagram, commands and fields as tables, from the definitions themselves.
import { describe, offered } from '../kernel/describe.ts';
import type { Command, Definition } from '../kernel/record.ts';
import type { Scope } from '../kernel/scope.ts';

const [begin, end] = ['<!-- generated -->', '<!-- /generated -->'];

/** The page with what stands between its marks made anew. Errors: Error when the marks are not there. */
export function handbookPage(page: string, definitions: readonly Definition[]): string {
  return between(page, definitions.map(section).join('\n'));
}

/** The page with `text` between its marks. Errors: Error when the marks are not there. */
export function between(page: string, text: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`a handbook page needs ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

function section(definition: Definition): string {
  return [
    `## Reference: ${definition.label.en} (${definition.prefix}-1)`,
    definition.means.en,
    ['```mermaid', 'stateDiagram-v2', ...diagram(definition), '```'].join('\n'),
    table(['Command', 'in the API', 'from', 'to', 'by'], commands(definition)),
    table(['Field', 'in the API', 'what it is'], fields(definition)),
  ].join('\n\n');
}

function diagram({ states, initial, commands: all }: Definition): string[] {
  const names = Object.entries(states).map(([name, state]) => `  ${name}: ${state.label.en}`);
  const moves = Object.values(all).flatMap((command) => {
    const to = targets(command);
    if (command.opens) return (to.length ? to : [initial]).map((state) => `  [*] --> ${state}: ${command.label.en}`);
    const from = command.from ?? Object.keys(states).filter((name) => !states[name]?.ends);
    return to.flatMap((state) => from.filter((each) => each !== state).map((each) => `  ${each} --> ${state}: ${command.label.en}`));
  });
  const ends = Object.keys(states).filter((name) => states[name]?.ends);
  return [...new Set([...names, ...moves, ...ends.map((name) => `  ${name} --> [*]`)])];
}

const targets = ({ to }: Command): readonly string[] => (to === undefined ? [] : typeof to === 'string' ? [to] : to);

function commands(definition: Definition): string[][] {
  const said = (names: readonly string[] | undefined): string => (names ?? []).map((name) => definition.states[name]?.label.en ?? name).join(', ');
  return offered(definition).map(([name, command]) => [
    command.label.en,
    `\`${definition.name}.${name}\``,
    command.opens ? '–' : command.from ? said(command.from) : 'any open state',
    said(targets(command)) || 'stays',
    who(command.may),
  ]);
}

/** A scope in words, for people who ask why a button is not there. */
function who(scope: Scope): string {
  if (scope === 'everyone') return 'everybody';
  if (scope === 'nobody') return 'nobody';
  if ('any' in scope) return [...new Set(scope.any.map(who))].join('; or ');
  if ('all' in scope) return scope.all.map(who).join(', and ').replaceAll(', and as ', ' as ');
  if ('role' in scope) return `as ${scope.role.map((role) => role.replaceAll('_', ' ')).join(', ')}`;
  if ('side' in scope) return `the side of the ${scope.side}`;
  if ('equals' in scope) return `${scope.field} is ${scope.equals}`;
  if ('is' in scope) return scope.is === 'person' ? `who is its ${scope.field}` : `the organisation of its ${scope.field}`;
  const own = ('in' in scope ? scope.in : scope.overlaps) === 'teams' ? 'team' : 'organisation';
  return `own ${own} in ${scope.field}`;
}

/** What the API document says of each field, so that the two never differ. */
function fields(definition: Definition): string[][] {
  const schema = describe([definition])[definition.name] as { properties: Record<string, { description?: string }> };
  return Object.entries(definition.fields).map(([name, field]) => [
    field.label.en,
    `\`${name}\``,
    (schema.properties[name]?.description ?? '')
      .replace(`${field.label.en}. `, '')
      .replace(new RegExp(`^${field.label.en}`), '')
      .replace(/^[:; ]+/, '')
      .trim() || field.kind,
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
