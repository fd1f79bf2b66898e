// What a scorecard is: the figures of a period as a board was shown them. What turns out otherwise later is a new edition beside it.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { shape } from '../../kernel/shape.ts';
import type { Figure } from './answers.record.ts';

const inside = { side: 'integrator' } as const satisfies Scope;
const leaders = { all: [inside, { role: ['process_manager', 'service_level_manager', 'executive', 'administrator'] }] } as const satisfies Scope;
const figures = shape<readonly Figure[]>({
  description: 'The figures on the board with their targets and the periods before, as they were computed.',
  type: 'array',
  maxItems: 12,
  items: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      name: { type: 'string' },
      value: { description: 'In the unit of the measure; null where nothing was measured.' },
      values: { type: 'array', items: { type: 'object' } },
    },
    required: ['code', 'name', 'value', 'values'],
  },
});

export const scorecard = define({
  name: 'scorecard',
  plural: 'scorecards',
  practice: 'measurement',
  level: 'strategic',
  prefix: 'SCD',
  label: { en: 'scorecard', nl: 'scorekaart', de: 'Scorecard' },
  plural_label: { en: 'scorecards', nl: 'scorekaarten', de: 'Scorecards' },
  means: {
    en: 'At most twelve figures of a month or quarter, frozen: who looks later sees what the board saw.',
    nl: 'Hooguit twaalf cijfers van een maand of kwartaal, bevroren: wie later kijkt ziet wat het bestuur zag.',
    de: 'Höchstens zwölf Zahlen eines Monats oder Quartals, festgeschrieben: wer später schaut, sieht, was der Vorstand sah.',
  },
  title: 'name',
  initial: 'frozen',
  fields: {
    name: { kind: 'text', required: true, max: 120, search: 'A', sorts: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    period: {
      kind: 'text',
      required: true,
      max: 7,
      listed: true,
      label: { en: 'Period', nl: 'Periode', de: 'Zeitraum' },
      means: {
        en: 'A month such as 2026-03 or a quarter such as 2026-Q1.',
        nl: 'Een maand zoals 2026-03 of een kwartaal zoals 2026-Q1.',
        de: 'Ein Monat wie 2026-03 oder ein Quartal wie 2026-Q1.',
      },
    },
    edition: { kind: 'integer', required: true, listed: true, label: { en: 'Edition', nl: 'Uitgave', de: 'Ausgabe' } },
    frozen_at: { kind: 'instant', required: true, listed: true, label: { en: 'Frozen', nl: 'Bevroren', de: 'Festgeschrieben' } },
    figures: { kind: 'data', shape: figures, names: 'scorecard_figures', required: true, label: { en: 'Figures', nl: 'Cijfers', de: 'Zahlen' } },
    reason: {
      kind: 'prose',
      max: 5_000,
      label: { en: 'Why again', nl: 'Waarom opnieuw', de: 'Warum erneut' },
      means: {
        en: 'Needed when the period was frozen before: the earlier edition stays as it is.',
        nl: 'Nodig als de periode al bevroren is: de eerdere uitgave blijft zoals hij is.',
        de: 'Nötig, wenn der Zeitraum schon festgeschrieben ist: die frühere Ausgabe bleibt, wie sie ist.',
      },
    },
  },
  states: { frozen: { label: { en: 'Frozen', nl: 'Bevroren', de: 'Festgeschrieben' }, tone: 'good', ends: true } },
  see: inside,
  commands: {
    freeze: {
      opens: true,
      fact: 'frozen',
      to: 'frozen',
      final: true,
      label: { en: 'Freeze the figures', nl: 'Cijfers bevriezen', de: 'Zahlen festschreiben' },
      tells: { en: 'froze the figures of {period}', nl: 'bevroor de cijfers van {period}', de: 'schrieb die Zahlen von {period} fest' },
      needs: ['per', 'day'],
      takes: ['reason'],
      input: {
        per: {
          kind: 'choice',
          label: { en: 'Of a', nl: 'Van een', de: 'Eines' },
          options: { month: { en: 'Month', nl: 'Maand', de: 'Monats' }, quarter: { en: 'Quarter', nl: 'Kwartaal', de: 'Quartals' } },
        },
        day: {
          kind: 'date',
          label: { en: 'Day', nl: 'Dag', de: 'Tag' },
          means: { en: 'Any day of that month or quarter.', nl: 'Een dag in die maand of dat kwartaal.', de: 'Ein Tag dieses Monats oder Quartals.' },
        },
      },
      may: leaders,
    },
  },
  refusals: {
    'scorecard.freeze.not_over': {
      en: 'day lies in {period}, which is not over yet; freeze it from {until} on.',
      nl: 'day ligt in {period}, en dat is nog niet voorbij; bevriezen kan vanaf {until}.',
      de: 'day liegt in {period}, und das ist noch nicht vorbei; festschreiben geht ab {until}.',
    },
    'scorecard.freeze.nothing': {
      en: 'No measure stands on the scorecard. Put measures on it first.',
      nl: 'Er staat geen meetwaarde op de scorekaart. Zet er eerst op.',
      de: 'Auf der Scorecard steht keine Kennzahl. Setzen Sie zuerst welche darauf.',
    },
    'scorecard.freeze.again': {
      en: 'reason must say why: {other} holds the figures of {period} already, and stays.',
      nl: 'reason moet zeggen waarom: {other} bevat de cijfers van {period} al, en blijft.',
      de: 'reason muss sagen, warum: {other} enthält die Zahlen von {period} bereits und bleibt.',
    },
  },
});
