// The list of practices: the only place that names them all. Without its line here a practice is not part of the product.

import { roundTheClock } from '../calculus/calendar.ts';
import { asRuled } from '../calculus/ledger-hours.ts';
import { type Practice, registry } from '../kernel/practice.ts';
import type { Db } from '../platform/db/types.ts';
import { timesOf } from '../platform/journal/times.ts';
import { gatherCab } from '../practices/change/cab.gather.ts';
import { cabReactions } from '../practices/change/cab.reactions.ts';
import { cabMeeting } from '../practices/change/cab.record.ts';
import { cabRules } from '../practices/change/cab.rules.ts';
import { withSitting } from '../practices/change/cab-vote.gather.ts';
import { voteRules } from '../practices/change/cab-vote.rules.ts';
import { gatherChange } from '../practices/change/gather.ts';
import { changeModel } from '../practices/change/model.record.ts';
import { modelRules } from '../practices/change/model.rules.ts';
import { maintenanceNotice } from '../practices/change/notice.record.ts';
import { maintenanceNoticeRules } from '../practices/change/notice.rules.ts';
import { noticeTemplate } from '../practices/change/notice-template.record.ts';
import { noticeTemplateRules } from '../practices/change/notice-template.rules.ts';
import { changeReactions } from '../practices/change/reactions.gather.ts';
import { change } from '../practices/change/record.ts';
import { gatherRelease } from '../practices/change/release.gather.ts';
import { release } from '../practices/change/release.record.ts';
import { releaseRules } from '../practices/change/release.rules.ts';
import { changeRules } from '../practices/change/rules.ts';
import { gatherTask } from '../practices/change/task.gather.ts';
import { changeTask } from '../practices/change/task.record.ts';
import { taskRules } from '../practices/change/task.rules.ts';
import { changeWindow } from '../practices/change/window.record.ts';
import { changeWindowRules } from '../practices/change/window.rules.ts';
import { baseline } from '../practices/configuration/baseline.record.ts';
import { baselineRules } from '../practices/configuration/baseline.rules.ts';
import { gatherBaseline, gatherItem, gatherItemRelation, gatherItemType } from '../practices/configuration/gather.ts';
import { impactOf, stretchAbove } from '../practices/configuration/impact.queries.ts';
import { feltOf } from '../practices/configuration/impact-facts.queries.ts';
import { itemRelation } from '../practices/configuration/item-relation.record.ts';
import { itemRelationRules } from '../practices/configuration/item-relation.rules.ts';
import { itemType } from '../practices/configuration/item-type.record.ts';
import { itemTypeRules } from '../practices/configuration/item-type.rules.ts';
import { configurationItem } from '../practices/configuration/record.ts';
import { configurationItemRules } from '../practices/configuration/rules.ts';
import { gatherVerification } from '../practices/configuration/verification.gather.ts';
import { verificationReactions } from '../practices/configuration/verification.reactions.gather.ts';
import { verification } from '../practices/configuration/verification.record.ts';
import { verificationRules } from '../practices/configuration/verification.rules.ts';
import { gatherDispute } from '../practices/dispute/gather.ts';
import { contestsOf } from '../practices/dispute/queries.ts';
import { dispute } from '../practices/dispute/record.ts';
import { disputeRules } from '../practices/dispute/rules.ts';
import { gatherEvent } from '../practices/event/gather.ts';
import { event } from '../practices/event/record.ts';
import { eventRules } from '../practices/event/rules.ts';
import { action } from '../practices/governance/action.record.ts';
import { actionRules } from '../practices/governance/action.rules.ts';
import { decision } from '../practices/governance/decision.record.ts';
import { decisionRules } from '../practices/governance/decision.rules.ts';
import { forum } from '../practices/governance/forum.record.ts';
import { forumRules } from '../practices/governance/forum.rules.ts';
import { gatherAction, gatherDecision, gatherForum, gatherMeeting } from '../practices/governance/gather.ts';
import { meeting } from '../practices/governance/meeting.record.ts';
import { meetingRules } from '../practices/governance/meeting.rules.ts';
import { forumReactions } from '../practices/governance/reactions.gather.ts';
import { audit } from '../practices/improvement/audit.record.ts';
import { auditRules } from '../practices/improvement/audit.rules.ts';
import { finding } from '../practices/improvement/finding.record.ts';
import { findingRules } from '../practices/improvement/finding.rules.ts';
import { gatherAudit, gatherFinding, gatherImprovement, gatherMaturity, type MeasuredBy } from '../practices/improvement/gather.ts';
import { improvement } from '../practices/improvement/improvement.record.ts';
import { improvementRules } from '../practices/improvement/improvement.rules.ts';
import { maturityAssessment } from '../practices/improvement/maturity.record.ts';
import { maturityRules } from '../practices/improvement/maturity.rules.ts';
import { gatherIncident } from '../practices/incident/gather.ts';
import { priorityRule } from '../practices/incident/priority-rule.record.ts';
import { priorityRuleRules } from '../practices/incident/priority-rule.rules.ts';
import { incidentReactions } from '../practices/incident/reactions.gather.ts';
import { reason } from '../practices/incident/reason.record.ts';
import { reasonRules } from '../practices/incident/reason.rules.ts';
import { incident } from '../practices/incident/record.ts';
import { incidentRules } from '../practices/incident/rules.ts';
import { formulas } from '../practices/measurement/formulas.ts';
import { gatherMeasure, gatherObjective, gatherScorecard } from '../practices/measurement/gather.ts';
import { measure } from '../practices/measurement/measure.record.ts';
import { measureRules } from '../practices/measurement/measure.rules.ts';
import { objective } from '../practices/measurement/objective.record.ts';
import { objectiveRules } from '../practices/measurement/objective.rules.ts';
import { scorecard } from '../practices/measurement/scorecard.record.ts';
import { scorecardRules } from '../practices/measurement/scorecard.rules.ts';
import { gatherKnown, gatherOperatingModel, gatherProcessRole, gatherRaci } from '../practices/model/gather.ts';
import { operatingModel } from '../practices/model/operating-model.record.ts';
import { operatingModelRules } from '../practices/model/operating-model.rules.ts';
import { processDefinition } from '../practices/model/process.record.ts';
import { type Known, processRules } from '../practices/model/process.rules.ts';
import { processRole } from '../practices/model/process-role.record.ts';
import { processRoleRules } from '../practices/model/process-role.rules.ts';
import { raci } from '../practices/model/raci.record.ts';
import { raciRules } from '../practices/model/raci.rules.ts';
import { operatingModelReactions, raciReactions } from '../practices/model/reactions.gather.ts';
import { separation } from '../practices/model/separation.record.ts';
import { separationRules } from '../practices/model/separation.rules.ts';

