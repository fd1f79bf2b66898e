// A RACI matrix of a process: who does, answers for, is asked about and is told of each activity; one version after the other.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import type { RaciRow } from './raci-matrix.record.ts';
import { integrator, note, processKeepers, why } from './scopes.ts';

const rows = shape<readonly RaciRow[]>({
  description: 'Per activity of the process the letters of the roles. AR is accountable and responsible at once.',
  type: 'array',
  maxItems: 40,
  items: {
    type: 'object',
    properties: {
      activity: { type: 'string', maxLength: 60 },
      letters: {
        type: 'array',
        maxItems: 60,
        items: {
          type: 'object',
          properties: { role: { type: 'string', maxLength: 20 }, letter: { enum: ['R', 'A', 'C', 'I', 'AR'] } },
          required: ['role', 'letter'],
          additionalProperties: false,
        },
      },
    },
    required: ['activity', 'letters'],
    additionalProperties: false,
  },
});

export const raci = define({
  name: 'raci',
  plural: 'racis',
  practice: 'model',
  level: 'tactical',
  prefix: 'RAC',
  label: { en: 'RACI matrix', nl: 'RACI-matrix', de: 'RACI-Matrix' },
  plural_label: { en: 'RACI matrices', nl: 'RACI-matrices', de: 'RACI-Matrizen' },
  means: {
    en: 'Who does each activity of a process, who answers for it, who is asked and who is told. One answers, at least one does.',
    nl: 'Wie elke activiteit van een proces doet, wie erop wordt aangesproken, wie wordt geraadpleegd en wie hoort het. Eén spreekt men aan, minstens één doet het.',
    de: 'Wer jede Aktivität eines Prozesses tut, wer dafür geradesteht, wer gefragt und wer informiert wird. Eine Rolle steht gerade, mindestens eine tut es.',
  },
  title: 'title',
  initial: 'draft',
  fields: {
    title: { kind: 'text', required: true, max: 200, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
    process: { kind: 'ref', to: 'process', required: true, listed: true, label: { en: 'Process', nl: 'Proces', de: 'Prozess' } },
    number: { kind: 'integer', required: true, listed: true, label: { en: 'Version', nl: 'Versie', de: 'Fassung' } },
    rows: { kind: 'data', shape: rows, names: 'raci_rows', required: true, label: { en: 'Matrix', nl: 'Matrix', de: 'Matrix' } },
    in_force_at: { kind: 'instant', label: { en: 'In force since', nl: 'Van kracht sinds', de: 'In Kraft seit' } },
    author: { kind: 'ref', to: 'person', label: { en: 'Written by', nl: 'Geschreven door', de: 'Verfasst von' } },
  },
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    in_force: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
    superseded: { label: { en: 'Superseded', nl: 'Vervangen', de: 'Ersetzt' }, tone: 'neutral', ends: true },
    dropped: { label: { en: 'Dropped', nl: 'Verworpen', de: 'Verworfen' }, tone: 'neutral', ends: true },
  },
  see: integrator,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: 'draft',
      label: { en: 'Draft a RACI matrix', nl: 'RACI-matrix opstellen', de: 'RACI-Matrix entwerfen' },
      tells: { en: 'drafted version {number}', nl: 'stelde versie {number} op', de: 'entwarf Fassung {number}' },
      needs: ['process'],
      takes: ['rows'],
      may: processKeepers,
    },
    edit: {
      fact: 'edited',
      from: ['draft'],
      label: { en: 'Change letters', nl: 'Letters wijzigen', de: 'Buchstaben ändern' },
      tells: { en: 'changed the matrix', nl: 'wijzigde de matrix', de: 'änderte die Matrix' },
      needs: ['rows'],
      may: processKeepers,
    },
    enact: {
      fact: 'enacted',
      from: ['draft'],
      to: 'in_force',
      prominent: 1,
      label: { en: 'Put in force', nl: 'Van kracht maken', de: 'In Kraft setzen' },
      tells: { en: 'put this version in force', nl: 'maakte deze versie van kracht', de: 'setzte diese Fassung in Kraft' },
      may: processKeepers,
    },
    supersede: {
      fact: 'superseded',
      from: ['in_force'],
      to: 'superseded',
      silent: true,
      label: { en: 'Supersede', nl: 'Vervangen', de: 'Ersetzen' },
      tells: { en: 'was superseded by {successor}', nl: 'werd vervangen door {successor}', de: 'wurde durch {successor} ersetzt' },
      needs: ['successor'],
      input: { successor: { kind: 'ref', to: 'raci', label: { en: 'Successor', nl: 'Opvolger', de: 'Nachfolger' } } },
      may: { any: [] },
    },
    drop: {
      fact: 'dropped',
      from: ['draft'],
      to: 'dropped',
      final: true,
      label: { en: 'Drop', nl: 'Verwerpen', de: 'Verwerfen' },
      tells: { en: 'dropped this draft', nl: 'verwierp dit concept', de: 'verwarf diesen Entwurf' },
      input: { note: why },
      may: processKeepers,
    },
    note: {
      fact: 'noted',
      from: ['draft', 'in_force', 'superseded', 'dropped'],
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      prominent: 6,
      key: 'n',
      may: processKeepers,
    },
  },
  refusals: {
    'raci.process.retired': {
      en: 'process: {process} is retired; bring it back before you write who does what in it.',
      nl: 'process: {process} is vervallen; haal het terug voordat u beschrijft wie er wat in doet.',
      de: 'process: {process} ist außer Kraft; holen Sie ihn zurück, bevor Sie beschreiben, wer was darin tut.',
    },
    'raci.enact.nothing': {
      en: '{process} has no activities yet. Describe them on the process first.',
      nl: '{process} heeft nog geen activiteiten. Beschrijf die eerst bij het proces.',
      de: '{process} hat noch keine Aktivitäten. Beschreiben Sie sie zuerst beim Prozess.',
    },
    'raci.enact.no_accountable': {
      en: 'rows: nobody answers for "{activity}". Give exactly one role an A (or AR).',
      nl: 'rows: niemand is aanspreekbaar op "{activity}". Geef precies één rol een A (of AR).',
      de: 'rows: niemand steht für „{activity}“ gerade. Geben Sie genau einer Rolle ein A (oder AR).',
    },
    'raci.enact.many_accountable': {
      en: 'rows: {count} roles answer for "{activity}". Leave exactly one A (or AR).',
      nl: 'rows: {count} rollen zijn aanspreekbaar op "{activity}". Houd precies één A (of AR) over.',
      de: 'rows: {count} Rollen stehen für „{activity}“ gerade. Lassen Sie genau ein A (oder AR).',
    },
    'raci.enact.no_responsible': {
      en: 'rows: nobody does "{activity}". Give at least one role an R (or AR).',
      nl: 'rows: niemand doet "{activity}". Geef minstens één rol een R (of AR).',
      de: 'rows: niemand tut „{activity}“. Geben Sie mindestens einer Rolle ein R (oder AR).',
    },
    'raci.enact.not_filled': {
      en: 'rows: "{activity}" has no letters yet. It needs one A and at least one R.',
      nl: 'rows: "{activity}" heeft nog geen letters. Er hoort één A bij en minstens één R.',
      de: 'rows: „{activity}“ hat noch keine Buchstaben. Nötig sind ein A und mindestens ein R.',
    },
    'raci.enact.unknown_activity': {
      en: 'rows: "{activity}" is no activity of the process any more. Take its row out.',
      nl: 'rows: "{activity}" is geen activiteit van het proces meer. Haal de rij weg.',
      de: 'rows: „{activity}“ ist keine Aktivität des Prozesses mehr. Nehmen Sie die Zeile heraus.',
    },
    'raci.enact.activity_twice': {
      en: 'rows: "{activity}" has two rows. Keep one.',
      nl: 'rows: "{activity}" heeft twee rijen. Houd er één over.',
      de: 'rows: „{activity}“ hat zwei Zeilen. Behalten Sie eine.',
    },
    'raci.enact.unknown_role': {
      en: 'rows: "{activity}" names {role}, which is no active process role. Choose another or bring it back.',
      nl: 'rows: "{activity}" noemt {role}, en dat is geen actieve procesrol. Kies een andere of haal die terug.',
      de: 'rows: „{activity}“ nennt {role}, keine aktive Prozessrolle. Wählen Sie eine andere oder holen Sie sie zurück.',
    },
    'raci.enact.role_twice': {
      en: 'rows: {role} stands twice at "{activity}". Give it one letter; AR is both at once.',
      nl: 'rows: {role} staat twee keer bij "{activity}". Geef één letter; AR is beide tegelijk.',
      de: 'rows: {role} steht zweimal bei „{activity}“. Geben Sie einen Buchstaben; AR ist beides zugleich.',
    },
  },
});
