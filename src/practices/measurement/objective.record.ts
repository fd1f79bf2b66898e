// What an objective is: what the house wants to reach on one level, under the objective it serves and above those that carry it.
import type { Field } from '../../kernel/field.ts';
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { levels } from './measure-fields.record.ts';

const inside = { side: 'integrator' } as const satisfies Scope;
const leaders = { all: [inside, { role: ['process_manager', 'service_level_manager', 'executive', 'administrator'] }] } as const satisfies Scope;
const live = ['proposed', 'agreed'] as const;

const fields = {
  name: { kind: 'text', required: true, max: 200, search: 'A', sorts: true, label: { en: 'Objective', nl: 'Doel', de: 'Ziel' } },
  level: { kind: 'choice', required: true, options: levels, listed: true, label: { en: 'Level', nl: 'Niveau', de: 'Ebene' } },
  why: {
    kind: 'prose',
    max: 10_000,
    search: 'B',
    label: { en: 'Why', nl: 'Waarom', de: 'Warum' },
    means: {
      en: 'What it is good for, in words of the level above.',
      nl: 'Waar het goed voor is, in woorden van het niveau erboven.',
      de: 'Wozu es gut ist, in Worten der Ebene darüber.',
    },
  },
  parent: {
    kind: 'ref',
    to: 'objective',
    listed: true,
    label: { en: 'Serves', nl: 'Dient', de: 'Dient' },
    means: {
      en: 'The objective of a higher level that this one carries.',
      nl: 'Het doel van een hoger niveau dat hierdoor gedragen wordt.',
      de: 'Das Ziel einer höheren Ebene, das hiervon getragen wird.',
    },
  },
  measure: {
    kind: 'ref',
    to: 'measure',
    listed: true,
    label: { en: 'Measured by', nl: 'Gemeten met', de: 'Gemessen mit' },
  },
  target: {
    kind: 'integer',
    label: { en: 'Target', nl: 'Norm', de: 'Zielwert' },
    means: {
      en: 'In the unit of its measure: parts per million, minutes, a count, hundredths of money, or thousandths of a score.',
      nl: 'In de eenheid van de meetwaarde: miljoensten, minuten, een aantal, centen, of duizendsten van een score.',
      de: 'In der Einheit der Kennzahl: Millionstel, Minuten, eine Anzahl, Cent oder Tausendstel der Punkte.',
    },
  },
  by: { kind: 'date', listed: true, sorts: true, label: { en: 'By', nl: 'Uiterlijk', de: 'Bis' } },
  owner: { kind: 'ref', to: 'person', listed: true, label: { en: 'Owner', nl: 'Eigenaar', de: 'Verantwortlich' } },
  ended: { kind: 'prose', max: 10_000, label: { en: 'How it ended', nl: 'Hoe het afliep', de: 'Wie es ausging' } },
} as const satisfies Readonly<Record<string, Field>>;

const note = { kind: 'prose', max: 5_000, label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } as const satisfies Field;

