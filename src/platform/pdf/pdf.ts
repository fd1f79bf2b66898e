// Turns a document of headings, paragraphs and tables into a PDF; the library is loaded when the first one is asked for.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

export type Cell = string | { readonly text: string; readonly tone: 'good' | 'bad' | 'dim' | 'old' };
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'dim' | 'warn' }
  /** `figures`: the columns, from 0, that are set to the right. `widths` of the columns: a star shares what is left. */
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      readonly figures?: readonly number[];
      readonly widths?: readonly ('*' | 'auto')[];
    };
/** `audience` stands on every page beside the number: whoever holds a page knows whose eyes it is for. */
export type Paper = { readonly title: string; readonly language: string; readonly audience: string; readonly blocks: readonly Block[] };

/** A4, the fonts embedded. Nothing is fetched, from the network or the disk: the only fonts are those of the package, in memory. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  printer ??= prepare();
  return (await printer)(paper);
}

type Files = { writeFileSync(name: string, content: Buffer): void };
type Printer = (paper: Paper) => Promise<Buffer>;
let printer: Promise<Printer> | null = null;

async function prepare(): Promise<Printer> {
  const { default: pdfmake } = await import('pdfmake');
  const { default: fonts } = await import('pdfmake/build/vfs_fonts.js');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  // On a server the library has its files here, which its types do not say.
  const { virtualfs } = pdfmake as typeof pdfmake & { readonly virtualfs: Files };
  const [normal, bold] = ['Roboto-Regular.ttf', 'Roboto-Medium.ttf'];
  for (const name of [normal, bold]) virtualfs.writeFileSync(name, Buffer.from(String(fonts[name]), 'base64'));
  pdfmake.setFonts({ Roboto: { normal, bold } });
  return (paper) => pdfmake.createPdf(definitionOf(paper)).getBuffer();
}

const ink = { good: '#1a7f37', bad: '#b42318', dim: '#667085', warn: '#93590b', old: '#667085' } as const;

function definitionOf({ title, language, audience, blocks }: Paper): TDocumentDefinitions {
  return {
    info: { title, producer: 'Tessera' },
    language,
    pageSize: 'A4',
    pageMargins: [36, 40, 36, 44],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    footer: (page, pages) => ({
      columns: [{ text: audience }, { text: `${page} / ${pages}`, alignment: 'right' }],
      margin: [36, 14, 36, 0],
      fontSize: 8,
      color: ink.dim,
    }),
    content: blocks.map(contentOf),
  };
}

const sizes = { 1: 17, 2: 13, 3: 10 } as const;

function contentOf(block: Block): Content {
  if (block.kind === 'heading') return { text: block.text, bold: true, fontSize: sizes[block.level], margin: [0, block.level === 1 ? 0 : 12, 0, 4] };
  if (block.kind === 'text') return { text: block.text, margin: [0, 0, 0, 4], ...(block.tone ? { color: ink[block.tone] } : {}) };
  const right = (column: number) => (block.figures?.includes(column) ? { alignment: 'right' as const } : {});
  const heads = block.heads.map((text, column) => ({ text, bold: true, fontSize: 8, color: ink.dim, ...right(column) }));
  const rows = block.rows.map((row) => row.map((cell, column) => ({ ...inked(cell), ...right(column) })));
  return {
    stack: [
      { text: block.title, bold: true, margin: [0, 8, 0, 3] },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: block.widths ? [...block.widths] : block.heads.map((_, index) => (index === 0 ? '*' : 'auto')),
          body: [heads, ...rows],
        },
        layout: 'lightHorizontalLines',
      },
    ],
  };
}

function inked(cell: Cell): { text: string; color?: string; decoration?: 'lineThrough' } {
  if (typeof cell === 'string') return { text: cell };
  return { text: cell.text, color: ink[cell.tone], ...(cell.tone === 'old' ? { decoration: 'lineThrough' as const } : {}) };
}
