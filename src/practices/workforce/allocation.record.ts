// The allocation record: hours of a person or team meant for a process at a level in a period, and whether they are protected.
import { define } from '../../kernel/record.ts';
import { lead, person, title, workerRefusals } from './fields.ts';
import { hoursShape, level, note, process } from './hours-fields.ts';
import { insiders, overseers, planners } from './scopes.record.ts';

/** Everybody their own and those of their team, a team lead the team's, overseers all. */
const concerned = {
  all: [{ side: 'integrator' }, { any: [overseers, { field: 'person', is: 'person' }, { field: 'lead', is: 'person' }, { field: 'team', in: 'teams' }] }],
} as const;
const keepers = { all: [{ side: 'integrator' }, { any: [planners, { field: 'lead', is: 'person' }] }] } as const;

export const allocation = define({
  name: 'allocation',
  plural: 'allocations',
  practice: 'workforce',
  level: 'tactical',
  prefix: 'ALO',
  label: { en: 'Allocation', nl: 'Toewijzing', de: 'Zuteilung' },
  plural_label: { en: 'Allocations', nl: 'Toewijzingen', de: 'Zuteilungen' },
  means: {
    en: 'Hours of a person or a team that are meant for a process at a level, in a period. Protected hours can be borrowed, never just taken.',
    nl: 'Uren van een persoon of team die bedoeld zijn voor een proces op een niveau, in een periode. Beschermde uren worden geleend, nooit zomaar gepakt.',
    de: 'Stunden einer Person oder eines Teams für einen Prozess auf einer Ebene in einem Zeitraum. Geschützte Stunden werden geliehen, nie einfach genommen.',
  },
  title: 'title',
  initial: 'planned',
  fields: {
    title,
    process,
    level,
    person: { ...person, required: false, means: { en: 'Or a team.', nl: 'Of een team.', de: 'Oder ein Team.' } },
    team: { kind: 'ref', to: 'team', listed: true, label: { en: 'Team', nl: 'Team', de: 'Team' } },
    starts_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'From', nl: 'Vanaf', de: 'Ab' } },
    ends_on: {
      kind: 'date',
      required: true,
      listed: true,
      label: { en: 'Until', nl: 'Tot en met', de: 'Bis' },
      means: { en: 'The last day.', nl: 'De laatste dag.', de: 'Der letzte Tag.' },
    },
    hours: {
      kind: 'integer',
      required: true,
      min: 1,
      max: 100_000,
      listed: true,
      label: { en: 'Hours', nl: 'Uren', de: 'Stunden' },
      means: { en: 'In the whole period.', nl: 'In de hele periode.', de: 'Im ganzen Zeitraum.' },
    },
    protected: {
      kind: 'boolean',
      required: true,
      listed: true,
      label: { en: 'Protected', nl: 'Beschermd', de: 'Geschützt' },
      means: {
        en: 'Operational work takes these hours only as a borrowing with a reason. Empty: so for tactical and strategic work.',
        nl: 'Operationeel werk krijgt deze uren alleen als lening met een reden. Leeg: zo voor tactisch en strategisch werk.',
        de: 'Operative Arbeit erhält diese Stunden nur als Leihe mit Begründung. Leer: so bei taktischer und strategischer Arbeit.',
      },
    },
    windows: {
      kind: 'data',
      shape: hoursShape,
      names: 'protected_hours',
      required: true,
      label: { en: 'Hours of the week', nl: 'Uren van de week', de: 'Stunden der Woche' },
      means: {
        en: 'When it is protected, by the wall clock of the person. Empty: no fixed hours; then only who borrows says so.',
        nl: 'Wanneer het beschermd is, volgens de klok van de persoon. Leeg: geen vaste uren; dan blijkt het alleen uit wie leent.',
        de: 'Wann es geschützt ist, nach der Uhr der Person. Leer: keine festen Stunden; dann zeigt es nur, wer leiht.',
      },
    },
    lead,
  },
  states: {
    planned: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  see: concerned,
  commands: {
    open: {
      opens: true,
      fact: 'planned',
      label: { en: 'Allocate hours', nl: 'Uren toewijzen', de: 'Stunden zuteilen' },
      tells: {
        en: 'allocated {hours} hours from {starts_on} to {ends_on}',
        nl: 'wees {hours} uur toe van {starts_on} tot en met {ends_on}',
        de: 'teilte {hours} Stunden vom {starts_on} bis {ends_on} zu',
      },
      needs: ['process', 'starts_on', 'ends_on', 'hours'],
      takes: ['person', 'team', 'level', 'protected', 'windows'],
      may: insiders,
    },
    edit: {
      fact: 'edited',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this allocation', nl: 'wijzigde deze toewijzing', de: 'änderte diese Zuteilung' },
      takes: ['hours', 'level', 'protected', 'windows', 'starts_on', 'ends_on'],
      input: { note },
      may: keepers,
      prominent: 1,
      key: 'e',
    },
    withdraw: {
      fact: 'withdrawn',
      from: ['planned'],
      to: 'withdrawn',
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this allocation', nl: 'trok deze toewijzing in', de: 'zog diese Zuteilung zurück' },
      input: { note },
      may: keepers,
    },
    reinstate: {
      fact: 'reinstated',
      from: ['withdrawn'],
      to: 'planned',
      label: { en: 'Put in force again', nl: 'Weer van kracht maken', de: 'Wieder in Kraft setzen' },
      tells: { en: 'put this allocation in force again', nl: 'maakte deze toewijzing weer van kracht', de: 'setzte diese Zuteilung wieder in Kraft' },
      may: keepers,
      prominent: 1,
    },
  },
  refusals: {
    ...workerRefusals('allocation'),
    'allocation.person_or_team': {
      en: 'Give a person or a team, and not both.',
      nl: 'Geef een persoon of een team, niet allebei.',
      de: 'Geben Sie eine Person oder ein Team an, nicht beides.',
    },
    'allocation.team_not_ours': {
      en: '{team} is not a team of the integrating organisation in use.',
      nl: '{team} is geen team in gebruik van de regisserende organisatie.',
      de: '{team} ist kein Team der integrierenden Organisation in Nutzung.',
    },
    'allocation.wrong_period': {
      en: 'ends_on must be starts_on or later, within 366 days.',
      nl: 'ends_on moet starts_on of later zijn, binnen 366 dagen.',
      de: 'ends_on muss starts_on oder später sein, innerhalb von 366 Tagen.',
    },
    'allocation.wrong_hours': {
      en: 'windows: an opening must end later than it begins ({from} to {to}).',
      nl: 'windows: uren moeten later eindigen dan ze beginnen ({from} tot {to}).',
      de: 'windows: Stunden müssen später enden als beginnen ({from} bis {to}).',
    },
    'allocation.lent_more': {
      en: '{minutes} minutes of it are borrowed already; {hours} hours would be less than that.',
      nl: 'Er zijn al {minutes} minuten van geleend; {hours} uur zou minder zijn.',
      de: 'Davon sind bereits {minutes} Minuten geliehen; {hours} Stunden wären weniger.',
    },
  },
});
