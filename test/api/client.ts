// A client over the wire: headers of its own, JSON in and out, and the answer as it came.
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** As they came, unpacked: for files. */
  readonly bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any;
};
export type Sending = {
  readonly method?: string;
  readonly path: string;
  readonly json?: unknown;
  readonly raw?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Client = {
  readonly headers: Readonly<Record<string, string>>;
  readonly send: (sending: Sending) => Promise<Answer>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, json?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
};

export function client(url: string, own: Readonly<Record<string, string>> = {}): Client {
  const send = ({ method = 'GET', path, json, raw, headers = {} }: Sending): Promise<Answer> =>
    exchange(new URL(url), {
      method,
      path,
      body: raw ?? (json === undefined ? undefined : JSON.stringify(json)),
      headers: { ...own, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  return {
    headers: own,
    send,
    get: (path, headers) => send({ path, headers }),
    post: (path, json, headers) => send({ method: 'POST', path, json, headers }),
  };
}

type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array | undefined;
  readonly headers: Readonly<Record<string, string>>;
};

function exchange({ hostname, port }: URL, { method, path, body, headers }: Exchange): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Said by ourselves: Node sends the body of a DELETE without a length otherwise.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ hostname, port, method, path, headers: { ...length, ...headers } }, (got) => {
      const chunks: Buffer[] = [];
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.on('error', reject);
      got.on('end', () => {
        const packed = Buffer.concat(chunks);
        const bytes = got.headers['content-encoding'] === 'gzip' && method !== 'HEAD' ? gunzipSync(packed) : packed;
        const text = bytes.toString('utf8');
        const flat = Object.fromEntries(Object.entries(got.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : value]));
        resolve({ status: got.statusCode ?? 0, headers: flat, text, bytes, body: /json/.test(flat['content-type'] ?? '') ? JSON.parse(text) : null });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
