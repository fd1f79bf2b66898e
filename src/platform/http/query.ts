// Reading the query string of an address: each parameter once, none unknown, numbers in range.
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type Query = Readonly<Record<string, string>>;

export function readQuery(raw: unknown, known: readonly string[]): Query | Refusal {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries((raw ?? {}) as Record<string, unknown>)) {
    const field = name.slice(0, 80);
    if (!known.includes(name)) return refuse('query.unknown', field, { field });
    if (typeof value !== 'string') return refuse('query.twice', field, { field });
    if (value.includes('\u0000') || !value.isWellFormed()) return refuse('field.not_storable', field, { field });
    if (value.length > 2_000) return refuse('field.too_long', field, { field });
    found[name] = value;
  }
  return found;
}

export type Range = { readonly min: number; readonly max: number; readonly otherwise: number };

export function wholeNumber(query: Query, name: string, { min, max, otherwise }: Range): number | Refusal {
  const text = query[name];
  if (text === undefined) return otherwise;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : refuse('query.out_of_range', name, { field: name, min, max });
}
