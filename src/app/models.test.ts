// A folder of model files as a stranger might write it: each mistake is told with its file and line, and none does harm.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder, parsed } from './model-files.ts';
import { faultLine, models, readModels } from './models.ts';
import { packaged } from './packaged.ts';

const shipped = readModels(null);
const usm = readFileSync(packaged('models/usm.yaml'), 'utf8');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const lines = (): string[] => models(openFolder(folder), shipped).faults.map((each) => faultLine(each));
/** The shipped file with one thing changed, and the line on which that is. */
function spoiled(from: string, to: string): { content: string; line: number } {
  const at = usm.indexOf(from);
  if (at < 0) throw new Error(`usm.yaml has no ${from}`);
  return { content: usm.slice(0, at) + to + usm.slice(at + from.length), line: usm.slice(0, at).split('\n').length };
}

describe('a mistake is told with file, line and reason', () => {
  it.each([
    ['level: tactical', 'level: tactic', '“tactic” is not one of: operational, tactical, strategic.'],
    ['from: customer, to: agree', 'from: customer, to: agreeing', 'There is no process “agreeing” in this model.'],
    ['    sure: H USMG\n  - key: change', '  - key: change', '“sure” is missing: say how sure this is'],
    ['    sure: H USMG', '    sure: H ELSEWHERE', 'There is no source “ELSEWHERE” in the table of sources.'],
    ['    sure: H USMG\n', '    sure: certainly\n', '“certainly” is no provenance.'],
    ['  - key: change\n', '  - key: agree\n', '“agree” is there twice.'],
    ['    purpose:', '    purpos:', '“purpos” is not a member here.'],
    ['    in: [wish', '    in: [dream', 'Nobody knows the object “dream”.'],
    ['group: processes', 'group: prozesse', 'There is no group “prozesse”.'],
    ['of: incident\n', 'of: ticket\n', 'There is no record “ticket”.'],
    ['of: problem\n', 'of: problem.colour\n', 'There is no field “problem.colour”.'],
    ['"incident.open()"', '"incident.explode()"', 'There is no command “incident.explode()”.'],
    ['model: usm', 'model: vsm', 'the file must be named vsm.yaml'],
    ['model: usm', 'model: constructor', '“constructor” is no key.'],
    ['name: USM', 'name: [USM', 'This is no YAML'],
  ])('%s -> %s', (from, to, reason) => {
    const { content, line } = spoiled(from, to);
    write('usm.yaml', content);
    const told = lines().filter((each) => each.includes(reason));
    expect(told).toHaveLength(1);
    const at = Number(/^usm\.yaml:(\d+): /.exec(told[0] as string)?.[1]);
    // What is missing is told where its owner begins, and a bracket that is never closed a little later.
    expect(Math.abs(at - line)).toBeLessThanOrEqual(to === '  - key: change' ? 14 : 1);
    expect(models(openFolder(folder), shipped).models.find((each) => each.key === 'usm')).toBe(shipped.models.find((each) => each.key === 'usm'));
  });

  it('in the crosswalk and the table too', () => {
    write(
      'crosswalk.yaml',
      'records:\n  incident: incident\n  ticket: incident\n  incident.explode: incident\n  problem: { row: trouble, usm: "improve (M common)", usn: x }\n',
    );
    write('table.yaml', 'sources: {}\nrows:\n  incident:\n    usm: fixing (M common)\n');
    expect(lines().map((each) => each.split(':', 2).join(':'))).toEqual([
      'table.yaml:4',
      'table.yaml:4',
      'crosswalk.yaml:3',
      'crosswalk.yaml:4',
      'crosswalk.yaml:5',
      'crosswalk.yaml:5',
    ]);
  });
});