import { gatherMembership, gatherOrganisation, gatherPerson, gatherSite, gatherTeam, rolesOf } from '../practices/organisation/gather.ts';
import { membership } from '../practices/organisation/membership.record.ts';
import { membershipRules } from '../practices/organisation/membership.rules.ts';
import { person } from '../practices/organisation/person.record.ts';
import { personRules } from '../practices/organisation/person.rules.ts';
import { membershipReactions } from '../practices/organisation/reactions.ts';
import { organisation } from '../practices/organisation/record.ts';
import { organisationRules } from '../practices/organisation/rules.ts';
import { site } from '../practices/organisation/site.record.ts';
import { siteRules } from '../practices/organisation/site.rules.ts';
import { team } from '../practices/organisation/team.record.ts';
import { teamRules } from '../practices/organisation/team.rules.ts';
import { availabilityPlan } from '../practices/planning/availability-plan.record.ts';
import { availabilityPlanRules } from '../practices/planning/availability-plan.rules.ts';
import { capacityPlan } from '../practices/planning/capacity-plan.record.ts';
import { capacityPlanRules } from '../practices/planning/capacity-plan.rules.ts';
import { continuityPlan } from '../practices/planning/continuity-plan.record.ts';
import { continuityPlanRules } from '../practices/planning/continuity-plan.rules.ts';
import { continuityTest } from '../practices/planning/continuity-test.record.ts';
import { continuityTestRules } from '../practices/planning/continuity-test.rules.ts';
import { costLine } from '../practices/planning/cost-line.record.ts';
import { costLineRules } from '../practices/planning/cost-line.rules.ts';
import { costModel } from '../practices/planning/cost-model.record.ts';
import { costModelRules } from '../practices/planning/cost-model.rules.ts';
import { gatherAvailabilityPlan, gatherCapacityPlan, gatherContinuityPlan, gatherContinuityTest, gatherPortfolioEntry } from '../practices/planning/gather.ts';
import { portfolioEntry } from '../practices/planning/portfolio-entry.record.ts';
import { portfolioEntryRules } from '../practices/planning/portfolio-entry.rules.ts';
import { continuityTestReactions, portfolioReactions, riskReactions } from '../practices/planning/reactions.gather.ts';
import { gatherCostLine, gatherCostModel, gatherRisk, gatherRiskAppetite } from '../practices/planning/register.gather.ts';
import { risk } from '../practices/planning/risk.record.ts';
import { riskRules } from '../practices/planning/risk.rules.ts';
import { riskAppetite } from '../practices/planning/risk-appetite.record.ts';
import { riskAppetiteRules } from '../practices/planning/risk-appetite.rules.ts';
import { gatherCandidate } from '../practices/problem/candidate.gather.ts';
import { candidateReactions } from '../practices/problem/candidate.reactions.gather.ts';
import { problemCandidate } from '../practices/problem/candidate.record.ts';
import { candidateRules } from '../practices/problem/candidate.rules.ts';
import { gatherKnownError, gatherProblem } from '../practices/problem/gather.ts';
import { knownError } from '../practices/problem/known-error.record.ts';
import { knownErrorRules } from '../practices/problem/known-error.rules.ts';
import { knownErrorReactions, problemReactions } from '../practices/problem/reactions.gather.ts';
import { problem } from '../practices/problem/record.ts';
import { problemRules } from '../practices/problem/rules.ts';
import { calendar } from '../practices/promise/calendar.record.ts';
import { calendarRules } from '../practices/promise/calendar.rules.ts';
import { gatherCalendar, gatherPromise } from '../practices/promise/gather.ts';
import { promiseReactions } from '../practices/promise/reactions.gather.ts';
import { calendarReactions } from '../practices/promise/reactions.ts';
import { promise } from '../practices/promise/record.ts';
import { retermReactions } from '../practices/promise/reterm.gather.ts';
import { promiseRules } from '../practices/promise/rules.ts';
import { gatherReport } from '../practices/reporting/gather.ts';
import type { LedgersOf } from '../practices/reporting/queries.ts';
import { serviceReport } from '../practices/reporting/record.ts';
import { reportRules } from '../practices/reporting/rules.ts';
import { gatherService } from '../practices/service/gather.ts';
import { serviceReactions } from '../practices/service/reactions.ts';
import { service } from '../practices/service/record.ts';
import { serviceRules } from '../practices/service/rules.ts';
import { gatherWorkOrder } from '../practices/work-order/gather.ts';
import { workOrder } from '../practices/work-order/record.ts';
import { workOrderRules } from '../practices/work-order/rules.ts';
import { allocation } from '../practices/workforce/allocation.record.ts';
import { allocationRules } from '../practices/workforce/allocation.rules.ts';
import { borrowing } from '../practices/workforce/borrowing.record.ts';
import { borrowingRules } from '../practices/workforce/borrowing.rules.ts';
import { capacity } from '../practices/workforce/capacity.record.ts';
import { competence } from '../practices/workforce/competence.record.ts';
import { gatherCapacity, gatherSkill } from '../practices/workforce/gather.ts';
import { gatherAllocation, gatherBorrowing, gatherTimeEntry } from '../practices/workforce/hours.gather.ts';
import { borrowingReactions } from '../practices/workforce/hours.reactions.gather.ts';
import { capacityRules, competenceRules, skillRules } from '../practices/workforce/rules.ts';
import { skill } from '../practices/workforce/skill.record.ts';
import { timeEntry } from '../practices/workforce/time-entry.record.ts';
import { timeEntryRules } from '../practices/workforce/time-entry.rules.ts';
import { checklists, questionnaire } from './checklists.ts';
import { boardOf } from './measure-standing.ts';
import { counted, valuesOf } from './measures.ts';

