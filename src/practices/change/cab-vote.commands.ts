// The part of a change that a meeting touches: members vote on it, and it learns on which meeting it is. Data for the change's definition.
import type { Command } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { choices } from './shapes.record.ts';

/** Whoever sees the change; that only members vote is a rule. */
const seers = { any: [{ side: 'integrator' }, { side: 'customer' }, { side: 'supplier' }] } as const satisfies Scope;
const itself = { any: [] } as const satisfies Scope;
/** While it is undecided. */
const judged = ['submitted', 'assessed'] as const;
/** What was put off comes back on an agenda before it is submitted anew. */
const tabling = [...judged, 'deferred'] as const;
const meeting = { kind: 'ref', to: 'cab_meeting', label: { en: 'Meeting', nl: 'Vergadering', de: 'Sitzung' } } as const;

export const voteCommands = {
  vote: {
    fact: 'voted',
    from: judged,
    label: { en: 'Vote', nl: 'Stemmen', de: 'Abstimmen' },
    tells: { en: 'voted: {vote}', nl: 'stemde: {vote}', de: 'stimmte: {vote}' },
    needs: ['vote'],
    takes: ['reason'],
    input: {
      vote: {
        kind: 'choice',
        label: { en: 'Vote', nl: 'Stem', de: 'Stimme' },
        options: choices,
      },
      reason: {
        kind: 'text',
        max: 1_000,
        label: { en: 'Reason or condition', nl: 'Reden of voorwaarde', de: 'Grund oder Bedingung' },
        means: {
          en: 'Needed for every vote but a plain approval.',
          nl: 'Nodig bij elke stem behalve een gewone goedkeuring.',
          de: 'Nötig bei jeder Stimme außer einer einfachen Genehmigung.',
        },
      },
    },
    may: seers,
  },
  table: {
    fact: 'tabled',
    from: tabling,
    silent: true,
    label: { en: 'Put on a meeting', nl: 'Op een vergadering zetten', de: 'Auf eine Sitzung setzen' },
    tells: { en: 'put this on {meeting}', nl: 'zette dit op {meeting}', de: 'setzte dies auf {meeting}' },
    needs: ['meeting'],
    input: { meeting },
    may: itself,
  },
  untable: {
    fact: 'untabled',
    from: tabling,
    silent: true,
    label: { en: 'Take off a meeting', nl: 'Van een vergadering halen', de: 'Von einer Sitzung nehmen' },
    tells: { en: 'took this off {meeting}', nl: 'haalde dit van {meeting}', de: 'nahm dies von {meeting}' },
    needs: ['meeting'],
    input: { meeting },
    may: itself,
  },
} as const satisfies Readonly<Record<string, Command>>;

export const voteRefusals = {
  'change.vote.no_meeting': {
    en: 'This change is on no meeting that takes votes now.',
    nl: 'Deze wijziging staat op geen vergadering die nu stemmen aanneemt.',
    de: 'Dieser Change steht auf keiner Sitzung, die jetzt Stimmen annimmt.',
  },
  'change.vote.not_a_member': {
    en: 'You are not a member of {meeting}; only its members vote.',
    nl: 'U bent geen lid van {meeting}; alleen de leden stemmen.',
    de: 'Sie sind kein Mitglied von {meeting}; nur die Mitglieder stimmen ab.',
  },
  'change.vote.builder': {
    en: 'Who builds a change does not vote on it.',
    nl: 'Wie een wijziging bouwt, stemt er niet over.',
    de: 'Wer einen Change baut, stimmt nicht darüber ab.',
  },
  'change.vote.too_late': {
    en: 'The vote ended at {deadline}.',
    nl: 'De stemming eindigde om {deadline}.',
    de: 'Die Abstimmung endete um {deadline}.',
  },
  'change.vote.reason': {
    en: 'reason is needed for this vote: the condition, or why.',
    nl: 'reason is nodig bij deze stem: de voorwaarde, of waarom.',
    de: 'reason ist bei dieser Stimme nötig: die Bedingung oder warum.',
  },
} as const;
