// Hierarchic escalation of any record with clocks: the fields that say whose business it has become, and the commands that make it so.
import type { Case, Decision, Rules } from './decide.ts';
import type { Field } from './field.ts';
import type { Command } from './record.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Role, Scope } from './scope.ts';

/** From the team that has the work upwards. */
export const escalationRoles = ['agent', 'process_manager', 'service_level_manager', 'executive', 'administrator'] as const satisfies readonly Role[];
export type EscalationRole = (typeof escalationRoles)[number];

export const roleTexts = {
  agent: { en: 'the team that has the work', nl: 'het team dat het werk heeft', de: 'das Team, das die Arbeit hat' },
  process_manager: { en: 'process manager', nl: 'procesmanager', de: 'Prozessmanager' },
  service_level_manager: { en: 'service level manager', nl: 'servicelevelmanager', de: 'Service-Level-Manager' },
  executive: { en: 'management', nl: 'directie', de: 'Geschäftsleitung' },
  administrator: { en: 'administrator', nl: 'beheerder', de: 'Administrator' },
} as const;

const inside = ['integrator'] as const;
const role = { kind: 'choice', options: roleTexts, label: { en: 'Escalate to', nl: 'Escaleren naar', de: 'Eskalieren an' } } as const satisfies Field;

/** What a record with clocks adds to its fields. Nobody outside the house is told. */
export const escalationFields = {
  escalated_to: {
    kind: 'choice',
    options: roleTexts,
    shown_to: inside,
    label: { en: 'Escalated to', nl: 'Geëscaleerd naar', de: 'Eskaliert an' },
    means: { en: 'Whose attention it needs now.', nl: 'Wiens aandacht het nu vraagt.', de: 'Wessen Aufmerksamkeit es jetzt braucht.' },
  },
  escalation: {
    kind: 'choice',
    options: {
      asked: { en: 'Waits for an answer', nl: 'Wacht op antwoord', de: 'Wartet auf Antwort' },
      seen: { en: 'Taken up', nl: 'Opgepakt', de: 'Aufgenommen' },
    },
    shown_to: inside,
    label: { en: 'Escalation', nl: 'Escalatie', de: 'Eskalation' },
  },
  escalated_share: {
    kind: 'ppm',
    shown_to: inside,
    max: 100_000_000,
    label: { en: 'Escalated at', nl: 'Geëscaleerd bij', de: 'Eskaliert bei' },
    means: {
      en: 'The share of the target that was used; empty when a person escalated it.',
      nl: 'Het deel van de norm dat verbruikt was; leeg als iemand het zelf escaleerde.',
      de: 'Der verbrauchte Anteil des Ziels; leer, wenn eine Person eskaliert hat.',
    },
  },
  acknowledged_by: { kind: 'ref', to: 'person', shown_to: inside, label: { en: 'Taken up by', nl: 'Opgepakt door', de: 'Aufgenommen von' } },
} as const satisfies Readonly<Record<string, Field>>;

const clockInput = {
  clock: { kind: 'text', max: 60, label: { en: 'Clock', nl: 'Klok', de: 'Uhr' } },
  key: { kind: 'text', max: 200, label: { en: 'Which promise', nl: 'Welke afspraak', de: 'Welche Zusage' } },
} as const satisfies Readonly<Record<string, Field>>;

/** Asked of whoever it was escalated to: the team that has the work, or a holder of the role. */
const theirs: Scope = {
  all: [
    { side: 'integrator' },
    { field: 'escalation', equals: 'asked' },
    {
      any: [
        {
          all: [
            { field: 'escalated_to', equals: 'agent' },
            { field: 'team', in: 'teams' },
          ],
        },
        ...escalationRoles.slice(1).map((each): Scope => ({ all: [{ role: [each] }, { field: 'escalated_to', equals: each }] })),
      ],
    },
  ],
};
/** Nobody but the product itself: the clock, the day a promise takes effect. */
const itself = { any: [] } as const satisfies Scope;

