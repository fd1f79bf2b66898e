// What a decision is: words that a forum agreed on, and the records it changes: targets, allocations, policies.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { atTheTable, managers, note, parties, table, why } from './scopes.ts';
import { levels } from './words.record.ts';

export const effectKinds = {
  target: { en: 'A target', nl: 'Een doel', de: 'Ein Ziel' },
  allocation: { en: 'An allocation of people or hours', nl: 'Een toewijzing van mensen of uren', de: 'Eine Zuweisung von Menschen oder Stunden' },
  policy: { en: 'A policy', nl: 'Een beleidsregel', de: 'Eine Richtlinie' },
} as const;
/** What a decision changes. `record` is the record that was or will be changed; null for a policy that has none. */
export type Effect = { readonly kind: keyof typeof effectKinds; readonly record: string | null; readonly text: string };

const effectsShape = shape<readonly Effect[]>({
  description: 'What the decision changes: of which kind, which record, and in words.',
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    properties: {
      kind: { enum: Object.keys(effectKinds) },
      record: { anyOf: [{ type: 'string', pattern: '^[A-Z]{2,4}-\\d{1,15}$' }, { type: 'null' }] },
      text: { type: 'string', maxLength: 1_000 },
    },
    required: ['kind', 'record', 'text'],
    additionalProperties: false,
  },
});

export const decision = define({
  name: 'decision',
  plural: 'decisions',
  practice: 'governance',
  level: 'strategic',
  prefix: 'DEC',
  label: { en: 'decision', nl: 'besluit', de: 'Beschluss' },
  plural_label: { en: 'decisions', nl: 'besluiten', de: 'Beschlüsse' },
  means: {
    en: 'What a forum decided, and which records it changes. The record shows the decision, the decision shows the record.',
    nl: 'Wat een overleg besloot, en welke records het wijzigt. Het record toont het besluit, het besluit toont het record.',
    de: 'Was ein Forum beschloss und welche Datensätze es ändert. Der Datensatz zeigt den Beschluss, der Beschluss den Datensatz.',
  },
  title: 'title',
  initial: 'taken',
  fields: {
    title: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'Decision', nl: 'Besluit', de: 'Beschluss' } },
    text: { kind: 'prose', max: 20_000, search: 'B', label: { en: 'Reasons', nl: 'Overwegingen', de: 'Begründung' } },
    forum: { kind: 'ref', to: 'forum', required: true, listed: true, label: { en: 'Forum', nl: 'Overleg', de: 'Forum' } },
    meeting: { kind: 'ref', to: 'meeting', listed: true, label: { en: 'Meeting', nl: 'Vergadering', de: 'Sitzung' } },
    level: { kind: 'choice', required: true, listed: true, options: levels, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' } },
    taken_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'Taken on', nl: 'Genomen op', de: 'Gefasst am' } },
    parties,
    effects: {
      kind: 'data',
      shape: effectsShape,
      names: 'effects',
      required: true,
      shown_to: ['integrator'],
      label: { en: 'Effects', nl: 'Gevolgen', de: 'Wirkungen' },
    },
    touches: {
      kind: 'refs',
      to: '*',
      required: true,
      shown_to: ['integrator'],
      label: { en: 'Records it changes', nl: 'Records die het wijzigt', de: 'Geänderte Datensätze' },
    },
  },
  states: {
    taken: { label: { en: 'Taken', nl: 'Genomen', de: 'Gefasst' }, tone: 'good' },
    revoked: { label: { en: 'Revoked', nl: 'Ingetrokken', de: 'Aufgehoben' }, tone: 'neutral', ends: true },
  },
  see: table,
  parties: { supplier: ['parties'] },
  commands: {
    take: {
      opens: true,
      fact: 'taken',
      audience: 'all',
      outward: true,
      label: { en: 'Record a decision', nl: 'Besluit vastleggen', de: 'Beschluss festhalten' },
      tells: { en: 'recorded the decision: {title}', nl: 'legde het besluit vast: {title}', de: 'hielt den Beschluss fest: {title}' },
      needs: ['title'],
      takes: ['text', 'forum', 'meeting', 'taken_on', 'effects'],
      may: managers,
    },
    effect: {
      fact: 'effected',
      prominent: 1,
      label: { en: 'Link what it changes', nl: 'Koppelen wat het wijzigt', de: 'Verknüpfen, was er ändert' },
      tells: { en: 'linked {count} effects', nl: 'koppelde {count} gevolgen', de: 'verknüpfte {count} Wirkungen' },
      needs: ['effects'],
      may: managers,
    },
    revoke: {
      fact: 'revoked',
      from: ['taken'],
      to: 'revoked',
      audience: 'all',
      outward: true,
      final: true,
      label: { en: 'Revoke', nl: 'Intrekken', de: 'Aufheben' },
      tells: { en: 'revoked this decision', nl: 'trok dit besluit in', de: 'hob diesen Beschluss auf' },
      needs: ['note'],
      input: { note: why },
      may: managers,
    },
    note: {
      fact: 'noted',
      from: ['taken', 'revoked'],
      audience: 'all',
      outward: true,
      prominent: 6,
      key: 'n',
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: atTheTable,
    },
  },
  refusals: {
    'decision.take.nowhere': {
      en: 'forum or meeting: say where it was decided.',
      nl: 'forum of meeting: zeg waar het is besloten.',
      de: 'forum oder meeting: sagen Sie, wo es beschlossen wurde.',
    },
    'decision.take.other_forum': {
      en: 'meeting: {meeting} is of {forum}; leave out forum, or name that one.',
      nl: 'meeting: {meeting} is van {forum}; laat forum weg, of noem dat overleg.',
      de: 'meeting: {meeting} gehört zu {forum}; lassen Sie forum weg oder nennen Sie dieses.',
    },
    'decision.take.later': {
      en: 'taken_on: {taken_on} is still to come.',
      nl: 'taken_on: {taken_on} moet nog komen.',
      de: 'taken_on: {taken_on} liegt noch vor uns.',
    },
    'decision.effect.needs_record': {
      en: 'effects: a {kind} is changed in a record; say which in effects.{index}.record. Only a policy may have none.',
      nl: 'effects: een {kind} wijzigt in een record; noem het in effects.{index}.record. Alleen beleid mag er geen hebben.',
      de: 'effects: {kind} ändert sich in einem Datensatz; nennen Sie ihn in effects.{index}.record. Nur eine Richtlinie darf keinen haben.',
    },
    'decision.effect.not_there': {
      en: 'effects: {record} does not exist.',
      nl: 'effects: {record} bestaat niet.',
      de: 'effects: {record} gibt es nicht.',
    },
  },
});
