// Takes in notices: new ones are received, newer editions update, cancellations withdraw, and the same or an older one changes nothing.
import { createHash } from 'node:crypto';
import { isRefusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { perform } from '../../platform/journal/perform.ts';
import { matches, sameNotice, templatesInUse } from '../../practices/change/notice.queries.ts';
import { isNewer, type Notice, stateOf } from '../../practices/change/notice.ts';
import { templateOf } from '../../practices/change/notice-template-said.ts';
import { noticeTemplates } from '../../practices/change/notice-templates.ts';
import { mailsIn } from './mbox.ts';
import { readNotice } from './read.ts';

/** What became, or on a dry run would become, of one notice. `unreadable` waits for a person; `refused` was not kept. */
export type TakenNotice = Pick<Notice, 'provider' | 'notice_key' | 'title' | 'status' | 'starts_at' | 'ends_at' | 'problem'> & {
  readonly outcome: 'received' | 'updated' | 'withdrawn' | 'nothing_new' | 'unreadable' | 'refused';
  readonly id: string | null;
  readonly objects: number;
};
/** `updated` counts withdrawals too, `received` what is unreadable. */
export type Taken = {
  readonly dry_run: boolean;
  readonly received: number;
  readonly updated: number;
  readonly withdrawn: number;
  readonly nothing_new: number;
  readonly unreadable: number;
  readonly refused: number;
  readonly ids: readonly string[];
  readonly notices: readonly TakenNotice[];
};
type Asked = { readonly content: string; readonly source: string; readonly provider?: string | undefined; readonly dry_run?: boolean };
type Known = { readonly id: string | null; readonly sequence: number | null; readonly stamp: string | null };
type Did = { readonly outcome: TakenNotice['outcome']; readonly was: 'received' | 'updated' | 'nothing_new' | 'refused'; readonly id: string | null };

export async function takeNotices(house: House, { content, source, provider, dry_run = false }: Asked): Promise<Taken> {
  const own = (await templatesInUse(house.db)).map(templateOf);
  const did: (Did & { readonly notice: Notice })[] = [];
  // What an earlier mail of the same file would have done, when nothing is done yet.
  const thought = new Map<string, Known>();
  for (const mail of mailsIn(content)) {
    const { notices, raw } = await readNotice(mail, { templates: [...own, ...noticeTemplates], provider });
    for (const notice of notices) did.push({ notice, ...(await takeOne(house, { notice, raw, source, thought: dry_run ? thought : null })) });
  }
  const count = (wanted: (each: Did) => boolean): number => did.filter(wanted).length;
  return {
    dry_run,
    received: count((each) => each.was === 'received'),
    updated: count((each) => each.was === 'updated'),
    withdrawn: count((each) => each.outcome === 'withdrawn'),
    nothing_new: count((each) => each.was === 'nothing_new'),
    unreadable: count((each) => each.outcome === 'unreadable'),
    refused: count((each) => each.was === 'refused'),
    ids: did.flatMap((each) => (each.id ? [each.id] : [])),
    notices: did.map(({ notice, outcome, id }) => ({ ...toldOf(notice), outcome, id })),
  };
}

const toldOf = ({ provider, notice_key, title, status, starts_at, ends_at, problem, objects }: Notice) => ({
  ...{ provider, notice_key, title, status, starts_at, ends_at, problem },
  objects: objects.length,
});

type One = { readonly notice: Notice; readonly raw: string; readonly source: string; readonly thought: Map<string, Known> | null };

async function takeOne(house: House, { notice, raw, source, thought }: One): Promise<Did> {
  const key = notice.notice_key ? `${notice.provider.toLowerCase()}\n${notice.notice_key}` : null;
  const known: Known | null =
    (key && thought?.get(key)) || (notice.notice_key ? await sameNotice(house.db, { provider: notice.provider, notice_key: notice.notice_key }) : null);
  if (known && !isNewer(notice, known)) return { outcome: 'nothing_new', was: 'nothing_new', id: known.id };
  if (thought) {
    if (key) thought.set(key, { id: known?.id ?? null, sequence: notice.sequence, stamp: notice.stamp });
    return outcomeOf({ state: stateOf(notice), known: known !== null, id: known?.id ?? null });
  }
  return put(house, { notice, raw, source, known });
}

async function put(house: House, { notice, raw, source, known }: Omit<One, 'thought'> & { readonly known: Known | null }): Promise<Did> {
  const digest = createHash('sha256')
    .update(`${notice.provider}\n${notice.notice_key ?? ''}\n${raw}`)
    .digest('base64url')
    .slice(0, 32);
  const { provider, notice_key, ...said } = notice;
  const found = await matches(house.db, { provider, names: notice.objects.map((each) => each.name) });
  const told = Object.fromEntries(Object.entries({ ...said, ...found, raw }).filter(([, value]) => value !== null));
  const outcome = await perform(house, {
    id: `notice:${digest}`,
    record: 'maintenance_notice',
    command: known ? 'update' : 'receive',
    target: known?.id ?? null,
    input: known ? told : { ...told, provider, ...(notice_key ? { notice_key } : {}) },
    actor: asSystem(`maintenance notice from ${source}`),
    channel: 'webhook',
  });
  // A newer edition came between: this one is no news any more.
  if (isRefusal(outcome)) return { outcome: 'refused', was: 'refused', id: known?.id ?? null };
  if (outcome.replayed) return { outcome: 'nothing_new', was: 'nothing_new', id: outcome.row.id };
  return outcomeOf({ state: outcome.row.state, known: known !== null, id: outcome.row.id });
}

function outcomeOf({ state, known, id }: { readonly state: string; readonly known: boolean; readonly id: string | null }): Did {
  const was = known ? 'updated' : 'received';
  return { was, id, outcome: state === 'unreadable' ? 'unreadable' : state === 'withdrawn' ? 'withdrawn' : was };
}
