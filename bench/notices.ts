// Reads a directory of suppliers' notices with their expected results (*_result.json) and prints where ours differ: `npx tsx bench/notices.ts <directory>`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotice } from '../src/app/notices/read.ts';

type Expected = {
  readonly maintenance_id?: string;
  readonly start?: number;
  readonly end?: number;
  readonly status?: string;
  readonly account?: string;
  readonly circuits?: readonly { readonly circuit_id: string }[];
};
const directory = process.argv[2];
if (!directory) throw new Error('say which directory: npx tsx bench/notices.ts <directory>');
const seconds = (iso: string | null | undefined): number | undefined => (iso ? Date.parse(iso) / 1_000 : undefined);
let [read, same, fields] = [0, 0, 0];
for (const folder of readdirSync(directory, { withFileTypes: true }).filter((each) => each.isDirectory())) {
  const path = join(directory, folder.name);
  for (const file of readdirSync(path)
    .filter((each) => !each.endsWith('.json'))
    .sort()) {
    const { notices } = await readNotice(readFileSync(join(path, file), 'utf8'));
    const result = join(path, `${file.replace(/\.(eml|html)$/, '')}_result.json`);
    let expected: readonly Expected[] | null = null;
    try {
      expected = JSON.parse(readFileSync(result, 'utf8')) as Expected[];
    } catch {
      console.log(`${folder.name}/${file}: nothing expected; ${notices[0]?.problem ?? 'read whole'}`);
      continue;
    }
    const [ours, theirs] = [notices[0], expected[0] ?? {}];
    const pairs: readonly (readonly [string, unknown, unknown])[] = [
      ['number', ours?.notice_key, theirs.maintenance_id],
      ['start', seconds(ours?.starts_at), theirs.start],
      ['end', seconds(ours?.ends_at), theirs.end],
      ['status', ours?.status ?? undefined, theirs.status],
      ['account', ours?.account ?? undefined, theirs.account],
      ['objects', ours?.objects.map((each) => each.name).join(), theirs.circuits?.map((each) => each.circuit_id).join()],
    ];
    const differing = pairs.filter(([, a, b]) => a !== b);
    read += 1;
    fields += pairs.length - differing.length;
    if (differing.length === 0) same += 1;
    console.log(
      `${folder.name}/${file}: ${differing.length === 0 ? 'same' : differing.map(([name, a, b]) => `${name} ${String(a)} instead of ${String(b)}`).join('; ')}`,
    );
  }
}
console.log(`${same} of ${read} the same; ${fields} of ${read * 6} fields`);
