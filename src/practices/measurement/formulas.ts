// All formulas of this practice in one list.
import type { Formula } from './formula.record.ts';
import { futureFormulas } from './formulas-future.ts';
import { incidentHanding } from './formulas-handing.ts';
import { incidentTimes } from './formulas-incident.ts';
import { promiseFormulas } from './formulas-promise.ts';
import { workFormulas } from './formulas-work.ts';

export const formulas: readonly Formula[] = [...incidentTimes, ...incidentHanding, ...workFormulas, ...promiseFormulas, ...futureFormulas];
