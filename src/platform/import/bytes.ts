// The bytes of a file, read from any place, and what encoding they are in: the same for an upload in the database and for a test.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Mapping } from './mapping.ts';

export type ByteSource = { readonly size: number; read(from: number, length: number): Promise<Uint8Array> };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export function bytesOf(content: Uint8Array): ByteSource {
  return { size: content.length, read: async (from, length) => content.subarray(from, from + length) };
}

/** The encoding and the length of the byte order mark, which is no part of the content. */
export async function encodingOf(source: ByteSource, asked: Mapping['encoding']): Promise<{ encoding: Encoding; bom: number }> {
  const [a, b, c] = await source.read(0, 3);
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return { encoding: asked === undefined || asked === 'auto' ? 'utf-8' : asked, bom: 0 };
}

/** Decodes a stretch that may end in the middle of a character (unless it is the last). Errors as a value: where it is not what it should be. */
export function decode(bytes: Uint8Array, { encoding, last, from }: { encoding: Encoding; last: boolean; from: number }): string | Refusal {
  if (encoding === 'windows-1252') return windows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !last });
  } catch {
    return refuse('import.wrong_encoding', undefined, { encoding, byte: from + firstWrong(bytes, encoding) });
  }
}

/** The signs of 0x80 to 0x9f, which Node takes for control characters; the five that mean nothing stay what they are. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** How many bytes a decoded text took. */
export function byteLength(text: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding === 'windows-1252' ? text.length : text.length * 2;
}

function firstWrong(bytes: Uint8Array, encoding: Encoding): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
