// Mappings: what they may say, and what a row becomes by them.
import { describe, expect, it } from 'vitest';
import { define } from '../../kernel/record.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Mapping, wrongMapping } from './mapping.ts';
import { planOf } from './plan.ts';
import { propose } from './propose.ts';

const label = (text: string) => ({ en: text, nl: `${text} nl`, de: `${text} de` });
const parcel = define({
  name: 'parcel',
  plural: 'parcels',
  practice: 'test',
  level: 'operational',
  prefix: 'PCL',
  label: label('parcel'),
  plural_label: label('parcels'),
  means: label('Something sent.'),
  title: 'title',
  initial: 'sent',
  fields: {
    title: { kind: 'text', max: 20, required: true, label: label('Title') },
    weight: { kind: 'integer', label: label('Weight') },
    fragile: { kind: 'boolean', label: label('Fragile') },
    size: { kind: 'choice', options: { big: label('Large'), small: label('Small') }, label: label('Size') },
    sent_at: { kind: 'instant', label: label('Sent') },
    tags: { kind: 'texts', label: label('Tags') },
    sender: { kind: 'ref', to: 'person', label: label('Sender') },
    code: { kind: 'text', label: label('Code') },
    email: { kind: 'email', label: label('Address') },
  },
  states: { sent: { label: label('Sent') }, lost: { label: label('Lost'), ends: true } },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: label('Send'),
      tells: label('sent this'),
      needs: ['title'],
      takes: ['weight', 'fragile', 'size', 'sent_at', 'tags', 'sender', 'code', 'email'],
      may: 'everyone',
    },
  },
  see: 'everyone',
});

const basic: Mapping = { source: 'shop', mode: 'records', key: ['nr'], unknown: ['?'], fields: { title: 'name' } };
const mapped = (fields: Mapping['fields'], row: Record<string, unknown>, more: Partial<Mapping> = {}) => {
  const header = ['nr', ...Object.keys(row)];
  const mapping = { ...basic, ...more, fields };
  expect(wrongMapping(parcel, mapping)).toBeNull();
  const plan = planOf({ definition: parcel, mapping, header });
  if (isRefusal(plan)) throw new Error(JSON.stringify(plan));
  const { values, bad } = plan.map({ number: 2, end: 10, cells: ['1', ...Object.values(row)] });
  return { values, bad: bad.map((each) => [each.column, each.refusal.refused, each.value]) };
};

describe('a row by its mapping', () => {
  it('reads each kind of field from text', () => {
    const fields = { title: 'a', weight: 'b', fragile: 'c', size: 'd', sent_at: 'e', tags: 'f' };
    const row = { a: ' x ', b: '12', c: 'Ja', d: 'large', e: '1/2/2026 03:04', f: 'p; q;' };
    expect(mapped(fields, row, { dates: 'd/M/yyyy HH:mm', zone: 'Europe/Amsterdam' })).toEqual({
      values: { title: 'x', weight: 12, fragile: true, size: 'big', sent_at: '2026-02-01T02:04:00.000Z', tags: ['p', 'q'] },
      bad: [],
    });
  });
  it('takes the values of JSON as they are', () => {
    expect(mapped({ title: 'a', weight: 'b', fragile: 'c', tags: 'd' }, { a: 7, b: 12, c: false, d: ['p'] }).values).toEqual({
      title: '7',
      weight: 12,
      fragile: false,
      tags: ['p'],
    });
  });
  it('leaves out what the file does not say, unless there is a default', () => {
    expect(mapped({ title: { column: 'a', default: 'nameless' }, weight: 'b', code: 'c' }, { a: '?', b: '', c: null }).values).toEqual({ title: 'nameless' });
  });
  it('keeps formulas as text', () => {
    expect(mapped({ title: 'a' }, { a: '=HYPERLINK("x")' }).values).toEqual({ title: '=HYPERLINK("x")' });
  });
  it('fills templates, and says nothing when all their columns do', () => {
    const fields = { title: { template: '{a}: {b}' } };
    expect(mapped(fields, { a: 'x', b: '?' }).values).toEqual({ title: 'x: ?' });
    expect(mapped(fields, { a: '?', b: '' }).values).toEqual({});
  });
  it('translates texts, and calls one without a translation bad', () => {
    const rule = { column: 'a', values: { L: 'big', none: null } };
    expect(mapped({ size: rule }, { a: 'L' }).values).toEqual({ size: 'big' });
    expect(mapped({ size: rule }, { a: 'none' }).values).toEqual({ size: null });
    expect(mapped({ size: rule }, { a: 'XL' }).bad).toEqual([['a', 'import.no_translation', 'XL']]);
    expect(mapped({ size: { ...rule, otherwise: 'keep' } }, { a: 'small' }).values).toEqual({ size: 'small' });
    expect(mapped({ size: { ...rule, otherwise: 'unknown' } }, { a: 'XL' }).values).toEqual({});
  });
  it('leaves names of records to be found', () => {
    const find = { record: 'person', by: 'name' };
    expect(mapped({ sender: { column: 'a', find } }, { a: 'Ann' }).values).toEqual({ sender: { named: 'Ann', find } });
    expect(mapped({ sender: { column: 'a', find, default: 'PER-3' } }, { a: '?' }).values).toEqual({ sender: 'PER-3' });
  });
  it('says all that is wrong with a row, column by column', () => {
    const row = { a: 'x'.repeat(21), b: '1.5', c: 'perhaps', d: 'huge', e: '31/2/2026', f: 'a\u0000b' };
    expect(mapped({ title: 'a', weight: 'b', fragile: 'c', size: 'd', sent_at: 'e', code: 'f' }, row).bad).toEqual([
      ['a', 'field.too_long', 'x'.repeat(21)],
      ['b', 'import.not_number', '1.5'],
      ['c', 'import.not_boolean', 'perhaps'],
      ['d', 'field.not_choice', 'huge'],
      ['e', 'import.not_date', '31/2/2026'],
      ['f', 'field.not_storable', 'a\u0000b'],
    ]);
  });
  it('wants a key in every row', () => {
    const plan = planOf({ definition: parcel, mapping: basic, header: ['nr', 'name'] });
    if (isRefusal(plan)) throw new Error(plan.refused);
    expect(plan.map({ number: 2, end: 1, cells: ['?', 'x'] }).bad.map((each) => each.refusal.refused)).toEqual(['import.no_key']);
  });
  it('refuses columns that are missing or there twice', () => {
    expect(planOf({ definition: parcel, mapping: basic, header: ['nr', 'other'] })).toMatchObject({ refused: 'import.no_column', params: { column: 'name' } });
    expect(planOf({ definition: parcel, mapping: basic, header: ['nr', 'name', 'name'] })).toMatchObject({ refused: 'import.column_twice' });
  });
});