describe('a folder of one’s own', () => {
  it('adds a model with its cells and words, and replaces one that came with the product', () => {
    write('usm.yaml', usm.replace('name: USM', 'name: Our USM'));
    write('ours.yaml', usm.replace('model: usm', 'model: ours'));
    write('table.yaml', 'sources: { us: { what: We } }\nrows:\n  incident: { ours: recover (M us) }\n');
    write('crosswalk.yaml', 'records:\n  incident: { row: incident, ours: "operate (I us)" }\n');
    const found = models(openFolder(folder), shipped);
    expect(found.faults).toEqual([]);
    expect(found.own.toSorted()).toEqual(['ours', 'usm']);
    expect(found.models.find((each) => each.key === 'usm')?.name.en).toBe('Our USM');
    expect(found.table.rows.find((each) => each.key === 'incident')?.cells).toMatchObject({ ours: { at: ['recover'] }, 'itil-4': { at: ['incident'] } });
    expect(found.places.find((each) => each.of === 'incident')?.cells['ours']?.at).toEqual(['operate']);
    expect(found.models).toHaveLength(shipped.models.length + 1);
  });

  it('as the handbook writes it is right', () => {
    const page = readFileSync(packaged('docs/handbook/reference-models.md'), 'utf8');
    const [model = '', table = ''] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((found) => found[1]);
    const [crosswalk = ''] = [...page.matchAll(/`(records: .*?)`/g)].map((found) => found[1]);
    write('harbour.yaml', model);
    write('table.yaml', table);
    write('crosswalk.yaml', crosswalk);
    const found = models(openFolder(folder), shipped);
    expect(found.faults.map((each) => faultLine(each))).toEqual([]);
    expect(found.places.find((each) => each.of === 'work_order')?.cells['harbour']?.at).toEqual(['agreements']);
    // And the two mistakes that it shows are told so.
    write('harbour.yaml', model.replace('level: operational', 'level: operatonal').replace('to: disturbance', 'to: disturbances'));
    for (const line of page.match(/^harbour\.yaml:\d+: .*$/gm) ?? ['none']) expect(lines()).toContain(line);
  });

  it('that is not there is a fault, not the end', () => {
    rmSync(folder, { recursive: true });
    expect(lines()[0]).toContain('Cannot be read: ENOENT');
    mkdirSync(folder);
  });
});

describe('hostile files', () => {
  const told = (content: string): string[] => parsed('bad.yaml', content).faults.map((each) => faultLine(each));

  it('an alias bomb is refused before it grows', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
    ];
    const began = performance.now();
    expect(told(bomb.join('\n'))[0]).toBe('bad.yaml:1: Anchors and aliases (& and *) are not read. Write it out.');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
  it('tags are not followed', () => expect(told('model: !!js/function "x"')[0]).toContain('bad.yaml:1: '));
  it('a hundred thousand brackets', () => {
    write('deep.yaml', '['.repeat(100_000));
    expect(lines()[0]).toMatch(/^deep\.yaml(:1)?: /);
    expect(lines().length).toBeLessThanOrEqual(50);
    write('deep.yaml', `${'{ a: '.repeat(40)}1${' }'.repeat(40)}`);
    expect(lines()[0]).toContain('deep.yaml:1: Nested deeper than 12 levels.');
  });
  it('a key that is there twice', () => expect(told('model: x\nname: a\nname: b')).toEqual(['bad.yaml:3: “name” is there twice.']));
  it('many keys in little time', () => {
    const began = performance.now();
    parsed('bad.yaml', Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n'));
    expect(performance.now() - began).toBeLessThan(8_000);
  });
  it('a link out of the folder is not followed', () => {
    symlinkSync('/etc/hostname', join(folder, 'usm.yaml'));
    expect(lines()).toEqual(['usm.yaml: Not a plain file inside the folder; links are not followed.']);
  });
  it('a huge file and a file that is no text', () => {
    write('huge.yaml', `# ${'x'.repeat(600_000)}`);
    writeFileSync(join(folder, 'bytes.yaml'), new Uint8Array([0xff, 0xfe, 0x00]));
    expect(lines()).toEqual(['bytes.yaml: The file is not UTF-8.', 'huge.yaml: The file is larger than 512 kB.']);
  });
  it('names that every object has', () => {
    expect(
      models({ files: [parsed('x.yaml', '__proto__: { polluted: 1 }\nconstructor: 1').opened].filter((each) => each !== null), faults: [] }, shipped).faults[0]
        ?.code,
    ).toBe('unknown_member');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
