// Rows of files as people and attackers make them: every stretch size must tell the same rows, and nothing may be lost without a word.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type ByteSource, bytesOf } from './bytes.ts';
import type { Mapping } from './mapping.ts';
import type { RawRow } from './row.ts';
import { type Form, formOf, readRows } from './rows.ts';

const source = (content: string | Uint8Array): ByteSource => bytesOf(typeof content === 'string' ? Buffer.from(content) : content);

async function all(
  from: ByteSource,
  { format = 'csv', mapping = null, most = 7 }: { format?: Form['format']; mapping?: Partial<Mapping> | null; most?: number } = {},
) {
  const form = await formOf(from, { format, mapping });
  if (isRefusal(form)) return form;
  const rows: RawRow[] = [];
  for (let [at, number, end] = [form.from, form.number, false]; !end; ) {
    const piece = await readRows(from, form, { from: at, number, most });
    if (isRefusal(piece)) return piece;
    rows.push(...piece.rows);
    [at, number, end] = [piece.next, piece.number, piece.end];
  }
  return { form, rows };
}

const cells = async (content: string | Uint8Array, options = {}) => {
  const read = await all(source(content), options);
  if (isRefusal(read)) throw new Error(read.refused);
  return read.rows.map((row) => row.cells);
};

describe('CSV', () => {
  it('finds the delimiter, the line end and the header', async () => {
    expect(await cells('a;b\r\n1;"x;y"\r\n2;z\r\n')).toEqual([
      ['1', 'x;y'],
      ['2', 'z'],
    ]);
    expect(await cells('a\tb\n1\t2')).toEqual([['1', '2']]);
    expect(await cells('a,b\r1,2\r3,4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
  it('counts rows as a spreadsheet does, blank lines included', async () => {
    const read = await all(source('a,b\n1,2\n\n3,4\n'));
    if (isRefusal(read)) throw new Error(read.refused);
    expect(read.rows.map((row) => row.number)).toEqual([2, 4]);
  });
  it('reads byte order marks and encodings', async () => {
    expect(await cells(Buffer.from('\ufeffnaam,b\nZoë,2\n'))).toEqual([['Zoë', '2']]);
    expect(await cells(Buffer.from('\ufeffnaam,b\nZoë,2\n', 'utf16le'))).toEqual([['Zoë', '2']]);
    const latin = Buffer.from([0x6e, 0x2c, 0x62, 0x0a, 0x5a, 0x6f, 0xeb, 0x2c, 0x80, 0x0a]);
    expect(await cells(latin, { mapping: { encoding: 'windows-1252' } })).toEqual([['Zoë', '€']]);
  });
  it('says where a file is not in the encoding it should be in', async () => {
    // 0xeb promises two more bytes of one character; the comma behind it is none of them.
    const read = await all(source(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x5a, 0xeb, 0x2c, 0x31, 0x0a])));
    expect(read).toMatchObject({ refused: 'import.wrong_encoding', params: { encoding: 'utf-8', byte: 6 } });
  });
  it('tells the same rows and byte ends whatever the size of the steps', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ',', '"', '\n', ' ', '='), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 50 }), async (table, most) => {
        const content = `first,second\n${table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
        const read = await all(source(content), { most });
        if (isRefusal(read)) throw new Error(JSON.stringify(read));
        expect(read.rows.map((row) => row.cells)).toEqual(table);
        const bytes = Buffer.from(content);
        for (const [at, row] of read.rows.entries()) {
          const rest = bytes.subarray(row.end).toString('utf8');
          const left = rest === '' ? 0 : Papa.parse(rest, { delimiter: ',', newline: '\n' }).data.length - 1;
          expect(left).toBe(table.length - 1 - at);
        }
      }),
      { numRuns: 150 },
    );
  });
  it('reads a file larger than one stretch, with characters on every border', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [String(at), `"é${'😀'.repeat(at % 5)}\n${at}"`]);
    const read = await cells(`n,text\n${rows.map((row) => row.join(',')).join('\n')}`, { most: 1_000 });
    expect(read).toHaveLength(30_000);
    expect(read[29_999]).toEqual(['29999', `é${'😀'.repeat(4)}\n29999`]);
  });
  it('calls rows with too many or too few cells bad, and goes on', async () => {
    const read = await all(source('a,b\n1\n1,2,3\n1,2\n'));
    if (isRefusal(read)) throw new Error(read.refused);
    expect(read.rows.map((row) => row.wrong?.refused)).toEqual(['import.cells', 'import.cells', undefined]);
  });
  it('does not let an open quotation mark swallow what follows', async () => {
    expect(await all(source('a,b\n1,"open\n2,x\n3,y\n'))).toMatchObject({ refused: 'import.open_quote', params: { row: 2 } });
    expect(await all(source(`a,b\n1,"open\n${'2,x\n'.repeat(400_000)}`))).toMatchObject({ refused: 'import.row_too_long' });
  });
  it('refuses ten million columns, a line without end, and nothing at all', async () => {
    expect(await all(source(','.repeat(10_000_000)))).toMatchObject({ refused: 'import.row_too_long' });
    expect(await all(source(`${','.repeat(600)}\n`))).toMatchObject({ refused: 'import.too_many_columns' });
    expect(await all(source('x'.repeat(5_000_000)))).toMatchObject({ refused: 'import.row_too_long' });
    expect(await all(source(''))).toMatchObject({ refused: 'import.empty' });
  });
  it('keeps formulas and NUL as the text they are', async () => {
    expect(await cells('a,b\n=1+1,x\u0000y\n')).toEqual([['=1+1', 'x\u0000y']]);
  });
});

describe('JSON', () => {
  const rows = [
    { a: 1, b: { c: 'x}{"' } },
    { a: 2, b: { c: null }, d: ['é', 2] },
  ];
  it.each([
    ['an array', JSON.stringify(rows)],
    ['an array with room', JSON.stringify(rows, null, 2)],
    ['lines', rows.map((row) => JSON.stringify(row)).join('\n')],
    ['lines with a mark in front', `\ufeff${rows.map((row) => JSON.stringify(row)).join('\r\n')}`],
  ])('reads %s', async (_name, content) => {
    for (const most of [1, 2, 3]) {
      const read = await all(source(content), { format: 'json', most });
      if (isRefusal(read)) throw new Error(read.refused);
      expect(read.form.header).toEqual(['a', 'b.c', 'd']);
      expect(read.rows.map((row) => row.cells)).toEqual([
        [1, 'x}{"', null],
        [2, null, ['é', 2]],
      ]);
      expect(read.rows.map((row) => row.number)).toEqual([1, 2]);
    }
  });
  it('calls an object that is none bad, and goes on', async () => {
    const read = await all(source('{"a":1}\n{"a":}\n{"a":3}'), { format: 'json' });
    if (isRefusal(read)) throw new Error(read.refused);
    expect(read.rows.map((row) => row.wrong?.refused)).toEqual([undefined, 'import.not_json', undefined]);
  });
  it.each(['[1,2]', 'hello', '{"a":1', '[{"a":1}, 2]'])('refuses %s', async (content) => {
    expect(await all(source(content), { format: 'json' })).toMatchObject({ refused: 'import.not_json' });
  });
  it('refuses an object without end before memory does', async () => {
    expect(await all(source(`{"a":"${'x'.repeat(5_000_000)}`), { format: 'json' })).toMatchObject({ refused: 'import.row_too_long' });
  });
});
