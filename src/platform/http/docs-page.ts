// The API reference as a page: rendered here from the document, readable without scripts, searchable with one, from no other server.
import type { Json } from '../../kernel/describe.ts';

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly required?: boolean;
    readonly schema: Json;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
};
type Response = { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Json }>> };
type Document = {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly responses: Readonly<Record<string, Response>> };
};

/** `refusals`: what each code of a problem means. Its `type` points here. */
export function docsPage(doc: Json, refusals: Readonly<Record<string, string>>): string {
  if (!isDocument(doc)) throw new Error('this is no OpenAPI document');
  const codes = Object.entries(refusals).map(
    ([code, text]) =>
      `<tr class="operation" id="${safe(code)}" data-words="${safe(`${code} ${text}`.toLowerCase())}"><td><code>${safe(code)}</code></td><td>${safe(text)}</td></tr>`,
  );
  const sections = doc.tags.map((tag) => section(doc, tag)).join('');
  const schemas = Object.entries(doc.components.schemas)
    .map(([name, schema]) => schemaBlock(name, schema))
    .join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(doc.info.title)} API</title>
<link rel="stylesheet" href="/docs/api/page.css"><script src="/docs/api/page.js" defer></script></head>
<body><header><h1>${safe(doc.info.title)} API <small>${safe(doc.info.version)}</small></h1>
<label for="find">Find</label> <input id="find" type="search" placeholder="incident resolve" autocomplete="off"> <output id="found" for="find"></output>
<a href="/api/openapi.json">openapi.json</a></header>
<div class="columns"><nav aria-label="Kinds of record"><ul>${doc.tags.map((tag) => `<li><a href="#${safe(tag.name)}">${safe(tag.name)}</a></li>`).join('')}<li><a href="#schemas">schemas</a></li><li><a href="#refusals">refusals</a></li></ul></nav>
<main>${doc.info.description
    .split('\n')
    .map((line) => `<p>${safe(line)}</p>`)
    .join('')}${sections}<section id="schemas"><h2>Schemas</h2>${schemas}</section>
<section id="refusals"><h2>Refusals</h2><table>${codes.join('')}</table></section></main></div></body></html>`;
}

const isDocument = (value: Json): value is Json & Document => ['info', 'tags', 'paths', 'components'].every((name) => typeof value[name] === 'object');

function section(doc: Document, tag: Document['tags'][number]): string {
  const operations = Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, each]) => each.tags.includes(tag.name))
      .map(([method, each]) => operation({ doc, path, method, operation: each })),
  );
  return `<section id="${safe(tag.name)}"><h2>${safe(tag.name)}</h2><p>${safe(tag.description)}</p>${operations.join('')}</section>`;
}

type Said = { readonly doc: Document; readonly path: string; readonly method: string; readonly operation: Operation };

function operation({ doc, path, method, operation: { operationId, summary, parameters = [], requestBody, responses } }: Said): string {
  const words = `${method} ${path} ${operationId} ${summary}`.toLowerCase();
  const rows = parameters.map(
    (each) =>
      `<tr><td><code>${safe(each.name)}</code></td><td>${safe(each.in)}${each.required ? ', required' : ''}</td><td>${typeOf(each.schema)}</td><td>${safe(each.description ?? '')}</td></tr>`,
  );
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(responses).map(([status, said]) => {
    const each = '$ref' in said ? doc.components.responses[said.$ref.split('/').at(-1) ?? ''] : said;
    if (!each) return '';
    const schema = Object.values(each.content ?? {})[0]?.schema;
    return `<tr><td><code>${safe(status)}</code></td><td>${safe(each.description)}</td><td>${schema ? typeOf(schema) : ''}</td></tr>`;
  });
  return `<details class="operation" id="${safe(operationId)}" data-words="${safe(words)}"><summary><code class="method ${safe(method)}">${safe(method.toUpperCase())}</code> <code>${safe(path)}</code> <span>${safe(summary)}</span></summary>
${rows.length ? `<h3>Parameters</h3><table>${rows.join('')}</table>` : ''}${body ? `<h3>Body</h3>${fields(body)}` : ''}<h3>Answers</h3><table>${answers.join('')}</table></details>`;
}

function schemaBlock(name: string, schema: Json): string {
  const description = typeof schema.description === 'string' ? `<p>${safe(schema.description)}</p>` : '';
  return `<details class="operation" id="schema-${safe(name)}" data-words="${safe(name.toLowerCase())}"><summary><code>${safe(name)}</code></summary>${description}${fields(schema)}</details>`;
}

function fields(schema: Json): string {
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Json>>);
  if (properties.length === 0) return `<p>${typeOf(schema)}</p>`;
  const required = (schema.required ?? []) as readonly string[];
  const rows = properties.map(([name, each]) => {
    const said = typeof each.description === 'string' ? safe(each.description) : '';
    return `<tr><td><code>${safe(name)}</code></td><td>${required.includes(name) ? 'required' : ''}</td><td>${typeOf(each)}</td><td>${said}</td></tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function typeOf(schema: Json): string {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${safe(name)}">${safe(name)}</a>`;
  }
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Json[]).map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf((schema.items ?? {}) as Json)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : String(schema.type ?? 'anything');
  const limits = ['format', 'minimum', 'maximum', 'maxLength', 'pattern']
    .filter((name) => schema[name] !== undefined)
    .map((name) => `${name} ${String(schema[name])}`);
  return safe([type, ...limits].join(', '));
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

export const docsCss = `:root{color-scheme:light dark;--line:light-dark(#d0d5dd,#3a4150);--soft:light-dark(#f6f7f9,#1c2129);--link:light-dark(#0b57d0,#8ab4f8)}
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif}a{color:var(--link)}code{font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
header{position:sticky;top:0;display:flex;gap:.75rem;align-items:baseline;flex-wrap:wrap;padding:.5rem 1rem;background:Canvas;border-bottom:1px solid var(--line)}
h1{font-size:1.2rem;margin:0}h2{margin-top:2rem}h3{font-size:.9rem;margin:.75rem 0 .25rem}input{font:inherit;padding:.25rem .5rem;min-width:14rem}
.columns{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:1.5rem;padding:1rem}nav ul{position:sticky;top:4rem;list-style:none;margin:0;padding:0}
main{max-width:60rem}details{border:1px solid var(--line);border-radius:6px;margin:.4rem 0;padding:.4rem .6rem}summary{cursor:pointer}
details[open]{background:var(--soft)}.method{font-weight:700}table{border-collapse:collapse;width:100%}td{border-top:1px solid var(--line);padding:.25rem .5rem .25rem 0;vertical-align:top;text-align:left}
section,details{scroll-margin-top:4rem}[hidden]{display:none}@media(max-width:45rem){.columns{grid-template-columns:1fr}nav ul{position:static;columns:2}}`;

export const docsScript = `const find = document.getElementById('find');
const operations = [...document.querySelectorAll('.operation')];
const sections = [...document.querySelectorAll('section')];
function search() {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const each of operations) {
    each.hidden = !words.every((word) => each.dataset.words.includes(word));
    if (!each.hidden) count += 1;
  }
  for (const each of sections) each.hidden = !each.querySelector('.operation:not([hidden])');
  document.getElementById('found').textContent = words.length ? count + ' found' : '';
}
function show() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === 'DETAILS') target.open = true;
}
find.addEventListener('input', search);
addEventListener('hashchange', show);
addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== find) {
    event.preventDefault();
    find.focus();
  }
});
show();
`;
