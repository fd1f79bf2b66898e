// What a problem candidate is: a rise in incidents that arithmetic found, for a person to accept, merge or dismiss.
import type { Field } from '../../kernel/field.ts';
import { define } from '../../kernel/record.ts';
import { candidateFields } from './candidate.fields.ts';
import { note } from './fields.ts';
import { agents, itself } from './states.ts';

/** What a scan says of a candidate; the next one may say otherwise. */
const found = [
  'title',
  'key',
  'kind',
  'incidents',
  'seen',
  'expected_milli',
  'odds_one_in',
  'window_days',
  'since',
  'until',
  'last_at',
  'yearly_cost_minor',
  'currency',
] as const;
const told = { needs: found, takes: ['service', 'services', 'item', 'supplier', 'change', 'words', 'also'], silent: true, may: itself } as const;
const count = { kind: 'integer', min: 0, label: { en: 'New incidents', nl: 'Nieuwe incidenten', de: 'Neue Incidents' } } as const satisfies Field;

export const problemCandidate = define({
  name: 'problem_candidate',
  plural: 'problem_candidates',
  practice: 'problem',
  level: 'tactical',
  prefix: 'PBC',
  label: { en: 'problem candidate', nl: 'problemkandidaat', de: 'Problemkandidat' },
  plural_label: { en: 'problem candidates', nl: 'problemkandidaten', de: 'Problemkandidaten' },
  means: {
    en: 'Incidents that became more frequent than chance explains, found by arithmetic every night. A person decides what it is.',
    nl: 'Incidenten die vaker voorkomen dan toeval verklaart, elke nacht gevonden door rekenwerk. Een mens beslist wat het is.',
    de: 'Incidents, die häufiger wurden, als Zufall erklärt; jede Nacht berechnet. Ein Mensch entscheidet, was es ist.',
  },
  title: 'title',
  initial: 'proposed',
  fields: candidateFields,
  states: {
    proposed: { label: { en: 'Proposed', nl: 'Voorgesteld', de: 'Vorgeschlagen' }, tone: 'info' },
    accepted: { label: { en: 'Accepted', nl: 'Aanvaard', de: 'Angenommen' }, tone: 'good', ends: true },
    merged: { label: { en: 'Merged', nl: 'Samengevoegd', de: 'Zusammengeführt' }, tone: 'good', ends: true },
    dismissed: { label: { en: 'Dismissed', nl: 'Afgewezen', de: 'Verworfen' }, tone: 'neutral', ends: true },
    expired: { label: { en: 'Lapsed', nl: 'Vervallen', de: 'Verfallen' }, tone: 'neutral', ends: true },
  },
  see: { side: 'integrator' },
  commands: {
    propose: {
      ...told,
      opens: true,
      fact: 'proposed',
      to: 'proposed',
      label: { en: 'Propose', nl: 'Voorstellen', de: 'Vorschlagen' },
      tells: {
        en: 'proposed this: {seen} incidents in {window_days} days',
        nl: 'stelde dit voor: {seen} incidenten in {window_days} dagen',
        de: 'schlug dies vor: {seen} Incidents in {window_days} Tagen',
      },
    },
    refresh: {
      ...told,
      fact: 'refreshed',
      from: ['proposed'],
      label: { en: 'Count again', nl: 'Opnieuw tellen', de: 'Neu zählen' },
      tells: { en: 'counted again: {seen} incidents', nl: 'telde opnieuw: {seen} incidenten', de: 'zählte neu: {seen} Incidents' },
    },
    return: {
      ...told,
      fact: 'returned',
      from: ['dismissed', 'expired'],
      to: 'proposed',
      label: { en: 'Return', nl: 'Terugkomen', de: 'Wiederkehren' },
      tells: {
        en: 'brought this back: {count} new incidents',
        nl: 'bracht dit terug: {count} nieuwe incidenten',
        de: 'brachte dies zurück: {count} neue Incidents',
      },
      input: { count },
    },
    accept: {
      fact: 'accepted',
      from: ['proposed'],
      to: 'accepted',
      final: true,
      prominent: 1,
      key: 'a',
      label: { en: 'Accept as problem', nl: 'Aanvaarden als problem', de: 'Als Problem annehmen' },
      tells: { en: 'accepted this as a problem', nl: 'aanvaardde dit als problem', de: 'nahm dies als Problem an' },
      takes: ['title'],
      input: { note },
      may: agents,
    },
    merge: {
      fact: 'merged',
      from: ['proposed'],
      to: 'merged',
      prominent: 2,
      label: { en: 'Merge into a problem', nl: 'Bij een problem voegen', de: 'Mit einem Problem zusammenführen' },
      tells: { en: 'merged this into {problem}', nl: 'voegde dit bij {problem}', de: 'führte dies mit {problem} zusammen' },
      needs: ['problem'],
      input: { note },
      may: agents,
    },
    dismiss: {
      fact: 'dismissed',
      from: ['proposed'],
      to: 'dismissed',
      prominent: 3,
      label: { en: 'Dismiss', nl: 'Afwijzen', de: 'Verwerfen' },
      tells: { en: 'dismissed this: {dismissed_reason}', nl: 'wees dit af: {dismissed_reason}', de: 'verwarf dies: {dismissed_reason}' },
      needs: ['dismissed_reason'],
      may: agents,
    },
    expire: {
      fact: 'expired',
      from: ['proposed'],
      to: 'expired',
      silent: true,
      label: { en: 'Lapse', nl: 'Vervallen', de: 'Verfallen' },
      tells: { en: 'let this lapse: {why}', nl: 'liet dit vervallen: {why}', de: 'ließ dies verfallen: {why}' },
      needs: ['why'],
      input: {
        why: {
          kind: 'choice',
          label: { en: 'Why', nl: 'Waarom', de: 'Warum' },
          options: {
            quiet: { en: 'no incident for 28 days', nl: '28 dagen geen incident', de: 'seit 28 Tagen kein Incident' },
            explained: { en: 'its incidents belong to a problem', nl: 'de incidenten horen bij een problem', de: 'die Incidents gehören zu einem Problem' },
            folded: { en: 'it is part of another candidate', nl: 'het is deel van een andere kandidaat', de: 'es gehört zu einem anderen Kandidaten' },
          },
        },
      },
      may: itself,
    },
    name_problem: {
      fact: 'problem_named',
      from: ['accepted'],
      silent: true,
      label: { en: 'Name the problem', nl: 'Problem noemen', de: 'Problem benennen' },
      tells: { en: 'became {problem}', nl: 'werd {problem}', de: 'wurde zu {problem}' },
      needs: ['problem'],
      may: itself,
    },
  },
  refusals: {
    'problem_candidate.refresh.nothing': {
      en: 'incidents and since are what they were: there is nothing new to tell.',
      nl: 'incidents en since zijn wat ze waren: er is niets nieuws te vertellen.',
      de: 'incidents und since sind, was sie waren: es gibt nichts Neues.',
    },
    'problem_candidate.return.same_evidence': {
      en: 'Only {count} of these incidents began since this was closed; at least {needed} must.',
      nl: 'Maar {count} van deze incidenten begonnen sinds dit is gesloten; het moeten er minstens {needed} zijn.',
      de: 'Nur {count} dieser Incidents begannen, seit dies abgeschlossen ist; es müssen mindestens {needed} sein.',
    },
    'problem_candidate.scan.in_future': {
      en: 'as_of {value} is later than today.',
      nl: 'as_of {value} ligt na vandaag.',
      de: 'as_of {value} liegt nach heute.',
    },
    'problem_candidate.merge.cancelled': {
      en: 'problem {problem} was cancelled: choose one that is being worked on, or accept this as a problem of its own.',
      nl: 'problem {problem} is ingetrokken: kies er een waaraan wordt gewerkt, of aanvaard dit als eigen problem.',
      de: 'problem {problem} wurde zurückgezogen: wählen Sie eines in Arbeit, oder nehmen Sie dies als eigenes Problem an.',
    },
    'problem_candidate.merge.too_many': {
      en: 'problem {problem} would hold more than {limit} incidents; accept this as a problem of its own.',
      nl: 'problem {problem} zou meer dan {limit} incidenten krijgen; aanvaard dit als eigen problem.',
      de: 'problem {problem} hätte mehr als {limit} Incidents; nehmen Sie dies als eigenes Problem an.',
    },
  },
});
