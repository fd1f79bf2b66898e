// What the rules of organisations, sites, teams, people and roles must know first: a few small reads in the command's transaction.
import type { Case } from '../../kernel/decide.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Db } from '../../platform/db/types.ts';
import type { MembershipGiven } from './membership.rules.ts';
import type { PersonGiven } from './person.rules.ts';
import type { OrganisationGiven } from './rules.ts';
import type { SiteGiven } from './site.rules.ts';
import type { TeamGiven } from './team.rules.ts';

type The = Omit<Case, 'given'>;
type Wanted = { name: string; organisation: string; open: boolean };

export async function gatherOrganisation(db: Db, the: The): Promise<OrganisationGiven> {
  const parent = the.input.parent;
  const above = typeof parent === 'string' ? await ancestors(db, parent) : [];
  return { house: the.command === 'end' ? await houseOf(db) : null, above };
}

export async function gatherSite(db: Db, the: The): Promise<SiteGiven> {
  return { organisation: await organisationOf(db, the) };
}

export async function gatherTeam(db: Db, the: The): Promise<TeamGiven> {
  const lead = await one(db, 'select name, organisation, open from person where id = $1', the.input.lead);
  const members = the.command === 'end' ? await count(db, 'select count(*) as n from membership where open and team = $1', [the.id]) : 0;
  return { organisation: await organisationOf(db, the), lead, members };
}

export async function gatherPerson(db: Db, the: The): Promise<PersonGiven> {
  const site = await one(db, 'select name, organisation, open from site where id = $1', the.input.site);
  const administrators = the.command === 'leave' ? await administratorsOf(db) : [];
  return {
    organisation: await organisationOf(db, the),
    site,
    is_administrator: administrators.includes(the.id),
    other_administrators: administrators.filter((id) => id !== the.id).length,
  };
}

export async function gatherMembership(db: Db, the: The): Promise<MembershipGiven> {
  const person = the.row?.person ?? the.input.person;
  const others = the.command === 'end' ? (await administratorsOf(db)).filter((id) => id !== person) : [];
  return {
    house: await houseOf(db),
    organisation: await organisationOf(db, the),
    person: await one(db, 'select name, organisation, open from person where id = $1', person),
    team: await one(db, 'select name, organisation, open from team where id = $1', the.row?.team ?? the.input.team),
    other_administrators: others.length,
  };
}

/** The roles that the person of a fact still holds, for the reaction that ends them. */
export async function rolesOf(db: Db, fact: Fact): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>('select id from membership where open and person = $1 order by id', [fact.record_id]);
  return rows.map((row) => row.id);
}

async function organisationOf(db: Db, { row, input }: The): Promise<Wanted | null> {
  return one(db, 'select name, id as organisation, open from organisation where id = $1', row?.organisation ?? input.organisation);
}

async function houseOf(db: Db): Promise<string | null> {
  const [found] = await db.query<{ house: string }>("select value #>> '{}' as house from setting where key = 'house'");
  return found?.house ?? null;
}

/** People who can administer the installation now. Locked, so that the last two cannot leave at the same moment. */
async function administratorsOf(db: Db): Promise<string[]> {
  await db.query("select pg_advisory_xact_lock(hashtextextended('administrators', 0))");
  const rows = await db.query<{ person: string }>(
    `select distinct m.person from membership m join person p on p.id = m.person
     where m.open and p.open and m.role = 'administrator' and m.organisation = (select value #>> '{}' from setting where key = 'house')`,
  );
  return rows.map((row) => row.person);
}

/** The organisation and everything above it. `union` ends the walk even if the data held a circle. */
async function ancestors(db: Db, id: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `with recursive above (id, parent) as (
       select id, parent from organisation where id = $1
       union select o.id, o.parent from organisation o join above a on o.id = a.parent
     ) select id from above`,
    [id],
  );
  return rows.map((row) => row.id);
}

async function one(db: Db, sql: string, id: unknown): Promise<Wanted | null> {
  if (typeof id !== 'string') return null;
  const [found] = await db.query<Wanted>(sql, [id]);
  return found ?? null;
}

async function count(db: Db, sql: string, params: readonly string[]): Promise<number> {
  const [found] = await db.query<{ n: number }>(sql, params);
  return Number(found?.n ?? 0);
}
