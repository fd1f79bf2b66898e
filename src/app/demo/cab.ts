// The change advisory board of the demo world: one meeting held with its minutes, one frozen with a late item, one vote that runs.
import type { Input } from '../../kernel/command.ts';
import type { PersonCode } from './cast.ts';
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const hour = 60 * minute;
const day = 24 * hour;
const iso = (at: number): string => new Date(at).toISOString();
const board: readonly PersonCode[] = ['kees', 'daan', 'eva', 'lbraun', 'fpolder', 'mhofstra'];

type Proposal = {
  readonly key: string;
  readonly title: string;
  readonly notice: string;
  readonly service: string;
  readonly reason: string;
  readonly benefit: string;
  readonly risks: string;
  readonly backout_plan: string;
  readonly test_evidence?: string;
  readonly lead?: 'noordlijn' | 'polder-hosting';
  readonly informs?: boolean;
};

const proposals = {
  wifi: {
    key: 'wifi',
    title: 'Nieuwe toegangspunten voor wifi in het stadhuis',
    notice: 'U merkt er niets van; per verdieping is wifi hooguit een minuut weg.',
    service: 'network',
    reason: 'De oude toegangspunten krijgen geen beveiligingsupdates meer.',
    benefit: 'Weer bijgewerkt, en bereik in de raadzaal.',
    risks: 'Een verdieping zonder wifi als een toegangspunt niet opstart.',
    backout_plan: 'Oude toegangspunten blijven hangen en gaan met één stekker terug; tien minuten per verdieping.',
    test_evidence: 'Proefverdieping drie weken zonder klachten; rapport van 12 toegangspunten.',
  },
  tunnel: {
    key: 'tunnel',
    title: 'Upgrade van de VPN-tunnel over lijn A',
    notice: 'Verbindingen lopen tijdens het werk over de tweede lijn.',
    service: 'line-a',
    reason: 'De router van lijn A draait software waar geen ondersteuning meer voor is.',
    benefit: 'Ondersteuning tot 2031 en versleuteling volgens de nieuwe norm.',
    risks: 'Lijn B draagt het verkeer alleen; valt die uit, dan is er geen netwerk.',
    backout_plan: 'De oude software staat nog op de router: herstarten van de tweede schijf, twaalf minuten.',
    lead: 'noordlijn',
    informs: true,
  },
  archive: {
    key: 'archive',
    title: 'Archief verplaatsen naar goedkopere opslag',
    notice: 'Oude bestanden openen een paar seconden trager.',
    service: 'hosting',
    reason: 'De helft van de opslag is ouder dan zeven jaar en wordt zelden geopend.',
    benefit: 'Dertig procent minder kosten voor opslag.',
    risks: 'Bestanden die onvindbaar raken tijdens het verplaatsen.',
    backout_plan: 'De oude opslag blijft dertig dagen staan; terugwijzen kost een kwartier.',
    lead: 'polder-hosting',
  },
  backup: {
    key: 'backup',
    title: 'Nachtelijke back-up een uur later',
    notice: 'U merkt er niets van.',
    service: 'hosting',
    reason: 'De back-up overlapt met de nachtverwerking van de zorgadministratie.',
    benefit: 'De nachtverwerking is weer vóór zes uur klaar.',
    risks: 'De back-up kan uitlopen tot in de ochtend.',
    backout_plan: 'Het oude tijdstip terugzetten; één regel.',
    test_evidence: 'Twee weken proefgedraaid op de testomgeving, steeds klaar om 04:10.',
    lead: 'polder-hosting',
    informs: true,
  },
  certificate: {
    key: 'certificate',
    title: 'Nieuw certificaat voor het aanmelden',
    notice: 'U merkt er niets van.',
    service: 'workplace',
    reason: 'Het certificaat verloopt over negen dagen.',
    benefit: 'Aanmelden blijft werken.',
    risks: 'Oude apparaten die de nieuwe uitgever niet kennen.',
    backout_plan: 'Het oude certificaat is nog negen dagen geldig en staat klaar.',
    test_evidence: 'Getest op de vijf oudste laptops.',
    informs: true,
  },
} as const satisfies Readonly<Record<string, Proposal>>;

