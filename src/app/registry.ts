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
import { gatherIncident } from '../practices/incident/gather.ts';
import { priorityRule } from '../practices/incident/priority-rule.record.ts';
import { priorityRuleRules } from '../practices/incident/priority-rule.rules.ts';
import { incidentReactions } from '../practices/incident/reactions.gather.ts';
import { reason } from '../practices/incident/reason.record.ts';
import { reasonRules } from '../practices/incident/reason.rules.ts';
import { incident } from '../practices/incident/record.ts';
import { incidentRules } from '../practices/incident/rules.ts';
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
  { definition: cabMeeting, rules: cabRules, gather: gatherCab(change, stretchAbove), reactions: cabReactions },
];

export const theRegistry = registry(practices);
