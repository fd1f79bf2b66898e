// A record's journal told again under other terms, or with a supplier's stretches as another supplier would have had them. Pure: nothing is written.
import { addWorking, type Calendar } from '../../calculus/calendar.ts';
import type { Terms } from '../../calculus/terms.ts';
import { apply, type Fact } from '../../kernel/fact.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { advance, type Running } from './clockwork.ts';

/** A fact as far as clocks depend on it; `terms` are those that hold from it on, undefined when it says nothing of them. */
export type Told = Pick<Fact, 'record_id' | 'version' | 'fact' | 'at' | 'changes' | 'params'> & { readonly terms: readonly Terms[] | undefined };

/** What another supplier's promise allows by priority: minutes in its own hours. Null: nothing is promised there, so the stretch stays as it was. */
export type Allowance = {
  readonly calendar: Calendar;
  readonly minutes: (priority: unknown) => number | null;
  readonly instead_of: (party: string) => boolean;
};

export type Retelling = {
  readonly definition: Definition;
  readonly facts: readonly Told[];
  /** The terms in place of those that held, given the row after the fact; absent: as they were. */
  readonly alter?: ((terms: readonly Terms[], row: AnyRow) => readonly Terms[]) | undefined;
  readonly supplier?: Allowance | undefined;
};

/** The clocks after the last fact. Without `alter` and `supplier` they are exactly the stored ones: it is the same fold. */
export function replay({ definition, facts, alter, supplier }: Retelling): Running[] {
  let row: AnyRow | null = null;
  let clocks: Running[] = [];
  let said: readonly Terms[] | undefined;
  const moved = supplier ? mover(definition, supplier) : (fact: Told) => Date.parse(fact.at);
  for (const fact of facts) {
    const before: AnyRow | null = row;
    row = apply(definition, row, fact);
    if (fact.terms) said = fact.terms;
    // Terms that stayed the same were not said again, but other targets may depend on the priority that changed.
    const asked = fact.terms ?? (alter && before && before.priority !== row.priority ? said : undefined);
    const terms = asked && alter ? alter(asked, row) : asked;
    clocks = advance({ definition, row, fact: fact.fact, params: fact.params, at: moved(fact, row), clocks, terms }).clocks;
  }
  return clocks;
}

/**
 * When each fact would have happened: the other supplier has the work for as long as its promise allows, from the same moment on,
 * and whatever came later comes earlier or later by the same wall-clock time. What happened within the stretch stays within it.
 */
function mover(definition: Definition, { calendar, minutes, instead_of }: Allowance): (fact: Told, row: AnyRow) => number {
  const party = definition.custody?.party;
  let shift = 0;
  let stretch: { readonly party: string; readonly end: number } | null = null;
  return (fact, row) => {
    const raw = Date.parse(fact.at) + shift;
    const holder = party ? String(row[party] ?? '') : '';
    let at = raw;
    if (stretch && holder === stretch.party) at = Math.min(raw, stretch.end);
    else if (stretch) {
      shift += stretch.end - raw;
      at = stretch.end;
      stretch = null;
    }
    if (!stretch && instead_of(holder)) {
      const allowed = minutes(row.priority);
      const end = allowed === null ? null : addWorking(calendar, at, allowed * 60_000);
      if (end !== null) stretch = { party: holder, end };
    }
    return at;
  };
}
