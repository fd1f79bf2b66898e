// The records the screens know, taken from the practices themselves; everything generic is drawn from these.
import type { Definition } from '../../kernel/record.ts';
import { cabMeeting } from '../../practices/change/cab.record.ts';
import { changeModel } from '../../practices/change/model.record.ts';
import { maintenanceNotice } from '../../practices/change/notice.record.ts';
import { noticeTemplate } from '../../practices/change/notice-template.record.ts';
import { change } from '../../practices/change/record.ts';
import { release } from '../../practices/change/release.record.ts';
import { changeTask } from '../../practices/change/task.record.ts';
import { changeWindow } from '../../practices/change/window.record.ts';
import { baseline } from '../../practices/configuration/baseline.record.ts';
import { itemRelation } from '../../practices/configuration/item-relation.record.ts';
import { itemType } from '../../practices/configuration/item-type.record.ts';
import { configurationItem } from '../../practices/configuration/record.ts';
import { verification } from '../../practices/configuration/verification.record.ts';
import { dispute } from '../../practices/dispute/record.ts';
import { event } from '../../practices/event/record.ts';
import { priorityRule } from '../../practices/incident/priority-rule.record.ts';
import { reason } from '../../practices/incident/reason.record.ts';
import { incident } from '../../practices/incident/record.ts';
import { membership } from '../../practices/organisation/membership.record.ts';
import { person } from '../../practices/organisation/person.record.ts';
import { organisation } from '../../practices/organisation/record.ts';
import { site } from '../../practices/organisation/site.record.ts';
import { team } from '../../practices/organisation/team.record.ts';
import { problemCandidate } from '../../practices/problem/candidate.record.ts';
import { knownError } from '../../practices/problem/known-error.record.ts';
import { problem } from '../../practices/problem/record.ts';
import { calendar } from '../../practices/promise/calendar.record.ts';
import { promise } from '../../practices/promise/record.ts';
import { serviceReport } from '../../practices/reporting/record.ts';
import { service } from '../../practices/service/record.ts';
import { workOrder } from '../../practices/work-order/record.ts';

export const definitions: readonly Definition[] = [
  incident,
  workOrder,
  event,
  problem,
  knownError,
  problemCandidate,
  service,
  configurationItem,
  itemRelation,
  itemType,
  baseline,
  verification,
  promise,
  change,
  changeTask,
  changeModel,
  release,
  dispute,
  changeWindow,
  maintenanceNotice,
  noticeTemplate,
  cabMeeting,
  serviceReport,
  calendar,
  organisation,
  site,
  person,
  team,
  membership,
  reason,
  priorityRule,
];

const byName = new Map(definitions.map((each) => [each.name, each]));
const byPlural = new Map(definitions.map((each) => [each.plural, each]));
const byPrefix = new Map(definitions.map((each) => [each.prefix, each]));

export const definitionOf = (name: string): Definition | undefined => byName.get(name);
export const definitionOfPlural = (plural: string): Definition | undefined => byPlural.get(plural);
/** INC-1042 -> the definition of an incident. */
export const definitionOfId = (id: string): Definition | undefined => byPrefix.get(id.slice(0, Math.max(0, id.indexOf('-'))));
