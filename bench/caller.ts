// A caller that costs little itself: it stands on the same machine as what it measures, and `fetch` would take as much as the server.
import { Agent, request } from 'node:http';

export type Answer = { readonly status: number; readonly body: Buffer };
export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** One connection per caller, kept open, and packed answers accepted, as browsers do. */
export function callerOf({ url, secret }: { readonly url: string; readonly secret: string }): Call {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const content = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Local ${secret}`,
        'accept-encoding': 'gzip',
        ...(content === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
      };
      const asked = request({ hostname, port, path, method, agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }));
        answer.on('error', reject);
      });
      asked.on('error', reject);
      asked.end(content);
    });
}
