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
 * Compiles a scope to a SQL condition. What does not depend on the row is decided first, so that the planner sees only plain
 * column conditions. `first` is the number of the first parameter; column names come from definitions, never from input.
 */
export function toSql(scope: Scope, actor: Actor, first: number, alias = ''): Fragment {
  const params: (string | readonly string[])[] = [];
  const bind = (value: string | readonly string[], type: string) => `$${first + params.push(value) - 1}::${type}`;
  const write = (each: Scope): string => {
    if (each === 'everyone') return 'true';
    if (typeof each === 'string' || 'side' in each || 'role' in each) return 'false';
    if ('any' in each) return `(${each.any.map(write).join(' or ')})`;
    if ('all' in each) return `(${each.all.map(write).join(' and ')})`;
    const column = `${alias}${each.field}`;
    if ('in' in each) return `${column} = any(${bind(actor[each.in], 'text[]')})`;
    if ('overlaps' in each) return `${column} && ${bind(actor[each.overlaps], 'text[]')}`;
    return `${column} = ${bind('equals' in each ? each.equals : (actor[each.is] ?? ''), 'text')}`;
  };
  return { sql: write(decided(scope, actor)), params };
}

/** The scope with everything decided that does not depend on the row. */
function decided(scope: Scope, actor: Actor): Scope {
  if (actor.system) return scope === 'nobody' ? 'nobody' : 'everyone';
  if (typeof scope === 'string') return scope;
  if ('any' in scope)
    return joined(
      scope.any.map((each) => decided(each, actor)),
      'any',
    );
  if ('all' in scope)
    return joined(
      scope.all.map((each) => decided(each, actor)),
      'all',
    );
  if ('side' in scope || 'role' in scope) return allows(scope, actor, {}) ? 'everyone' : 'nobody';
  if ('in' in scope) return actor[scope.in].length ? scope : 'nobody';
  if ('overlaps' in scope) return actor[scope.overlaps].length ? scope : 'nobody';
  return 'is' in scope && !actor[scope.is] ? 'nobody' : scope;
}

function joined(parts: readonly Scope[], word: 'any' | 'all'): Scope {
  const [absorbing, neutral] = word === 'any' ? (['everyone', 'nobody'] as const) : (['nobody', 'everyone'] as const);
  if (parts.includes(absorbing)) return absorbing;
  const kept = parts.filter((part) => part !== neutral);
  if (kept.length < 2) return kept[0] ?? neutral;
  return word === 'any' ? { any: kept } : { all: kept };
}

/** Fields a scope looks at, so that a law can check that they exist. */
export function fieldsOf(scope: Scope): string[] {
  if (typeof scope === 'string' || 'side' in scope || 'role' in scope) return [];
  if ('any' in scope) return scope.any.flatMap(fieldsOf);
  if ('all' in scope) return scope.all.flatMap(fieldsOf);
  return [scope.field];
}
