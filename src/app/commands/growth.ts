// `tessera growth`: where each customer's services stand on the ladder of contracting, and with a customer every gate of it.
import type { Command } from 'commander';
import { gates } from '../../practices/growth/gates.record.ts';
import type { GrowthAnswer } from '../../practices/growth/growth.record.ts';
import { gateTexts } from '../../practices/growth/growth-texts.ts';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Options = Where & { readonly json?: boolean; readonly asOf?: string; readonly gates?: boolean };

export function growthCommands(program: Command): void {
  asking(program, 'growth [customer]', 'where customers stand on the ladder of contracting; one customer with every gate')
    .option('--as-of <date>', 'the last day that counts, such as 2026-11-03')
    .option('--gates', 'the names of the gates that models/growth.yaml may ask for')
    .action(growth);
}

async function growth(customer: string | undefined, { asOf, gates: named, ...where }: Options): Promise<void> {
  if (named) return print(gatesText());
  const query = new URLSearchParams({ ...(customer ? { customer } : {}), ...(asOf ? { as_of: asOf } : {}) });
  const answer = await talking(where, (to) => ask<GrowthAnswer>(to, { method: 'GET', path: `/api/growth?${query}` }));
  if (where.json) return print(JSON.stringify(answer, null, 2));
  if (customer && answer.data.length === 0) throw new Said(`There is nothing between the house and ${customer} yet.`);
  print(customer ? gatesOf(answer) : growthText(answer));
}

const gatesText = (): string =>
  table(
    ['gate', 'evidence', 'asks'],
    Object.entries(gates).map(([name, { evidence }]) => [name, evidence, gateTexts[name as keyof typeof gates].asks.en]),
  );

/** One line for each customer and service. */
export function growthText({ data, ladder, refs }: GrowthAnswer): string {
  const stage = (at: number | null): string => (at === null ? '-' : `${at} ${ladder.stages[at]?.name.en ?? ''}`);
  const rows = data.map((each) => {
    const [step] = each.next?.steps ?? [];
    const words = step ? gateTexts[step.gate as keyof typeof gates]?.step.en : '';
    return [
      refs[each.customer] ?? each.customer,
      refs[each.service] ?? each.service,
      stage(each.stage),
      stage(each.before),
      each.next?.distance ?? '',
      words ?? '',
    ];
  });
  return [ladder.note.en, '', table(['customer', 'service', 'stage', 'a quarter ago', 'missing', 'cheapest next step'], rows)].join('\n');
}

function gatesOf(answer: GrowthAnswer): string {
  const { data, ladder, refs } = answer;
  const parts = data.map((each) => {
    const rows = each.stages.flatMap(({ code, gates: asked }) =>
      asked.map(({ gate, met, found, needs, ids, lacks }) => [
        code,
        met ? 'met' : 'not met',
        gate,
        `${found} of ${needs}`,
        [...ids, ...lacks.map((id) => `-${id}`)].join(' '),
      ]),
    );
    const head = `${refs[each.service] ?? each.service}: ${each.stage} ${ladder.stages[each.stage]?.name.en ?? ''}`;
    return `${head}\n${table(['stage', '', 'gate', 'found', 'records (- lacks)'], rows)}`;
  });
  return [growthText(answer), ...parts].join('\n\n');
}
