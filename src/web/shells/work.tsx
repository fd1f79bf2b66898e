// The shell around every screen: navigation, top bar, banner, palette, help and quick create.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { get } from '../api.ts';
import type { Session } from '../contract.ts';
import { useSay } from '../language.tsx';
import { listen } from '../live.ts';
import { listenToKeys, opening, switchKeys, useShortcuts } from '../parts/keys.ts';
import { Failed, Skeleton } from '../parts/states.tsx';
import { Creating } from '../record/creating.tsx';
import { definitions } from '../record/definitions.ts';
import { mayOpen } from '../record/may-open.ts';
import { capital } from '../record/value.tsx';
import { SessionProvider, usePreferences, useSessionQuery } from '../session.tsx';
import { shellTexts } from '../texts/shell.ts';
import { texts } from '../texts.ts';
import { Banner } from './banner.tsx';
import { furtherOf, levels, placesOf } from './navigation.ts';
import { Navigation } from './sidebar.tsx';
import { Top } from './top.tsx';

const Palette = lazy(() => import('./palette.tsx').then((found) => ({ default: found.Palette })));
const Help = lazy(() => import('./help.tsx').then((found) => ({ default: found.Help })));

export function WorkShell(): ReactNode {
  const asked = useSessionQuery();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.href });
  const session = useInModel(asked.data);
  const outside = session !== undefined && !session.signed_in;
  useEffect(() => {
    // This shell still stands while the page for signing in is being fetched: that is no place to come back to.
    if (outside && !here.startsWith('/signin')) void navigate({ to: '/signin', search: here === '/' ? {} : { to: here }, replace: true });
  }, [outside, navigate, here]);
  if (session?.signed_in) {
    return (
      <SessionProvider session={session}>
        <Frame session={session} />
      </SessionProvider>
    );
  }
  return asked.error && !session ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <Skeleton lines={6} />;
}

/** What the model leaves out is out of sight and cannot be begun. Its key is that of the model's list, so a new version is seen at once. */
function useInModel(session: Session | undefined): Session | undefined {
  const model = useQuery({
    queryKey: ['operating_model', 'list', 'current'],
    queryFn: ({ signal }) => get<{ readonly data: { readonly records_off: readonly string[] } | null }>('/api/model/current', signal),
    enabled: session?.signed_in === true,
  });
  const off = model.data?.data?.records_off;
  return useMemo(() => (session && off ? { ...session, records_off: off } : session), [session, off]);
}

type Overlay = 'palette' | 'help' | null;

function Frame({ session }: { readonly session: Session }) {
  const say = useSay();
  const client = useQueryClient();
  const [{ shortcuts }] = usePreferences();
  const possible = definitions().some((each) => mayOpen(each, session));
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [creating, setCreating] = useState<string | null>(null);
  const [menu, setMenu] = useState(false);
  useEffect(() => listen(client), [client]);
  useEffect(listenToKeys, []);
  useEffect(fetchAhead, []);
  useEffect(() => switchKeys(shortcuts), [shortcuts]);
  const create = useCallback((kind?: string) => setCreating(kind ?? (session.side === 'supplier' ? '' : 'incident')), [session.side]);
  useGoing(session, { palette: () => setOverlay('palette'), help: () => setOverlay('help'), create: () => possible && create() });
  return (
    <Creating value={create}>
      <a className="skip" href="#content">
        {say(shellTexts.skip)}
      </a>
      <div className="shell" data-menu={menu || undefined}>
        <Top
          session={session}
          onMenu={() => setMenu(!menu)}
          onPalette={() => setOverlay('palette')}
          onHelp={() => setOverlay('help')}
          onCreate={possible ? () => create() : null}
        />
        <Navigation session={session} onGone={() => setMenu(false)} />
        <main id="content" tabIndex={-1}>
          <Banner session={session} />
          <Suspense fallback={<Skeleton lines={8} />}>
            <Shaped>
              <Outlet />
            </Shaped>
          </Suspense>
        </main>
      </div>
      <Suspense fallback={<span {...opening} />}>
        {overlay === 'palette' ? <Palette session={session} onClose={() => setOverlay(null)} onCreate={create} /> : null}
        {overlay === 'help' ? <Help onClose={() => setOverlay(null)} /> : null}
        {creating !== null ? (
          <Shaped>
            <QuickCreate kind={creating} onClose={() => setCreating(null)} />
          </Shaped>
        ) : null}
      </Suspense>
    </Creating>
  );
}

/** Asked for at once and beside the first page, so that neither waits for the other. */
const shaped = import('../practices/shaped.tsx').then((found) => ({ default: found.Shaped }));
// Whoever waits for it is told; here nobody waits yet.
shaped.catch(() => undefined);
const Shaped = lazy(() => shaped);

const loadQuickCreate = () => import('../pages/quick-create.tsx');
const QuickCreate = lazy(() => loadQuickCreate().then((found) => ({ default: found.QuickCreate })));

/**
 * When nothing else is to be done: the form that must be there at once when somebody is on the telephone. Without a
 * line it is not fetched, and nobody is told: it is asked for again when it is needed.
 */
function fetchAhead(): () => void {
  const timer = setTimeout(() => void loadQuickCreate().catch(() => undefined), 3_000);
  return () => clearTimeout(timer);
}

type Doing = { readonly palette: () => void; readonly help: () => void; readonly create: () => void };

function useGoing(session: Session, doing: Doing): void {
  const say = useSay();
  const navigate = useNavigate();
  const places = levels.flatMap((level) => [...placesOf(session, level), ...furtherOf(session, level)]);
  const once = new Map(places.filter((place) => place.keys).map((place) => [place.to, place]));
  useShortcuts([
    { name: 'palette', keys: 'mod+k', label: say(shellTexts.command), run: doing.palette },
    { name: 'search', keys: '/', label: say(texts.search), run: doing.palette },
    { name: 'create', keys: 'c', label: say(texts.create), run: doing.create },
    { name: 'help', keys: '?', label: say(shellTexts.help), run: doing.help },
    ...[...once.values()].map((place) => ({
      name: `go ${place.to}`,
      keys: place.keys ?? '',
      label: say(shellTexts.go_to, { where: capital(say(place.label)) }),
      run: () => void navigate({ to: place.to }),
    })),
  ]);
}
