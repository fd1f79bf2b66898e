// The records of the first screen: the navigation, the inbox and what it opens. Each weighs on everybody's first load; the others are further-definitions.ts.
import type { Definition } from '../../kernel/record.ts';
import { change } from '../../practices/change/record.ts';
import { changeTask } from '../../practices/change/task.record.ts';
import { configurationItem } from '../../practices/configuration/record.ts';
import { dispute } from '../../practices/dispute/record.ts';
import { event } from '../../practices/event/record.ts';
import { incident } from '../../practices/incident/record.ts';
import { person } from '../../practices/organisation/person.record.ts';
import { organisation } from '../../practices/organisation/record.ts';
import { team } from '../../practices/organisation/team.record.ts';
import { problem } from '../../practices/problem/record.ts';
import { promise } from '../../practices/promise/record.ts';
import { service } from '../../practices/service/record.ts';
import { workOrder } from '../../practices/work-order/record.ts';

export const firstDefinitions: readonly Definition[] = [
  incident,
  workOrder,
  event,
  problem,
  service,
  configurationItem,
  promise,
  change,
  changeTask,
  dispute,
  organisation,
  person,
  team,
];
