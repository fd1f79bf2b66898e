// Reading JSON from strangers: valid UTF-8, no key twice, no `__proto__`, not too deep; what is wrong is said by name.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';

const deepest = 64;

/** The value, or what is wrong with the bytes. No bytes at all mean an empty object: a command without inputs. */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  const text = decode(bytes);
  if (text === null) return refuse('body.not_utf8');
  const value = parse(text);
  return isRefusal(value) ? value : (wrongKeys(text) ?? value);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // What a client sends must never be taken for a refusal of ours: only `readJson` may answer one.
    return isRefusal(value) ? refuse('field.unknown', 'refused', { field: 'refused' }) : value;
  } catch (error) {
    return refuse('body.not_json', undefined, { detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

/**
 * Looks at the keys of a text that is known to be JSON. `JSON.parse` keeps the last of two equal keys, another reader the
 * first: what two readers understand differently is refused (RFC 8259, section 4).
 */
function wrongKeys(text: string): Refusal | null {
  const open: (Set<string> | null)[] = [];
  let keyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keyNext && keys) {
        const wrong = wrongKey(JSON.parse(text.slice(at, end + 1)) as string, keys);
        if (wrong) return wrong;
        keyNext = false;
      }
      at = end;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      keyNext = sign === '{';
      if (open.length > deepest) return refuse('body.too_deep', undefined, { limit: deepest });
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',') keyNext = open.at(-1) !== null;
  }
  return null;
}

function wrongKey(key: string, keys: Set<string>): Refusal | null {
  const field = key.slice(0, 80);
  if (key === '__proto__') return refuse('field.unknown', field, { field });
  if (keys.has(key)) return refuse('body.key_twice', field, { field });
  keys.add(key);
  return null;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
