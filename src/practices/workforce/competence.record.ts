// The competence record: something people must be able to do, which activities ask for it, and for which services.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { insiders, planners } from './scopes.record.ts';

/** An activity of a process (by its code) that asks for so many people at this level or above. */
export type Demand = { readonly process: string; readonly activity: string; readonly level: number; readonly people: number };

const demands = shape<readonly Demand[]>({
  description: 'Activities that ask for it: code of the process, the activity in words, the least level (1 to 5) and how many people.',
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    properties: {
      process: { type: 'string', maxLength: 60, pattern: '^[a-z][a-z0-9_]*$' },
      activity: { type: 'string', maxLength: 200 },
      level: { type: 'integer', minimum: 1, maximum: 5 },
      people: { type: 'integer', minimum: 1, maximum: 1000 },
    },
    required: ['process', 'activity', 'level', 'people'],
    additionalProperties: false,
  },
});

export const competence = define({
  name: 'competence',
  plural: 'competences',
  practice: 'workforce',
  level: 'tactical',
  prefix: 'CMP',
  label: { en: 'Competence', nl: 'Competentie', de: 'Kompetenz' },
  plural_label: { en: 'Competences', nl: 'Competenties', de: 'Kompetenzen' },
  means: {
    en: 'Something people must be able to do: which activities ask for it at which level, and for which services.',
    nl: 'Iets wat mensen moeten kunnen: welke activiteiten erom vragen, op welk niveau, en voor welke diensten.',
    de: 'Etwas, das Menschen können müssen: welche Aktivitäten danach fragen, auf welcher Stufe, und für welche Services.',
  },
  title: 'name',
  initial: 'active',
  fields: {
    name: { kind: 'text', required: true, max: 120, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    description: { kind: 'prose', max: 4_000, search: 'B', label: { en: 'Description', nl: 'Omschrijving', de: 'Beschreibung' } },
    demands: {
      kind: 'data',
      shape: demands,
      names: 'competence_demands',
      required: true,
      label: { en: 'Asked for by', nl: 'Gevraagd door', de: 'Gefragt von' },
      means: {
        en: 'The activities that ask for it, from which level and by how many people.',
        nl: 'De activiteiten die erom vragen, vanaf welk niveau en door hoeveel mensen.',
        de: 'Die Aktivitäten, die danach fragen, ab welcher Stufe und durch wie viele Personen.',
      },
    },
    services: {
      kind: 'refs',
      to: 'service',
      required: true,
      listed: true,
      label: { en: 'For services', nl: 'Voor diensten', de: 'Für Services' },
      means: {
        en: 'Whoever assigns an incident on one of these is told who has it.',
        nl: 'Wie een incident hierop toewijst, krijgt te zien wie dit kan.',
        de: 'Wer einen Incident darauf zuweist, sieht, wer das kann.',
      },
    },
  },
  states: {
    active: { label: { en: 'Active', nl: 'Actief', de: 'Aktiv' }, tone: 'good' },
    retired: { label: { en: 'Retired', nl: 'Vervallen', de: 'Entfallen' }, tone: 'neutral', ends: true },
  },
  see: insiders,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Add competence', nl: 'Competentie toevoegen', de: 'Kompetenz anlegen' },
      tells: { en: 'added this competence', nl: 'heeft deze competentie toegevoegd', de: 'hat diese Kompetenz angelegt' },
      needs: ['name'],
      takes: ['description', 'demands', 'services'],
      may: planners,
    },
    edit: {
      fact: 'edited',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed the details', nl: 'heeft de gegevens gewijzigd', de: 'hat die Angaben geändert' },
      takes: ['name', 'description', 'demands', 'services'],
      may: planners,
      prominent: 1,
      key: 'e',
    },
    retire: {
      fact: 'retired',
      from: ['active'],
      to: 'retired',
      label: { en: 'Retire', nl: 'Laten vervallen', de: 'Entfallen lassen' },
      tells: { en: 'retired this competence', nl: 'liet deze competentie vervallen', de: 'ließ diese Kompetenz entfallen' },
      may: planners,
    },
    reinstate: {
      fact: 'reinstated',
      from: ['retired'],
      to: 'active',
      label: { en: 'Use again', nl: 'Weer gebruiken', de: 'Wieder nutzen' },
      tells: { en: 'took this competence into use again', nl: 'nam deze competentie weer in gebruik', de: 'nahm diese Kompetenz wieder in Nutzung' },
      may: planners,
      prominent: 1,
    },
  },
});
