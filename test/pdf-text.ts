// The words of a PDF, for tests: its compressed streams opened, and the glyphs of its fonts read back by their own tables.
import { inflateSync } from 'node:zlib';

/** All text in the order it is written, one run of glyphs after the other; runs are joined by a space. */
export function textOfPdf(file: Buffer): string {
  const objects = objectsOf(file);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { body } of objects.values())
    for (const [, name = '', id = ''] of (/\/Font\s*<<([\s\S]*?)>>/.exec(body)?.[1] ?? '').matchAll(/\/(\w+)\s+(\d+) 0 R/g)) {
      const map = /\/ToUnicode\s+(\d+) 0 R/.exec(objects.get(id)?.body ?? '')?.[1];
      if (map) fonts.set(name, tableOf(objects.get(map)?.stream ?? ''));
    }
  return [...objects.values()].flatMap(({ stream }) => (/\bBT\b/.test(stream) ? wordsOf(stream, fonts) : [])).join(' ');
}

function objectsOf(file: Buffer): Map<string, { body: string; stream: string }> {
  const found = new Map<string, { body: string; stream: string }>();
  const text = file.toString('latin1');
  for (const { 1: id = '', 2: body = '' } of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, head = '', raw = ''] = /^([\s\S]*?)stream\r?\n([\s\S]*)\r?\nendstream/.exec(body) ?? [];
    const bytes = Buffer.from(raw, 'latin1');
    const stream = raw === '' ? '' : /FlateDecode/.test(head) ? inflateSync(bytes).toString('latin1') : raw;
    found.set(id, { body, stream });
  }
  return found;
}

/** Glyph number in hexadecimal -> text, from a ToUnicode table. */
function tableOf(cmap: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const text = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
  const hex = (number: number): string => number.toString(16).padStart(4, '0');
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', , list = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g))
      for (const [i, [, value = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) table.set(hex(Number.parseInt(from, 16) + i), text(value));
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', value = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) table.set(glyph.toLowerCase(), text(value));
  return table;
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  let font: ReadonlyMap<string, string> = new Map();
  const words: string[] = [];
  for (const [, name, shown] of stream.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    else
      words.push([...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(([, run = '']) => (run.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '')).join(''));
  }
  return words;
}
