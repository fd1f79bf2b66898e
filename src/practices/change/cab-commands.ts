// What can be asked of a meeting of the change advisory board, and by whom. Votes and decisions are commands of each change.
import type { Command } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

const convenors = ['process_manager', 'service_level_manager', 'administrator'] as const;
const convenes = { all: [{ side: 'integrator' }, { role: convenors }] } as const satisfies Scope;
/** An emergency cannot wait for a manager; that agents call no regular meeting is a rule. */
const calls = { all: [{ side: 'integrator' }, { role: [...convenors, 'agent'] }] } as const satisfies Scope;
const chairs = { any: [convenes, { field: 'chair', is: 'person' }] } as const satisfies Scope;
/** That only members come, and only owners finish, is a rule. */
const atTheTable = { any: [{ side: 'integrator' }, { field: 'parties', overlaps: 'parties' }] } as const satisfies Scope;
/** Nobody but the product itself. */
const itself = { any: [] } as const satisfies Scope;

const why = { kind: 'prose', max: 2_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } as const;
const item = { kind: 'ref', to: 'change', label: { en: 'Change', nl: 'Change', de: 'Change' } } as const;
const settings = ['planned_minutes', 'item_minutes', 'cut_off', 'deadline', 'filter', 'rule', 'repeats'] as const;
const sitting = ['in_session', 'paused'] as const;

const planning = {
  plan: {
    opens: true,
    fact: 'planned',
    to: 'planned',
    audience: 'all',
    outward: true,
    label: { en: 'Plan a meeting', nl: 'Vergadering plannen', de: 'Sitzung planen' },
    tells: { en: 'planned this for {starts_at}', nl: 'plande dit voor {starts_at}', de: 'plante dies für {starts_at}' },
    needs: ['title', 'kind', 'mode', 'starts_at', 'chair', 'members'],
    takes: [...settings, 'previous', 'changes'],
    input: {
      changes: {
        kind: 'refs',
        to: 'change',
        label: { en: 'Changes', nl: 'Changes', de: 'Changes' },
        means: {
          en: 'On the agenda whatever the filter says.',
          nl: 'Op de agenda, wat het filter ook zegt.',
          de: 'Auf der Agenda, was immer der Filter sagt.',
        },
      },
    },
    may: calls,
  },
  edit: {
    fact: 'edited',
    from: ['planned'],
    prominent: 3,
    key: 'e',
    label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
    tells: { en: 'changed the plan', nl: 'wijzigde de planning', de: 'änderte die Planung' },
    takes: ['title', 'starts_at', 'chair', 'members', ...settings],
    may: chairs,
  },
  invite: {
    fact: 'invited',
    from: ['planned', 'frozen', ...sitting],
    label: { en: 'Change the members', nl: 'Leden wijzigen', de: 'Mitglieder ändern' },
    tells: { en: 'changed the members', nl: 'wijzigde de leden', de: 'änderte die Mitglieder' },
    needs: ['members'],
    may: chairs,
  },
  freeze: {
    fact: 'frozen',
    from: ['planned'],
    to: 'frozen',
    audience: 'all',
    outward: true,
    prominent: 2,
    label: { en: 'Freeze the agenda', nl: 'Agenda bevriezen', de: 'Agenda einfrieren' },
    tells: { en: 'froze the agenda', nl: 'bevroor de agenda', de: 'fror die Agenda ein' },
    may: chairs,
  },
  cancel: {
    fact: 'cancelled',
    from: ['planned', 'frozen'],
    to: 'cancelled',
    audience: 'all',
    outward: true,
    final: true,
    label: { en: 'Cancel', nl: 'Afzeggen', de: 'Absagen' },
    tells: { en: 'cancelled this', nl: 'zegde dit af', de: 'sagte dies ab' },
    needs: ['note'],
    input: { note: why },
    may: chairs,
  },
  recur: {
    fact: 'recurred',
    from: ['planned', 'frozen', ...sitting, 'held', 'cancelled'],
    label: { en: 'Plan the next one', nl: 'Volgende plannen', de: 'Nächste planen' },
    tells: { en: 'planned the next one for {starts_at}', nl: 'plande de volgende voor {starts_at}', de: 'plante die nächste für {starts_at}' },
    input: { begins_at: { kind: 'instant', label: { en: 'Starts', nl: 'Begint', de: 'Beginn' } } },
    takes: ['begins_at'],
    may: chairs,
  },
} as const satisfies Readonly<Record<string, Command>>;

