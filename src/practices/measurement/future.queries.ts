// Where the figures about tomorrow come from: one select for each formula. Days are days of the house.
import type { Source } from './counting.queries.ts';
import type { FormulaCode } from './names.record.ts';

const day = (at: string): string => `(${at} at time zone a.zone)::date`;
/** The first day of the period, and the first day after it. */
const [first, after] = [day('a.from_at'), day('a.ends_at')];

export const futureSources: Readonly<Partial<Record<FormulaCode, Source>>> = {
  'workforce.future_hours': {
    sql: `select a.period, l.id,
        case when l.level = 'operational' then 0 else greatest(0, s.hours - coalesce((select sum(b.minutes) / 60.0 from borrowing b
          where b.allocation = l.id and b.state = 'owed' and b.borrowed_on >= ${first} and b.borrowed_on < ${after}), 0)) end as num, s.hours as den
      from asked a join allocation l on l.starts_on < ${after} and l.ends_on >= ${first} and l.state <> 'withdrawn'
      cross join lateral (select l.hours::numeric * (least(l.ends_on + 1, ${after}) - greatest(l.starts_on, ${first})) / (l.ends_on + 1 - l.starts_on) as hours) s`,
  },
  'improvement.proven': {
    sql: `select a.period, i.id, coalesce(i.proven, false)::int as num, 1 as den
      from asked a join improvement i on i.measured_at >= a.from_at and i.measured_at < a.to_at and (a.customer is null or i.customer = a.customer)`,
  },
  'process.maturity': {
    sql: `select a.period, m.id, m.score as num, 1 as den from asked a cross join lateral (
      select distinct on (m.process) m.id, m.score from maturity_assessment m where m.state = 'final' and m.score is not null and m.assessed_on < ${after}
      order by m.process, m.assessed_on desc, length(m.id) desc, m.id desc) m`,
  },
};
