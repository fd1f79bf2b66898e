// The structural side of the demo world: problems behind its incidents, in every stage from a first guess to proof.
import type { Input } from '../../kernel/command.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { PersonCode } from './cast.ts';
import type { Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 3_600_000;
const day = 24 * hour;
const iso = (at: number): string => new Date(at).toISOString();

/** The steps of problems in a history that ends at `now`. */
export function problems(now: number): Step[] {
  return [...diggingWorks(now), ...certificate(now), ...blackScreen(now), ...vpn(now), ...storage(now), ...sync(now)];
}

type Of = { readonly who: PersonCode; readonly at: number };

/** One problem on the stage: registered at its time, then told what to do, each step at its own moment. */
function told(open: Of & { readonly input: (stage: Stage) => Promise<Input> }) {
  let row: AnyRow | null = null;
  const steps: Step[] = [
    {
      at: open.at,
      run: async (stage) => {
        row = await stage.tryAct(open.who, 'problem', 'open', { input: await open.input(stage) });
      },
    },
  ];
  const step = ({ who, at }: Of, command: string, input: (stage: Stage) => Input = () => ({})): void => {
    steps.push({ at, run: async (stage) => void (row && (await stage.tryAct(who, 'problem', command, { target: row.id, input: input(stage) }))) });
  };
  return { steps, step, id: (): string | null => row?.id ?? null };
}

/** Incidents of the demo world with this failing part, or these words in their title, oldest first. */
async function incidentsOf(stage: Stage, { part, words, since }: { part?: string; words?: string; since: number }): Promise<string[]> {
  const rows = await stage.house.db.query<{ id: string }>(
    `select id from incident where started_at >= $1 and state <> 'cancelled' and ($2::text is null or part = $2) and ($3::text is null or title ilike $3)
     order by started_at, id limit 60`,
    [iso(since), part ? stage.id(`service.${part}`) : null, words ? `%${words}%` : null],
  );
  return rows.map((each) => each.id);
}

/** Being investigated with the supplier: the line that is dug through again and again. */
function diggingWorks(now: number): Step[] {
  const start = now - 20 * day;
  const { steps, step } = told({
    who: 'chloe',
    at: start,
    input: async (stage) => ({
      title: 'Line A is broken by digging works again and again',
      description: 'Fibre cut near Assen, every few weeks; the other line carries the traffic meanwhile.',
      symptoms: 'Line A down, no carrier. Verbinding traag of weg tot het verkeer over de andere lijn loopt.',
      service: stage.id('service.line-a'),
      services: [stage.id('service.workplace')],
      supplier: stage.id('organisation.noordlijn'),
      incidents: await incidentsOf(stage, { part: 'line-a', since: now - 300 * day }),
      priority: 2,
      matches: '"line a" or lijn',
      team: stage.id('team.network'),
    }),
  });
  step({ who: 'chloe', at: start + hour }, 'take');
  step({ who: 'eva', at: start + 2 * hour }, 'set_team', (stage) => ({
    team_parties: [stage.id('organisation.noordlijn')],
    members: [stage.id('person.lbraun'), stage.id('person.chloe')],
    briefing: 'We want to know why this line is hit so often, and what can be done before the next works.',
  }));
  step({ who: 'chloe', at: start + 3 * hour }, 'propose', () => ({ what: 'The route is not registered with the land registry for digging works' }));
  step({ who: 'lbraun', at: start + 20 * hour }, 'propose', () => ({ what: 'The cable lies shallower than drawn near the ring road' }));
  step({ who: 'chloe', at: start + 3 * day }, 'propose', () => ({ what: 'Rodents' }));
  step({ who: 'chloe', at: start + 4 * day }, 'refute', () => ({
    hypothesis: 'H3',
    evidence: 'Every splice report names a digger; none names damage by animals.',
  }));
  step({ who: 'chloe', at: start + 5 * day }, 'support', () => ({
    hypothesis: 'H1',
    evidence: 'Of the last five works, three had a reply from the registry that did not name our cable.',
  }));
  step({ who: 'chloe', at: start + 6 * day }, 'ask_why', () => ({
    whys: [
      { id: 'W1', of: null, because: 'a digger cuts the fibre', root: false },
      { id: 'W2', of: 'W1', because: 'the crew did not know that it lies there', root: false },
      { id: 'W3', of: 'W2', because: 'the answer of the registry did not name it', root: false },
      { id: 'W4', of: 'W3', because: 'the route was moved in 2023 and the new drawing was never sent in', root: true },
      { id: 'W5', of: 'W1', because: 'it lies at 40 cm near the ring road instead of 80 cm', root: true },
    ],
  }));
  step({ who: 'chloe', at: start + 7 * day }, 'draw_fishbone', () => ({
    fishbone: [
      { category: 'process', cause: 'Moves of cables are not reported to the registry', counts: true },
      { category: 'process', cause: 'No check of registry answers against our own drawings', counts: true },
      { category: 'supplier', cause: 'Drawings are handed over once a year', counts: true },
      { category: 'environment', cause: 'Much building along the ring road this year', counts: true },
      { category: 'technology', cause: 'Both lines share the duct for the last 300 m', counts: false },
      { category: 'measurement', cause: 'Depth was last measured in 2014', counts: true },
      { category: 'people', cause: 'One person keeps the drawings', counts: false },
    ],
  }));
  step({ who: 'chloe', at: start + 8 * day }, 'conclude', () => ({
    root_cause: 'The route was moved in 2023, and the registry still has the old drawing.',
    factors: ['Shallow near the ring road', 'Drawings exchanged once a year'],
  }));
  return steps;
}

/** A certificate that expired: known, repaired, and now being watched. */
function certificate(now: number): Step[] {
  const start = now - 75 * day;
  const { steps, step } = told({
    who: 'eva',
    at: start,
    input: async (stage) => ({
      title: 'Signing in fails when a certificate expires',
      symptoms: 'Nobody can sign in. Anmelden nicht möglich. Inloggen lukt niet, wachtwoord wordt geweigerd.',
      service: stage.id('service.identity'),
      services: [stage.id('service.workplace'), stage.id('service.care-record')],
      supplier: stage.id('organisation.identiq'),
      incidents: await incidentsOf(stage, { part: 'identity', since: now - 330 * day }),
      priority: 1,
    }),
  });
  step({ who: 'eva', at: start + 2 * hour }, 'take');
  step({ who: 'eva', at: start + day }, 'identify', (stage) => ({
    root_cause: 'Certificates are renewed by hand, and the reminder goes to a mailbox nobody reads.',
    workaround:
      'Ask IdentiQ Care to renew the certificate out of turn; sign-in works again within the hour. Until then people who are signed in must not sign out.',
    answerable: stage.id('organisation.identiq'),
  }));
  step({ who: 'eva', at: start + 10 * day }, 'propose_solution', () => ({ solution: 'Renewal by machine, with an alarm 21 days before the end.' }));
  step({ who: 'eva', at: start + 40 * day }, 'verify', () => ({
    fixed_at: iso(start + 40 * day),
    baseline_days: 300,
    verify_until: iso(now + 130 * day),
    note: 'IdentiQ runs the renewal by machine since today.',
  }));
  return steps;
}

/** Proven gone: laptops that stayed black after an update. */
function blackScreen(now: number): Step[] {
  const start = now - 150 * day;
  const { steps, step } = told({
    who: 'daan',
    at: start,
    input: async (stage) => ({
      title: 'Laptops stay black after the monthly update',
      symptoms: 'Laptop start niet op na update, zwart scherm na het inloggen.',
      service: stage.id('service.desktop'),
      services: [stage.id('service.workplace')],
      incidents: await incidentsOf(stage, { words: 'na update', since: now - 400 * day }),
      priority: 3,
      team: stage.id('team.desktop'),
    }),
  });
  step({ who: 'daan', at: start + hour }, 'take');
  step({ who: 'daan', at: start + 3 * day }, 'propose', () => ({ what: 'The update collides with the old display driver' }));
  step({ who: 'daan', at: start + 4 * day }, 'support', () => ({
    hypothesis: 'H1',
    evidence: 'All eleven laptops have driver 24.1; with 24.3 the same update runs through.',
  }));
  step({ who: 'daan', at: start + 5 * day }, 'identify', () => ({
    root_cause: 'The display driver 24.1 does not survive the update.',
    workaround: 'Start in safe mode, roll the update back, install driver 24.3, then run the update again.',
  }));
  step({ who: 'daan', at: start + 8 * day }, 'propose_solution', () => ({ solution: 'Roll out driver 24.3 to every laptop before the next update.' }));
  return steps;
}

/** A known error in daily use: the desk gets round it, the cause is still there. */
function vpn(now: number): Step[] {
  const start = now - 60 * day;
  const { steps, step, id } = told({
    who: 'bas',
    at: start,
    input: async (stage) => ({
      title: 'VPN drops every ten minutes after the client update',
      symptoms: 'VPN valt elke tien minuten weg, verbinding valt steeds weg, ook na herstarten.',
      service: stage.id('service.workplace'),
      incidents: await incidentsOf(stage, { words: 'VPN', since: start - 90 * day }),
      priority: 3,
      matches: 'vpn',
      team: stage.id('team.desk'),
    }),
  });
  step({ who: 'bas', at: start + hour }, 'take');
  step({ who: 'bas', at: start + 2 * day }, 'identify', () => ({
    root_cause: 'Client 7.2 renegotiates keys every ten minutes, and the gateway drops sessions that do.',
    workaround: 'Load the profile "stable" in the VPN client (Settings, Profiles) and connect again; the session then stays up.',
    note: 'The maker has confirmed it.',
  }));
  steps.push(
    { at: start + 2 * day + hour, run: (stage) => publish(stage, id(), ['waterschap-noord', 'gemeente-zuiderdam']) },
    // A look twice a day: what came in meanwhile is got round with what is known.
    ...Array.from({ length: 112 }, (_, index) => ({ at: start + 3 * day + index * 12 * hour, run: (stage: Stage) => use(stage, id(), 'VPN') })),
  );
  return steps;
}

async function publish(stage: Stage, problem: string | null, customers: readonly string[]): Promise<void> {
  const error = await errorOf(stage, problem);
  if (!error) return;
  const customer_text = 'Kies in de VPN-client het profiel "stable" en verbind opnieuw. Wij werken aan een blijvende oplossing.';
  const input = customers.length ? { published_to: customers.map((each) => stage.id(`organisation.${each}`)), customer_text } : {};
  await stage.tryAct('eva', 'known_error', 'publish', { target: error, input });
}

async function errorOf(stage: Stage, problem: string | null): Promise<string | null> {
  const [found] = await stage.house.db.query<{ id: string }>('select id from known_error where problem = $1 order by id limit 1', [problem ?? '']);
  return found?.id ?? null;
}

/** The oldest open incident with these words that has not used it yet. */
async function use(stage: Stage, problem: string | null, words: string): Promise<void> {
  const known_error = await errorOf(stage, problem);
  const [found] = await stage.house.db.query<{ id: string }>(
    "select id from incident where state in ('registered', 'assigned', 'in_progress', 'pending', 'resolved') and title ilike $1 and known_errors is null order by opened_at limit 1",
    [`%${words}%`],
  );
  if (known_error && found) await stage.tryAct('anna', 'incident', 'use_known_error', { target: found.id, input: { known_error } });
}

/** A risk that somebody accepted, about to expire. */
function storage(now: number): Step[] {
  const start = now - 110 * day;
  const { steps, step, id } = told({
    who: 'kees',
    at: start,
    input: async (stage) => ({
      title: 'Storage is slow when a controller takes over',
      symptoms: 'Alles is traag, opslaan duurt lang. Pflegedokumentation sehr langsam, jedes Speichern dauert.',
      service: stage.id('service.hosting'),
      services: [stage.id('service.workplace'), stage.id('service.care-record')],
      supplier: stage.id('organisation.polder-hosting'),
      incidents: await incidentsOf(stage, { part: 'hosting', since: now - 300 * day }),
      priority: 2,
      team: stage.id('team.network'),
    }),
  });
  step({ who: 'chloe', at: start + 3 * hour }, 'take');
  step({ who: 'chloe', at: start + 4 * day }, 'identify', (stage) => ({
    root_cause: 'Both controllers share one cache battery; a takeover runs without cache for an hour.',
    no_workaround: true,
    answerable: stage.id('organisation.polder-hosting'),
  }));
  steps.push({ at: start + 5 * day, run: (stage) => publish(stage, id(), []) });
  step({ who: 'kees', at: start + 12 * day }, 'accept_risk', (stage) => ({
    risk_owner: stage.id('person.rosa'),
    risk_until: iso(now + 6 * day),
    risk_reason: 'A second battery costs more than a year of this. Polder Hosting replaces the storage in spring; we look again before then.',
  }));
  return steps;
}

/** Just registered, nobody has taken it. */
function sync(now: number): Step[] {
  return told({
    who: 'anna',
    at: now - 26 * hour,
    input: async (stage) => ({
      title: 'Calendars do not reach telephones',
      symptoms: 'Agenda synchroniseert niet met telefoon, afspraken ontbreken.',
      service: stage.id('service.workplace'),
      incidents: await incidentsOf(stage, { words: 'Agenda', since: now - 120 * day }),
      priority: 4,
    }),
  }).steps;
}
