// What a problem is: the cause behind incidents. It is over when the cause is proven gone, or somebody accepts that it stays.
import { define } from '../../kernel/record.ts';
import { problemCommands } from './commands.ts';
import { problemFields } from './fields.ts';
import { problemRefusals } from './refusals.ts';
import { problemStates } from './states.ts';

export const problem = define({
  name: 'problem',
  plural: 'problems',
  practice: 'problem',
  level: 'tactical',
  prefix: 'PRB',
  label: { en: 'problem', nl: 'problem', de: 'Problem' },
  plural_label: { en: 'problems', nl: 'problems', de: 'Problems' },
  means: {
    en: 'The cause behind incidents. Incidents are restored without waiting for it; this is over when the cause is proven gone.',
    nl: 'De oorzaak achter incidenten. Incidenten worden hersteld zonder hierop te wachten; dit is klaar als de oorzaak bewezen weg is.',
    de: 'Die Ursache hinter Incidents. Incidents werden gelöst, ohne darauf zu warten; dies ist vorbei, wenn die Ursache belegt beseitigt ist.',
  },
  title: 'title',
  initial: 'registered',
  fields: problemFields,
  states: problemStates,
  see: { any: [{ side: 'integrator' }, { all: [{ side: 'supplier' }, { field: 'team_parties', overlaps: 'parties' }] }] },
  parties: { supplier: ['team_parties'] },
  custody: { party: 'party', team: 'team', person: 'agent', reason: 'waiting_reason', waited_on: 'waiting_on' },
  clocks: {
    identify: {
      label: { en: 'Time to known error', nl: 'Tijd tot bekende fout', de: 'Zeit bis zum bekannten Fehler' },
      metric: 'identify',
      runs_in: ['registered', 'investigating'],
      stops_in: ['known_error', 'solution_proposed', 'change_raised', 'verifying', 'closed'],
      cancels_in: ['accepted_risk', 'no_fault_found', 'cancelled'],
      once: true,
    },
    remove: {
      label: { en: 'Time to removal', nl: 'Tijd tot wegnemen', de: 'Zeit bis zur Beseitigung' },
      metric: 'remove',
      runs_in: ['registered', 'investigating', 'known_error', 'solution_proposed', 'change_raised'],
      stops_in: ['verifying', 'closed'],
      cancels_in: ['accepted_risk', 'no_fault_found', 'cancelled'],
    },
  },
  commands: problemCommands,
  refusals: problemRefusals,
});
