// The cookies: the session, and the device that is remembered for its own budget of sign-in attempts.
import type { FastifyReply } from 'fastify';
import { absoluteMs } from '../auth/session.ts';

/** `__Host-` binds the cookie to this very host, and browsers refuse it without https. */
export const sessionCookie = (https: boolean): string => (https ? '__Host-tessera' : 'tessera_session');
export const deviceCookie = (https: boolean): string => (https ? '__Host-tessera-device' : 'tessera_device');

const deviceSeconds = 180 * 24 * 3_600;

export function setSession(reply: FastifyReply, https: boolean, token: string): void {
  reply.setCookie(sessionCookie(https), token, { ...standing(https), maxAge: Math.floor(absoluteMs / 1_000) });
}

export function setDevice(reply: FastifyReply, https: boolean, device: string): void {
  reply.setCookie(deviceCookie(https), device, { ...standing(https), maxAge: deviceSeconds });
}

export function clearSession(reply: FastifyReply, https: boolean): void {
  reply.setCookie(sessionCookie(https), '', { ...standing(https), maxAge: 0 });
}

// Lax, not Strict: a link to a record in a mail must find its reader signed in. Unsafe methods need the CSRF token anyway.
const standing = (https: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https }) as const;
