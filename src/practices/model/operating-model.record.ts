// The operating model: how the organisation works, composed of building blocks; one version is published and in effect.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import type { Answered, Content } from './composing.record.ts';
import { designers, integrator, note, why } from './scopes.ts';

const steps = shape<readonly Answered[]>({
  description: 'The building blocks taken, each with the chosen values of its questions.',
  type: 'array',
  maxItems: 20,
  items: {
    type: 'object',
    properties: {
      step: { type: 'string', maxLength: 40 },
      answers: {
        type: 'array',
        maxItems: 20,
        items: {
          type: 'object',
          properties: {
            question: { type: 'string', maxLength: 40 },
            values: { type: 'array', maxItems: 60, items: { type: 'string', maxLength: 60 } },
          },
          required: ['question', 'values'],
          additionalProperties: false,
        },
      },
    },
    required: ['step', 'answers'],
    additionalProperties: false,
  },
});
const list = { type: 'array', maxItems: 500, items: { type: 'object' } } as const;
const names = { type: 'array', maxItems: 20, items: { type: 'string' } } as const;
const content = shape<Content>({
  description: 'What the model says: its processes, roles, separations, cadences and flows, as frozen when it was published.',
  type: 'object',
  properties: { steps: names, levels: names, processes: list, roles: list, separations: list, cadences: list, flows: list },
  required: ['steps', 'levels', 'processes', 'roles', 'separations', 'cadences', 'flows'],
  additionalProperties: false,
});

