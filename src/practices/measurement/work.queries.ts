// Where the figures about changes, problems, disputes and the configuration come from: one select for each formula.
import type { Source } from './counting.queries.ts';
import type { FormulaCode } from './names.record.ts';

/** When the work of a change was done; one that was backed out may never have been implemented. */
const doneAt = 'coalesce(c.implemented_at, case when c.outcome is not null then c.started_at end)';
const changes = `asked a join change c on ${doneAt} >= a.from_at and ${doneAt} < a.to_at
  and (a.customer is null or c.affected_customers && array[a.customer]) and (a.service is null or c.services && array[a.service])`;
const ofChange = (num: string): string => `select a.period, c.id, (${num})::int as num, 1 as den from ${changes}`;

export const workSources: Readonly<Partial<Record<FormulaCode, Source>>> = {
  'change.success': {
    about: ['change'],
    sql: `${ofChange("c.outcome = 'success' and c.within_window is not false and c.incidents = '{}'")} where c.outcome is not null`,
  },
  'change.failed': { about: ['change'], sql: `${ofChange("c.outcome in ('failed', 'backed_out')")} where c.outcome is not null` },
  'change.emergency': { about: ['change'], sql: ofChange("c.type = 'emergency'") },
  'problem.old': {
    sql: `select a.period, p.id, 1 as num, 1 as den from asked a join problem p on p.opened_at <= a.to_at - interval '90 days'
      and coalesce(p.closed_at, 'infinity') >= a.to_at and (a.service is null or p.service = a.service)`,
  },
  'problem.recurrence': {
    about: ['began'],
    sql: `select a.period, i.id, 1 as num, 1 as den from asked a join incident i on i.started_at >= a.from_at and i.started_at < a.to_at
      and (a.customer is null or i.affected_customers && array[a.customer]) and (a.service is null or i.service = a.service)
      where exists (select 1 from problem p where p.incidents && array[i.id] and p.fixed_at < i.started_at and coalesce(p.verify_until, 'infinity') > i.started_at)`,
  },
  'dispute.open': {
    sql: `select a.period, d.id, 1 as num, 1 as den from asked a join dispute d on d.opened_at < a.to_at and coalesce(d.closed_at, 'infinity') >= a.to_at`,
  },
  'configuration.accuracy': {
    sql: `select a.period, v.id, coalesce(v.matching, 0) as num, coalesce(v.checked, 0) as den from asked a
      join verification v on v.compared_at >= a.from_at and v.compared_at < a.to_at`,
  },
};
