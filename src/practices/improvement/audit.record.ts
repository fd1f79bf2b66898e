// What an audit is: a checklist asked of a process by somebody who does not own it, answered clause by clause with evidence.
import { define } from '../../kernel/record.ts';
import { answersShape, clausesShape, verdicts } from './audit.shapes.record.ts';
import { integrator, managers, note, why } from './scopes.ts';

const auditors = { all: [integrator, { field: 'auditor', is: 'person' }] } as const;
const either = { any: [managers, auditors] } as const;
const every = ['planned', 'running', 'closed', 'cancelled'] as const;

export const audit = define({
  name: 'audit',
  plural: 'audits',
  practice: 'improvement',
  level: 'tactical',
  prefix: 'AUD',
  label: { en: 'audit', nl: 'audit', de: 'Audit' },
  plural_label: { en: 'audits', nl: 'audits', de: 'Audits' },
  means: {
    en: 'A checklist asked of a process, answered with evidence by somebody who does not own it.',
    nl: 'Een checklist voorgelegd aan een proces, met bewijs beantwoord door iemand die er geen eigenaar van is.',
    de: 'Eine Checkliste zu einem Prozess, mit Belegen beantwortet von jemandem, dem er nicht gehört.',
  },
  title: 'title',
  initial: 'planned',
  fields: {
    title: { kind: 'text', required: true, max: 200, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
    checklist: { kind: 'text', required: true, max: 60, listed: true, label: { en: 'Checklist', nl: 'Checklist', de: 'Checkliste' } },
    process: { kind: 'ref', to: 'process', listed: true, label: { en: 'Process', nl: 'Proces', de: 'Prozess' } },
    scope: { kind: 'prose', max: 10_000, search: 'B', label: { en: 'Scope', nl: 'Reikwijdte', de: 'Umfang' } },
    auditor: { kind: 'ref', to: 'person', required: true, listed: true, label: { en: 'Auditor', nl: 'Auditor', de: 'Auditor' } },
    owner: {
      kind: 'ref',
      to: 'person',
      listed: true,
      label: { en: 'Owner of what is audited', nl: 'Eigenaar van het geauditeerde', de: 'Eigentümer des Geprüften' },
    },
    planned_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'Planned for', nl: 'Gepland op', de: 'Geplant für' } },
    clauses: { kind: 'data', shape: clausesShape, names: 'clauses', label: { en: 'Questions', nl: 'Vragen', de: 'Fragen' } },
    answers: { kind: 'data', shape: answersShape, names: 'audit_answers', label: { en: 'Answers', nl: 'Antwoorden', de: 'Antworten' } },
    conclusion: { kind: 'prose', max: 20_000, label: { en: 'Conclusion', nl: 'Conclusie', de: 'Ergebnis' } },
  },
  states: {
    planned: { label: { en: 'Planned', nl: 'Gepland', de: 'Geplant' }, tone: 'neutral' },
    running: { label: { en: 'Running', nl: 'Bezig', de: 'Läuft' }, tone: 'info' },
    closed: { label: { en: 'Closed', nl: 'Afgesloten', de: 'Abgeschlossen' }, tone: 'good', ends: true },
    cancelled: { label: { en: 'Cancelled', nl: 'Geannuleerd', de: 'Abgesagt' }, tone: 'neutral', ends: true },
  },
  see: integrator,
  commands: {
    plan: {
      opens: true,
      fact: 'planned',
      label: { en: 'Plan an audit', nl: 'Audit plannen', de: 'Audit planen' },
      tells: { en: 'planned this audit by {checklist}', nl: 'plande deze audit volgens {checklist}', de: 'plante dieses Audit nach {checklist}' },
      needs: ['title', 'checklist', 'auditor', 'planned_on'],
      takes: ['process', 'owner', 'scope'],
      may: managers,
    },
    edit: {
      fact: 'edited',
      from: ['planned', 'running'],
      prominent: 3,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed the plan', nl: 'wijzigde het plan', de: 'änderte den Plan' },
      takes: ['title', 'auditor', 'owner', 'process', 'scope', 'planned_on'],
      may: managers,
    },
    start: {
      fact: 'started',
      from: ['planned'],
      to: 'running',
      prominent: 1,
      label: { en: 'Start', nl: 'Beginnen', de: 'Beginnen' },
      tells: { en: 'began with {count} questions', nl: 'begon met {count} vragen', de: 'begann mit {count} Fragen' },
      may: either,
    },
    answer: {
      fact: 'answered',
      from: ['running'],
      prominent: 1,
      label: { en: 'Answer a question', nl: 'Vraag beantwoorden', de: 'Frage beantworten' },
      tells: { en: 'answered {clause}: {verdict}', nl: 'beantwoordde {clause}: {verdict}', de: 'beantwortete {clause}: {verdict}' },
      needs: ['clause', 'verdict'],
      takes: ['text', 'records'],
      input: {
        clause: { kind: 'text', max: 20, label: { en: 'Clause', nl: 'Paragraaf', de: 'Abschnitt' } },
        verdict: { kind: 'choice', options: verdicts, label: { en: 'Verdict', nl: 'Oordeel', de: 'Urteil' } },
        text: { kind: 'prose', max: 20_000, label: { en: 'What was found', nl: 'Wat is gevonden', de: 'Was gefunden wurde' } },
        records: { kind: 'refs', to: '*', label: { en: 'Evidence', nl: 'Bewijs', de: 'Belege' } },
      },
      may: auditors,
    },
    close: {
      fact: 'closed',
      from: ['running'],
      to: 'closed',
      final: true,
      prominent: 2,
      label: { en: 'Close', nl: 'Afsluiten', de: 'Abschließen' },
      tells: {
        en: 'closed this audit: {conform} of {count} conform',
        nl: 'sloot deze audit: {conform} van {count} voldoen',
        de: 'schloss dieses Audit: {conform} von {count} erfüllt',
      },
      needs: ['conclusion'],
      may: auditors,
    },
    cancel: {
      fact: 'cancelled',
      from: ['planned', 'running'],
      to: 'cancelled',
      label: { en: 'Cancel', nl: 'Annuleren', de: 'Absagen' },
      tells: { en: 'cancelled this audit', nl: 'annuleerde deze audit', de: 'sagte dieses Audit ab' },
      needs: ['note'],
      input: { note: why },
      may: managers,
    },
    note: {
      fact: 'noted',
      from: every,
      prominent: 6,
      key: 'n',
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: either,
    },
  },
  refusals: {
    'audit.unknown_checklist': {
      en: 'checklist: there is none called {checklist}. Choose from: {options}.',
      nl: 'checklist: er is er geen met de naam {checklist}. Kies uit: {options}.',
      de: 'checklist: es gibt keine mit dem Namen {checklist}. Wählen Sie aus: {options}.',
    },
    'audit.auditor_owns': {
      en: 'auditor: {auditor} owns or manages what is audited. Nobody audits their own work; choose somebody else.',
      nl: 'auditor: {auditor} is eigenaar of beheerder van het geauditeerde. Niemand audit eigen werk; kies iemand anders.',
      de: 'auditor: {auditor} besitzt oder leitet das Geprüfte. Niemand prüft die eigene Arbeit; wählen Sie jemand anderen.',
    },
    'audit.answer.unknown': {
      en: 'clause: {clause} is not asked in this audit.',
      nl: 'clause: {clause} wordt in deze audit niet gevraagd.',
      de: 'clause: {clause} wird in diesem Audit nicht gefragt.',
    },
    'audit.answer.needs_reason': {
      en: 'text: say why {clause} is answered so; only "conform" may be without words.',
      nl: 'text: zeg waarom {clause} zo is beantwoord; alleen "conform" mag zonder woorden.',
      de: 'text: sagen Sie, warum {clause} so beantwortet ist; nur "conform" darf ohne Worte sein.',
    },
    'audit.answer.needs_evidence': {
      en: 'records: {clause} conforms by which records? Name one, or describe in text what you saw.',
      nl: 'records: uit welke records blijkt dat {clause} voldoet? Noem er een, of beschrijf in text wat u zag.',
      de: 'records: aus welchen Datensätzen folgt, dass {clause} erfüllt ist? Nennen Sie einen oder beschreiben Sie in text, was Sie sahen.',
    },
    'audit.close.unanswered': {
      en: '{count} questions are not answered yet, the first is {clause}.',
      nl: '{count} vragen zijn nog niet beantwoord, als eerste {clause}.',
      de: '{count} Fragen sind noch nicht beantwortet, zuerst {clause}.',
    },
    'audit.close.without_finding': {
      en: '{clause} does not conform, but there is no finding about it. Record the finding first.',
      nl: '{clause} voldoet niet, maar er is geen bevinding over. Leg eerst de bevinding vast.',
      de: '{clause} ist nicht erfüllt, aber es gibt keine Feststellung dazu. Halten Sie zuerst die Feststellung fest.',
    },
  },
});
