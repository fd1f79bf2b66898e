// What the rules of an incident must know first, and the promises that apply to it: two queries, whatever the incident.
import { type Promised, selectTerms, type Terms } from '../../calculus/terms.ts';
import type { Case } from '../../kernel/decide.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Db, Row, Statement } from '../../platform/db/types.ts';
import { type Classified, type Computed, classifies, classify, type IncidentGiven, type IncidentRow } from './classify.ts';
import { sentBackTo, takingTeam } from './custody.ts';
import type { Felt } from './fields.ts';
import { impactOn, worst } from './impact.ts';
import { incident } from './record.ts';

type The = Omit<Case, 'given'>;
type World = IncidentGiven & { readonly customer_reasons: readonly string[] };

type Given = IncidentGiven & { readonly terms?: readonly Terms[] };
/** What the failure of an item is felt like, beside what else fails: every customer and service outside the house. `except` is an incident not to count. */
export type FeltOf = (db: Db, the: { readonly item: string; readonly except: string }) => Promise<readonly Felt[]>;

const reckons: ReadonlySet<string> = new Set(['open', 'name_item', 'follow_impact']);

export function gatherIncident(feltOf: FeltOf): (db: Db, the: The) => Promise<Given> {
  return async (db, the) => {
    const item = text(the.input.item) ?? (the.row as IncidentRow | null)?.item ?? null;
    // An alarm brings what it means along.
    const asked = item !== null && reckons.has(the.command) && !the.input.fan_out;
    return gathered(db, the, asked ? await feltOf(db, { item, except: the.id }) : null);
  };
}

async function gathered(db: Db, the: The, felt: readonly Felt[] | null): Promise<Given> {
  const own = the.row as IncidentRow | null;
  const likely = text(the.input.service) ?? own?.service ?? null;
  const [found, known = []] = await db.batch([worldOf(the, own, likely), ...(classifies(the.command) && likely ? [promisesFor([likely])] : [])]);
  const read = found?.[0]?.world as World | undefined;
  if (!read) throw new Error('a select without a from answers one row');
  const world = felt ? { ...read, computed: computedFrom(felt, read) } : read;
  const after = classify(the, world);
  if (after === null || isRefusal(after) || !world.house) return world;
  const services = new Map([after.service, ...(after.fan_out ?? []).map((each) => each.service)].map((id) => [id, id === after.service ? 0 : 1]));
  const further = [...services.keys()].filter((id) => id !== likely);
  const [others = []] = further.length ? await db.batch([promisesFor(further)]) : [];
  const promises = [...known, ...others] as (Row & Promised)[];
  return { ...world, terms: termsFor({ the, after, world, house: world.house, promises, services }) };
}

/** As `assess` reckons it for an alarm: the worst that is felt, by how much the service matters and to how many. */
function computedFrom(fan_out: readonly Felt[], { service }: World): Computed {
  const effect = worst(fan_out.map((each) => each.effect));
  const customers = new Set(fan_out.map((each) => each.customer)).size;
  return { effect, impact: impactOn({ effect, criticality: service?.criticality ?? 'medium', customers }), fan_out };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function worldOf({ input, actor }: The, own: IncidentRow | null, service: string | null): Statement {
  const team = text(input.team) ?? (input.agent ? (own?.team ?? null) : null);
  const reason = text(input.waiting_reason) ?? text(input.reason) ?? own?.waiting_reason ?? null;
  return {
    sql: `select jsonb_build_object(
       'house', (select value #>> '{}' from setting where key = 'house'),
       'reopen_window_days', coalesce((select (value #>> '{}')::integer from setting where key = 'reopen_window_days'), 14),
       'swarm_after', coalesce((select (value #>> '{}')::integer from setting where key = 'swarm_after'), 2),
       'matrix', (select coalesce(jsonb_agg(jsonb_build_object('impact', impact, 'urgency', urgency, 'priority', priority)), '[]') from priority_rule where open),
       'service', (select jsonb_build_object('id', id, 'name', name, 'provider', provider, 'team', team, 'criticality', criticality, 'customers', customers)
          from service where id = $1),
       'house_team', (select t.id from team t where t.open and t.organisation = (select value #>> '{}' from setting where key = 'house')
          order by length(t.id), t.id limit 1),
       'team', (select jsonb_build_object('id', id, 'organisation', organisation) from team where id = $2 and open),
       'member', exists (select 1 from membership where open and person = $3 and team = $2),
       'reason', (select jsonb_build_object('id', id, 'kind', kind, 'waits_on', waits_on, 'open', open) from reason where id = $4),
       'known_error', (select jsonb_build_object('state', state, 'workaround', workaround, 'problem', problem) from known_error where id = $6),
       'parent', (select jsonb_build_object('id', id, 'open', open, 'state', state, 'affected_customers', affected_customers) from incident where id = $5),
       'customer_reasons', (select coalesce(jsonb_agg(id), '[]') from reason where waits_on = 'customer')
     ) as world`,
    params: [service, team, text(input.agent) ?? actor.person, reason, text(input.parent), text(input.known_error)],
  };
}

/** What the house promises about these services. */
function promisesFor(services: readonly string[]): Statement {
  return {
    sql: `select p.id, p.service, p.provider, p.customer, p.team, p.metric, p.targets, p.pauses, p.valid_from, p.valid_to, p.escalation, h.hours as calendar
     from promise p join promise_hours h on h.promise = p.id
     where p.state = 'active' and p.service = any($1) and p.provider = (select value #>> '{}' from setting where key = 'house') and p.metric = any($2)`,
    params: [services, Object.values(incident.clocks).map((each) => each.metric)],
  };
}

type Looking = {
  readonly the: The;
  readonly after: Classified;
  readonly world: World;
  readonly house: string;
  readonly promises: readonly Promised[];
  readonly services: ReadonlyMap<string, number>;
};

/** Promises of the house to every customer it hurts, and to itself: the nearest service for each, the incident's own first. */
function termsFor({ the, after, world, house, promises, services }: Looking): readonly Terms[] {
  const { terms } = selectTerms({
    clocks: incident.clocks,
    promises,
    services,
    customers: after.affected_customers.filter((each) => each !== house),
    providers: [house],
    team: teamAfter(the, after, world),
    priority: after.priority,
    house,
    at: the.at,
  });
  return terms.map((each) => (each.side === 'customer' && each.customer !== after.customer ? notPausedBy(each, world.customer_reasons) : each));
}

/** The team that has the work after the command: its promise is the one that counts inside the house. */
function teamAfter({ command, input, actor, row }: The, after: Classified, world: World): string {
  const own = row as IncidentRow | null;
  if (!own || command === 'reopen') return after.owner_team;
  if (command === 'take') return takingTeam(own, actor) ?? own.team;
  if (command === 'decline') return sentBackTo(own, world);
  return (input.team as string | null | undefined) ?? own.team;
}

/** Waiting on a customer is always waiting on the one that leads: the clocks of the others run on. */
const notPausedBy = (terms: Terms, reasons: readonly string[]): Terms => ({ ...terms, pauses: terms.pauses.filter((each) => !reasons.includes(each)) });