/** Whose time incidents were, as it was ruled where it was contested: for the figures of reports. */
export const incidentLedgers: LedgersOf = async (db, { ids, now }) => {
  const ledgers = new Map(await timesOf(db, { definition: incident, ids, now }));
  const upheld = ids.length ? (await contestsOf(db, ids)).filter((each) => each.state === 'upheld') : [];
  for (const id of new Set(upheld.map((each) => each.ledger))) {
    const [ledger, own] = [ledgers.get(id), upheld.filter((each) => each.ledger === id)];
    const rulings = own.map(({ starts_at, ends_at, held, claimed }) => ({ from: Date.parse(starts_at), to: Date.parse(ends_at), held, claimed }));
    if (ledger) ledgers.set(id, asRuled(ledger, rulings, [{ from: 0, calendar: roundTheClock }]));
  }
  return ledgers;
};

/** Every kind of record with its commands and the fact each leads to, for those who name them as data. */
const known = (): Known => knownCommands;

/** The kind of a record by its number. */
const kindOf = (id: string): string | null => practices.find(({ definition }) => id.startsWith(`${definition.prefix}-`))?.definition.name ?? null;

/** The values of an improvement's measure, where it is one of ours; the others are written by hand. */
const measuredBy: MeasuredBy = async (db, { measure, periods, customer, now }) =>
  counted.has(measure) ? valuesOf(db, { code: measure, periods, now, ...(customer ? { customer } : {}) }) : [];

