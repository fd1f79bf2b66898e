// API tokens: made, listed and revoked by the person who is signed in; service accounts by administrators of the house.
import type { FastifyInstance } from 'fastify';
import type { Input } from '../../kernel/command.ts';
import type { Side } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Principal } from '../auth/actor.ts';
import { isScope } from '../auth/grants.ts';
import { createToken, listTokens, type NewToken, revokeToken } from '../auth/token.ts';
import { settings } from '../house.ts';
import { type Context, personFor, privately } from './context.ts';
import { type Form, field, readForm } from './form.ts';

const longestMs = 365 * 24 * 3_600_000;
const outside = { customer: { en: 'Customer', nl: 'Klant', de: 'Kunde' }, supplier: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } };
export const tokenForm: Form = {
  needs: {
    name: field('What it is for', { kind: 'text', max: 120 }),
    scopes: field('read, write, alerts, import, or commands such as incident.open', { kind: 'texts' }),
    expires_at: field('Within one year', { kind: 'instant' }),
  },
  takes: {
    organisation: field('For a service account of this organisation instead of yourself; administrators only', { kind: 'ref', to: 'organisation' }),
    side: field('What that organisation is to the house', { kind: 'choice', options: outside }),
  },
};

export function tokenRoutes(app: FastifyInstance, context: Context): void {
  const { house, identity } = context;
  app.get('/api/tokens', async (request, reply) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    privately(reply);
    return { data: await listTokens(house, { person: principal.standing.person, services: isAdministrator(principal) }) };
  });
  app.post('/api/tokens', async (request, reply) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    const form = readForm(tokenForm, request.body);
    if (isRefusal(form)) return form;
    const wanted = await wantedToken(context, form, principal.standing.person, principal);
    if (isRefusal(wanted)) return wanted;
    const { token, secret } = await createToken(house, wanted);
    privately(reply);
    return reply.code(201).send({ data: token, secret });
  });
  app.delete('/api/tokens/:id', async (request) => {
    const principal = personFor(request);
    if (isRefusal(principal)) return principal;
    const { id } = request.params as { id: string };
    const gone = await revokeToken(house, { id, person: principal.standing.person, services: isAdministrator(principal) });
    identity.forget();
    return gone ? { data: { id, revoked: true } } : refuse('not_found');
  });
}

const isAdministrator = ({ actor }: Pick<Principal, 'actor'>): boolean => actor.side === 'integrator' && actor.roles.includes('administrator');

async function wantedToken({ house, options }: Context, form: Input, person: string, principal: Pick<Principal, 'actor'>): Promise<NewToken | Refusal> {
  const scopes = form.scopes as readonly string[];
  const definitions = [...house.registry.practices.values()].map((each) => each.definition);
  const unknown = scopes.find((scope) => !isScope(scope, definitions));
  if (unknown !== undefined) return refuse('token.unknown_scope', 'scopes', { scope: unknown });
  if (scopes.length === 0) return refuse('field.required', 'scopes', { field: 'scopes' });
  const left = Date.parse(String(form.expires_at)) - house.clock.now();
  if (!(left > 0 && left <= longestMs)) return refuse('token.expiry', 'expires_at');
  const common = { name: String(form.name), scopes: [...new Set(scopes)], expires_at: String(form.expires_at), created_by: person };
  if (!form.organisation) return { ...common, person, organisation: null, side: null };
  if (!isAdministrator(principal)) return refuse('not_allowed', 'organisation', { command: 'service account' });
  const organisation = String(form.organisation);
  if ((await options.directory.nameOf(organisation)) === null) return refuse('field.not_there', 'organisation', { field: 'organisation', value: organisation });
  const own = (await settings(house)).house === organisation;
  if (!own && !form.side) return refuse('field.required', 'side', { field: 'side' });
  return { ...common, person: null, organisation, side: own ? 'integrator' : (form.side as Side) };
}
