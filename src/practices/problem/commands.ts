// What can be asked of a problem, by whom: from registering it to investigating, and who has it. How it ends is in endings.ts.
import { escalationCommands } from '../../kernel/escalation.ts';
import type { Field } from '../../kernel/field.ts';
import type { Command } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { endingCommands } from './endings.ts';
import { note } from './fields.ts';
import { agents, every, working } from './states.ts';

/** Suppliers in the problem team contribute too. */
const team = { any: [agents, { all: [{ side: 'supplier' }, { field: 'team_parties', overlaps: 'parties' }] }] } as const satisfies Scope;
const audience = {
  kind: 'texts',
  label: { en: 'Who may read it', nl: 'Wie het mag lezen', de: 'Wer es lesen darf' },
  means: {
    en: 'Organisations and teams; the writer’s own side when nobody is chosen.',
    nl: 'Organisaties en teams; alleen de eigen kant als niemand is gekozen.',
    de: 'Organisationen und Teams; nur die eigene Seite, wenn niemand gewählt ist.',
  },
} as const satisfies Field;
const hypothesis = { kind: 'text', max: 24, label: { en: 'Hypothesis', nl: 'Hypothese', de: 'Hypothese' } } as const satisfies Field;
const evidence = { kind: 'prose', max: 1_000, label: { en: 'Evidence', nl: 'Bewijs', de: 'Beleg' } } as const satisfies Field;
const record = { kind: 'ref', to: '*', label: { en: 'To be read in', nl: 'Te lezen in', de: 'Nachzulesen in' } } as const satisfies Field;
const weighing = { needs: ['hypothesis', 'evidence'], input: { hypothesis, evidence, record }, from: working, may: agents } as const;

const casework = {
  open: {
    opens: true,
    fact: 'opened',
    to: 'registered',
    label: { en: 'Register problem', nl: 'Problem registreren', de: 'Problem erfassen' },
    tells: { en: 'registered this problem: {title}', nl: 'registreerde dit problem: {title}', de: 'erfasste dieses Problem: {title}' },
    needs: ['title'],
    takes: ['description', 'symptoms', 'service', 'services', 'items', 'incidents', 'supplier', 'priority', 'team', 'agent', 'source', 'candidate', 'matches'],
    input: { note },
    may: agents,
  },
  edit: {
    fact: 'edited',
    label: { en: 'Edit', nl: 'Bewerken', de: 'Bearbeiten' },
    tells: { en: 'changed what is said of this', nl: 'wijzigde wat hierover staat', de: 'änderte die Angaben dazu' },
    takes: ['title', 'description', 'symptoms', 'service', 'services', 'items', 'supplier', 'priority', 'matches'],
    may: agents,
  },
  take: {
    fact: 'taken',
    from: working,
    to: [...working],
    prominent: 1,
    key: 'i',
    label: { en: 'Take', nl: 'Oppakken', de: 'Übernehmen' },
    tells: { en: 'started investigating this', nl: 'ging dit onderzoeken', de: 'begann die Untersuchung' },
    may: agents,
  },
  assign: {
    fact: 'assigned',
    from: working,
    prominent: 8,
    key: 'a',
    label: { en: 'Assign', nl: 'Toewijzen', de: 'Zuweisen' },
    tells: { en: 'assigned this to {team}', nl: 'wees dit toe aan {team}', de: 'wies dies {team} zu' },
    needs: ['team'],
    takes: ['agent'],
    input: { note },
    may: agents,
  },
  wait: {
    fact: 'waited',
    from: working,
    label: { en: 'Wait', nl: 'Wachten', de: 'Warten' },
    tells: { en: 'let this wait: {waiting_reason}', nl: 'laat dit wachten: {waiting_reason}', de: 'lässt dies warten: {waiting_reason}' },
    needs: ['waiting_reason'],
    takes: ['waiting_on', 'waiting_until'],
    input: { note },
    may: agents,
  },
  resume: {
    fact: 'resumed',
    from: working,
    label: { en: 'Resume', nl: 'Hervatten', de: 'Fortsetzen' },
    tells: { en: 'continued the work', nl: 'ging verder', de: 'setzte die Arbeit fort' },
    input: { note },
    may: agents,
  },
  set_team: {
    fact: 'team_set',
    from: working,
    label: { en: 'Set problem team', nl: 'Probleemteam samenstellen', de: 'Problemteam bilden' },
    tells: { en: 'set who is in the problem team', nl: 'stelde het probleemteam samen', de: 'bildete das Problemteam' },
    takes: ['team_parties', 'members', 'briefing'],
    may: agents,
  },
  link: {
    fact: 'linked',
    from: every,
    label: { en: 'Link incidents', nl: 'Incidenten koppelen', de: 'Incidents verknüpfen' },
    tells: { en: 'linked incidents', nl: 'koppelde incidenten', de: 'verknüpfte Incidents' },
    needs: ['incidents'],
    input: { note },
    may: agents,
  },
  unlink: {
    fact: 'unlinked',
    from: every,
    label: { en: 'Unlink incidents', nl: 'Incidenten ontkoppelen', de: 'Verweise auf Incidents lösen' },
    tells: { en: 'took incidents off', nl: 'haalde incidenten eraf', de: 'nahm Incidents heraus' },
    needs: ['incidents'],
    input: { note },
    may: agents,
  },
  note: {
    fact: 'noted',
    from: every,
    audience: 'given',
    outward: true,
    prominent: 9,
    key: 'n',
    label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
    tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
    needs: ['note'],
    input: { note, audience },
    may: team,
  },
} as const satisfies Readonly<Record<string, Command>>;

