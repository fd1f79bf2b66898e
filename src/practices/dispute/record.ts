// What a dispute is: one party contests whose time a stretch of a record's ledger was; the other answers, and the integrator rules.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { disputeFields, note } from './fields.ts';
import { disputeRefusals } from './refusals.ts';

const insiders = { all: [{ side: 'integrator' }, { role: ['agent', 'process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
const anybody = { any: [insiders, { side: 'customer' }, { side: 'supplier' }] } as const satisfies Scope;
/** Who decides is a matter of role, and never that of the other party. */
const judges = { all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager'] }] } as const satisfies Scope;
const open = ['open', 'answered'] as const;

export const dispute = define({
  name: 'dispute',
  plural: 'disputes',
  practice: 'dispute',
  level: 'tactical',
  prefix: 'DSP',
  label: { en: 'dispute', nl: 'betwisting', de: 'Einspruch' },
  plural_label: { en: 'disputes', nl: 'betwistingen', de: 'Einsprüche' },
  means: {
    en: 'Somebody says that time in a ledger was not theirs. A ruling says whose it counts as; what was recorded never changes.',
    nl: 'Iemand zegt dat tijd in een tijdverdeling niet de zijne was. Een uitspraak zegt voor wie ze telt; wat is vastgelegd verandert nooit.',
    de: 'Jemand sagt, dass Zeit in einem Zeitnachweis nicht die seine war. Eine Entscheidung sagt, für wen sie zählt; was erfasst wurde, ändert sich nie.',
  },
  title: 'title',
  initial: 'open',
  fields: disputeFields,
  states: {
    open: { label: { en: 'Raised', nl: 'Aangetekend', de: 'Erhoben' }, tone: 'warn' },
    answered: { label: { en: 'Answered', nl: 'Beantwoord', de: 'Beantwortet' }, tone: 'info' },
    upheld: { label: { en: 'Upheld', nl: 'Toegewezen', de: 'Stattgegeben' }, tone: 'good', ends: true },
    rejected: { label: { en: 'Rejected', nl: 'Afgewezen', de: 'Zurückgewiesen' }, tone: 'neutral', ends: true },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  see: { any: [{ side: 'integrator' }, { field: 'counterparty', in: 'parties' }] },
  parties: { supplier: ['counterparty'] },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: 'open',
      audience: 'all',
      outward: true,
      label: { en: 'Contest time', nl: 'Tijd betwisten', de: 'Zeit bestreiten' },
      tells: {
        en: 'contested the time from {starts_at} to {ends_at}',
        nl: 'betwistte de tijd van {starts_at} tot {ends_at}',
        de: 'bestritt die Zeit von {starts_at} bis {ends_at}',
      },
      needs: ['about', 'starts_at', 'ends_at', 'reason'],
      takes: ['held', 'claimed'],
      may: anybody,
    },
    answer: {
      fact: 'answered',
      from: ['open'],
      to: 'answered',
      audience: 'all',
      outward: true,
      prominent: 1,
      label: { en: 'Answer', nl: 'Antwoorden', de: 'Antworten' },
      tells: { en: 'answered: {answer}', nl: 'antwoordde: {answer}', de: 'antwortete: {answer}' },
      needs: ['answer'],
      takes: ['agrees'],
      may: { field: 'asked', in: 'parties' },
    },
    uphold: {
      fact: 'upheld',
      from: open,
      to: 'upheld',
      audience: 'all',
      outward: true,
      final: true,
      prominent: 2,
      label: { en: 'Uphold', nl: 'Toewijzen', de: 'Stattgeben' },
      tells: {
        en: 'upheld this: it counts as time of {claimed}',
        nl: 'wees dit toe: het telt als tijd van {claimed}',
        de: 'gab dem statt: es zählt als Zeit von {claimed}',
      },
      needs: ['ruling'],
      may: judges,
    },
    reject: {
      fact: 'rejected',
      from: open,
      to: 'rejected',
      audience: 'all',
      outward: true,
      final: true,
      prominent: 3,
      label: { en: 'Reject', nl: 'Afwijzen', de: 'Zurückweisen' },
      tells: { en: 'rejected this: it stays time of {held}', nl: 'wees dit af: het blijft tijd van {held}', de: 'wies dies zurück: es bleibt Zeit von {held}' },
      needs: ['ruling'],
      may: judges,
    },
    withdraw: {
      fact: 'withdrawn',
      from: open,
      to: 'withdrawn',
      audience: 'all',
      outward: true,
      final: true,
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this', nl: 'trok dit in', de: 'zog dies zurück' },
      input: { note },
      may: { field: 'raised_by', in: 'parties' },
    },
    note: {
      fact: 'noted',
      from: [...open, 'upheld', 'rejected', 'withdrawn'],
      audience: 'all',
      outward: true,
      prominent: 6,
      key: 'n',
      label: { en: 'Note', nl: 'Notitie', de: 'Notiz' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: anybody,
    },
  },
  refusals: disputeRefusals,
});
