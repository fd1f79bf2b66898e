// What items did in the demo world: a host that failed alone and was known to carry nothing that day, and a firewall whose twin took over.
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const day = 24 * 60 * minute;
const iso = (at: number): string => new Date(at).toISOString();

type Failure = { readonly start: number; readonly item: string; readonly summary: string; readonly minutes: number; readonly told: string };

export function itemFailures(now: number): Step[] {
  return [
    ...failure({
      start: now - 26 * day,
      item: 'hv-1',
      summary: 'HV-ALM-1 unreachable',
      minutes: 95,
      told: 'A memory module was replaced; the machines ran on the other two hosts.',
      // Somebody who knows better than the arithmetic.
      override: { impact: 'low', effect: 'none', impact_reason: 'The host was emptied for this work; two hosts carry everything until tonight.' },
    }),
    ...failure({
      start: now - 12 * day,
      item: 'fw-2',
      summary: 'FW-GRN-2: no heartbeat',
      minutes: 40,
      told: 'The firewall was restarted; its twin had taken over at once.',
    }),
  ];
}

function failure({ start, item, summary, minutes, told, override }: Failure & { readonly override?: Readonly<Record<string, string>> }): Step[] {
  const [end, name] = [start + minutes * minute, `demo-item-${item}`];
  const ofIncident = async ({ house }: Stage): Promise<string | null> => {
    const [row] = await house.db.query<{ incident: string | null }>('select incident from event where dedup_key = $1', [name]);
    return row?.incident ?? null;
  };
  const on = (at: number, command: string, input: Readonly<Record<string, unknown>>): Step => ({
    at,
    run: async (stage) => {
      const target = await ofIncident(stage);
      if (target) await stage.tryAct('anna', 'incident', command, { target, input });
    },
  });
  return [
    {
      at: start,
      run: async ({ act, id }) => {
        const input = {
          dedup_key: name,
          source: 'zabbix',
          summary,
          severity: 'critical',
          started_at: iso(start),
          item: id(`item.${item}`),
          labels: { host: item },
        };
        await act(null, 'event', 'raise', { input });
      },
    },
    on(start + 6 * minute, 'take', {}),
    ...(override ? [on(start + 9 * minute, 'override_impact', override)] : []),
    {
      at: end,
      run: async ({ house, tryAct }) => {
        const [row] = await house.db.query<{ id: string }>('select id from event where dedup_key = $1 and open', [name]);
        if (row) await tryAct(null, 'event', 'clear', { target: row.id, input: { cleared_at: iso(end) } });
      },
    },
    on(end + 5 * minute, 'resolve', { resolution: 'fixed', restored_at: iso(end), note: told }),
  ];
}
