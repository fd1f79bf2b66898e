// What the rules of a dispute must know first: the ledger it is about as its journal tells it, and who else contests that time.
import { roundTheClock } from '../../calculus/calendar.ts';
import { ledger } from '../../calculus/ledger.ts';
import { custodyMarks, endOf } from '../../kernel/custody.ts';
import { type Case, partiesOf } from '../../kernel/decide.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Definition } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { incident } from '../incident/record.ts';
import { workOrder } from '../work-order/record.ts';
import type { DisputeGiven } from './rules.ts';

/** Records whose time can be contested. That the actor may see the one named was checked before. */
const contestable: readonly Definition[] = [incident, workOrder];

type Known = Row & Pick<DisputeGiven, 'house' | 'unsettled'> & { readonly facts: readonly (Row & Fact)[] };

export async function gatherDispute(db: Db, { command, input, now }: Omit<Case, 'given'>): Promise<DisputeGiven> {
  const about = command === 'open' && typeof input.about === 'string' ? input.about : null;
  const [known] = await db.query<Known>(
    `select (select value #>> '{}' from setting where key = 'house') as house,
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'starts_at', starts_at, 'ends_at', ends_at) order by id), '[]')
          from dispute where about = $1 and open) as unsettled,
       (select coalesce(jsonb_agg(jsonb_build_object('record', record, 'record_id', record_id, 'version', version, 'at', at, 'changes', changes) order by version), '[]')
          from journal where record_id = $1) as facts`,
    [about],
  );
  if (!known) throw new Error('a select without a from answers one row');
  const { house, unsettled, facts } = known;
  const definition = contestable.find((each) => each.name === facts[0]?.record);
  if (!definition) return { house, unsettled, stretches: null, parties: [] };
  const { marks, row } = custodyMarks(definition, facts);
  const { intervals } = ledger({ marks, end: endOf(definition, row), now: Date.parse(now), calendar: roundTheClock });
  const outside = [...partiesOf(definition, row ?? {}, 'customer'), ...partiesOf(definition, row ?? {}, 'supplier')];
  return { house, unsettled, stretches: intervals, parties: [...new Set([...intervals.map((each) => each.party), ...outside])] };
}
