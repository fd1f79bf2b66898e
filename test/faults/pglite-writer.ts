// A process that writes to an embedded database and says each number it was promised; made to be killed at any moment.

import { openDatabase } from '../../src/platform/db/open.ts';

const [url = '', templateFile = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: console.error };

const db = await openDatabase({ url, templateFile, log }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(3);
});
await db.exec(
  'create table if not exists written (n int primary key, filler text); create table if not exists total (id int primary key, n int); insert into total values (1, 0) on conflict do nothing',
);
const [row] = await db.query<{ n: number }>('select n from total');
process.stdout.write(`open ${process.pid}\n`);

for (let n = (row?.n ?? 0) + 1; ; n += 1) {
  await db.tx(async () => {
    await db.query('insert into written (n, filler) values ($1, $2)', [n, 'x'.repeat((n * 97) % 3000)]);
    await db.query('update total set n = $1', [n]);
  });
  process.stdout.write(`wrote ${n}\n`);
  if (n % 50 === 0) await db.exec('checkpoint');
}
