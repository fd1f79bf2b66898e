// What the rules of cost and risk must know first: who is named in a model, its cost lines, and how much risk the house may accept.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { CostLineGiven } from './cost-line.rules.ts';
import type { CostModelGiven } from './cost-model.rules.ts';
import type { CostDriver, CostPool } from './cost-shapes.ts';
import { here } from './gather.ts';
import { ownerOf } from './plan.ts';
import { lineSums } from './register.queries.ts';
import type { RiskGiven } from './risk.rules.ts';
import type { RiskAppetiteGiven } from './risk-appetite.rules.ts';

type The = Omit<Case, 'given'>;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const one = <T>([found]: readonly T[]): T => {
  if (found === undefined) throw new Error('a select without a from answers one row');
  return found;
};

export async function gatherCostModel(db: Db, the: The): Promise<CostModelGiven> {
  const { input, row, id } = the;
  const found = one(
    await db.query<Pick<CostModelGiven, 'house' | 'today' | 'owner_of' | 'like'> & Row>(
      `select ${here(1)}, (select organisation from person where id = $2) as owner_of,
         (select jsonb_build_object('method', method, 'pools', pools, 'departments', departments, 'drivers', drivers, 'currency', currency)
            from cost_model where id = $3) as like`,
      [the.now, ownerOf(the), text(input.like)],
    ),
  );
  // Nobody enters a line while the sums of a run are taken.
  if (the.command === 'run') await db.query("select pg_advisory_xact_lock(hashtextextended('cost_line', 0))");
  const line_sums = the.command === 'run' ? await lineSums(db, id) : [];
  const pools = (input.pools ?? row?.pools ?? found.like?.pools ?? []) as readonly CostPool[];
  const drivers = (input.drivers ?? row?.drivers ?? found.like?.drivers ?? []) as readonly CostDriver[];
  const named = [...new Set([...pools.map((each) => each.to), ...drivers.flatMap((each) => [each.from, each.to])])].filter((each) => /^(SVC|ORG)-/.test(each));
  const names = named.length
    ? await db.query<{ id: string; name: string }>(
        'select id, name from service where id = any($1) union all select id, name from organisation where id = any($1)',
        [named],
      )
    : [];
  return { ...found, names: new Map(names.map((each) => [each.id, each.name])), line_sums };
}

export async function gatherCostLine(db: Db, { input, row }: The): Promise<CostLineGiven> {
  await db.query("select pg_advisory_xact_lock_shared(hashtextextended('cost_line', 0))");
  const [model] = await db.query<NonNullable<CostLineGiven['model']> & Row>('select id, name, state, pools from cost_model where id = $1', [
    text(input.model) ?? text(row?.model),
  ]);
  return { model: model ?? null };
}

export async function gatherRisk(db: Db, { input, now }: The): Promise<RiskGiven> {
  return one(
    await db.query<RiskGiven & Row>(
      `select ${here(1)}, (select organisation from person where id = $2) as owner_of, (select organisation from team where id = $3) as team_of,
         (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'customer', customer, 'service', service, 'most', most) order by id), '[]')
            from risk_appetite where open) as appetites`,
      [now, text(input.owner), text(input.team)],
    ),
  );
}

export async function gatherRiskAppetite(db: Db, { command, input }: The): Promise<RiskAppetiteGiven> {
  if (command !== 'open') return { other: null };
  await db.query("select pg_advisory_xact_lock(hashtextextended('risk_appetite', 0))");
  const [other] = await db.query<{ id: string; name: string }>(
    'select id, name from risk_appetite where open and customer is not distinct from $1 and service is not distinct from $2 limit 1',
    [text(input.customer), text(input.service)],
  );
  return { other: other ?? null };
}
