// What the rules of services must know first: the graph when composing, the namesakes when naming, the promises when serving or retiring.
import type { Case } from '../../kernel/decide.ts';
import type { Db } from '../../platform/db/types.ts';
import { serviceGraph } from './queries.ts';
import type { ServiceGiven } from './rules.ts';

type The = Omit<Case, 'given'>;

const composing = new Set(['open', 'compose', 'launch', 'retire']);
const naming = new Set(['open', 'edit']);
const promising = new Set(['serve', 'retire']);

export async function gatherService(db: Db, the: The): Promise<ServiceGiven> {
  // One at a time, or two people could each close half of a circle, or each take the same name.
  if (composing.has(the.command) || naming.has(the.command)) await db.query("select pg_advisory_xact_lock(hashtextextended('service', 0))");
  const { services, graph } = composing.has(the.command) ? await serviceGraph(db) : { services: new Map(), graph: {} };
  return {
    services,
    graph,
    namesakes: naming.has(the.command) ? await namesakes(db, the) : [],
    customers: promising.has(the.command) ? await customersOf(db, the.id) : [],
    ...(naming.has(the.command) ? await provision(db, the) : { provider: null, team: null }),
  };
}

async function namesakes(db: Db, { input }: The): Promise<ServiceGiven['namesakes']> {
  const names = [input.code, ...((input.aliases as readonly string[] | null | undefined) ?? [])].filter((each): each is string => typeof each === 'string');
  if (!names.length) return [];
  return db.query('select id, name, array_append(aliases, code) as names from service where code = any($1) or aliases && $1::text[]', [names]);
}

/** The provider and team as they will be. A team that stays is looked at again when the provider changes. */
async function provision(db: Db, { row, input }: The): Promise<Pick<ServiceGiven, 'provider' | 'team'>> {
  const provider = input.provider ?? row?.provider;
  const team = Object.hasOwn(input, 'team') ? input.team : row?.team;
  const [found] = await db.query<{ provider: ServiceGiven['provider']; team: ServiceGiven['team'] }>(
    `select (select jsonb_build_object('name', name, 'open', open) from organisation where id = $1) as provider,
            (select jsonb_build_object('name', name, 'organisation', organisation) from team where id = $2) as team`,
    [(provider as string | undefined) ?? null, (team as string | null | undefined) ?? null],
  );
  // An ended provider bars a new choice, not a correction of the description.
  return { provider: input.provider === undefined ? null : (found?.provider ?? null), team: found?.team ?? null };
}

async function customersOf(db: Db, service: string): Promise<ServiceGiven['customers']> {
  return db.query(
    `select o.id, o.name from organisation o
     where o.id in (select customer from promise where service = $1 and state = 'active') order by length(o.id), o.id`,
    [service],
  );
}