describe('a mapping', () => {
  it.each<[string, unknown, string]>([
    ['is an object', 'x', 'mapping'],
    ['has a source', { ...basic, source: 'No Spaces' }, 'source'],
    ['has a key', { ...basic, key: [] }, 'key'],
    ['has nothing unknown in it', { ...basic, surprise: 1 }, 'surprise'],
    ['has rules of one kind', { ...basic, fields: { title: { colunm: 'x' } } }, 'fields.title'],
    ['takes a value from one place', { ...basic, fields: { title: { column: 'a', constant: 1 } } }, 'fields.title'],
    ['knows its zone', { ...basic, zone: 'Mars/Olympus' }, 'zone'],
    ['knows its dates', { ...basic, dates: 'dd MMMM' }, 'dates'],
    ['is a log or not', { ...basic, mode: 'log' }, 'log'],
  ])('%s', (_name, mapping, field) => expect(wrongMapping(parcel, mapping)).toMatchObject({ refused: 'import.wrong_mapping', params: { field } }));
  it('fills only fields that the command takes', () => {
    expect(wrongMapping(parcel, { ...basic, fields: { state: 'x' } })).toMatchObject({ refused: 'import.no_field', params: { field: 'state' } });
  });
  it('is not fooled by names that every object has', () => {
    expect(wrongMapping(parcel, JSON.parse('{"source":"s","mode":"records","key":["a"],"fields":{"__proto__":"x"}}'))).not.toBeNull();
    expect(wrongMapping(parcel, { ...basic, fields: { constructor: 'x' } })).toMatchObject({ refused: 'import.no_field' });
  });
});

describe('a proposed mapping', () => {
  it('knows fields by name, by label in any language and by what others call them', () => {
    const header = ['Number', 'short_description', 'WEIGHT', 'Size nl', 'Sender', 'Odd'];
    const rows = [['1', 'x', '2', 'big', 'Ann', '']];
    const { mapping, unmapped, missing } = propose(parcel, { header, rows });
    expect(mapping.key).toEqual(['Number']);
    expect(mapping.fields).toEqual({
      title: 'short_description',
      weight: 'WEIGHT',
      size: 'Size nl',
      sender: { column: 'Sender', find: { record: 'person', by: 'name' } },
    });
    expect(unmapped).toEqual(['Number', 'Odd']);
    expect(missing).toEqual([]);
    expect(wrongMapping(parcel, mapping)).toBeNull();
  });
  it('does not mind how the words of a name are joined', () => {
    const { mapping } = propose(parcel, { header: ['SysID', 'ShortDescription', 'size-NL'], rows: [['1', 'x', 'big']] });
    expect([mapping.key, mapping.fields]).toEqual([['SysID'], { title: 'ShortDescription', size: 'size-NL' }]);
  });
  it('knows an address for mail by any spelling', () => {
    for (const column of ['E-mailadres', 'e_mail', 'E-Mail-Adresse', 'Email address', 'EMAIL', 'Mail'])
      expect(propose(parcel, { header: ['id', column], rows: [] }).mapping.fields, column).toEqual({ email: column });
  });
  it('sees how dates are written, and what is missing', () => {
    const { mapping, missing } = propose(parcel, {
      header: ['id', 'sent_at'],
      rows: [
        ['1', '29/2/2016 01:16'],
        ['2', '5/12/2016 10:00'],
      ],
    });
    expect(mapping.dates).toBe('d/M/yyyy HH:mm');
    expect(missing).toEqual(['title']);
  });
});
