// Configuration: TESSERA_ variables, each with its default and meaning; wrong values stop the start with all faults at once.

type Key = { readonly env: string; readonly fallback: string; readonly means: string; readonly wrong?: (value: string) => string | null };

const whole =
  (low: number, high: number) =>
  (value: string): string | null =>
    /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high ? null : `must be a whole number from ${low} to ${high}`;
const oneOf =
  (...options: string[]) =>
  (value: string): string | null =>
    options.includes(value) ? null : `must be one of ${options.join(', ')}`;
const url = (value: string): string | null =>
  value === '' || (URL.canParse(value) && /^https?:/.test(value)) ? null : 'must be an http or https address, such as https://desk.example.org';
const database = (value: string): string | null =>
  /^(pglite:.+|postgres(ql)?:\/\/.+)$/.test(value) || value === '' ? null : 'must be pglite:<directory> or postgres://user:password@host/database';

export const keys = {
  database_url: {
    env: 'TESSERA_DATABASE_URL',
    fallback: '',
    means: 'Database: postgres://user:password@host/name, or pglite:<directory>. Empty: the embedded database in the data directory.',
    wrong: database,
  },
  data: { env: 'TESSERA_DATA', fallback: './data', means: 'Directory of the embedded database and the local administration socket.' },
  host: { env: 'TESSERA_HOST', fallback: '127.0.0.1', means: 'Address to listen on. 0.0.0.0 listens on all; put a proxy with TLS in front.' },
  port: { env: 'TESSERA_PORT', fallback: '8080', means: 'Port to listen on. 0 takes a free one.', wrong: whole(0, 65_535) },
  public_url: { env: 'TESSERA_PUBLIC_URL', fallback: '', means: 'The address people use; with https the cookies become Secure and HSTS is sent.', wrong: url },
  trusted_proxies: { env: 'TESSERA_TRUSTED_PROXIES', fallback: '', means: 'Comma-separated addresses whose X-Forwarded-For is believed. Empty: nobody.' },
  log: { env: 'TESSERA_LOG', fallback: 'info', means: 'debug, info, warn, error or silent.', wrong: oneOf('debug', 'info', 'warn', 'error', 'silent') },
  prepare: {
    env: 'TESSERA_PREPARE',
    fallback: 'on',
    means: 'Prepared statements on PostgreSQL. off: for PgBouncer before 1.21 in transaction mode.',
    wrong: oneOf('on', 'off'),
  },
  models: {
    env: 'TESSERA_MODELS',
    fallback: '',
    means: 'Folder with reference models of your own (YAML), which add to those that come with the product or replace them. Empty: none.',
  },
  pool: { env: 'TESSERA_POOL', fallback: '10', means: 'Connections to PostgreSQL.', wrong: whole(1, 200) },
} as const satisfies Record<string, Key>;

export type Config = Readonly<Record<keyof typeof keys, string>>;
export type Reading = { readonly config: Config; readonly faults: readonly string[]; readonly warnings: readonly string[] };

/** Reads the environment. Every key may also be given as `<KEY>_FILE`, a file that holds the value (`read` opens it). */
export function readConfig(env: Readonly<Record<string, string | undefined>>, read: (file: string) => string): Reading {
  const faults: string[] = [];
  const entries = Object.entries(keys as Record<string, Key>).map(([name, key]) => {
    const value = settingOf(key, env, { read, faults });
    const wrong = key.wrong?.(value);
    if (wrong) faults.push(`${key.env} ${wrong}; it is "${value.replace(/:[^:@/]*@/, ':***@')}".`);
    return [name, value] as const;
  });
  const known = Object.values(keys as Record<string, Key>).map((key) => key.env);
  const strange = Object.keys(env).filter((name) => name.startsWith('TESSERA_') && !known.includes(name.replace(/_FILE$/, '')) && !elsewhere.test(name));
  const warnings = strange.map((name) => `${name} is not a setting; did you mean ${nearest(name, known)}?`);
  return { config: Object.fromEntries(entries) as Config, faults, warnings };
}

// Names used by the tests and by the command line as a client, not by the server.
const elsewhere = /^TESSERA_(TEST|JOURNEYS|BENCH|UCI|URL$|TOKEN$|NODE)/;

function settingOf(
  key: Key,
  env: Readonly<Record<string, string | undefined>>,
  { read, faults }: { read: (file: string) => string; faults: string[] },
): string {
  const file = env[`${key.env}_FILE`];
  if (file === undefined) return env[key.env] ?? key.fallback;
  try {
    return read(file).trim();
  } catch {
    faults.push(`${key.env}_FILE names ${file}, which cannot be read.`);
    return key.fallback;
  }
}

function nearest(name: string, known: readonly string[]): string {
  return [...known].sort((a, b) => distance(name, a) - distance(name, b))[0] ?? '';
}

/** Levenshtein distance: how many letters to change, add or drop. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