export const operatingModel = define({
  name: 'operating_model',
  plural: 'operating_models',
  practice: 'model',
  level: 'strategic',
  prefix: 'MOD',
  label: { en: 'operating model', nl: 'werkmodel', de: 'Betriebsmodell' },
  plural_label: { en: 'operating models', nl: 'werkmodellen', de: 'Betriebsmodelle' },
  means: {
    en: 'Which processes, roles, separations, levels and cadences the organisation works with. What a published model leaves out goes out of sight; nothing is deleted.',
    nl: 'Met welke processen, rollen, functiescheidingen, niveaus en ritmes de organisatie werkt. Wat een gepubliceerd model weglaat gaat uit beeld; niets wordt gewist.',
    de: 'Mit welchen Prozessen, Rollen, Trennungen, Ebenen und Rhythmen die Organisation arbeitet. Was ein Modell weglässt, tritt zurück; nichts wird gelöscht.',
  },
  title: 'name',
  initial: 'draft',
  fields: {
    name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    number: { kind: 'integer', required: true, listed: true, label: { en: 'Version', nl: 'Versie', de: 'Fassung' } },
    language: {
      kind: 'choice',
      required: true,
      label: { en: 'Language of its names', nl: 'Taal van de namen', de: 'Sprache der Namen' },
      options: {
        en: { en: 'English', nl: 'Engels', de: 'Englisch' },
        nl: { en: 'Dutch', nl: 'Nederlands', de: 'Niederländisch' },
        de: { en: 'German', nl: 'Duits', de: 'Deutsch' },
      },
    },
    based_on: { kind: 'ref', to: 'operating_model', label: { en: 'Based on', nl: 'Gebaseerd op', de: 'Beruht auf' } },
    steps: { kind: 'data', shape: steps, names: 'operating_model_steps', required: true, label: { en: 'Building blocks', nl: 'Bouwstenen', de: 'Bausteine' } },
    content: { kind: 'data', shape: content, names: 'operating_model_content', label: { en: 'Content', nl: 'Inhoud', de: 'Inhalt' } },
    records_off: {
      kind: 'texts',
      required: true,
      label: { en: 'Out of sight', nl: 'Uit beeld', de: 'Zurückgetreten' },
      means: {
        en: 'Kinds of records that it leaves out: nobody opens new ones; those there are stay and can be finished.',
        nl: 'Soorten records die het weglaat: niemand opent nieuwe; wat er is blijft en kan worden afgemaakt.',
        de: 'Datensatzarten, die es weglässt: niemand legt neue an; vorhandene bleiben und werden zu Ende geführt.',
      },
    },
    published_at: { kind: 'instant', listed: true, label: { en: 'Published', nl: 'Gepubliceerd', de: 'Veröffentlicht' } },
    published_by: { kind: 'ref', to: 'person', listed: true, label: { en: 'Published by', nl: 'Gepubliceerd door', de: 'Veröffentlicht von' } },
    description: { kind: 'prose', max: 8_000, search: 'B', label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' } },
  },
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    published: { label: { en: 'Published', nl: 'Gepubliceerd', de: 'Veröffentlicht' }, tone: 'good' },
    superseded: { label: { en: 'Superseded', nl: 'Vervangen', de: 'Ersetzt' }, tone: 'neutral', ends: true },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  see: integrator,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: 'draft',
      label: { en: 'Draft a model', nl: 'Model ontwerpen', de: 'Modell entwerfen' },
      tells: { en: 'drafted version {number}', nl: 'ontwierp versie {number}', de: 'entwarf Fassung {number}' },
      needs: ['name'],
      takes: ['language', 'based_on', 'steps', 'description'],
      may: designers,
    },
    edit: {
      fact: 'edited',
      from: ['draft'],
      key: 'e',
      label: { en: 'Change', nl: 'Wijzigen', de: 'Ändern' },
      tells: { en: 'changed the design', nl: 'wijzigde het ontwerp', de: 'änderte den Entwurf' },
      takes: ['name', 'language', 'steps', 'description'],
      may: designers,
    },
    publish: {
      fact: 'published',
      from: ['draft'],
      to: 'published',
      prominent: 1,
      label: { en: 'Publish', nl: 'Publiceren', de: 'Veröffentlichen' },
      tells: {
        en: 'published version {number}: {processes} processes, {separations} separations',
        nl: 'publiceerde versie {number}: {processes} processen, {separations} functiescheidingen',
        de: 'veröffentlichte Fassung {number}: {processes} Prozesse, {separations} Trennungen',
      },
      may: designers,
    },
    supersede: {
      fact: 'superseded',
      from: ['published'],
      to: 'superseded',
      silent: true,
      label: { en: 'Supersede', nl: 'Vervangen', de: 'Ersetzen' },
      tells: { en: 'was superseded by {successor}', nl: 'werd vervangen door {successor}', de: 'wurde durch {successor} ersetzt' },
      needs: ['successor'],
      input: { successor: { kind: 'ref', to: 'operating_model', label: { en: 'Successor', nl: 'Opvolger', de: 'Nachfolger' } } },
      may: { any: [] },
    },
    withdraw: {
      fact: 'withdrawn',
      from: ['draft', 'published'],
      to: 'withdrawn',
      final: true,
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this version', nl: 'trok deze versie in', de: 'zog diese Fassung zurück' },
      input: { note: why },
      may: designers,
    },
    note: {
      fact: 'noted',
      from: ['draft', 'published', 'superseded', 'withdrawn'],
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      prominent: 6,
      key: 'n',
      may: designers,
    },
  },
  refusals: {
    'operating_model.steps.wrong': {
      en: 'steps: "{value}" is no answer to "{question}" of the building block "{step}", or the block is unknown or taken twice.',
      nl: 'steps: "{value}" is geen antwoord op "{question}" van bouwsteen "{step}", of de bouwsteen is onbekend of dubbel genomen.',
      de: 'steps: „{value}“ ist keine Antwort auf „{question}“ des Bausteins „{step}“, oder der Baustein ist unbekannt oder doppelt.',
    },
    'operating_model.publish.empty': {
      en: 'steps: this model has no process at all. Take at least one building block that adds one.',
      nl: 'steps: dit model heeft geen enkel proces. Neem minstens één bouwsteen die er een toevoegt.',
      de: 'steps: dieses Modell hat keinen Prozess. Nehmen Sie mindestens einen Baustein, der einen hinzufügt.',
    },
  },
});
