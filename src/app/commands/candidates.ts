// `tessera candidates`: what a scan for problems finds, and with --run keeping it, from a terminal.
import type { Command } from 'commander';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Finding = {
  readonly kind: string;
  readonly group: string | null;
  readonly words: readonly string[];
  readonly window_days: number;
  readonly since: string;
  readonly seen: number;
  readonly expected: number;
  readonly odds: number;
  readonly cases: readonly string[];
};
type Found = {
  readonly data: readonly Finding[];
  readonly scan: { readonly as_of: string; readonly cases: number; readonly ms: number };
  readonly refs: Readonly<Record<string, string>>;
};
type Kept = {
  readonly data: Readonly<Record<'proposed' | 'refreshed' | 'returned' | 'expired', readonly string[]>>;
  readonly refs: Readonly<Record<string, string>>;
};
type Options = Where & { readonly json?: boolean; readonly run?: boolean; readonly asOf?: string };

export function candidateCommands(program: Command): void {
  asking(program, 'candidates', 'incidents that became more frequent than chance explains; --run keeps them as problem candidates')
    .option('--run', 'keep what is found: new candidates, known ones with other evidence')
    .option('--as-of <date>', 'the last day that counts, such as 2026-11-03; yesterday when absent')
    .action(candidates);
}

async function candidates({ run, asOf, ...where }: Options): Promise<void> {
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Said(`--as-of ${asOf} is not a date such as 2026-11-03.`);
  const query = asOf ? `?as_of=${asOf}` : '';
  if (run) {
    const answer = await talking(where, (to) => ask<Kept>(to, { method: 'POST', path: `/api/problem-candidates/scan${query}` }));
    return print(where.json ? JSON.stringify(answer, null, 2) : keptText(answer));
  }
  const answer = await talking(where, (to) => ask<Found>(to, { method: 'GET', path: `/api/problem-candidates/findings${query}` }));
  print(where.json ? JSON.stringify(answer, null, 2) : foundText(answer));
}

const words = { proposed: 'new', refreshed: 'changed', returned: 'back', expired: 'lapsed' } as const;

function keptText({ data, refs }: Kept): string {
  const rows = Object.entries(words).flatMap(([name, word]) => data[name as keyof typeof words].map((id) => [id, word, refs[id] ?? '']));
  return rows.length ? table(['candidate', '', 'title'], rows) : 'Nothing new.';
}

/** A sentence, and the findings with what was expected beside what was seen. */
export function foundText({ data, scan, refs }: Found): string {
  const rows = data.map((each) => [
    each.kind,
    [each.group ? `${each.group} ${refs[each.group] ?? ''}`.trim() : '', each.words.join(' ')].filter(Boolean).join(': '),
    each.seen,
    each.expected.toFixed(1),
    each.window_days,
    each.since,
    oneIn(each.odds),
    each.cases.slice(-3).join(' '),
  ]);
  const sentence = `${scan.cases} incidents until ${scan.as_of}, ${data.length} findings, ${scan.ms} ms.`;
  return rows.length ? [sentence, '', table(['kind', 'what', 'seen', 'expected', 'days', 'since', 'by chance', 'latest'], rows)].join('\n') : sentence;
}

const oneIn = (odds: number): string => (odds > 0 ? `1 in ${Math.round(1 / odds).toLocaleString('en')}` : 'never');