export const practices: readonly Practice<Db>[] = [
  { definition: organisation, rules: organisationRules, gather: gatherOrganisation },
  { definition: site, rules: siteRules, gather: gatherSite },
  { definition: team, rules: teamRules, gather: gatherTeam },
  { definition: person, rules: personRules, gather: gatherPerson },
  { definition: membership, rules: membershipRules, gather: gatherMembership, reactions: membershipReactions(rolesOf) },
  { definition: service, rules: serviceRules, gather: gatherService, reactions: serviceReactions },
  { definition: itemType, rules: itemTypeRules, gather: gatherItemType },
  { definition: configurationItem, rules: configurationItemRules, gather: gatherItem },
  { definition: itemRelation, rules: itemRelationRules, gather: gatherItemRelation },
  { definition: baseline, rules: baselineRules, gather: gatherBaseline },
  { definition: verification, rules: verificationRules, gather: gatherVerification, reactions: verificationReactions },
  { definition: calendar, rules: calendarRules, gather: gatherCalendar, reactions: calendarReactions },
  { definition: promise, rules: promiseRules, gather: gatherPromise, reactions: [...promiseReactions, ...retermReactions] },
  { definition: reason, rules: reasonRules },
  { definition: priorityRule, rules: priorityRuleRules },
  { definition: event, rules: eventRules, gather: gatherEvent },
  { definition: incident, rules: incidentRules, gather: gatherIncident(feltOf), reactions: incidentReactions(stretchAbove) },
  { definition: problem, rules: problemRules, gather: gatherProblem, reactions: problemReactions },
  { definition: knownError, rules: knownErrorRules, gather: gatherKnownError, reactions: knownErrorReactions },
  { definition: problemCandidate, rules: candidateRules, gather: gatherCandidate, reactions: candidateReactions },
  { definition: serviceReport, rules: reportRules, gather: gatherReport(incidentLedgers) },
  { definition: workOrder, rules: workOrderRules, gather: gatherWorkOrder },
  { definition: dispute, rules: disputeRules, gather: gatherDispute },
  { definition: changeWindow, rules: changeWindowRules },
  { definition: maintenanceNotice, rules: maintenanceNoticeRules },
  { definition: noticeTemplate, rules: noticeTemplateRules },
  { definition: changeModel, rules: modelRules },
  {
    definition: change,
    rules: { ...changeRules, ...voteRules },
    gather: withSitting(gatherChange({ impactOf, aboveOf: stretchAbove })),
    reactions: changeReactions,
  },
  { definition: changeTask, rules: taskRules, gather: gatherTask },
  { definition: release, rules: releaseRules, gather: gatherRelease },
  { definition: forum, rules: forumRules, gather: gatherForum, reactions: forumReactions },
  { definition: meeting, rules: meetingRules, gather: gatherMeeting },
  { definition: decision, rules: decisionRules, gather: gatherDecision },
  { definition: action, rules: actionRules, gather: gatherAction },
  { definition: improvement, rules: improvementRules, gather: gatherImprovement(measuredBy) },
  { definition: audit, rules: auditRules, gather: gatherAudit(checklists) },
  { definition: finding, rules: findingRules, gather: gatherFinding },
  { definition: maturityAssessment, rules: maturityRules, gather: gatherMaturity(questionnaire) },
  { definition: cabMeeting, rules: cabRules, gather: gatherCab(change, stretchAbove), reactions: cabReactions },
  { definition: competence, rules: competenceRules },
  { definition: skill, rules: skillRules, gather: gatherSkill },
  { definition: capacity, rules: capacityRules, gather: gatherCapacity },
  { definition: allocation, rules: allocationRules, gather: gatherAllocation },
  { definition: timeEntry, rules: timeEntryRules, gather: gatherTimeEntry(kindOf) },
  { definition: borrowing, rules: borrowingRules, gather: gatherBorrowing, reactions: borrowingReactions },
  { definition: processDefinition, rules: processRules, gather: gatherKnown(known) },
  { definition: processRole, rules: processRoleRules, gather: gatherProcessRole },
  { definition: raci, rules: raciRules, gather: gatherRaci, reactions: raciReactions },
  { definition: separation, rules: separationRules, gather: gatherKnown(known) },
  { definition: operatingModel, rules: operatingModelRules, gather: gatherOperatingModel, reactions: operatingModelReactions(known) },
  { definition: availabilityPlan, rules: availabilityPlanRules, gather: gatherAvailabilityPlan },
  { definition: capacityPlan, rules: capacityPlanRules, gather: gatherCapacityPlan },
  { definition: continuityPlan, rules: continuityPlanRules, gather: gatherContinuityPlan },
  { definition: continuityTest, rules: continuityTestRules, gather: gatherContinuityTest, reactions: continuityTestReactions },
  { definition: costModel, rules: costModelRules, gather: gatherCostModel },
  { definition: costLine, rules: costLineRules, gather: gatherCostLine },
  { definition: risk, rules: riskRules, gather: gatherRisk, reactions: riskReactions },
  { definition: riskAppetite, rules: riskAppetiteRules, gather: gatherRiskAppetite },
  { definition: portfolioEntry, rules: portfolioEntryRules, gather: gatherPortfolioEntry, reactions: portfolioReactions },
  { definition: measure, rules: measureRules, gather: gatherMeasure(formulas) },
  { definition: objective, rules: objectiveRules, gather: gatherObjective },
  { definition: scorecard, rules: scorecardRules, gather: gatherScorecard(boardOf) },
];

const knownCommands: Known = new Map(
  practices.map(({ definition }) => [definition.name, Object.fromEntries(Object.entries(definition.commands).map(([name, { fact }]) => [name, fact]))]),
);

export const theRegistry = registry(practices);
