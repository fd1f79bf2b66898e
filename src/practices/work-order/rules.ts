// What the commands of a work order mean beyond their declaration: the offer, the answer, the work.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { calm, escalationRules } from '../../kernel/escalation.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { workOrder } from './record.ts';

/** What the rules of a work order are told. Absent things are null. */
export type WorkOrderGiven = {
  readonly house: string | null;
  /** The receiver provides a service or has made a promise, or is the house. */
  readonly supplies: boolean;
  /** The team of the input, else of the row. */
  readonly team: { readonly id: string; readonly organisation: string } | null;
  readonly service: { readonly id: string; readonly name: string; readonly provider: string; readonly team: string | null } | null;
  /** The incident it is for; `part` is what fails, `part_provider` who provides that. */
  readonly incident: {
    readonly id: string;
    readonly open: boolean;
    readonly priority: number;
    readonly part: string | null;
    readonly part_provider: string | null;
  } | null;
  /** The reason of the input, else of the row. */
  readonly reason: { readonly id: string; readonly kind: string; readonly waits_on: string; readonly open: boolean } | null;
};
type The = Case<Case['row'], WorkOrderGiven>;
type Row = RowOf<typeof workOrder>;
type Rule = (the: The) => Decision | Refusal;

const settled = { waiting_reason: null, waiting_on: null, waiting_until: null } as const;

export const workOrderRules: Rules<WorkOrderGiven> = {
  ...escalationRules,
  offer,
  accept: answering(accept),
  reject: answering(reject),
  start: () => ({}),
  refer: () => ({}),
  wait,
  resume: () => ({ changes: settled }),
  complete: answering(({ given, at }) => ({ changes: { ...settled, ...calm, holder: given.house, completed_at: at } })),
  close: () => ({ changes: calm }),
  send_back: ({ row }) => ({ changes: { holder: (row as Row).supplier, result: null, completed_at: null } }),
  withdraw: ({ given }) => ({ changes: { ...settled, ...calm, holder: given.house } }),
  note: () => ({}),
};

/** The service the work is about: the one named, else the failing part when the receiver provides it. */
export function serviceOf({ input }: Pick<The, 'input'>, { incident }: WorkOrderGiven): string | null {
  return (input.service as string | null | undefined) ?? (incident?.part_provider === input.supplier ? (incident?.part ?? null) : null);
}

/** The priority of the work: the one said, else that of the incident it is for. */
export function priorityOf({ input }: Pick<The, 'input'>, { incident }: WorkOrderGiven): number | null {
  return (input.priority as number | null | undefined) ?? incident?.priority ?? null;
}

/** The receiver's team that is asked: the one named, else the one that runs the service. */
export function teamOf({ input }: Pick<The, 'input'>, { service }: WorkOrderGiven): string | null {
  return (input.team as string | null | undefined) ?? (service?.provider === input.supplier ? (service?.team ?? null) : null);
}

/** The sender keeps the work until the receiver accepts. */
function offer(the: The): Decision | Refusal {
  const { input, given } = the;
  const supplier = input.supplier as string;
  if (!given.supplies) return refuse('work_order.offer.to_a_customer', 'supplier', { supplier });
  if (input.team && given.team?.organisation !== supplier) return refuse('work_order.offer.wrong_team', 'team', { team: input.team as string, supplier });
  if (input.service && given.service?.provider !== supplier)
    return refuse('work_order.offer.wrong_service', 'service', { service: given.service?.name ?? '', supplier });
  if (given.incident && !given.incident.open) return refuse('work_order.offer.parent_closed', 'parent', { parent: given.incident.id });
  return { changes: { holder: given.house, service: serviceOf(the, given), team: teamOf(the, given), priority: priorityOf(the, given) } };
}

function accept({ row, input, actor, given }: The): Decision | Refusal {
  const { supplier, team } = row as Row;
  if (input.team && given.team?.organisation !== supplier) return refuse('work_order.offer.wrong_team', 'team', { team: input.team as string, supplier });
  const agent = input.agent ?? (actor.parties.includes(supplier) ? actor.person : null);
  return { changes: { holder: supplier, team: input.team ?? team, agent } };
}

function reject({ input, given }: The): Decision | Refusal {
  const { reason } = given;
  const right = reason?.open && reason.kind === 'rejection';
  return right
    ? { changes: { ...calm, holder: given.house } }
    : refuse('work_order.reject.wrong_reason', 'reject_reason', { reason: input.reject_reason as string });
}

function wait({ input, now, given }: The): Decision | Refusal {
  const { reason } = given;
  if (!reason?.open || reason.kind !== 'waiting') return refuse('work_order.wait.wrong_reason', 'waiting_reason', { reason: input.waiting_reason as string });
  const until = input.waiting_until as string | null | undefined;
  if (until && until <= now) return refuse('work_order.wait.in_past', 'waiting_until');
  // The house is the receiver's customer: what waits on the end customer waits on the house to bring it.
  return { changes: { waiting_on: reason.waits_on === 'customer' ? given.house : null } };
}

/** The house may answer for a supplier who only telephones, and then says who it was. */
function answering(rule: Rule): Rule {
  return (the) => {
    const { row, actor, input, given } = the;
    const outside = (row as Row).supplier !== given.house;
    const forThem = outside && actor.side === 'integrator' && !actor.system;
    return forThem && !input.note ? refuse('work_order.on_behalf.needs_note', 'note') : rule(the);
  };
}
