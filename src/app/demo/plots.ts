// What happens in the demo world: small plots that unfold in steps, each at its own moment.
import type { AnyRow } from '../../kernel/record.ts';
import type { seededChance } from '../../platform/chance.ts';
import type { OrganisationCode, PersonCode, ServiceCode } from './cast.ts';
import type { Stage } from './stage.ts';

export type Step = { readonly at: number; readonly run: (stage: Stage) => Promise<void> };
export type Chance = ReturnType<typeof seededChance>;
export const minute = 60_000;

type Supplier = {
  readonly organisation: OrganisationCode;
  readonly team: string;
  readonly person: PersonCode;
  readonly service: ServiceCode;
  readonly reference: string;
};
const suppliers: Readonly<Record<'line-a' | 'line-b' | 'hosting' | 'identity' | 'printing', Supplier>> = {
  'line-a': { organisation: 'noordlijn', team: 'noordlijn-noc', person: 'lbraun', service: 'line-a', reference: 'NL' },
  'line-b': { organisation: 'kabelring', team: 'kabelring-noc', person: 'okelly', service: 'line-b', reference: 'KR' },
  hosting: { organisation: 'polder-hosting', team: 'polder-ops', person: 'fpolder', service: 'hosting', reference: 'PH' },
  identity: { organisation: 'identiq', team: 'identiq-care', person: 'siobhan', service: 'identity', reference: 'IQ' },
  printing: { organisation: 'printwerk', team: 'printwerk-hilfe', person: 'jkrause', service: 'printing', reference: 'PW' },
};
export type PartCode = keyof typeof suppliers;

const outages: Readonly<Record<Exclude<PartCode, 'printing'>, { readonly alert: string; readonly result: string; readonly told: string }>> = {
  'line-a': {
    alert: 'Line A down: no carrier on rtr-ams-1',
    result: 'Fibre spliced near Assen.',
    told: 'The line was broken by digging works; traffic ran over the other line.',
  },
  'line-b': {
    alert: 'Line B down: BGP session lost on rtr-ams-2',
    result: 'Line card replaced in Utrecht.',
    told: 'A line card failed; traffic ran over the other line.',
  },
  hosting: {
    alert: 'Hosting: storage latency above 200 ms',
    result: 'Storage controller failed over.',
    told: 'Files and applications were slow; a storage controller was replaced.',
  },
  identity: { alert: 'Identity: sign-in fails for all users', result: 'Certificate renewed.', told: 'Signing in failed because a certificate had expired.' },
};

/** An outage found by monitoring: event, incident by reaction, work order to the supplier, restored by a workaround, confirmed. */
export function outage(
  part: Exclude<PartCode, 'printing'>,
  { start, chance, key, rejected, hurry = 1 }: { start: number; chance: Chance; key: string; rejected?: PartCode; hurry?: number },
): Step[] {
  const supplier = suppliers[part];
  const { alert, result, told } = outages[part];
  const severity = part === 'identity' || part === 'hosting' ? 'critical' : 'error';
  let event: AnyRow;
  let incident = '';
  let order: AnyRow | null = null;
  const at = (minutes: number): number => start + Math.round(minutes * hurry) * minute;
  const steps: Step[] = [];
  const then = (minutes: number, run: Step['run']): void => void steps.push({ at: at(minutes), run });
  const taken = chance.between(3, 9);
  const offered = taken + chance.between(2, 6);
  const accepted = offered + chance.between(4, 12) + (rejected ? 15 : 0);
  const repaired = accepted + chance.between(35, 140);
  then(0, async (stage) => {
    event = await stage.act(null, 'event', 'raise', {
      input: {
        dedup_key: `demo-${key}`,
        source: 'alertmanager',
        summary: alert,
        severity,
        started_at: iso(start),
        service: stage.id(`service.${part}`),
        labels: { ci: part, severity },
      },
    });
  });
  then(taken, async (stage) => {
    incident = await incidentOf(stage, event.id);
    await stage.tryAct('anna', 'incident', 'take', { target: incident });
  });
  if (rejected)
    then(offered - 1, async (stage) => {
      const wrong = suppliers[rejected];
      const first = await offer(stage, { supplier: wrong, incident, title: alert });
      if (first)
        await stage.tryAct(wrong.person, 'work_order', 'reject', {
          target: first.id,
          input: { reject_reason: stage.id('reason.not_ours'), note: 'Our side is clean: the alarm is on the other route.' },
        });
    });
  then(offered, async (stage) => {
    order = await offer(stage, { supplier, incident, title: alert });
  });
  then(accepted, async (stage) => {
    if (order)
      await stage.tryAct(supplier.person, 'work_order', 'accept', {
        target: order.id,
        input: { their_reference: `${supplier.reference}-${chance.between(80_000, 99_999)}` },
      });
  });
  then(accepted + 3, async (stage) => {
    if (order) await stage.tryAct(supplier.person, 'work_order', 'start', { target: order.id });
  });
  then(repaired, async (stage) => {
    if (order) await stage.tryAct(supplier.person, 'work_order', 'complete', { target: order.id, input: { result } });
    await stage.tryAct(null, 'event', 'clear', { target: event.id, input: { cleared_at: iso(at(repaired)) } });
  });
  then(
    repaired + 6,
    async (stage) =>
      void (await stage.tryAct('anna', 'incident', 'resolve', {
        target: incident,
        input: { resolution: 'workaround', restored_at: iso(at(repaired)), note: told },
      })),
  );
  then(repaired + 20, async (stage) => {
    if (order) await stage.tryAct('anna', 'work_order', 'close', { target: order.id });
  });
  then(
    repaired + chance.between(60, 600),
    async (stage) => void (await stage.tryAct('anna', 'incident', 'close', { target: incident, input: { note: 'Confirmed by telephone.' } })),
  );
  return steps;
}

