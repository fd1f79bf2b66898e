// A NetBox dump as entries that can be looked up by kind and number; what is no object at all is a problem of its own.

export type Entry = {
  /** Place in the dump, from 0. */
  readonly position: number;
  readonly model: string;
  readonly pk: string | number | null;
  /** model:pk, by which the source knows it for ever. */
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
};
export type ProblemCode = 'no_object' | 'twice' | 'no_name' | 'dangling' | 'wrong_value' | 'too_long';
/** Why an object could not be taken; `value` is what it was about. */
export type Problem = { readonly position: number; readonly model: string; readonly pk: string; readonly problem: ProblemCode; readonly value: string };
export type Dump = {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly get: (model: string, pk: unknown) => Entry | null;
  readonly all: (model: string) => readonly Entry[];
};
export type Note = (entry: Entry, problem: ProblemCode, value: string) => void;

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export function entriesOf(content: readonly unknown[]): Dump {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const byKey = new Map<string, Entry>();
  const byModel = new Map<string, Entry[]>();
  content.forEach((each, position) => {
    const model = isPlain(each) && typeof each.model === 'string' ? each.model.slice(0, 100) : '';
    if (!isPlain(each) || !/^[a-z_]+\.[a-z_]+$/.test(model) || !isPlain(each.fields)) {
      problems.push({ position, model: model || '–', pk: '–', problem: 'no_object', value: JSON.stringify(each ?? null).slice(0, 120) });
      return;
    }
    // Objects of NetBox's own administration are dumped by natural key and have no number.
    const pk = typeof each.pk === 'number' || typeof each.pk === 'string' ? each.pk : null;
    const key = `${model}:${pk ?? `#${position}`}`.slice(0, 200);
    if (byKey.has(key)) {
      problems.push({ position, model, pk: String(pk), problem: 'twice', value: key });
      return;
    }
    const entry = { position, model, pk, key, fields: each.fields };
    entries.push(entry);
    byKey.set(key, entry);
    const same = byModel.get(model);
    if (same) same.push(entry);
    else byModel.set(model, [entry]);
  });
  return {
    entries,
    problems,
    get: (model, pk) => (typeof pk === 'number' || typeof pk === 'string' ? (byKey.get(`${model}:${pk}`) ?? null) : null),
    all: (model) => byModel.get(model) ?? [],
  };
}

/** The text in a field, trimmed; null when there is none. */
export function textIn(entry: Entry | null, field: string): string | null {
  const value = entry?.fields[field];
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? null : text;
}

/** The whole number in a field, also when it is written as text ("8.0"); null when there is none. */
export function wholeIn(entry: Entry, field: string): number | null {
  const value = entry.fields[field];
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? Math.round(number) : null;
}