export const objective = define({
  name: 'objective',
  plural: 'objectives',
  practice: 'measurement',
  level: 'strategic',
  prefix: 'OBJ',
  label: { en: 'objective', nl: 'doel', de: 'Ziel' },
  plural_label: { en: 'objectives', nl: 'doelen', de: 'Ziele' },
  means: {
    en: 'Something the house wants to reach. From what the board wants down to what somebody does today there is one line, and each step says how far it is.',
    nl: 'Iets wat het huis wil bereiken. Van wat het bestuur wil tot wat iemand vandaag doet loopt één lijn, en elke stap zegt hoever het is.',
    de: 'Etwas, das das Haus erreichen will. Von dem, was der Vorstand will, bis zu dem, was jemand heute tut, führt eine Linie, und jeder Schritt sagt, wie weit es ist.',
  },
  title: 'name',
  initial: 'proposed',
  fields,
  states: {
    proposed: { label: { en: 'Proposed', nl: 'Voorgesteld', de: 'Vorgeschlagen' }, tone: 'info' },
    agreed: { label: { en: 'Agreed', nl: 'Afgesproken', de: 'Vereinbart' }, tone: 'good' },
    reached: { label: { en: 'Reached', nl: 'Gehaald', de: 'Erreicht' }, tone: 'good', ends: true },
    missed: { label: { en: 'Missed', nl: 'Niet gehaald', de: 'Verfehlt' }, tone: 'bad', ends: true },
    dropped: { label: { en: 'Dropped', nl: 'Losgelaten', de: 'Aufgegeben' }, tone: 'neutral', ends: true },
  },
  see: inside,
  commands: {
    propose: {
      opens: true,
      fact: 'proposed',
      to: 'proposed',
      label: { en: 'Propose an objective', nl: 'Doel voorstellen', de: 'Ziel vorschlagen' },
      tells: { en: 'proposed this: {name}', nl: 'stelde dit voor: {name}', de: 'schlug dies vor: {name}' },
      needs: ['name', 'level'],
      takes: ['why', 'parent', 'measure', 'target', 'by', 'owner'],
      may: leaders,
    },
    agree: {
      fact: 'agreed',
      from: ['proposed'],
      to: 'agreed',
      prominent: 1,
      label: { en: 'Agree', nl: 'Afspreken', de: 'Vereinbaren' },
      tells: { en: 'agreed to this, to be reached by {by}', nl: 'sprak dit af, te halen op {by}', de: 'vereinbarte dies, zu erreichen bis {by}' },
      takes: ['owner', 'target', 'by', 'measure'],
      may: leaders,
    },
    edit: {
      fact: 'edited',
      from: live,
      prominent: 3,
      key: 'e',
      label: { en: 'Edit', nl: 'Bewerken', de: 'Bearbeiten' },
      tells: { en: 'changed this', nl: 'wijzigde dit', de: 'änderte dies' },
      takes: ['name', 'why', 'parent', 'measure', 'owner'],
      may: leaders,
    },
    retarget: {
      fact: 'retargeted',
      from: ['agreed'],
      prominent: 2,
      label: { en: 'Change the target', nl: 'Norm wijzigen', de: 'Zielwert ändern' },
      tells: {
        en: 'changed the target from {was} to {target}',
        nl: 'wijzigde de norm van {was} in {target}',
        de: 'änderte den Zielwert von {was} auf {target}',
      },
      needs: ['target', 'note'],
      takes: ['by'],
      input: { note },
      may: leaders,
    },
    reach: {
      fact: 'reached',
      from: ['agreed'],
      to: 'reached',
      final: true,
      label: { en: 'Conclude as reached', nl: 'Afsluiten als gehaald', de: 'Als erreicht abschließen' },
      tells: { en: 'concluded that this was reached', nl: 'stelde vast dat dit is gehaald', de: 'stellte fest, dass dies erreicht ist' },
      needs: ['ended'],
      may: leaders,
    },
    miss: {
      fact: 'missed',
      from: ['agreed'],
      to: 'missed',
      final: true,
      label: { en: 'Conclude as missed', nl: 'Afsluiten als niet gehaald', de: 'Als verfehlt abschließen' },
      tells: { en: 'concluded that this was missed', nl: 'stelde vast dat dit niet is gehaald', de: 'stellte fest, dass dies verfehlt ist' },
      needs: ['ended'],
      may: leaders,
    },
    drop: {
      fact: 'dropped',
      from: live,
      to: 'dropped',
      label: { en: 'Drop', nl: 'Loslaten', de: 'Aufgeben' },
      tells: { en: 'dropped this', nl: 'liet dit los', de: 'gab dies auf' },
      needs: ['ended'],
      may: leaders,
    },
  },
  refusals: {
    'objective.parent.not_higher': {
      en: '{parent} is {parent_level}; an objective that is {level} serves one of a higher level.',
      nl: '{parent} is {parent_level}; een doel dat {level} is dient er een van een hoger niveau.',
      de: '{parent} ist {parent_level}; ein Ziel, das {level} ist, dient einem einer höheren Ebene.',
    },
    'objective.parent.ended': {
      en: '{parent} has ended; serve one that is open.',
      nl: '{parent} is afgelopen; dien een doel dat nog open is.',
      de: '{parent} ist beendet; dienen Sie einem offenen.',
    },
    'objective.agree.incomplete': {
      en: '{field} is missing: an agreed objective has an owner, a target and a date.',
      nl: '{field} ontbreekt: een afgesproken doel heeft een eigenaar, een norm en een datum.',
      de: '{field} fehlt: ein vereinbartes Ziel hat eine verantwortliche Person, einen Zielwert und ein Datum.',
    },
    'objective.agree.in_past': {
      en: 'by must be later than today.',
      nl: 'by moet later dan vandaag zijn.',
      de: 'by muss nach heute liegen.',
    },
    'objective.target.out_of_range': {
      en: 'target must be from 0 to {most} for the unit of its measure.',
      nl: 'target moet van 0 tot {most} zijn voor de eenheid van de meetwaarde.',
      de: 'target muss für die Einheit der Kennzahl von 0 bis {most} sein.',
    },
    'objective.end.carried': {
      en: '{children} still carry this; conclude or drop them first, or let them serve another.',
      nl: '{children} dragen dit nog; sluit die eerst af, laat ze los, of laat ze een ander doel dienen.',
      de: '{children} tragen dies noch; schließen Sie diese zuerst ab, geben Sie sie auf oder lassen Sie sie einem anderen dienen.',
    },
  },
});
