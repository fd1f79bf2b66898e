// What goes back and forth in the demo world: work that nobody wants, and time that somebody says was not theirs.
import type { AnyRow } from '../../kernel/record.ts';
import { type Chance, minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A call that the desk hands to the network, which declines it; then to desktop support, which takes it and sends it back. */
export function bounced(start: number): Step[] {
  let incident = '';
  const at = (minutes: number): number => start + minutes * minute;
  const act = (minutes: number, run: (stage: Stage) => Promise<unknown>): Step => ({ at: at(minutes), run: async (stage) => void (await run(stage)) });
  const assign = (team: string) => (stage: Stage) =>
    stage.tryAct('anna', 'incident', 'assign', { target: incident, input: { team: stage.id(`team.${team}`), note: 'Please have a look.' } });
  return [
    act(0, async (stage) => {
      const input = {
        title: 'Traag netwerk op de tweede verdieping',
        description: 'Alles is traag, bij iedereen in de gang.',
        service: stage.id('service.workplace'),
        customer: stage.id('organisation.gemeente-zuiderdam'),
        requester: stage.id('person.nyilmaz'),
        ...{ impact: 'medium', urgency: 'medium', effect: 'degraded', source: 'phone' },
      };
      incident = (await stage.act('anna', 'incident', 'open', { input })).id;
      stage.ids['incident.bounced'] = incident;
    }),
    act(4, (stage) => stage.tryAct('anna', 'incident', 'take', { target: incident })),
    act(12, assign('network')),
    act(47, (stage) =>
      stage.tryAct('chloe', 'incident', 'decline', {
        target: incident,
        input: { reason: stage.id('reason.not_ours'), note: 'All switches are idle: it is not the network.' },
      }),
    ),
    act(55, assign('desktop')),
    act(80, (stage) => stage.tryAct('daan', 'incident', 'take', { target: incident })),
    act(110, (stage) =>
      stage.tryAct('daan', 'incident', 'assign', { target: incident, input: { team: stage.id('team.desk'), note: 'Not the laptops either.' } }),
    ),
    act(118, (stage) => stage.tryAct('anna', 'incident', 'take', { target: incident })),
  ];
}

type Contested = { readonly start: number; readonly chance: Chance; readonly ruled: boolean };

/** A work order whose supplier waited for a door to be opened, and says so afterwards. */
export function contested({ start, chance, ruled }: Contested): Step[] {
  let order: AnyRow | null = null;
  let dispute: AnyRow | null = null;
  const at = (minutes: number): number => start + minutes * minute;
  const act = (minutes: number, run: (stage: Stage) => Promise<unknown>): Step => ({ at: at(minutes), run: async (stage) => void (await run(stage)) });
  const who = ruled ? 'fpolder' : 'lbraun';
  const [part, supplier, team] = ruled ? (['hosting', 'polder-hosting', 'polder-ops'] as const) : (['line-a', 'noordlijn', 'noordlijn-noc'] as const);
  const waited = 20 + chance.between(20, 40);
  let incident = '';
  const steps = [
    act(0, async (stage) => {
      const input = {
        title: ruled ? 'Serverruimte te warm' : 'Lijn A: ruis op de verbinding',
        description: ruled ? 'De temperatuur loopt op.' : 'Veel fouten op de lijn, verkeer loopt over de andere.',
        service: stage.id('service.workplace'),
        customer: stage.id('organisation.waterschap-noord'),
        part: stage.id(`service.${part}`),
        ...{ impact: 'low', urgency: 'high', effect: 'degraded', source: 'phone' },
      };
      incident = (await stage.act('anna', 'incident', 'open', { input })).id;
    }),
    act(5, (stage) => stage.tryAct('anna', 'incident', 'take', { target: incident })),
    act(8, async (stage) => {
      const input = {
        title: ruled ? 'Cooling of the rack' : 'Noise on line A',
        instruction: 'Please send an engineer to the site; ask at the gate.',
        supplier: stage.id(`organisation.${supplier}`),
        team: stage.id(`team.${team}`),
        service: stage.id(`service.${part}`),
        parent: incident,
      };
      order = await stage.tryAct('anna', 'work_order', 'offer', { input });
    }),
    act(18, async (stage) => order && stage.tryAct(who, 'work_order', 'accept', { target: order.id })),
    act(20 + waited + 30, async (stage) => order && stage.tryAct(who, 'work_order', 'complete', { target: order.id, input: { result: 'Done on site.' } })),
    act(20 + waited + 40, (stage) => stage.tryAct('anna', 'incident', 'resolve', { target: incident, input: { resolution: 'fixed', note: 'Werkt weer.' } })),
    act(20 + waited + 90, async (stage) => {
      const reason = 'Our engineer stood at a closed gate: nobody had told the guard.';
      const input = { about: order?.id, starts_at: iso(at(20)), ends_at: iso(at(20 + waited)), reason };
      dispute = order && (await stage.tryAct(who, 'dispute', 'open', { input }));
    }),
  ];
  if (!ruled) return steps;
  return [
    ...steps,
    act(400, async (stage) => {
      const input = { answer: 'The guard confirms it: the visit was not on his list.', agrees: true };
      return dispute && stage.tryAct('eva', 'dispute', 'answer', { target: dispute.id, input });
    }),
    act(500, async (stage) => {
      const input = { ruling: 'We had to announce the visit and did not. This time counts as ours.' };
      return dispute && stage.tryAct('kees', 'dispute', 'uphold', { target: dispute.id, input });
    }),
  ];
}
