// Who is looking: the session as the server tells it, and the preferences that go with the person.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useMemo } from 'react';
import { carry, get, send } from './api.ts';
import type { Preferences, Session } from './contract.ts';
import { guessLanguage, ownZone } from './language.tsx';

export const sessionKey = ['session'] as const;
const SessionContext = createContext<Session | null>(null);

export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => get<Session>('/api/session', signal).then(taken), staleTime: 300_000, retry: 3 });
}

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside a session');
  return session;
}

/** Puts a fresh session in place after signing in; everything another person may have seen is forgotten. */
export function enter(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  client.setQueryData(sessionKey, taken(session));
}

/** What this person prefers; kept on this device as well, for the moment before the server has answered. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const client = useQueryClient();
  const session = useSessionQuery().data;
  const preferences = useMemo(() => preferencesOf(session), [session]);
  const signed = session?.signed_in ?? false;
  const change = useCallback(
    (wanted: Partial<Preferences>) => {
      for (const [name, value] of Object.entries(wanted)) localStorage.setItem(name, String(value));
      if (wanted.language) carry({ language: wanted.language });
      client.setQueryData<Session>(sessionKey, (before) => (before ? { ...before, person: before.person ? { ...before.person, ...wanted } : null } : before));
      if (!signed) return;
      void send({ method: 'PATCH', path: '/api/session/preferences', body: wanted }).catch(() => void client.invalidateQueries({ queryKey: sessionKey }));
    },
    [client, signed],
  );
  return [preferences, change];
}

function preferencesOf(session: Session | undefined): Preferences {
  const person = session?.person;
  return {
    language: person?.language ?? guessLanguage(),
    zone: person?.zone ?? localStorage.getItem('zone') ?? ownZone(),
    theme: person?.theme ?? (localStorage.getItem('theme') as Preferences['theme'] | null) ?? 'auto',
    density: person?.density ?? (localStorage.getItem('density') as Preferences['density'] | null) ?? 'compact',
    shortcuts: person?.shortcuts ?? true,
    vocabulary: person?.vocabulary ?? 'tessera',
  };
}

function taken(session: Session): Session {
  carry({ csrf: session.csrf, language: session.person?.language ?? guessLanguage() });
  return session;
}
