// Takes in notices: new ones are received, newer editions update, cancellations withdraw, and the same or an older one changes nothing.
import { createHash } from 'node:crypto';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { perform } from '../../platform/journal/perform.ts';
import { matches, sameNotice } from '../../practices/change/notice.queries.ts';
import { isNewer, type Notice } from '../../practices/change/notice.ts';
import { readNotice } from './read.ts';

export type Taken = { received: number; updated: number; nothing_new: number; unreadable: number; readonly ids: string[] };

export async function takeNotice(house: House, { content, source }: { content: string; source: string }): Promise<Taken | Refusal> {
  const taken: Taken = { received: 0, updated: 0, nothing_new: 0, unreadable: 0, ids: [] };
  const { notices, raw } = await readNotice(content);
  for (const notice of notices) {
    const wrong = await takeOne(house, { notice, raw, source, taken });
    if (wrong) return wrong;
  }
  return taken;
}

type One = { readonly notice: Notice; readonly raw: string; readonly source: string; readonly taken: Taken };

async function takeOne(house: House, { notice, raw, source, taken }: One): Promise<Refusal | null> {
  const digest = createHash('sha256')
    .update(`${notice.provider}\n${notice.notice_key ?? ''}\n${raw}`)
    .digest('base64url')
    .slice(0, 32);
  const known = notice.notice_key ? await sameNotice(house.db, { provider: notice.provider, notice_key: notice.notice_key }) : null;
  if (known && !isNewer(notice, known)) {
    taken.nothing_new += 1;
    taken.ids.push(known.id);
    return null;
  }
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
  if (isRefusal(outcome)) return outcome;
  taken.ids.push(outcome.row.id);
  if (outcome.replayed) taken.nothing_new += 1;
  else taken[known ? 'updated' : 'received'] += 1;
  if (outcome.row.state === 'unreadable') taken.unreadable += 1;
  return null;
}
