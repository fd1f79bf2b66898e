// Answers what signing in must know, from the records of the organisation practice; the identity room names no practice itself.
import type { Ask } from '../kernel/practice.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { roles as allRoles, asSystem, type Role } from '../kernel/scope.ts';
import type { Language } from '../kernel/text.ts';
import type { Directory, FirstAdministrator, Named, Persona, Standing } from '../platform/auth/directory.ts';
import { type House, setSetting, settings } from '../platform/house.ts';
import { perform } from '../platform/journal/perform.ts';
import { standardConfiguration } from '../practices/configuration/standard.ts';
import { standardIncident } from '../practices/incident/standard.ts';
import { persons } from './demo/cast.ts';
import { seedDemo } from './demo/demo.ts';

type Membership = { person: string; organisation: string; organisation_name: string; team: string | null; team_name: string | null; role: string };
type Someone = { id: string; name: string; email: string | null; language: Language | null; zone: string | null; state: string; organisation: string };

export function directoryOf(house: House): Directory {
  return {
    standings: (ids) => standings(house, ids),
    personByEmail: async (email) =>
      (await house.db.query<{ id: string }>('select id from person where lower(email) = lower($1) order by id limit 1', [email]))[0]?.id ?? null,
    nameOf: async (organisation) => (await house.db.query<{ name: string }>('select name from organisation where id = $1', [organisation]))[0]?.name ?? null,
    personas: () => personas(house),
    found: (first) => found(house, first),
    watches: ['person', 'membership', 'organisation', 'team'],
  };
}

async function standings(house: House, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const { house: integrator } = await settings(house);
  const rows = await house.db.query<Someone & { memberships: Membership[] | null }>(
    `select p.id, p.name, p.email, p.language, p.zone, p.state, p.organisation,
       (select json_agg(json_build_object('organisation', m.organisation, 'organisation_name', o.name, 'team', m.team, 'team_name', t.name, 'role', m.role) order by m.id)
        from membership m join organisation o on o.id = m.organisation left join team t on t.id = m.team where m.person = p.id and m.open and o.open) as memberships
     from person p where p.id = any($1)`,
    [[...ids]],
  );
  return new Map(rows.map((row) => [row.id, standing(row, row.memberships ?? [], integrator)]));
}

/** Someone stands on one side at a time: with the integrator when they work there, else as a customer, else as a supplier. */
function standing(row: Someone, memberships: readonly Membership[], integrator: string | null): Standing {
  const sideOf = (each: Membership): Standing['side'] =>
    each.role.startsWith('customer') ? 'customer' : each.role.startsWith('supplier') ? 'supplier' : 'integrator';
  const sides = new Set(memberships.filter((each) => sideOf(each) !== 'integrator' || each.organisation === integrator).map(sideOf));
  const side = (['integrator', 'customer', 'supplier'] as const).find((each) => sides.has(each)) ?? 'customer';
  const own = memberships.filter((each) => sideOf(each) === side && (side !== 'integrator' || each.organisation === integrator));
  const first = own.find((each) => each.organisation === row.organisation) ?? own[0];
  const teams = new Map<string, Named>(own.flatMap((each) => (each.team && each.team_name ? [[each.team, { id: each.team, name: each.team_name }]] : [])));
  return {
    person: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    zone: row.zone,
    disabled: row.state !== 'active' || own.length === 0,
    side,
    organisation: first ? { id: first.organisation, name: first.organisation_name } : null,
    parties: [...new Set(own.map((each) => each.organisation))],
    teams: [...teams.values()],
    roles: [...new Set(own.map((each) => each.role))].filter((role): role is Role => (allRoles as readonly string[]).includes(role)),
  };
}

/** The people of the demo world that a newcomer may step into. */
async function personas(house: House): Promise<Persona[]> {
  const shown = persons.filter((each) => 'persona' in each && each.persona).map((each) => each.name);
  const rows = await house.db.query<{ id: string; name: string; role: string; organisation: string }>(
    `select p.id, p.name, m.role, o.name as organisation from person p join membership m on m.person = p.id and m.open join organisation o on o.id = m.organisation
     where p.open and p.name = any($1) order by array_position($1, p.name), m.id`,
    [shown],
  );
  const sideOf = (role: string): Persona['side'] => (role.startsWith('customer') ? 'customer' : role.startsWith('supplier') ? 'supplier' : 'integrator');
  const once = new Map<string, Persona>();
  for (const row of rows)
    if (!once.has(row.id)) once.set(row.id, { person: row.id, name: row.name, role: row.role, organisation: row.organisation, side: sideOf(row.role) });
  return [...once.values()];
}

/** The first administrator: makes the integrator, the person and their role, or walks into the demo world with that role. */
async function found(house: House, first: FirstAdministrator): Promise<{ person: string } | Refusal> {
  if (first.world === 'demo') await seedDemo(house, { seed: 1, now: house.clock.now() });
  await setSetting(house, 'language', first.language);
  await setSetting(house, 'zone', first.zone);
  const ask = async (asked: Ask): Promise<string | Refusal> => {
    const outcome = await perform(house, { ...asked, id: house.chance.uuid(), actor: asSystem('the first administrator'), channel: 'web' });
    return isRefusal(outcome) ? outcome : outcome.row.id;
  };
  const open = (record: string, input: Ask['input']): Promise<string | Refusal> => ask({ record, command: 'open', target: null, input });
  const existing = (await settings(house)).house;
  const organisation =
    existing ?? (await open('organisation', { name: first.organisation, code: slug(first.organisation), language: first.language, zone: first.zone }));
  if (typeof organisation !== 'string') return organisation;
  if (!existing) {
    await setSetting(house, 'house', organisation);
    for (const each of [...standardIncident, ...standardConfiguration]) await ask(each);
  }
  const person = await open('person', { name: first.name, email: first.email, organisation, language: first.language, zone: first.zone });
  if (typeof person !== 'string') return person;
  const membership = await open('membership', { person, organisation, role: 'administrator' });
  return typeof membership === 'string' ? { person } : membership;
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return plain || 'house';
}
