// The OpenAPI 3.1 document of this installation: what the definitions say, and the doors that are no records.
import { describe, type Json, offered } from '../../kernel/describe.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Form, formSchema } from './form.ts';
import { answerSchemas, failing, type Paths, problems, recordPaths } from './openapi-records.ts';
import { schemas } from './openapi-schemas.ts';
import { loginForm, passwordForm, personaForm, preferencesForm } from './session-routes.ts';
import { linkForm, setupForm } from './setup-routes.ts';
import { tokenForm } from './token-routes.ts';

/** A word under which addresses stand together. Every kind of record is one by itself, so no other may be called as a record is. */
export type Tag = { readonly name: string; readonly description: string };

/** Paths of the app's own doors, the tags they stand under, and the components they refer to. */
export type Doors = { readonly paths: Paths; readonly tags: readonly Tag[]; readonly schemas: Json };

export function openapi(definitions: readonly Definition[], version: string, doors: Doors = { paths: {}, tags: [], schemas: {} }): Json {
  const tags: readonly Tag[] = [
    { name: 'session', description: 'Signing in and out, preferences, one-time links' },
    { name: 'tokens', description: 'API tokens' },
    { name: 'search', description: 'Search and typeahead' },
    { name: 'live', description: 'Live updates' },
    ...doors.tags,
    { name: 'server', description: 'Health' },
  ];
  const paths = { ...staticPaths(definitions), ...recordPaths(definitions), ...doors.paths };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera',
      version,
      summary: 'Integrated service management',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    tags: [
      ...tags.filter((tag) => isUsed(paths, tag.name)),
      ...definitions.map((each) => ({ name: each.name, description: `${each.label.en}. ${each.means.en}` })),
    ],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token: tessera_pat_...' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-tessera',
          description: 'The session of a browser; unsafe methods also need X-CSRF-Token. On plain http the cookie is called tessera_session.',
        },
      },
      responses: problems,
      schemas: { ...schemas, ...describe(definitions), ...answerSchemas(definitions), ...doors.schemas },
    },
  };
}

const introduction = `Every record has the same addresses: a list, one record, its journal, its links, its clocks and its ledger, and one address per command.
A command is asked for with POST, judged, and either happens as one fact or is refused with application/problem+json (RFC 9457) whose code names what is wrong and whose detail is in the reader's language (Accept-Language).
Send Idempotency-Key with every POST: the same key and body again changes nothing and answers the same. Send If-Match with the version you looked at, and nobody's work is overwritten.
Answers hold what their reader may see, and nothing else: what is not theirs does not exist for them (404).`;

const isUsed = (paths: Paths, tag: string): boolean =>
  Object.values(paths).some((path) => Object.values(path).some((operation) => (operation as { tags?: string[] }).tags?.includes(tag)));

type Operation = {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly form?: Form;
  readonly query?: string;
  readonly path?: string;
  readonly status?: string;
  readonly schema?: Json;
  readonly media?: string;
  readonly open?: true;
  readonly also?: readonly string[];
};

function operation({
  id,
  tag,
  summary,
  form,
  query,
  path,
  status = '200',
  schema = { type: 'object' },
  media = 'application/json',
  open,
  also = [],
}: Operation): Json {
  const refused = open ? [...(form ? ['422', '429'] : ['429']), ...also] : ['401', '403', ...(form || query ? ['422'] : []), ...also];
  const parameters = [
    ...(query ? [{ name: query, in: 'query', description: 'Words; the last may be unfinished', schema: { type: 'string' } }] : []),
    ...(path
      ? [{ name: path, in: 'path', required: true, description: path === 'record' ? 'Name of a kind of record' : 'Its id', schema: { type: 'string' } }]
      : []),
  ];
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(open ? { security: [] } : {}),
    ...(parameters.length ? { parameters } : {}),
    ...(form ? { requestBody: { required: true, content: { 'application/json': { schema: formSchema(form) } } } } : {}),
    responses: { [status]: { description: summary, content: { [media]: { schema } } }, ...failing(...refused) },
  };
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const list = (name: string): Json => ({ type: 'object', properties: { data: { type: 'array', items: ref(name) } }, required: ['data'] });

function staticPaths(definitions: readonly Definition[]): Paths {
  const session = ref('Session');
  const scopes = definitions.flatMap((definition) => offered(definition).map(([name]) => `${definition.name}.${name}`));
  const made = {
    type: 'object',
    properties: { data: ref('Token'), secret: { type: 'string', description: `Shown once. Scopes of commands: ${scopes.slice(0, 6).join(', ')} ...` } },
    required: ['data', 'secret'],
  };
  return {
    '/api/session': {
      get: operation({ id: 'session.read', tag: 'session', summary: 'Who is signed in, also when nobody is', schema: session, open: true, also: ['401'] }),
      post: operation({ id: 'session.start', tag: 'session', summary: 'Sign in', form: loginForm, schema: session, open: true, also: ['401', '403'] }),
      delete: operation({ id: 'session.end', tag: 'session', summary: 'Sign out', schema: session }),
    },
    '/api/session/persona': {
      post: operation({
        id: 'session.persona',
        tag: 'session',
        summary: 'Sign in as a persona of the demo world; elsewhere this address does not exist',
        form: personaForm,
        schema: session,
        open: true,
        also: ['404'],
      }),
    },
    '/api/session/preferences': {
      patch: operation({ id: 'session.prefer', tag: 'session', summary: 'Change preferences', form: preferencesForm, schema: session }),
    },
    '/api/session/password': {
      post: operation({
        id: 'session.repassword',
        tag: 'session',
        summary: 'Change the password; ends all other sessions',
        form: passwordForm,
        schema: session,
        also: ['429'],
      }),
    },
    '/api/setup/link': {
      post: operation({ id: 'setup.link', tag: 'session', summary: 'What a one-time link is for', form: linkForm, open: true, also: ['410'] }),
    },
    '/api/setup': {
      post: operation({
        id: 'setup.use',
        tag: 'session',
        summary: 'Use a one-time link: first administrator, invitation or new password',
        form: setupForm,
        schema: session,
        open: true,
        also: ['410'],
      }),
    },
    '/api/tokens': {
      get: operation({ id: 'token.list', tag: 'tokens', summary: 'Own tokens; administrators also see those of service accounts', schema: list('Token') }),
      post: operation({ id: 'token.create', tag: 'tokens', summary: 'Make a token', form: tokenForm, status: '201', schema: made }),
    },
    '/api/tokens/{id}': { delete: operation({ id: 'token.revoke', tag: 'tokens', summary: 'Revoke a token', path: 'id', also: ['404'] }) },
    '/api/search': { get: operation({ id: 'search', tag: 'search', summary: 'Search all kinds of record', query: 'q', schema: list('Found') }) },
    '/api/refs/{record}': {
      get: operation({
        id: 'refs',
        tag: 'search',
        summary: 'Typeahead: at most 20 open records of a kind',
        query: 'q',
        path: 'record',
        schema: list('Ref'),
        also: ['404'],
      }),
    },
    '/api/live': {
      get: operation({
        id: 'live',
        tag: 'live',
        summary: 'Server-sent events: hello, change {record, id, version}, resync, heartbeat',
        media: 'text/event-stream',
        schema: { type: 'string' },
        also: ['429'],
      }),
    },
    '/healthz': { get: { ...operation({ id: 'health.live', tag: 'server', summary: 'The process is alive', open: true }) } },
    '/readyz': { get: { ...operation({ id: 'health.ready', tag: 'server', summary: 'Work can be done here; 503 when not', open: true }) } },
  };
}
