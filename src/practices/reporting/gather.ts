// What the rules of a report must know first: the month it is about, and its figures as they are now.
import { daysOf, periodOf } from '../../calculus/period.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Gather } from '../../kernel/practice.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { Db } from '../../platform/db/types.ts';
import { figuresOf } from './figures.ts';
import { type LedgersOf, sourcesOf } from './queries.ts';
import type { ReportGiven } from './rules.ts';

const computing = new Set(['freeze', 'correct']);

export function gatherReport(ledgersOf: LedgersOf): Gather<Db, ReportGiven> {
  return async (db: Db, the: Omit<Case, 'given'>) => {
    const text = (field: string): string => String(the.input[field] ?? the.row?.[field] ?? '');
    const customer = text('customer');
    const period = text('period_from').slice(0, 7);
    const days = daysOf(period);
    const [world] = await db.query<{ house: string | null; zone: string | null; name: string | null; promised: boolean }>(
      `select (select value #>> '{}' from setting where key = 'house') as house, (select value #>> '{}' from setting where key = 'zone') as zone,
         (select name from organisation where id = $1) as name,
         exists (select 1 from promise where customer = $1 and provider = (select value #>> '{}' from setting where key = 'house') and provider <> customer
           and state <> 'draft' and coalesce(valid_from, '-infinity') <= $3::date and coalesce(valid_to, 'infinity') >= $2::date) as promised`,
      [customer, days.first, days.last],
    );
    const zone = world?.zone ?? 'Europe/Amsterdam';
    const window = periodOf(period, zone);
    const now = Date.parse(the.now);
    const asking = { actor: asSystem('figures of a report'), period, zone, now, customer, service: null, house: world?.house ?? '' };
    const isOver = now >= window.to;
    return {
      customer_name: world?.name ?? customer,
      period,
      days,
      begins: new Date(window.from).toISOString(),
      ends: new Date(window.to).toISOString(),
      promised: world?.promised ?? false,
      figures: computing.has(the.command) && isOver ? figuresOf(await sourcesOf(db, asking, ledgersOf)) : null,
    };
  };
}
