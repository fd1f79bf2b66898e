// Signing in and out, preferences, the password, and the one-click personas of the demo world.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { changePassword, logIn, signIn } from '../auth/login.ts';
import { endSession } from '../auth/session.ts';
import { settings } from '../house.ts';
import { type Context, personFor, privately } from './context.ts';
import { clearSession, deviceCookie, sessionCookie, setDevice, setSession } from './cookies.ts';
import { type Form, field, readForm } from './form.ts';
import { sessionAnswer } from './session-answer.ts';

const languages = {
  en: { en: 'English', nl: 'Engels', de: 'Englisch' },
  nl: { en: 'Dutch', nl: 'Nederlands', de: 'Niederländisch' },
  de: { en: 'German', nl: 'Duits', de: 'Deutsch' },
};
const word = (text: string) => ({ en: text, nl: text, de: text });
const words = <const K extends string>(...names: K[]) => Object.fromEntries(names.map((name) => [name, word(name)])) as Record<K, ReturnType<typeof word>>;

export const languageField = field('Language', { kind: 'choice', options: languages });
export const passwordField = field('Password', { kind: 'text', max: 1_000 });
export const loginForm: Form = { needs: { email: field('E-mail address', { kind: 'text', max: 300 }), password: passwordField } };
export const personaForm: Form = { needs: { person: field('Person', { kind: 'ref', to: 'person' }) } };
export const passwordForm: Form = { needs: { current: passwordField, next: passwordField } };
export const preferencesForm: Form = {
  takes: {
    language: languageField,
    zone: field('Time zone', { kind: 'zone' }),
    theme: field('Theme', { kind: 'choice', options: words('auto', 'light', 'dark') }),
    density: field('Density', { kind: 'choice', options: words('comfortable', 'compact', 'dense') }),
    shortcuts: field('Keyboard shortcuts', { kind: 'boolean' }),
    vocabulary: field('Vocabulary: the key of a reference model, or tessera; null is the default of the house', { kind: 'text', max: 60 }),
  },
};

export function sessionRoutes(app: FastifyInstance, context: Context, loginLimit: { rateLimit: object }): void {
  const { house, options, https, identity } = context;
  app.get('/api/session', async (request, reply) => {
    privately(reply);
    return sessionAnswer(context, request.principal);
  });
  app.post('/api/session', { config: loginLimit }, async (request, reply) => {
    const form = readForm(loginForm, request.body);
    if (isRefusal(form)) return form;
    const signed = await logIn(house, options.directory, {
      email: String(form.email),
      password: String(form.password),
      address: request.ip,
      user_agent: request.headers['user-agent'] ?? null,
      device: request.cookies[deviceCookie(https)] ?? null,
    });
    if (isRefusal(signed)) return signed;
    setDevice(reply, https, signed.device);
    return signedIn(context, { request, reply, token: signed.token });
  });
  app.post('/api/session/persona', { config: loginLimit }, async (request, reply) => {
    if (!(await settings(house)).demo) return refuse('route.unknown');
    const form = readForm(personaForm, request.body);
    if (isRefusal(form)) return form;
    const known = (await options.directory.personas()).some((each) => each.person === form.person);
    if (!known) return refuse('field.not_there', 'person', { field: 'person', value: String(form.person) });
    const { token } = await signIn(house, String(form.person), request.headers['user-agent'] ?? null);
    return signedIn(context, { request, reply, token });
  });
  app.delete('/api/session', async (request, reply) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    await endSession(house, principal.session.id);
    identity.forget();
    clearSession(reply, https);
    return sessionAnswer(context, null);
  });
  app.patch('/api/session/preferences', (request) => prefer(context, request));
  app.post('/api/session/password', { config: loginLimit }, (request) => repassword(context, request));
}

/** The new session takes the place of the one the browser had, which ends. */
export async function signedIn(context: Context, { request, reply, token }: { request: FastifyRequest; reply: FastifyReply; token: string }): Promise<unknown> {
  const before = request.principal?.session;
  if (before) {
    await endSession(context.house, before.id);
    context.identity.forget();
  }
  setSession(reply, context.https, token);
  privately(reply);
  return sessionAnswer(context, await context.identity.bySession(token));
}

async function prefer(context: Context, request: FastifyRequest): Promise<unknown> {
  const principal = personFor(request);
  if (isRefusal(principal)) return principal;
  const form = readForm(preferencesForm, request.body);
  if (isRefusal(form)) return form;
  const unknown = await unknownVocabulary(context, form.vocabulary);
  if (unknown) return unknown;
  const names = Object.keys(preferencesForm.takes ?? {}).filter((name) => Object.hasOwn(form, name));
  if (names.length > 0) {
    const values = names.map((name) => form[name] as string | boolean | null);
    await context.house.db.query(
      `insert into preference (person, ${names.join(', ')}) values ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})
       on conflict (person) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      [principal.standing.person, ...values],
    );
  }
  context.identity.forget();
  return sessionAnswer(context, await freshly(context, request));
}

/** Why a vocabulary may not be chosen, or null. */
async function unknownVocabulary({ options }: Context, chosen: unknown): Promise<Refusal | null> {
  if (chosen === undefined || chosen === null || chosen === 'tessera') return null;
  const known = (await options.vocabularies?.()) ?? [];
  return known.includes(String(chosen)) ? null : refuse('field.not_choice', 'vocabulary', { field: 'vocabulary', options: ['tessera', ...known].join(', ') });
}

async function repassword(context: Context, request: FastifyRequest): Promise<unknown | Refusal> {
  const principal = personFor(request);
  if (isRefusal(principal)) return principal;
  const form = readForm(passwordForm, request.body);
  if (isRefusal(form)) return form;
  const { person, name, email } = principal.standing;
  const change = { person, current: String(form.current), next: String(form.next), own: [name, email], session: principal.session.id };
  const wrong = await changePassword(context.house, change);
  context.identity.forget();
  return wrong ?? sessionAnswer(context, principal);
}

function freshly({ identity, https }: Context, request: FastifyRequest) {
  return identity.bySession(request.cookies[sessionCookie(https)] ?? '');
}
