// The practices whose history in other systems can be imported as it happened.

import type { Logbooks } from '../platform/import/logbook.ts';
import { importHandlers } from '../platform/import/step.ts';
import { incidentAgreements } from '../practices/incident/import-log.queries.ts';
import { incidentStep } from '../practices/incident/import-log.ts';

export const logbooks: Logbooks = {
  incident: {
    command: 'import_step',
    needs: ['title', 'customer', 'service', 'team', 'state'],
    step: incidentStep,
    agreements: incidentAgreements,
    terms_of: ['priority', 'service', 'affected_customers', 'owner_team'],
  },
};

export const importJobs = importHandlers(logbooks);