const mail: Proposal = {
  key: 'mail',
  title: 'Postvakken groeien naar 50 GB',
  notice: 'Uw postvak mag groter worden; u hoeft niets te doen.',
  service: 'hosting',
  reason: 'Postvakken van het waterschap lopen vol.',
  benefit: 'Geen meldingen meer over volle postvakken.',
  risks: 'De opslag raakt sneller vol dan er schijven bijkomen.',
  backout_plan: 'De grens terugzetten; wat er al staat, blijft staan.',
  lead: 'polder-hosting',
  informs: true,
};

/** Steps of before the morning on which the world opens. */
export function advisoryBoard(now: number): Step[] {
  const held = Math.floor((now - 6 * day) / day) * day + 9 * hour;
  return [...heldMeeting(held), ...frozenMeeting(now), ...runningVote(now)];
}

/** Raised by who builds it, submitted, assessed by the desk; who leads and whom it is told to come from the proposal. */
async function raise(stage: Stage, { key, service, lead, informs, ...words }: Proposal, more: Input = {}): Promise<void> {
  const input = {
    ...words,
    ...{ type: 'normal', services: [stage.id(`service.${service}`)], builder: stage.id('person.chloe'), outage_minutes: 0, backout_tested: true },
    ...{ resources: 'Een avond van twee mensen.', relations: 'Geen.', ...(lead ? { lead_party: stage.id(`organisation.${lead}`) } : {}) },
    ...more,
  };
  const change = await stage.tryAct('chloe', 'change', 'open', { input });
  if (!change) return;
  stage.ids[`change.cab-${key}`] = change.id;
  await stage.tryAct('chloe', 'change', 'submit', { target: change.id });
  await stage.tryAct('anna', 'change', 'assess', { target: change.id });
  if (informs)
    await stage.tryAct('anna', 'change', 'inform', { target: change.id, input: { affected_customers: [stage.id('organisation.waterschap-noord')] } });
}

const at = (when: number, run: (stage: Stage) => Promise<unknown>): Step => ({ at: when, run: async (stage) => void (await run(stage)) });
const people = (stage: Stage, codes: readonly PersonCode[]): string[] => codes.map((each) => stage.id(`person.${each}`));

function heldMeeting(start: number): Step[] {
  const meeting =
    (command: string, who: PersonCode = 'eva', input: (stage: Stage) => Input = () => ({})) =>
    (stage: Stage) =>
      stage.tryAct(who, 'cab_meeting', command, { target: stage.id('cab.held'), input: input(stage) });
  const change =
    (key: string, command: string, who: PersonCode, input: Input = {}) =>
    (stage: Stage) =>
      stage.tryAct(who, 'change', command, { target: stage.id(`change.cab-${key}`), input });
  return [
    at(start - 3 * day, async (stage) => {
      await raise(stage, proposals.wifi);
      await raise(stage, proposals.tunnel);
      await raise(stage, proposals.archive);
      const input = {
        ...{ title: 'Wekelijkse CAB', kind: 'regular', mode: 'meeting', starts_at: iso(start), planned_minutes: 45, item_minutes: 10, repeats: 'weekly' },
        ...{ chair: stage.id('person.eva'), members: people(stage, board) },
      };
      stage.ids['cab.held'] = (await stage.act('eva', 'cab_meeting', 'plan', { input })).id;
    }),
    at(start, meeting('start')),
    ...(['kees', 'daan', 'lbraun', 'fpolder'] as const).map((who, index) => at(start + (index + 1) * minute, meeting('attend', who))),
    at(start + 5 * minute, change('wifi', 'vote', 'kees', { vote: 'approve' })),
    at(start + 6 * minute, change('wifi', 'vote', 'daan', { vote: 'approve' })),
    at(start + 8 * minute, change('wifi', 'approve', 'eva', { decision_reason: 'Beproefd en snel terug te draaien' })),
    at(
      start + 9 * minute,
      meeting('next', 'eva', ({ id }) => ({ change: id('change.cab-tunnel') })),
    ),
    at(start + 13 * minute, change('tunnel', 'vote', 'lbraun', { vote: 'approve' })),
    at(start + 15 * minute, change('tunnel', 'vote', 'daan', { vote: 'approve_if', reason: 'Testbewijs vóór donderdag' })),
    at(start + 16 * minute, change('tunnel', 'vote', 'kees', { vote: 'approve_if', reason: 'Niet op dezelfde avond als lijn B' })),
    at(start + 21 * minute, change('tunnel', 'approve', 'eva', { conditions: 'Testbewijs vóór donderdag, en niet op dezelfde avond als lijn B' })),
    at(start + 22 * minute, (stage) =>
      meeting('act', 'eva', () => ({
        what: 'Testbewijs van de tunnel aanleveren',
        owner: stage.id('person.chloe'),
        change: stage.id('change.cab-tunnel'),
        until: iso(start + 3 * day).slice(0, 10),
      }))(stage),
    ),
    at(
      start + 23 * minute,
      meeting('next', 'eva', ({ id }) => ({ change: id('change.cab-archive') })),
    ),
    at(start + 27 * minute, change('archive', 'vote', 'kees', { vote: 'defer', reason: 'Eerst weten wie deze bestanden nog nodig heeft' })),
    at(start + 31 * minute, change('archive', 'defer', 'eva', { decision_reason: 'De klanten zijn nog niet gevraagd', deferred_until: iso(start + 21 * day) })),
    at(start + 33 * minute, meeting('close')),
  ];
}

