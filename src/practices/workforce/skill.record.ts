// The skill record: that somebody has a competence, at which level and until when.
import { define } from '../../kernel/record.ts';
import { lead, person, title, workerRefusals } from './fields.ts';
import { insiders, ownOrLed, plannersOrOwn } from './scopes.record.ts';

export const skill = define({
  name: 'skill',
  plural: 'skills',
  practice: 'workforce',
  level: 'tactical',
  prefix: 'SKL',
  label: { en: 'Skill', nl: 'Vaardigheid', de: 'Fähigkeit' },
  plural_label: { en: 'Skills', nl: 'Vaardigheden', de: 'Fähigkeiten' },
  means: {
    en: 'That somebody has a competence: at which level from 1 to 5, on what evidence, and until when.',
    nl: 'Dat iemand een competentie heeft: op welk niveau van 1 tot 5, waaruit dat blijkt, en tot wanneer.',
    de: 'Dass jemand eine Kompetenz hat: auf welcher Stufe von 1 bis 5, mit welchem Nachweis und bis wann.',
  },
  title: 'title',
  initial: 'held',
  fields: {
    title,
    person,
    competence: { kind: 'ref', to: 'competence', required: true, listed: true, label: { en: 'Competence', nl: 'Competentie', de: 'Kompetenz' } },
    level: {
      kind: 'integer',
      min: 1,
      max: 5,
      required: true,
      listed: true,
      label: { en: 'Level', nl: 'Niveau', de: 'Stufe' },
      means: {
        en: '1 with help, 2 known cases alone, 3 most cases alone, 4 helps others, 5 sets how it is done.',
        nl: '1 met hulp, 2 bekende gevallen alleen, 3 de meeste gevallen alleen, 4 helpt anderen, 5 bepaalt hoe het moet.',
        de: '1 mit Hilfe, 2 bekannte Fälle allein, 3 die meisten Fälle allein, 4 hilft anderen, 5 bestimmt, wie es geht.',
      },
    },
    valid_until: {
      kind: 'date',
      sorts: true,
      listed: true,
      label: { en: 'Valid until', nl: 'Geldig tot en met', de: 'Gültig bis' },
      means: { en: 'Empty: it does not lapse.', nl: 'Leeg: verloopt niet.', de: 'Leer: verfällt nicht.' },
    },
    evidence: {
      kind: 'text',
      max: 300,
      search: 'B',
      label: { en: 'Evidence', nl: 'Bewijs', de: 'Nachweis' },
      means: {
        en: 'A certificate, a test, work that was done.',
        nl: 'Een certificaat, een toets, gedaan werk.',
        de: 'Ein Zertifikat, eine Prüfung, getane Arbeit.',
      },
    },
    confirmed_by: {
      kind: 'ref',
      to: 'person',
      listed: true,
      label: { en: 'Confirmed by', nl: 'Bevestigd door', de: 'Bestätigt von' },
      means: {
        en: 'Empty: only the person says so.',
        nl: 'Leeg: alleen de persoon zelf zegt het.',
        de: 'Leer: nur die Person selbst sagt es.',
      },
    },
    lead,
  },
  states: {
    held: { label: { en: 'Held', nl: 'Aanwezig', de: 'Vorhanden' }, tone: 'good' },
    ended: { label: { en: 'Ended', nl: 'Vervallen', de: 'Erloschen' }, tone: 'neutral', ends: true },
  },
  see: ownOrLed,
  commands: {
    open: {
      opens: true,
      fact: 'recorded',
      label: { en: 'Record skill', nl: 'Vaardigheid vastleggen', de: 'Fähigkeit erfassen' },
      tells: { en: 'recorded level {level}', nl: 'legde niveau {level} vast', de: 'erfasste Stufe {level}' },
      needs: ['competence', 'level'],
      takes: ['person', 'valid_until', 'evidence'],
      may: insiders,
    },
    edit: {
      fact: 'edited',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this skill', nl: 'wijzigde deze vaardigheid', de: 'änderte diese Fähigkeit' },
      takes: ['level', 'valid_until', 'evidence'],
      may: plannersOrOwn,
      prominent: 1,
      key: 'e',
    },
    end: {
      fact: 'ended',
      from: ['held'],
      to: 'ended',
      label: { en: 'No longer held', nl: 'Niet langer aanwezig', de: 'Nicht mehr vorhanden' },
      tells: { en: 'recorded that this is no longer held', nl: 'legde vast dat dit er niet meer is', de: 'vermerkte, dass dies nicht mehr vorhanden ist' },
      may: plannersOrOwn,
    },
  },
  refusals: {
    ...workerRefusals('skill'),
    'skill.competence_retired': {
      en: '{competence} is retired. Use it again, or choose another competence.',
      nl: '{competence} is vervallen. Neem die weer in gebruik of kies een andere competentie.',
      de: '{competence} ist entfallen. Nehmen Sie sie wieder in Nutzung oder wählen Sie eine andere Kompetenz.',
    },
    'skill.already_held': {
      en: '{person} already has {skill} for this competence; edit that one.',
      nl: '{person} heeft al {skill} voor deze competentie; wijzig die.',
      de: '{person} hat bereits {skill} für diese Kompetenz; ändern Sie diese.',
    },
  },
});
