// The records that are fetched after the first screen. A new practice has its line here.
import type { Definition } from '../../kernel/record.ts';
import { cabMeeting } from '../../practices/change/cab.record.ts';
import { changeModel } from '../../practices/change/model.record.ts';
import { maintenanceNotice } from '../../practices/change/notice.record.ts';
import { noticeTemplate } from '../../practices/change/notice-template.record.ts';
import { release } from '../../practices/change/release.record.ts';
import { changeWindow } from '../../practices/change/window.record.ts';
import { baseline } from '../../practices/configuration/baseline.record.ts';
import { itemRelation } from '../../practices/configuration/item-relation.record.ts';
import { itemType } from '../../practices/configuration/item-type.record.ts';
import { verification } from '../../practices/configuration/verification.record.ts';
import { action } from '../../practices/governance/action.record.ts';
import { decision } from '../../practices/governance/decision.record.ts';
import { forum } from '../../practices/governance/forum.record.ts';
import { meeting } from '../../practices/governance/meeting.record.ts';
import { audit } from '../../practices/improvement/audit.record.ts';
import { finding } from '../../practices/improvement/finding.record.ts';
import { improvement } from '../../practices/improvement/improvement.record.ts';
import { maturityAssessment } from '../../practices/improvement/maturity.record.ts';
import { priorityRule } from '../../practices/incident/priority-rule.record.ts';
import { reason } from '../../practices/incident/reason.record.ts';
import { measure } from '../../practices/measurement/measure.record.ts';
import { objective } from '../../practices/measurement/objective.record.ts';
import { scorecard } from '../../practices/measurement/scorecard.record.ts';
import { operatingModel } from '../../practices/model/operating-model.record.ts';
import { processDefinition } from '../../practices/model/process.record.ts';
import { processRole } from '../../practices/model/process-role.record.ts';
import { raci } from '../../practices/model/raci.record.ts';
import { separation } from '../../practices/model/separation.record.ts';
import { membership } from '../../practices/organisation/membership.record.ts';
import { site } from '../../practices/organisation/site.record.ts';
import { availabilityPlan } from '../../practices/planning/availability-plan.record.ts';
import { capacityPlan } from '../../practices/planning/capacity-plan.record.ts';
import { continuityPlan } from '../../practices/planning/continuity-plan.record.ts';
import { continuityTest } from '../../practices/planning/continuity-test.record.ts';
import { costLine } from '../../practices/planning/cost-line.record.ts';
import { costModel } from '../../practices/planning/cost-model.record.ts';
import { portfolioEntry } from '../../practices/planning/portfolio-entry.record.ts';
import { risk } from '../../practices/planning/risk.record.ts';
import { riskAppetite } from '../../practices/planning/risk-appetite.record.ts';
import { problemCandidate } from '../../practices/problem/candidate.record.ts';
import { knownError } from '../../practices/problem/known-error.record.ts';
import { calendar } from '../../practices/promise/calendar.record.ts';
import { serviceReport } from '../../practices/reporting/record.ts';
import { allocation } from '../../practices/workforce/allocation.record.ts';
import { borrowing } from '../../practices/workforce/borrowing.record.ts';
import { capacity } from '../../practices/workforce/capacity.record.ts';
import { competence } from '../../practices/workforce/competence.record.ts';
import { skill } from '../../practices/workforce/skill.record.ts';
import { timeEntry } from '../../practices/workforce/time-entry.record.ts';

export const furtherDefinitions: readonly Definition[] = [
  knownError,
  problemCandidate,
  itemRelation,
  itemType,
  baseline,
  verification,
  changeModel,
  release,
  changeWindow,
  maintenanceNotice,
  noticeTemplate,
  cabMeeting,
  serviceReport,
  measure,
  objective,
  scorecard,
  calendar,
  site,
  membership,
  reason,
  priorityRule,
  competence,
  skill,
  capacity,
  allocation,
  timeEntry,
  borrowing,
  processDefinition,
  processRole,
  raci,
  separation,
  operatingModel,
  availabilityPlan,
  capacityPlan,
  continuityPlan,
  continuityTest,
  costModel,
  costLine,
  risk,
  riskAppetite,
  portfolioEntry,
  forum,
  meeting,
  decision,
  action,
  improvement,
  audit,
  finding,
  maturityAssessment,
];
