// What a maturity assessment is: a questionnaire about one process, answered with evidence; its score is the lowest answered rule.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { type Shown, shownSchema } from './audit.shapes.record.ts';
import { integrator, managers, note } from './scopes.ts';

export const ratingTexts = {
  n: { en: 'Not', nl: 'Niet', de: 'Nicht' },
  p: { en: 'Partly', nl: 'Deels', de: 'Teilweise' },
  l: { en: 'Largely', nl: 'Grotendeels', de: 'Weitgehend' },
  f: { en: 'Fully', nl: 'Volledig', de: 'Vollständig' },
} as const;
export type MaturityAnswer = {
  readonly code: string;
  readonly rating: keyof typeof ratingTexts;
  readonly text: string | null;
  readonly records: readonly string[];
  readonly shown: Shown | null;
};

const answersShape = shape<readonly MaturityAnswer[]>({
  description: 'The answer to each question: how far it is so, in which words, by which records, and what the data said by itself.',
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    properties: {
      code: { type: 'string', maxLength: 20 },
      rating: { enum: Object.keys(ratingTexts) },
      text: { anyOf: [{ type: 'string', maxLength: 5_000 }, { type: 'null' }] },
      records: { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 20 } },
      shown: shownSchema,
    },
    required: ['code', 'rating', 'text', 'records', 'shown'],
    additionalProperties: false,
  },
});
const level = { kind: 'integer', min: 0, max: 5 } as const;

export const maturityAssessment = define({
  name: 'maturity_assessment',
  plural: 'maturity_assessments',
  practice: 'improvement',
  level: 'strategic',
  prefix: 'MAT',
  label: { en: 'maturity assessment', nl: 'volwassenheidsmeting', de: 'Reifegradbewertung' },
  plural_label: { en: 'maturity assessments', nl: 'volwassenheidsmetingen', de: 'Reifegradbewertungen' },
  means: {
    en: 'How mature one process is, from 0 to 5. A level counts only when everything of it and below is largely or fully so.',
    nl: 'Hoe volwassen één proces is, van 0 tot 5. Een niveau telt alleen als alles daarvan en daaronder grotendeels of volledig zo is.',
    de: 'Wie reif ein Prozess ist, von 0 bis 5. Eine Stufe zählt nur, wenn alles auf ihr und darunter weitgehend oder vollständig so ist.',
  },
  title: 'title',
  initial: 'draft',
  fields: {
    title: { kind: 'text', required: true, max: 200, search: 'A', listed: true, label: { en: 'Title', nl: 'Titel', de: 'Titel' } },
    process: { kind: 'ref', to: 'process', required: true, listed: true, label: { en: 'Process', nl: 'Proces', de: 'Prozess' } },
    assessor: { kind: 'ref', to: 'person', listed: true, label: { en: 'Assessor', nl: 'Beoordelaar', de: 'Bewertet von' } },
    assessed_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'Assessed on', nl: 'Gemeten op', de: 'Bewertet am' } },
    answers: { kind: 'data', shape: answersShape, names: 'maturity_answers', required: true, label: { en: 'Answers', nl: 'Antwoorden', de: 'Antworten' } },
    score: { ...level, listed: true, label: { en: 'Level', nl: 'Niveau', de: 'Stufe' } },
    previous: { ...level, listed: true, label: { en: 'Level before', nl: 'Vorig niveau', de: 'Stufe davor' } },
    goal: { ...level, listed: true, label: { en: 'Goal', nl: 'Doel', de: 'Ziel' } },
    held_by: {
      kind: 'texts',
      required: true,
      label: { en: 'Held back by', nl: 'Tegengehouden door', de: 'Gehalten durch' },
      means: {
        en: 'Questions that keep the next level out of reach.',
        nl: 'Vragen die het volgende niveau buiten bereik houden.',
        de: 'Fragen, die die nächste Stufe verhindern.',
      },
    },
  },
  states: {
    draft: { label: { en: 'Being answered', nl: 'Wordt beantwoord', de: 'Wird beantwortet' }, tone: 'info' },
    final: { label: { en: 'Final', nl: 'Definitief', de: 'Endgültig' }, tone: 'good', ends: true },
  },
  see: integrator,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Assess a process', nl: 'Proces beoordelen', de: 'Prozess bewerten' },
      tells: { en: 'began to assess {process}', nl: 'begon {process} te beoordelen', de: 'begann, {process} zu bewerten' },
      needs: ['process'],
      takes: ['title', 'goal', 'assessor', 'assessed_on', 'answers'],
      may: managers,
    },
    answer: {
      fact: 'answered',
      from: ['draft'],
      prominent: 1,
      key: 'e',
      label: { en: 'Answer', nl: 'Beantwoorden', de: 'Beantworten' },
      tells: { en: 'answered {count} of {of} questions', nl: 'beantwoordde {count} van {of} vragen', de: 'beantwortete {count} von {of} Fragen' },
      needs: ['answers'],
      takes: ['goal', 'assessed_on'],
      may: managers,
    },
    finalise: {
      fact: 'finalised',
      from: ['draft'],
      to: 'final',
      final: true,
      prominent: 2,
      label: { en: 'Make final', nl: 'Definitief maken', de: 'Festschreiben' },
      tells: { en: 'found level {score}', nl: 'stelde niveau {score} vast', de: 'stellte Stufe {score} fest' },
      may: managers,
    },
    note: {
      fact: 'noted',
      from: ['draft', 'final'],
      prominent: 6,
      key: 'n',
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: managers,
    },
  },
  refusals: {
    'maturity_assessment.unknown_question': {
      en: 'answers: {code} is no question of the questionnaire.',
      nl: 'answers: {code} is geen vraag van de vragenlijst.',
      de: 'answers: {code} ist keine Frage des Fragebogens.',
    },
    'maturity_assessment.answered_twice': {
      en: 'answers: {code} is answered twice.',
      nl: 'answers: {code} is twee keer beantwoord.',
      de: 'answers: {code} ist zweimal beantwortet.',
    },
    'maturity_assessment.needs_evidence': {
      en: 'answers: {code} is called largely or fully so. Name a record that shows it, or say in text what you saw.',
      nl: 'answers: {code} heet grotendeels of volledig zo. Noem een record waaruit dat blijkt, of zeg in text wat u zag.',
      de: 'answers: {code} gilt als weitgehend oder vollständig. Nennen Sie einen Datensatz, der es zeigt, oder sagen Sie in text, was Sie sahen.',
    },
    'maturity_assessment.finalise.unanswered': {
      en: 'answers: {code} of level {level} is not answered. Answer every question up to the level you claim, and the one that stops it.',
      nl: 'answers: {code} van niveau {level} is niet beantwoord. Beantwoord elke vraag tot het niveau dat u claimt, en die het tegenhoudt.',
      de: 'answers: {code} der Stufe {level} ist nicht beantwortet. Beantworten Sie jede Frage bis zur beanspruchten Stufe und die, die sie verhindert.',
    },
  },
});