/** `working` are the states in which somebody still has to do something, `every` is all of them, `may` says who escalates by hand. */
export function escalationCommands({ working, every, may }: { working: readonly string[]; every: readonly string[]; may: Scope }) {
  const byItself = { silent: true, from: every, may: itself } as const;
  return {
    escalate: {
      fact: 'escalated',
      from: working,
      label: { en: 'Escalate', nl: 'Escaleren', de: 'Eskalieren' },
      tells: { en: 'escalated this to: {role}', nl: 'escaleerde dit naar: {role}', de: 'eskalierte dies an: {role}' },
      needs: ['role', 'note'],
      input: { role, note: { kind: 'prose', max: 20_000, label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } },
      may,
    },
    acknowledge: {
      fact: 'acknowledged',
      from: working,
      prominent: 0,
      label: { en: 'Take up escalation', nl: 'Escalatie oppakken', de: 'Eskalation aufnehmen' },
      tells: { en: 'took up the escalation', nl: 'pakte de escalatie op', de: 'nahm die Eskalation auf' },
      may: theirs,
    },
    breach: {
      ...byItself,
      fact: 'breached',
      label: { en: 'Target missed', nl: 'Norm gemist', de: 'Ziel verfehlt' },
      tells: { en: 'saw a target being missed', nl: 'zag dat een norm is overschreden', de: 'stellte ein verfehltes Ziel fest' },
      needs: ['clock', 'key'],
      input: clockInput,
    },
    warn: {
      ...byItself,
      fact: 'warned',
      label: { en: 'Part of a target used', nl: 'Deel van een norm verbruikt', de: 'Teil eines Ziels verbraucht' },
      tells: {
        en: 'saw {share} of a target used; told: {role}',
        nl: 'zag {share} van een norm verbruikt; gewaarschuwd: {role}',
        de: 'sah {share} eines Ziels verbraucht; verständigt: {role}',
      },
      needs: ['clock', 'key', 'share', 'role'],
      input: { ...clockInput, share: { kind: 'ppm', max: 100_000_000, label: { en: 'Used', nl: 'Verbruikt', de: 'Verbraucht' } }, role },
    },
    reterm: {
      ...byItself,
      fact: 'retermed',
      label: { en: 'Apply the agreement anew', nl: 'Afspraak opnieuw toepassen', de: 'Vereinbarung neu anwenden' },
      tells: {
        en: 'goes by {promise} from now on; what was used stays used',
        nl: 'volgt voortaan {promise}; wat verbruikt is blijft verbruikt',
        de: 'richtet sich ab jetzt nach {promise}; Verbrauchtes bleibt verbraucht',
      },
      needs: ['promise'],
      input: { promise: { kind: 'ref', to: 'promise', label: { en: 'Promise', nl: 'Afspraak', de: 'Zusage' } } },
    },
  } as const satisfies Readonly<Record<string, Command>>;
}

type Escalated = { readonly escalated_to?: unknown; readonly escalation?: unknown };

/** Nothing is escalated any more: added to the changes of commands that end the work. */
export const calm = { escalated_to: null, escalation: null, escalated_share: null, acknowledged_by: null } as const;

export const escalationRules: Rules = {
  escalate: ({ input }) => ({ changes: asked(input.role as EscalationRole, null), params: { role: input.role as string } }),
  acknowledge,
  breach: ({ input }) => ({ params: { clock: input.clock as string, key: input.key as string } }),
  warn: ({ row, input }) => {
    const { clock, key, share, role: to } = input as { clock: string; key: string; share: number; role: EscalationRole };
    return { changes: rises(row as Escalated | null, to) ? asked(to, share) : {}, params: { clock, key, share, role: to } };
  },
  reterm: ({ input }) => ({ params: { promise: input.promise as string } }),
};

const asked = (to: EscalationRole, share: number | null) => ({ escalated_to: to, escalation: 'asked', escalated_share: share, acknowledged_by: null });

/** The clock only ever escalates upwards; what somebody has taken up at that height stays taken up. */
function rises(row: Escalated | null, to: EscalationRole): boolean {
  return escalationRoles.indexOf(to) > escalationRoles.indexOf((row?.escalated_to ?? '') as EscalationRole);
}

function acknowledge({ row, actor }: Case): Decision | Refusal {
  if (row?.escalation !== 'asked') return refuse('wrong_state', undefined, { command: 'acknowledge', state: row?.state ?? '' });
  return { changes: { escalation: 'seen', acknowledged_by: actor.person } };
}