async function offer(stage: Stage, { supplier, incident, title }: { supplier: Supplier; incident: string; title: string }): Promise<AnyRow | null> {
  const input = {
    title,
    instruction: `Alarm: ${title}. Please restore, and tell us your number.`,
    supplier: stage.id(`organisation.${supplier.organisation}`),
    team: stage.id(`team.${supplier.team}`),
    service: stage.id(`service.${supplier.service}`),
    parent: incident,
  };
  return stage.tryAct('anna', 'work_order', 'offer', { input });
}

async function incidentOf(stage: Stage, event: string): Promise<string> {
  const [row] = await stage.house.db.query<{ incident: string | null }>('select incident from event where id = $1', [event]);
  if (!row?.incident) throw new Error(`${event} led to no incident`);
  return row.incident;
}

export type Complaint = {
  readonly service: ServiceCode;
  readonly customer: OrganisationCode;
  readonly who: PersonCode;
  readonly agent: PersonCode;
  readonly title: string;
  readonly description: string;
  readonly fix: string;
  readonly waits?: boolean;
  readonly impact?: string;
  readonly urgency?: string;
};

/** A call that was handed to a team with one person and lies there: half of its target passes, then three quarters; nobody responds in time, and the service level manager looks. */
export function leftLying(what: Complaint, { start, team, seen = false }: { start: number; team: string; seen?: boolean }): Step[] {
  const { who, agent, service, customer, impact = 'medium', urgency = 'high', title, description } = what;
  let incident = '';
  const then = (minutes: number, run: Step['run']): Step => ({ at: start + minutes * minute, run });
  const steps = [
    then(0, async (stage) => {
      const about = { service: stage.id(`service.${service}`), customer: stage.id(`organisation.${customer}`), requester: stage.id(`person.${who}`) };
      const input = { title, description, ...about, impact, urgency, effect: 'degraded', source: 'phone' };
      incident = (await stage.act(agent, 'incident', 'open', { input })).id;
    }),
    then(4, async (stage) => void (await stage.tryAct(agent, 'incident', 'assign', { target: incident, input: { team: stage.id(`team.${team}`) } }))),
  ];
  return seen ? [...steps, then(372, async (stage) => void (await stage.tryAct('kees', 'incident', 'acknowledge', { target: incident })))] : steps;
}

/** A person's call: reported, taken, perhaps waiting for the customer, resolved, confirmed or left to the desk to close. */
export function complaint(what: Complaint, { start, chance, hurry = 1 }: { start: number; chance: Chance; hurry?: number }): Step[] {
  let incident = '';
  const steps: Step[] = [];
  const at = (minutes: number): number => start + Math.round(minutes * hurry) * minute;
  const then = (minutes: number, run: Step['run']): void => void steps.push({ at: at(minutes), run });
  const [reach, look] = [chance.between(2, 35), chance.between(10, 40)];
  const waiting = what.waits ? chance.between(60, 900) : 0;
  const work = chance.between(15, 260);
  // Some calls are over while the caller is on the line.
  const isQuick = !what.waits && hurry === 1 && work < 100;
  const taken = isQuick ? 1 : reach;
  const waited = taken + (isQuick ? 3 : look);
  const resumed = waited + waiting;
  const resolved = resumed + (isQuick ? Math.ceil(work / 5) : work);
  const { who, agent, service, customer, fix, waits, impact = 'low', urgency = 'medium', title, description } = what;
  then(0, async (stage) => {
    const input = {
      title,
      description,
      service: stage.id(`service.${service}`),
      customer: stage.id(`organisation.${customer}`),
      requester: stage.id(`person.${who}`),
      impact,
      urgency,
      effect: 'degraded',
      source: chance.pick(['phone', 'mail', 'portal']),
    };
    incident = (await stage.act(agent, 'incident', 'open', { input })).id;
  });
  then(taken, async (stage) => void (await stage.tryAct(agent, 'incident', 'take', { target: incident })));
  if (waits) {
    then(
      waited,
      async (stage) =>
        void (await stage.tryAct(agent, 'incident', 'wait', {
          target: incident,
          input: { waiting_reason: stage.id('reason.customer_information'), note: 'Which printer or laptop is it? Please send the number on the sticker.' },
        })),
    );
    then(
      resumed,
      async (stage) =>
        void (await stage.tryAct(who, 'incident', 'resume', { target: incident, input: { note: 'It is the one on the second floor, number 2041.' } })),
    );
  } else
    then(
      waited,
      async (stage) =>
        void (await stage.tryAct(agent, 'incident', 'note', { target: incident, input: { note: 'Looked at the logs together with the user.' } })),
    );
  then(
    resolved,
    async (stage) =>
      void (await stage.tryAct(agent, 'incident', 'resolve', {
        target: incident,
        input: { resolution: chance.random() < 0.7 ? 'fixed' : 'workaround', note: fix },
      })),
  );
  then(resolved + chance.between(20, 1_400), async (stage) => {
    if (chance.random() < 0.6)
      await stage.tryAct(who, 'incident', 'confirm', { target: incident, input: { note: 'Works again, thank you.', satisfaction: answerOf(what, start) } });
    else await stage.tryAct(agent, 'incident', 'close', { target: incident });
  });
  return steps;
}

/** How the customer found it: the care homes are less and less content although all is done in time; the others mostly are. */
function answerOf({ customer }: Complaint, start: number): number {
  const turn = Math.floor(start / (11 * 60 * minute));
  return customer === 'pflege-ems' ? ([2, 3, 4, 2][turn % 4] ?? 3) : ([5, 4, 5, 4, 3][turn % 5] ?? 4);
}

const iso = (at: number): string => new Date(at).toISOString();
