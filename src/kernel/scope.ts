// Who may: data that is evaluated on a row in memory and compiled to SQL, with the same meaning in both (law 4).
import type { Side } from './field.ts';

export const roles = [
  'administrator',
  'service_level_manager',
  'process_manager',
  'agent',
  'executive',
  'customer_manager',
  'customer_user',
  'supplier_manager',
  'supplier_agent',
] as const;
export type Role = (typeof roles)[number];

/** Who asks. Every read and every command has one; `parties` are the organisations whose records are theirs to see. */
export type Actor = {
  readonly person: string | null;
  readonly name: string;
  readonly side: Side;
  readonly organisation: string | null;
  readonly parties: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly Role[];
  /** Scopes of an API token (`read`, `write`, `incident.open` ...); null for a signed-in person. */
  readonly grants: readonly string[] | null;
  /** Set only by `asSystem`: why the product itself acts. */
  readonly system?: string;
};

export type Scope =
  | 'everyone'
  | 'nobody'
  | { readonly any: readonly Scope[] }
  | { readonly all: readonly Scope[] }
  | { readonly side: Side }
  | { readonly role: readonly Role[] }
  | { readonly field: string; readonly in: 'parties' | 'teams' }
  | { readonly field: string; readonly overlaps: 'parties' | 'teams' }
  | { readonly field: string; readonly is: 'person' | 'organisation' }
  | { readonly field: string; readonly equals: string };

/** The product acting by itself. The only way round a scope; the reason is required, greppable and journaled. */
export function asSystem(reason: string): Actor {
  return { person: null, name: 'Tessera', side: 'integrator', organisation: null, parties: [], teams: [], roles: [], grants: null, system: reason };
}

type Cells = Readonly<Record<string, unknown>>;

export function allows(scope: Scope, actor: Actor, row: Cells): boolean {
  if (actor.system) return scope !== 'nobody';
  if (scope === 'everyone') return true;
  if (scope === 'nobody') return false;
  if ('any' in scope) return scope.any.some((each) => allows(each, actor, row));
  if ('all' in scope) return scope.all.every((each) => allows(each, actor, row));
  if ('side' in scope) return actor.side === scope.side;
  if ('role' in scope) return scope.role.some((role) => actor.roles.includes(role));
  const value = row[scope.field];
  if ('in' in scope) return typeof value === 'string' && actor[scope.in].includes(value);
  if ('overlaps' in scope) return Array.isArray(value) && value.some((each) => actor[scope.overlaps].includes(each));
  if ('equals' in scope) return value === scope.equals;
  return typeof value === 'string' && value === actor[scope.is];
}

export type Fragment = { readonly sql: string; readonly params: readonly (string | readonly string[])[] };

/**
 * Compiles a scope to a SQL condition. What does not depend on the row is decided here, so that the planner sees only
 * plain column conditions. `first` is the number of the first parameter; column names come from definitions, never from input.
 */
export function toSql(scope: Scope, actor: Actor, first: number, alias = ''): Fragment {
  const params: (string | readonly string[])[] = [];
  const column = (name: string) => `${alias}${name}`;
  const bind = (value: string | readonly string[], type: string) => `$${first + params.push(value) - 1}::${type}`;
  const walk = (each: Scope): string => {
    if (actor.system) return each === 'nobody' ? 'false' : 'true';
    if (each === 'everyone') return 'true';
    if (each === 'nobody') return 'false';
    if ('any' in each) return join(each.any.map(walk), 'or', 'true', 'false');
    if ('all' in each) return join(each.all.map(walk), 'and', 'false', 'true');
    if ('side' in each || 'role' in each) return allows(each, actor, {}) ? 'true' : 'false';
    if ('in' in each) return actor[each.in].length ? `${column(each.field)} = any(${bind(actor[each.in], 'text[]')})` : 'false';
    if ('overlaps' in each) return actor[each.overlaps].length ? `${column(each.field)} && ${bind(actor[each.overlaps], 'text[]')}` : 'false';
    if ('equals' in each) return `${column(each.field)} = ${bind(each.equals, 'text')}`;
    const own = actor[each.is];
    return own ? `${column(each.field)} = ${bind(own, 'text')}` : 'false';
  };
  return { sql: walk(scope), params };
}

function join(parts: readonly string[], word: 'and' | 'or', absorbing: string, neutral: string): string {
  if (parts.includes(absorbing)) return absorbing;
  const kept = parts.filter((part) => part !== neutral);
  if (kept.length === 0) return neutral;
  return kept.length === 1 ? (kept[0] as string) : `(${kept.join(` ${word} `)})`;
}

/** Fields a scope looks at, so that a law can check that they exist. */
export function fieldsOf(scope: Scope): string[] {
  if (typeof scope === 'string' || 'side' in scope || 'role' in scope) return [];
  if ('any' in scope) return scope.any.flatMap(fieldsOf);
  if ('all' in scope) return scope.all.flatMap(fieldsOf);
  return [scope.field];
}
