// What the routes share: the options of the server, who asks, and the doors that the app adds.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/text.ts';
import type { Identity, Principal } from '../auth/actor.ts';
import type { Directory } from '../auth/directory.ts';
import { grants, type Need } from '../auth/grants.ts';
import type { House } from '../house.ts';
import { acceptedLanguage } from './problem.ts';

/** Requests per minute. */
export type Limits = { readonly principal: number; readonly anonymous: number; readonly login: number };
export const standardLimits: Limits = { principal: 1_200, anonymous: 300, login: 30 };

/** Routes that the app adds: alerts, reports, imports. They answer refusals as values, like all the others. */
export type Door = (app: FastifyInstance, house: House) => void;

export type AppOptions = {
  readonly version: string;
  readonly directory: Directory;
  readonly doors?: readonly Door[];
  /** OpenAPI paths of the doors, merged into the document. */
  readonly doorPaths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Tags of those paths that are no kinds of record. */
  readonly doorTags?: readonly { readonly name: string; readonly description: string }[];
  /** Components that those paths refer to. */
  readonly doorSchemas?: Readonly<Record<string, unknown>>;
  /** `https://desk.example.org`; null when it is only known from the requests themselves (localhost). */
  readonly public_url?: string | null;
  /** Directory of the built screens; null serves the API alone. */
  readonly web?: string | null;
  /** Addresses of proxies whose X-Forwarded-For is believed; nobody's by default. */
  readonly trusted_proxies?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Secret that a command line on this machine proves itself with: whoever can read it is the administrator of the installation. */
  readonly localSecret?: string;
  /** Keys of the vocabularies that may be chosen beside the product's own, `tessera`. */
  readonly vocabularies?: () => Promise<readonly string[]>;
  /** What else must be right before traffic comes in; answers what is wrong, or null. */
  readonly ready?: () => Promise<string | null>;
};

export type Context = {
  readonly house: House;
  readonly options: AppOptions;
  readonly identity: Identity;
  /** Cookies are `Secure` and named `__Host-`, and HSTS is sent. */
  readonly https: boolean;
  readonly limits: Limits;
  /** Set while the server is stopping. */
  draining: boolean;
};

declare module 'fastify' {
  interface FastifyInstance {
    /** For doors whose senders put their token somewhere else than in the Authorization header. */
    identity: Identity;
  }
  interface FastifyRequest {
    principal: Principal | null;
    /** The definition that the route is about, for the words of refusals. */
    definition: Definition | null;
  }
}

/** Who asks, when they may do this kind of thing at all. */
export function actorFor(request: FastifyRequest, need: Need): Actor | Refusal {
  const { principal } = request;
  if (!principal) return refuse('not_signed_in');
  return grants(principal.actor, need) ?? principal.actor;
}

/** The signed-in person; tokens are refused where a token could make itself stronger. */
export function personFor(
  request: FastifyRequest,
): (Principal & { session: NonNullable<Principal['session']>; standing: NonNullable<Principal['standing']> }) | Refusal {
  const { principal } = request;
  if (!principal) return refuse('not_signed_in');
  const { session, standing } = principal;
  return session && standing ? { ...principal, session, standing } : refuse('login.session_only');
}

export function languageOf(request: FastifyRequest): Language {
  const { principal } = request;
  return principal?.session?.preferences.language ?? acceptedLanguage(request.headers['accept-language']) ?? principal?.standing?.language ?? 'en';
}

export const isoNow = (house: House): string => new Date(house.clock.now()).toISOString();

/** Answers that hold somebody's data are nobody else's to keep. */
export function privately(reply: FastifyReply): void {
  reply.header('cache-control', 'no-store');
}
