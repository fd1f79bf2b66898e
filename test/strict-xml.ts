// A small strict reader of XML for tests: elements and attributes only, everything well formed, or it throws.

export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Element[] };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(text: string): Element {
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error('no declaration');
  const lacking = [...text].some((each) => (each < ' ' && !'\t\n\r'.includes(each)) || each === '\ufffe' || each === '\uffff');
  if (lacking || !text.isWellFormed()) throw new Error('a character that XML has not');
  const body = text.slice(text.indexOf('?>') + 2);
  const token = /\s*(?:<(\/)?([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/)?>|([^<\s][^<]*))/gy;
  const root: Element & { children: Element[] } = { name: '', attributes: {}, children: [] };
  const open: (Element & { children: Element[] })[] = [root];
  let end = 0;
  for (let found = token.exec(body); found; found = token.exec(body)) {
    end = token.lastIndex;
    const [, closes, name = '', attributes = '', empty, words] = found;
    if (words !== undefined) throw new Error(`text between elements: ${words.slice(0, 40)}`);
    if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    const made = { name, attributes: attributesOf(attributes), children: [] };
    open.at(-1)?.children.push(made);
    if (!empty) open.push(made);
  }
  if (body.slice(end).trim() !== '') throw new Error(`not XML: ${body.slice(end, end + 60)}`);
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length) throw new Error('not one element that is closed');
  return only;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(found, name)) throw new Error(`${name} twice`);
    found[name] = value.replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code?: string, entity?: string) => {
      const said = code ? String.fromCodePoint(Number(code)) : entities[entity ?? ''];
      if (said === undefined) throw new Error(`unknown entity ${whole}`);
      return said;
    });
  }
  return found;
}
