// One-time links: the first administrator of a fresh installation, an invitation, a lost password. There are no default credentials.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Input } from '../../kernel/command.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { findLink, type Link, useLink } from '../auth/link.ts';
import { signIn, storePassword } from '../auth/login.ts';
import { hashPassword, wrongPassword } from '../auth/password.ts';
import { endSessionsOf } from '../auth/session.ts';
import type { Context } from './context.ts';
import { type Form, field, readForm } from './form.ts';
import { languageField, passwordField, signedIn } from './session-routes.ts';

const worlds = { empty: { en: 'Empty', nl: 'Leeg', de: 'Leer' }, demo: { en: 'Demo', nl: 'Demo', de: 'Demo' } };
const secretField = field('The secret of the link', { kind: 'text', max: 100 });
export const linkForm: Form = { needs: { token: secretField } };
export const setupForm: Form = {
  needs: { token: secretField, password: passwordField },
  takes: {
    name: field('Your name', { kind: 'text', max: 120 }),
    email: field('Your e-mail address', { kind: 'email' }),
    organisation: field('Name of the organisation that runs this installation', { kind: 'text', max: 120 }),
    language: languageField,
    zone: field('Time zone', { kind: 'zone' }),
    world: field('Begin empty, or with the demo world', { kind: 'choice', options: worlds }),
  },
};

export function setupRoutes(app: FastifyInstance, context: Context, loginLimit: { rateLimit: object }): void {
  const { house, options } = context;
  // The secret travels in bodies only: addresses are logged by proxies and kept by browsers.
  app.post('/api/setup/link', { config: loginLimit }, async (request) => {
    const form = readForm(linkForm, request.body);
    if (isRefusal(form)) return form;
    const link = await findLink(house, String(form.token));
    if (!link) return refuse('link.spent');
    const standing = link.person ? (await options.directory.standings([link.person])).get(link.person) : undefined;
    return { purpose: link.purpose, name: standing?.name ?? null, email: standing?.email ?? null };
  });
  app.post('/api/setup', { config: loginLimit }, async (request, reply) => {
    const form = readForm(setupForm, request.body);
    if (isRefusal(form)) return form;
    const link = await findLink(house, String(form.token));
    if (!link) return refuse('link.spent');
    const person = link.person === null ? await firstAdministrator(context, form) : await newPassword(context, form, link);
    if (isRefusal(person)) return person;
    const { token } = await signIn(house, person.person, request.headers['user-agent'] ?? null);
    return signedIn(context, { request: request as FastifyRequest, reply, token });
  });
}

type Who = { readonly person: string };

async function firstAdministrator({ house, options }: Context, form: Input): Promise<Who | Refusal> {
  for (const name of ['name', 'email', 'organisation']) if (!form[name]) return refuse('field.required', name, { field: name });
  const wrong = wrongPassword('password', String(form.password), [String(form.name), String(form.email)]);
  if (wrong) return wrong;
  const hash = await hashPassword(String(form.password));
  const first = {
    name: String(form.name),
    email: String(form.email).toLowerCase(),
    organisation: String(form.organisation),
    language: (form.language ?? 'en') as 'en' | 'nl' | 'de',
    zone: String(form.zone ?? 'Europe/Amsterdam'),
    world: (form.world ?? 'empty') as 'empty' | 'demo',
  };
  return undone(house.db, async () => {
    if (!(await useLink(house, String(form.token)))) return refuse('link.spent');
    const found = await options.directory.found(first);
    if (isRefusal(found)) return found;
    await storePassword(house, found.person, hash);
    return found;
  });
}

async function newPassword({ house, options, identity }: Context, form: Input, link: Link): Promise<Who | Refusal> {
  const person = link.person ?? '';
  const standing = (await options.directory.standings([person])).get(person);
  if (!standing || standing.disabled) return refuse('link.spent');
  const wrong = wrongPassword('password', String(form.password), [standing.name, standing.email]);
  if (wrong) return wrong;
  const hash = await hashPassword(String(form.password));
  const done = await undone(house.db, async () => {
    if (!(await useLink(house, String(form.token)))) return refuse('link.spent');
    await storePassword(house, person, hash);
    await endSessionsOf(house, person);
    return { person };
  });
  identity.forget();
  return done;
}

/** One transaction that a refusal rolls back: a link is not used up by what it could not do. */
async function undone<T>(db: Context['house']['db'], work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  let refused: Refusal | null = null;
  try {
    return await db.tx(async () => {
      const outcome = await work();
      if (!isRefusal(outcome)) return outcome;
      refused = outcome;
      throw new Error('refused');
    });
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
}
