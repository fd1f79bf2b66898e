// Puts what was read together to the figures of each process. Pure.

import type { Gap, InForce, Maturity, ProcessFigures, ProcessRow, Responsibility, Role, Separated, Work } from './figures.record.ts';
import { violations } from './raci-matrix.record.ts';

export type Read = {
  readonly processes: readonly ProcessRow[];
  readonly work: ReadonlyMap<string, Work>;
  readonly matrices: readonly InForce[];
  readonly roles: readonly Role[];
  readonly separations: readonly Separated[];
  readonly conflicts: ReadonlyMap<string, number>;
  /** By process, of the practices that keep them. */
  readonly maturities: ReadonlyMap<string, Maturity>;
  readonly measures: ReadonlyMap<string, readonly { readonly id: string; readonly name: string; readonly code: string }[]>;
  readonly allocated: ReadonlyMap<string, number>;
};

export function figuresOf(read: Read): readonly ProcessFigures[] {
  const roles = new Set(read.roles.map(({ id }) => id));
  return read.processes.map((process) => {
    const work = process.records.flatMap((name) => read.work.get(name) ?? []);
    const sum = (key: 'open' | 'late' | 'opened' | 'closed'): number => work.reduce((total, each) => total + each[key], 0);
    const separations = read.separations
      .filter(({ record }) => process.records.includes(record))
      .map(({ id, name, enforced }) => ({ id, name, enforced, conflicts: read.conflicts.get(id) ?? 0 }));
    const { id, code, name, level, state, owner, manager, team } = process;
    return {
      ...{ id, code, name, level, state, owner, manager, team, work, separations },
      ...{ open: sum('open'), late: sum('late'), opened: sum('opened'), closed: sum('closed') },
      conflicts: separations.reduce((total, each) => total + each.conflicts, 0),
      responsibility: responsibilityOf(process, read.matrices, roles),
      maturity: read.maturities.get(code) ?? read.maturities.get(id) ?? null,
      measures: read.measures.get(code) ?? [],
      allocated_minutes: read.allocated.get(id) ?? null,
    };
  });
}

/** How the matrix in force stands against the activities and roles of today. */
export function responsibilityOf(process: Pick<ProcessRow, 'id' | 'activities'>, matrices: readonly InForce[], roles: ReadonlySet<string>): Responsibility {
  const found = matrices.find((each) => each.process === process.id) ?? null;
  const activities = process.activities ?? [];
  const wrong = found ? violations(found.rows, { activities, roles }).length : 0;
  const gap: Gap | null = !activities.length ? 'no_process_activities' : !found ? 'no_matrix' : wrong ? 'violations' : null;
  return { matrix: found?.id ?? null, number: found?.number ?? null, gap, violations: wrong };
}