/** Frozen an hour ago, for the day after tomorrow; something came in since that cannot wait a week. */
function frozenMeeting(now: number): Step[] {
  const start = Math.floor((now + 2 * day) / day) * day + 9 * hour;
  return [
    at(now - 2 * day, (stage) => raise(stage, proposals.backup)),
    at(now - 26 * hour, async (stage) => {
      const input = {
        ...{
          title: 'CAB',
          kind: 'regular',
          mode: 'meeting',
          starts_at: iso(start),
          cut_off: iso(now - hour),
          planned_minutes: 45,
          item_minutes: 10,
          repeats: 'weekly',
        },
        ...{ chair: stage.id('person.eva'), members: people(stage, board), previous: stage.id('cab.held') },
      };
      stage.ids['cab.next'] = (await stage.act('eva', 'cab_meeting', 'plan', { input })).id;
    }),
    at(now - 30 * minute, async (stage) => {
      await raise(stage, proposals.certificate);
      const input = { change: stage.ids['change.cab-certificate'], reason: 'Het certificaat verloopt vóór de volgende vergadering' };
      await stage.tryAct('eva', 'cab_meeting', 'add', { target: stage.id('cab.next'), input });
    }),
  ];
}

/** Asked yesterday, counted tomorrow; half of the votes are in. */
function runningVote(now: number): Step[] {
  const vote = (who: PersonCode, input: Input) => (stage: Stage) => stage.tryAct(who, 'change', 'vote', { target: stage.id('change.cab-mail'), input });
  return [
    at(now - 25 * hour, async (stage) => {
      await raise(stage, mail);
      const input = {
        ...{ title: 'Stemming: grotere postvakken', kind: 'regular', mode: 'by_deadline', starts_at: iso(now - 24 * hour), deadline: iso(now + 27 * hour) },
        ...{ chair: stage.id('person.eva'), members: people(stage, ['kees', 'daan', 'fpolder', 'mhofstra', 'admin']), filter: { types: ['standard'] } },
        ...{ rule: { quorum: 3, majority: 'two_thirds', everybody: false }, changes: [stage.id('change.cab-mail')] },
      };
      stage.ids['cab.vote'] = (await stage.act('eva', 'cab_meeting', 'plan', { input })).id;
    }),
    at(now - 20 * hour, vote('daan', { vote: 'approve' })),
    at(now - 3 * hour, vote('fpolder', { vote: 'approve_if', reason: 'Alleen als de nieuwe schijven er zijn' })),
  ];
}