const agenda = {
  add: {
    fact: 'added',
    from: ['planned', 'frozen', ...sitting],
    label: { en: 'Add a change', nl: 'Change toevoegen', de: 'Change hinzufügen' },
    tells: { en: 'put {change} on the agenda', nl: 'zette {change} op de agenda', de: 'setzte {change} auf die Agenda' },
    needs: ['change'],
    takes: ['minutes_asked', 'reason'],
    input: {
      change: item,
      minutes_asked: { kind: 'minutes', min: 1, max: 240, label: { en: 'Minutes', nl: 'Minuten', de: 'Minuten' } },
      reason: {
        ...why,
        means: {
          en: 'After the cut-off: why it cannot wait for the next meeting.',
          nl: 'Na sluiting: waarom het niet tot de volgende keer kan wachten.',
          de: 'Nach dem Annahmeschluss: warum es nicht bis zur nächsten Sitzung warten kann.',
        },
      },
    },
    may: calls,
  },
  drop: {
    fact: 'dropped',
    from: ['planned', 'frozen', ...sitting],
    label: { en: 'Take off the agenda', nl: 'Van de agenda halen', de: 'Von der Agenda nehmen' },
    tells: { en: 'took {change} off the agenda', nl: 'haalde {change} van de agenda', de: 'nahm {change} von der Agenda' },
    needs: ['change', 'reason'],
    input: { change: item, reason: why },
    may: chairs,
  },
  move: {
    fact: 'moved',
    from: ['planned', 'frozen', ...sitting],
    label: { en: 'Move on the agenda', nl: 'Verplaatsen op de agenda', de: 'Auf der Agenda verschieben' },
    tells: { en: 'moved {change} to place {position}', nl: 'zette {change} op plaats {position}', de: 'setzte {change} auf Platz {position}' },
    needs: ['change', 'position'],
    input: { change: item, position: { kind: 'integer', min: 1, max: 200, label: { en: 'Place', nl: 'Plaats', de: 'Platz' } } },
    may: chairs,
  },
} as const satisfies Readonly<Record<string, Command>>;

const session = {
  start: {
    fact: 'started',
    from: ['planned', 'frozen'],
    to: 'in_session',
    audience: 'all',
    prominent: 1,
    label: { en: 'Start', nl: 'Beginnen', de: 'Beginnen' },
    tells: { en: 'opened the meeting', nl: 'opende de vergadering', de: 'eröffnete die Sitzung' },
    may: chairs,
  },
  next: {
    fact: 'went_on',
    from: ['in_session'],
    prominent: 1,
    label: { en: 'Next item', nl: 'Volgend punt', de: 'Nächster Punkt' },
    tells: { en: 'went on to {change}', nl: 'ging door met {change}', de: 'ging weiter zu {change}' },
    takes: ['after', 'change'],
    input: {
      after: {
        ...item,
        label: { en: 'After', nl: 'Na', de: 'Nach' },
        means: {
          en: 'The item that was on the table when this was asked; another one means that somebody went on already.',
          nl: 'Het punt dat aan de orde was toen dit werd gevraagd; een ander betekent dat iemand al is doorgegaan.',
          de: 'Der Punkt, der dran war, als dies gefragt wurde; ein anderer heißt, dass schon jemand weitergegangen ist.',
        },
      },
      change: item,
    },
    may: chairs,
  },
  pause: {
    fact: 'paused',
    from: ['in_session'],
    to: 'paused',
    prominent: 2,
    label: { en: 'Pause', nl: 'Pauzeren', de: 'Pause' },
    tells: { en: 'paused the meeting', nl: 'schorste de vergadering', de: 'unterbrach die Sitzung' },
    may: chairs,
  },
  resume: {
    fact: 'resumed',
    from: ['paused'],
    to: 'in_session',
    prominent: 1,
    label: { en: 'Resume', nl: 'Hervatten', de: 'Fortsetzen' },
    tells: { en: 'went on with the meeting', nl: 'hervatte de vergadering', de: 'setzte die Sitzung fort' },
    may: chairs,
  },
  attend: {
    fact: 'attended',
    from: ['frozen', ...sitting],
    label: { en: 'Is present', nl: 'Is aanwezig', de: 'Ist anwesend' },
    tells: { en: 'noted {who} as present', nl: 'noteerde {who} als aanwezig', de: 'vermerkte {who} als anwesend' },
    takes: ['person'],
    input: { person: { kind: 'ref', to: 'person', label: { en: 'Who', nl: 'Wie', de: 'Wer' } } },
    may: atTheTable,
  },
  leave: {
    fact: 'left',
    from: ['frozen', ...sitting],
    label: { en: 'Has left', nl: 'Is weggegaan', de: 'Ist gegangen' },
    tells: { en: 'noted that {who} left', nl: 'noteerde dat {who} wegging', de: 'vermerkte, dass {who} ging' },
    takes: ['person'],
    input: { person: { kind: 'ref', to: 'person', label: { en: 'Who', nl: 'Wie', de: 'Wer' } } },
    may: atTheTable,
  },
  act: {
    fact: 'agreed',
    from: ['frozen', ...sitting],
    prominent: 4,
    label: { en: 'Record an action', nl: 'Actie vastleggen', de: 'Aufgabe festhalten' },
    tells: { en: 'recorded an action: {what}', nl: 'legde een actie vast: {what}', de: 'hielt eine Aufgabe fest: {what}' },
    needs: ['what', 'owner'],
    takes: ['until', 'change'],
    input: {
      what: { kind: 'text', max: 300, label: { en: 'What', nl: 'Wat', de: 'Was' } },
      owner: { kind: 'ref', to: 'person', label: { en: 'Owner', nl: 'Wie', de: 'Wer' } },
      until: { kind: 'date', label: { en: 'Before', nl: 'Vóór', de: 'Bis' } },
      change: item,
    },
    may: chairs,
  },
} as const satisfies Readonly<Record<string, Command>>;

