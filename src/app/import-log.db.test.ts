// A log of states comes in as the journal it would have been: every event once, at its own time, and the rows are its fold.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../test/db-env.ts';
import { begin, bring, countOf, finish, type ImportWorld, importWorld, logMapping, promiseRestoration, sampleLog } from '../../test/import-world.ts';
import { houseOn, monday } from '../../test/world.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { steerImport } from '../platform/import/run.ts';
import { stepImport } from '../platform/import/step.ts';
import { badRows, findImport } from '../platform/import/store.ts';
import { logbooks } from './logbooks.ts';
import { verify } from './verify.ts';

const [header = '', ...lines] = sampleLog.trimEnd().split('\n');
const file = (rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;
const counts = ({ rows_read, records_added, facts_added, rows_known, rows_bad }: Record<string, unknown>) => ({
  rows_read,
  records_added,
  facts_added,
  rows_known,
  rows_bad,
});
const all = { rows_read: 267, records_added: 55, facts_added: 267, rows_known: 0, rows_bad: 0 };

eachDatabase('a log', (open) => {
  let w: ImportWorld;
  let tag = '';
  let log: string[] = [];
  const imported = (where = 'true') => countOf(w.house.db, 'journal', `record_id in (select id from incident where external_id like '${tag}%') and ${where}`);
  const of = (number: number): string[] => log.filter((line) => line.startsWith(`${tag}000${String(number).padStart(2, '0')}`));
  const times = (turns: number): string[] => Array.from({ length: turns }, (_, turn) => log.map((line) => line.replace(tag, `${tag}R${turn}`))).flat();
  const journal = (number: number) =>
    w.house.db.query(
      `select j.fact, j.at, j.changes, j.params, j.actor_name, j.channel, j.audience from journal j join incident i on i.id = j.record_id where i.external_id = $1 order by j.version`,
      [`${tag}000${String(number).padStart(2, '0')}`],
    );
  const bad = async (id: string) => (await badRows(w.house.db, { id, after: 0, limit: 1_000 })).map((row) => [row.row_number, row.code]);

  let tests = 0;
  beforeAll(async () => {
    w = await importWorld(await open());
  });
  // Every test has the same incidents under numbers of its own.
  beforeEach(() => {
    tests += 1;
    tag = `T${tests}N`;
    log = lines.map((line) => line.replace('LOG', tag));
  });

  it('becomes one fact for each event, at its own time, and comes in only once', async () => {
    const the = await bring(w, { mapping: logMapping, content: file(log) });
    expect(counts(the)).toEqual(all);
    expect(the.created).toMatchObject({ organisation: ['uci'], service: ['uci-it'] });
    expect(the.created.reason?.toSorted()).toEqual(['customer_evidence', 'customer_information', 'problem_solution', 'supplier_answer']);
    expect(await imported("channel = 'import' and recorded_at > at")).toBe(267);
    expect(await countOf(w.house.db, 'incident', `external_id like '${tag}%'`)).toBe(55);
    expect(await verify(w.house)).toEqual([]);
    expect(counts(await bring(w, { mapping: logMapping, content: file(log) }))).toEqual({ ...all, records_added: 0, facts_added: 0, rows_known: 267 });
    expect(await imported()).toBe(267);
    expect(await countOf(w.house.db, 'team', "name = 'Desk'")).toBe(1);
  });

  it('tells each incident as it went', async () => {
    await bring(w, { mapping: logMapping, content: file([...of(3), ...of(11), ...of(51), ...of(53), ...of(54), ...of(55)]) });
    const facts = async (number: number) => (await journal(number)).map((row) => String(row.fact).replace('incident.', ''));
    expect(await facts(11)).toEqual(['opened', 'taken', 'resolved', 'closed', 'reopened', 'imported', 'resolved', 'closed']);
    // A state nobody can name changes nothing; it is a fact all the same.
    expect(await facts(51)).toEqual(['opened', 'taken', 'imported', 'imported', 'resolved', 'closed']);
    // What happened before the record began is put at its beginning, and its own time stays readable.
    const early = await journal(53);
    expect(early.map((row) => row.at)).toEqual([...early.map((row) => row.at)].sort());
    expect(early[0]).toMatchObject({ at: '2016-03-10T15:45:00.000Z', params: { logged_at: '2016-03-10T13:45:00.000Z' } });
    expect(await facts(54)).toHaveLength(5);
    const [opened] = await journal(55);
    expect(opened).toMatchObject({ fact: 'incident.opened', actor_name: 'Editor 29', channel: 'import', params: { row: expect.any(Number) as number } });
    const [open] = await w.house.db.query('select state, open, waiting_reason, waiting_on, resolved_at from incident where external_id = $1', [`${tag}00055`]);
    expect(open).toMatchObject({
      state: 'pending',
      open: true,
      waiting_reason: expect.stringMatching(/^RSN-/) as string,
      waiting_on: expect.stringMatching(/^ORG-/) as string,
      resolved_at: null,
    });
    const [again] = await w.house.db.query('select state, reopened, resolved_at, closed_at from incident where external_id = $1', [`${tag}00011`]);
    const resolved = (await journal(11)).filter((row) => row.fact === 'incident.resolved');
    expect(again).toMatchObject({ state: 'closed', reopened: 1, resolved_at: resolved[1]?.at });
  });

  it('is put in the order in which it happened, whatever the order of its rows', async () => {
    const content = file(log.toReversed());
    expect(counts(await bring(w, { mapping: logMapping, content }))).toEqual(all);
    const facts = async (number: number) => (await journal(number)).map((row) => [row.fact, row.at]);
    const backwards = await Promise.all([3, 11, 53].map(facts));
    tag = tag.replace('T', 'S');
    log = lines.map((line) => line.replace('LOG', tag));
    await bring(w, { mapping: logMapping, content: file(log) });
    expect(backwards).toEqual(await Promise.all([3, 11, 53].map(facts)));
    expect(backwards.map((each) => each[0]?.[0])).toEqual(['incident.opened', 'incident.opened', 'incident.opened']);
    expect(await verify(w.house)).toEqual([]);
  });

  it('lets nothing happen before a record began', async () => {
    const rows = of(53).map((line, at) => (at === 1 ? line.replace('11/3/2016 16:46', '10/3/2016 14:00') : line));
    await bring(w, { mapping: logMapping, content: file(rows) });
    const [opened, second, third] = await journal(53);
    expect([opened?.at, second?.at]).toEqual(['2016-03-10T15:45:00.000Z', '2016-03-10T15:45:00.000Z']);
    expect(second?.params).toMatchObject({ logged_at: '2016-03-10T14:00:00.000Z' });
    expect(third?.params).not.toHaveProperty('logged_at');
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    const tables = ['journal', 'incident', 'team', 'person', 'organisation', 'service', 'reason', 'clock'];
    const before = await Promise.all(tables.map((table) => countOf(w.house.db, table)));
    const next = () => w.house.db.query('select last_value, is_called from incident_number union all select last_value, is_called from team_number');
    const numbers = await next();
    const strangers = log.map((line) => line.replace(/,(Desk|Network),/, ',$1 of the dry run,'));
    const the = await bring(w, { mapping: logMapping, content: file(strangers), dry_run: true });
    expect(counts(the)).toEqual(all);
    expect(the.created.team).toContain('Network of the dry run');
    expect(await Promise.all(tables.map((table) => countOf(w.house.db, table)))).toEqual(before);
    expect(await next()).toEqual(numbers);
  });

  it('holds back a whole record for one wrong row, says which, and takes it in when it is mended', async () => {
    const rows = log.map((line, at) =>
      at === 4 ? line.replace(/,\d+\/\d+\/2016 (\d+:\d+),Phone|,\d+\/\d+\/2016 (\d+:\d+),Email/, ',99/99/2016 00:00,Phone') : line,
    );
    const number = Number((lines[4] ?? '').slice(3, 8));
    const size = of(number).length;
    const the = await bring(w, { mapping: logMapping, content: file(rows) });
    expect(counts(the)).toEqual({ ...all, records_added: 54, facts_added: 267 - size, rows_bad: size });
    const found = await bad(the.id);
    expect(found).toContainEqual([6, 'import.not_date']);
    expect(found.filter(([, code]) => code === 'import.held')).toHaveLength(size - 1);
    expect(await journal(number)).toEqual([]);
    expect(counts(await bring(w, { mapping: logMapping, content: file(log) }))).toEqual({
      ...all,
      records_added: 1,
      facts_added: size,
      rows_known: 267 - size,
    });
    expect(await verify(w.house)).toEqual([]);
  });

  it('goes on where it was when another process takes over', async () => {
    const long = times(3);
    const id = await begin(w, { mapping: logMapping, content: file(long) });
    expect(await stepImport(w.house, logbooks, id)).toBe(true);
    const half = await findImport(w.house.db, id);
    expect(half?.facts_added).toBeGreaterThan(0);
    expect(half?.facts_added).toBe(await imported());
    const paused = await steerImport(w.house, { actor: w.admin, id, command: 'pause' });
    expect(isRefusal(paused) ? paused : paused.state).toBe('paused');
    expect(await stepImport(w.house, logbooks, id)).toBe(false);
    expect(await imported()).toBe(half?.facts_added);
    await steerImport(w.house, { actor: w.admin, id, command: 'resume' });
    const other = { ...w, house: houseOn(w.house.db, { now: monday }, 8) };
    expect(counts(await finish(other, id))).toEqual({ rows_read: 267 * 3, records_added: 55 * 3, facts_added: 267 * 3, rows_known: 0, rows_bad: 0 });
    expect(await imported()).toBe(267 * 3);
    expect(await verify(w.house)).toEqual([]);
  });

  it('is not half done when a batch breaks off', async () => {
    const id = await begin(w, { mapping: logMapping, content: file(log.map((line) => line.replace(/,Servers,/, ',Servers after the cut,'))) });
    const query = w.house.db.query.bind(w.house.db);
    const breaking = {
      ...w.house.db,
      query: (async (sql: string, ...rest: []) =>
        sql.startsWith('update import set rows_read') ? Promise.reject(new Error('the power went')) : query(sql, ...rest)) as typeof query,
    };
    await expect(stepImport({ ...w.house, db: breaking }, logbooks, id)).rejects.toThrow('the power went');
    expect(await imported()).toBe(0);
    expect(await countOf(w.house.db, 'team', "name like '% after the cut'")).toBe(0);
    expect((await findImport(w.house.db, id))?.rows_read).toBe(0);
    expect(counts(await finish(w, id))).toEqual(all);
  });

  it('can be cancelled, and keeps what is in', async () => {
    const id = await begin(w, { mapping: logMapping, content: file(times(4)) });
    await stepImport(w.house, logbooks, id);
    const in_ = await imported();
    const cancelled = await steerImport(w.house, { actor: w.admin, id, command: 'cancel' });
    expect(isRefusal(cancelled) ? cancelled : cancelled.state).toBe('cancelled');
    expect(await stepImport(w.house, logbooks, id)).toBe(false);
    expect(await imported()).toBe(in_);
    expect(await countOf(w.house.db, 'import_chunk', `import = '${id}'`)).toBe(0);
  });

  it('takes in what happened since, of records it brought in before', async () => {
    const [first = '', second = '', ...rest] = of(11);
    await bring(w, { mapping: logMapping, content: file([first, second]) });
    expect(counts(await bring(w, { mapping: logMapping, content: file([first, second, ...rest]) }))).toEqual({
      rows_read: 8,
      records_added: 0,
      facts_added: 6,
      rows_known: 2,
      rows_bad: 0,
    });
    const facts = (await journal(11)).map((row) => row.fact);
    expect(facts).toHaveLength(8);
    expect(await verify(w.house)).toEqual([]);
  });

  it('takes a log that is sorted by time instead of by record', async () => {
    const at = (line: string): number => {
      const [day = '', month = '', year = '', hour = '', minute = ''] = (line.split(',')[13] ?? '').split(/[/ :]/);
      return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
    };
    const long = times(3).filter((line) => !/^\w+00053,/.test(line));
    const sorted = long.map((line, place) => ({ line, place })).sort((a, b) => at(a.line) - at(b.line) || a.place - b.place);
    const the = await bring(w, { mapping: logMapping, content: file(sorted.map((each) => each.line)) });
    expect(counts(the)).toEqual({ rows_read: long.length, records_added: 54 * 3, facts_added: long.length, rows_known: 0, rows_bad: 0 });
    expect(await verify(w.house)).toEqual([]);
  });

  it('overwrites nothing: not what changed in the file, not what people did here, not what others brought', async () => {
    await bring(w, { mapping: logMapping, content: file([...of(2).slice(0, 3), ...of(3).slice(0, 3)]) });
    const [mine] = await w.house.db.query<{ id: string }>('select id from incident where external_id = $1', [`${tag}00003`]);
    await w.act('incident', 'note', { note: 'We called them.' }, mine?.id);
    const changed = of(2).map((line, at) => (at === 1 ? line.replace(/Place \d+/, 'Elsewhere') : line));
    const the = await bring(w, { mapping: logMapping, content: file([...changed, ...of(3)]) });
    expect(the.facts_added).toBe(0);
    const found = await bad(the.id);
    expect(found[0]).toEqual([3, 'import.changed']);
    expect(found.slice(1, 3).map(([, code]) => code)).toEqual(['import.held', 'import.held']);
    expect(found.at(-1)?.[1]).toBe('import.worked_on');
    const other = await bring(w, { mapping: { ...logMapping, source: 'elsewhere' }, content: file(of(2)) });
    expect((await bad(other.id)).map(([, code]) => code)).toEqual(of(2).map(() => 'import.not_ours'));
    expect(await imported("channel = 'import'")).toBe(6);
  });

  it('gives one number to one record', async () => {
    const { fields } = logMapping;
    const content = file([...of(1), ...of(2)]);
    const constant = await bring(w, { mapping: { ...logMapping, fields: { ...fields, external_id: { constant: `${tag}00000` } } }, content });
    expect(constant.records_added).toBe(1);
    expect(new Set((await bad(constant.id)).map(([, code]) => code))).toEqual(new Set(['taken']));
    const later = await bring(w, { mapping: { ...logMapping, fields: { ...fields, external_id: { constant: `${tag}00000` } } }, content: file(of(3)) });
    expect(new Set((await bad(later.id)).map(([, code]) => code))).toEqual(new Set(['import.not_ours']));
  });

  it('says so when the same event comes again much later in a file', async () => {
    const filler = times(3);
    const the = await bring(w, { mapping: logMapping, content: file([...of(1), ...filler, ...of(1).slice(-1)]) });
    expect(await bad(the.id)).toEqual([[of(1).length + filler.length + 2, 'import.twice']]);
  });

  it('refuses times after now, and events before those that are known', async () => {
    const future = of(1).map((line, at) => (at === 1 ? line.replaceAll('/2016 ', '/2044 ') : line));
    const the = await bring(w, { mapping: logMapping, content: file(future) });
    expect((await bad(the.id)).map(([, code]) => code)).toContain('import.in_future');
    const rows = of(7);
    await bring(w, { mapping: logMapping, content: file(rows.slice(2)) });
    const late = await bring(w, { mapping: logMapping, content: file(rows) });
    expect((await bad(late.id)).every(([, code]) => code === 'import.too_early')).toBe(true);
    expect(late.facts_added).toBe(0);
  });
});

eachDatabase('clocks of a log', (open) => {
  let w: ImportWorld;
  beforeAll(async () => {
    w = await importWorld(await open());
    await promiseRestoration(w);
  });

  it('run, pause and stop as they would have, and the journal tells why', async () => {
    const waiting = () => countOf(w.house.db, 'job', "queue in ('due', 'reaction')");
    const before = await waiting();
    const the = await bring(w, { mapping: logMapping, content: sampleLog });
    expect(counts(the)).toEqual(all);
    // What is over starts nothing now; the one that waits has a clock that stands still.
    expect(await waiting()).toBe(before);
    const clocks = await w.house.db.query<{ phase: string; n: number; paused: number }>(
      'select phase, count(*)::int as n, sum(paused_ms)::float8 as paused from clock group by phase order by phase',
    );
    expect(clocks.reduce((sum, each) => sum + each.n, 0)).toBe(55);
    expect(clocks.map((each) => each.phase)).toEqual(['idle', 'met', 'missed', 'paused']);
    // A log that begins when all is over already tells no time to measure.
    const begun = lines.filter((line, at) => line.split(',')[1] === 'Resolved' && line.slice(0, 8) !== lines[at - 1]?.slice(0, 8));
    expect(clocks[0]?.n).toBe(begun.length);
    expect(clocks.reduce((sum, each) => sum + each.paused, 0)).toBeGreaterThan(0);
    expect(await verify(w.house)).toEqual([]);
  });
});