const analysis = {
  propose: {
    fact: 'proposed',
    from: working,
    prominent: 2,
    label: { en: 'Propose hypothesis', nl: 'Hypothese voorstellen', de: 'Hypothese aufstellen' },
    tells: { en: 'proposed {hypothesis}: {what}', nl: 'stelde {hypothesis} voor: {what}', de: 'stellte {hypothesis} auf: {what}' },
    needs: ['what'],
    input: {
      what: { kind: 'text', max: 300, label: { en: 'What may be the cause', nl: 'Wat de oorzaak kan zijn', de: 'Was die Ursache sein könnte' } },
      evidence,
      record,
    },
    may: team,
  },
  support: {
    ...weighing,
    fact: 'supported',
    label: { en: 'Support hypothesis', nl: 'Hypothese bevestigen', de: 'Hypothese stützen' },
    tells: { en: 'found {hypothesis} supported: {evidence}', nl: 'vond {hypothesis} bevestigd: {evidence}', de: 'fand {hypothesis} gestützt: {evidence}' },
  },
  refute: {
    ...weighing,
    fact: 'refuted',
    label: { en: 'Refute hypothesis', nl: 'Hypothese weerleggen', de: 'Hypothese widerlegen' },
    tells: { en: 'found {hypothesis} refuted: {evidence}', nl: 'vond {hypothesis} weerlegd: {evidence}', de: 'fand {hypothesis} widerlegt: {evidence}' },
  },
  add_evidence: {
    ...weighing,
    fact: 'evidence_added',
    label: { en: 'Add evidence', nl: 'Bewijs toevoegen', de: 'Beleg hinzufügen' },
    tells: { en: 'added to {hypothesis}: {evidence}', nl: 'voegde toe aan {hypothesis}: {evidence}', de: 'ergänzte {hypothesis}: {evidence}' },
  },
  write_timeline: {
    fact: 'timeline_written',
    from: every,
    label: { en: 'Write timeline', nl: 'Tijdlijn schrijven', de: 'Zeitleiste schreiben' },
    tells: { en: 'wrote the timeline: {count} rows', nl: 'schreef de tijdlijn: {count} regels', de: 'schrieb die Zeitleiste: {count} Zeilen' },
    needs: ['timeline'],
    may: agents,
  },
  ask_why: {
    fact: 'whys_asked',
    from: every,
    label: { en: 'Ask why', nl: 'Waarom vragen', de: 'Warum fragen' },
    tells: { en: 'asked why, {count} times', nl: 'vroeg waarom, {count} keer', de: 'fragte warum, {count}-mal' },
    needs: ['whys'],
    may: agents,
  },
  draw_fishbone: {
    fact: 'fishbone_drawn',
    from: every,
    label: { en: 'Draw fishbone', nl: 'Visgraat tekenen', de: 'Fischgräte zeichnen' },
    tells: { en: 'drew the fishbone: {count} causes', nl: 'tekende de visgraat: {count} oorzaken', de: 'zeichnete die Fischgräte: {count} Ursachen' },
    needs: ['fishbone'],
    may: agents,
  },
  conclude: {
    fact: 'concluded',
    from: working,
    label: { en: 'Write conclusion', nl: 'Conclusie schrijven', de: 'Schluss festhalten' },
    tells: { en: 'wrote what was found', nl: 'schreef op wat is gevonden', de: 'hielt fest, was gefunden wurde' },
    takes: ['root_cause', 'factors', 'answerable'],
    may: agents,
  },
  change_workaround: {
    fact: 'workaround_changed',
    from: working,
    label: { en: 'Change workaround', nl: 'Omweg wijzigen', de: 'Umgehung ändern' },
    tells: { en: 'changed the workaround', nl: 'wijzigde de omweg', de: 'änderte die Umgehung' },
    takes: ['symptoms', 'workaround', 'no_workaround'],
    may: agents,
  },
} as const satisfies Readonly<Record<string, Command>>;

export const problemCommands = {
  ...casework,
  ...analysis,
  ...endingCommands,
  ...escalationCommands({ working, every, may: agents }),
} as const satisfies Readonly<Record<string, Command>>;
