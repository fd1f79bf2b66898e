// What an improvement is: an idea that is planned, done, checked by a measurement and only then called done.
import { define } from '../../kernel/record.ts';
import { improvementFields } from './improvement.fields.ts';
import { improvementRefusals } from './improvement.refusals.ts';
import { valuesShape } from './improvement.shapes.record.ts';
import { integrator, managers, note, owners, staff, why } from './scopes.ts';

const planned = ['process', 'measure', 'unit', 'better', 'baseline', 'expected', 'starts_on', 'window_months', 'customer', 'owner', 'level'] as const;
const every = ['idea', 'accepted', 'doing', 'measuring', 'done', 'stopped'] as const;

export const improvement = define({
  name: 'improvement',
  plural: 'improvements',
  practice: 'improvement',
  level: 'tactical',
  prefix: 'IMP',
  label: { en: 'improvement', nl: 'verbetering', de: 'Verbesserung' },
  plural_label: { en: 'improvements', nl: 'verbeteringen', de: 'Verbesserungen' },
  means: {
    en: 'Something that is to become better, by a measure: from a baseline to what is expected. It is done when the measurement says so.',
    nl: 'Iets dat beter moet worden, volgens een maat: van een nulmeting naar wat wordt verwacht. Het is klaar als de meting dat zegt.',
    de: 'Etwas, das besser werden soll, gemessen: von einem Ausgangswert zum Erwarteten. Fertig ist es, wenn die Messung es sagt.',
  },
  title: 'title',
  initial: 'idea',
  fields: improvementFields,
  states: {
    idea: { label: { en: 'Idea', nl: 'Idee', de: 'Idee' }, tone: 'neutral' },
    accepted: { label: { en: 'Accepted', nl: 'Aangenomen', de: 'Angenommen' }, tone: 'info' },
    doing: { label: { en: 'Doing', nl: 'Bezig', de: 'In Arbeit' }, tone: 'info' },
    measuring: { label: { en: 'Measuring', nl: 'In meting', de: 'In Messung' }, tone: 'warn' },
    done: { label: { en: 'Done', nl: 'Klaar', de: 'Fertig' }, tone: 'good', ends: true },
    stopped: { label: { en: 'Stopped', nl: 'Gestopt', de: 'Gestoppt' }, tone: 'neutral', ends: true },
  },
  see: integrator,
  commands: {
    propose: {
      opens: true,
      fact: 'proposed',
      label: { en: 'Propose an improvement', nl: 'Verbetering voorstellen', de: 'Verbesserung vorschlagen' },
      tells: { en: 'proposed this', nl: 'stelde dit voor', de: 'schlug dies vor' },
      needs: ['title'],
      takes: ['text', 'source_kind', 'source', ...planned],
      may: staff,
    },
    edit: {
      fact: 'edited',
      prominent: 4,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed the plan', nl: 'wijzigde het plan', de: 'änderte den Plan' },
      takes: ['title', 'text', 'source_kind', 'source', ...planned],
      may: owners,
    },
    accept: {
      fact: 'accepted',
      from: ['idea', 'stopped'],
      to: 'accepted',
      prominent: 1,
      label: { en: 'Accept', nl: 'Aannemen', de: 'Annehmen' },
      tells: { en: 'accepted this', nl: 'nam dit aan', de: 'nahm dies an' },
      takes: ['owner', 'process', 'level'],
      may: managers,
    },
    start: {
      fact: 'started',
      from: ['accepted', 'measuring'],
      to: 'doing',
      prominent: 1,
      label: { en: 'Start', nl: 'Beginnen', de: 'Beginnen' },
      tells: {
        en: 'started this ({doing} of {limit} at a time)',
        nl: 'begon hiermee ({doing} van {limit} tegelijk)',
        de: 'begann damit ({doing} von {limit} gleichzeitig)',
      },
      takes: ['owner', 'measure', 'unit', 'better', 'baseline', 'expected'],
      input: {
        beyond_limit: {
          kind: 'boolean',
          label: { en: 'Although the limit is reached', nl: 'Ook al is de grens bereikt', de: 'Obwohl die Grenze erreicht ist' },
        },
      },
      may: owners,
    },
    deliver: {
      fact: 'delivered',
      from: ['doing'],
      to: 'measuring',
      prominent: 1,
      label: { en: 'In effect: measure', nl: 'Van kracht: meten', de: 'Wirksam: messen' },
      tells: { en: 'put this into effect on {starts_on}', nl: 'voerde dit in op {starts_on}', de: 'setzte dies am {starts_on} in Kraft' },
      takes: ['starts_on', 'window_months'],
      may: owners,
    },
    measure: {
      fact: 'measured',
      from: ['measuring'],
      prominent: 1,
      label: { en: 'Measure the effect', nl: 'Effect meten', de: 'Wirkung messen' },
      tells: {
        en: 'measured {measured} against a baseline of {baseline}',
        nl: 'mat {measured} tegen een nulmeting van {baseline}',
        de: 'maß {measured} gegenüber {baseline}',
      },
      input: {
        before: {
          kind: 'data',
          shape: valuesShape,
          names: 'month_values',
          label: { en: 'Values before', nl: 'Waarden ervoor', de: 'Werte davor' },
          means: {
            en: 'Only when the measure is not computed here: value by month, in its unit.',
            nl: 'Alleen als de maat hier niet wordt berekend: waarde per maand, in de eenheid.',
            de: 'Nur wenn die Kennzahl hier nicht berechnet wird: Wert je Monat, in ihrer Einheit.',
          },
        },
        after: { kind: 'data', shape: valuesShape, names: 'month_values', label: { en: 'Values after', nl: 'Waarden erna', de: 'Werte danach' } },
        from: { kind: 'text', max: 300, label: { en: 'Where they are from', nl: 'Waar ze vandaan komen', de: 'Woher sie stammen' } },
      },
      takes: ['saved_minutes'],
      may: owners,
    },
    finish: {
      fact: 'finished',
      from: ['measuring'],
      to: 'done',
      prominent: 2,
      label: { en: 'Done', nl: 'Klaar', de: 'Fertig' },
      tells: { en: 'called this done: {lesson}', nl: 'noemde dit klaar: {lesson}', de: 'nannte dies fertig: {lesson}' },
      needs: ['lesson'],
      takes: ['saved_minutes'],
      may: owners,
    },
    stop: {
      fact: 'stopped',
      from: ['idea', 'accepted', 'doing', 'measuring'],
      to: 'stopped',
      label: { en: 'Stop', nl: 'Stoppen', de: 'Stoppen' },
      tells: { en: 'stopped this', nl: 'stopte dit', de: 'stoppte dies' },
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
      may: staff,
    },
  },
  refusals: improvementRefusals,
});
