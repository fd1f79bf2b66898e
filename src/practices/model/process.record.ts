// What a process is: an order of activities with a purpose, at one level, owned by somebody, that governs some of our records.
import { define } from '../../kernel/record.ts';
import { processFields } from './process-fields.record.ts';
import { integrator, note, processKeepers, why } from './scopes.ts';

const content = ['purpose', 'inputs', 'throughput', 'outputs', 'control', 'outcome', 'records', 'activities', 'owner', 'manager', 'team'] as const;

export const processDefinition = define({
  name: 'process',
  plural: 'processes',
  practice: 'model',
  level: 'tactical',
  prefix: 'PRO',
  label: { en: 'process', nl: 'proces', de: 'Prozess' },
  plural_label: { en: 'processes', nl: 'processen', de: 'Prozesse' },
  means: {
    en: 'What is done in which order to reach a purpose, whoever does it and with whatever tool.',
    nl: 'Wat in welke volgorde gebeurt om een doel te bereiken, wie het ook doet en met welk middel ook.',
    de: 'Was in welcher Reihenfolge geschieht, um einen Zweck zu erreichen, wer immer es tut und womit.',
  },
  title: 'name',
  initial: 'draft',
  fields: processFields,
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    retired: { label: { en: 'Retired', nl: 'Vervallen', de: 'Außer Kraft' }, tone: 'neutral', ends: true },
  },
  see: integrator,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: ['draft', 'active'],
      label: { en: 'Describe a process', nl: 'Proces beschrijven', de: 'Prozess beschreiben' },
      tells: { en: 'described the process "{name}"', nl: 'beschreef het proces "{name}"', de: 'beschrieb den Prozess „{name}“' },
      needs: ['code', 'name', 'level'],
      takes: content,
      input: { active: { kind: 'boolean', label: { en: 'In use at once', nl: 'Meteen in gebruik', de: 'Sofort in Gebrauch' } } },
      may: processKeepers,
    },
    edit: {
      fact: 'edited',
      from: ['draft', 'active'],
      prominent: 2,
      key: 'e',
      label: { en: 'Edit', nl: 'Bewerken', de: 'Bearbeiten' },
      tells: { en: 'changed the description', nl: 'wijzigde de beschrijving', de: 'änderte die Beschreibung' },
      takes: ['name', 'level', ...content],
      may: processKeepers,
    },
    activate: {
      fact: 'activated',
      from: ['draft'],
      to: 'active',
      prominent: 1,
      label: { en: 'Take into use', nl: 'In gebruik nemen', de: 'In Gebrauch nehmen' },
      tells: { en: 'took the process into use', nl: 'nam het proces in gebruik', de: 'nahm den Prozess in Gebrauch' },
      may: processKeepers,
    },
    retire: {
      fact: 'retired',
      from: ['draft', 'active'],
      to: 'retired',
      final: true,
      label: { en: 'Retire', nl: 'Laten vervallen', de: 'Außer Kraft setzen' },
      tells: { en: 'retired the process', nl: 'liet het proces vervallen', de: 'setzte den Prozess außer Kraft' },
      input: { note: why },
      may: processKeepers,
    },
    reinstate: {
      fact: 'reinstated',
      from: ['retired'],
      to: 'draft',
      prominent: 1,
      label: { en: 'Bring back', nl: 'Terughalen', de: 'Zurückholen' },
      tells: { en: 'brought the process back as a draft', nl: 'haalde het proces terug als concept', de: 'holte den Prozess als Entwurf zurück' },
      may: processKeepers,
    },
    note: {
      fact: 'noted',
      from: ['draft', 'active', 'retired'],
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
    'process.code.form': {
      en: 'code must be lower case letters, digits and underscores and begin with a letter, such as service_level.',
      nl: 'code bestaat uit kleine letters, cijfers en liggende streepjes en begint met een letter, zoals service_level.',
      de: 'code besteht aus Kleinbuchstaben, Ziffern und Unterstrichen und beginnt mit einem Buchstaben, etwa service_level.',
    },
    'process.records.unknown': {
      en: '"{record}" in records is no kind of record. Try one of: {options}.',
      nl: '"{record}" in records is geen soort record. Kies bijvoorbeeld: {options}.',
      de: '„{record}“ in records ist keine Datensatzart. Möglich: {options}.',
    },
    'process.activities.twice': {
      en: 'activities: the code "{code}" is used twice; each activity has its own.',
      nl: 'activities: de code "{code}" komt twee keer voor; elke activiteit heeft een eigen code.',
      de: 'activities: der Code „{code}“ kommt zweimal vor; jede Aktivität hat ihren eigenen.',
    },
    'process.activities.unknown_command': {
      en: 'activities: "{command}" is no command of any record. Write it as record.command, such as incident.resolve.',
      nl: 'activities: "{command}" is geen opdracht van een record. Schrijf record.opdracht, zoals incident.resolve.',
      de: 'activities: „{command}“ ist kein Befehl eines Datensatzes. Schreiben Sie datensatz.befehl, etwa incident.resolve.',
    },
    'process.activate.no_owner': {
      en: 'owner is missing: a process in use has one person who is accountable for it.',
      nl: 'owner ontbreekt: een proces in gebruik heeft één eindverantwoordelijke.',
      de: 'owner fehlt: ein Prozess in Gebrauch hat eine rechenschaftspflichtige Person.',
    },
  },
});