const closing = {
  finish: {
    fact: 'finished',
    from: ['frozen', ...sitting, 'held'],
    label: { en: 'Action is done', nl: 'Actie is gedaan', de: 'Aufgabe ist erledigt' },
    tells: { en: 'finished the action: {what}', nl: 'rondde de actie af: {what}', de: 'erledigte die Aufgabe: {what}' },
    needs: ['number'],
    input: { number: { kind: 'integer', min: 1, max: 10_000, label: { en: 'Action', nl: 'Actie', de: 'Aufgabe' } } },
    may: atTheTable,
  },
  close: {
    fact: 'closed',
    from: ['frozen', ...sitting],
    to: 'held',
    audience: 'all',
    outward: true,
    final: true,
    prominent: 3,
    label: { en: 'Close, freeze the minutes', nl: 'Sluiten, notulen bevriezen', de: 'Schließen, Protokoll festschreiben' },
    tells: { en: 'closed the meeting', nl: 'sloot de vergadering', de: 'schloss die Sitzung' },
    may: chairs,
  },
  correct: {
    fact: 'corrected',
    from: ['held'],
    audience: 'house',
    label: { en: 'Correct the minutes', nl: 'Notulen corrigeren', de: 'Protokoll korrigieren' },
    tells: { en: 'corrected the minutes', nl: 'corrigeerde de notulen', de: 'korrigierte das Protokoll' },
    needs: ['text'],
    input: { text: { kind: 'prose', max: 2_000, label: { en: 'What is right', nl: 'Wat juist is', de: 'Was richtig ist' } } },
    may: chairs,
  },
  remind: {
    fact: 'reminded',
    from: ['frozen'],
    audience: 'all',
    silent: true,
    label: { en: 'Remind', nl: 'Herinneren', de: 'Erinnern' },
    tells: { en: 'reminded of the votes that are missing', nl: 'herinnerde aan de stemmen die ontbreken', de: 'erinnerte an die fehlenden Stimmen' },
    may: itself,
  },
  settle: {
    fact: 'settled',
    from: ['frozen'],
    silent: true,
    label: { en: 'Count the votes', nl: 'Stemmen tellen', de: 'Stimmen zählen' },
    tells: {
      en: 'counted the votes: {settled} settled, {open} for the chair',
      nl: 'telde de stemmen: {settled} beslist, {open} voor de voorzitter',
      de: 'zählte die Stimmen: {settled} entschieden, {open} für den Vorsitz',
    },
    may: itself,
  },
} as const satisfies Readonly<Record<string, Command>>;

export const cabCommands = { ...planning, ...agenda, ...session, ...closing } as const;
