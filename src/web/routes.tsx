// The addresses: each state of each screen has one, and every screen is loaded when it is first asked for.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, type RouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Broken, NotFound } from './pages/not-found.tsx';
import { WorkShell } from './shells/work.tsx';

type Search = Readonly<Record<string, unknown>>;
const word = (search: Search, name: string): string | undefined => (typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined);
/** Keeps the named words of an address and drops everything else. */
const words =
  <const Names extends readonly string[]>(...names: Names) =>
  (search: Search): { [Name in Names[number]]?: string } => {
    const kept: Record<string, string> = {};
    for (const name of names) {
      const value = word(search, name);
      if (value !== undefined) kept[name] = value;
    }
    return kept as { [Name in Names[number]]?: string };
  };

/** A screen that is fetched when first asked for. Not generic, so that the types of addresses do not depend on those of screens. */
function page(load: () => Promise<Readonly<Record<string, unknown>>>, name: string): RouteComponent {
  return lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name);
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: WorkShell });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: words('to'),
  component: page(() => import('./pages/sign-in.tsx'), 'SignInPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: words('token'),
  component: page(() => import('./pages/setup.tsx'), 'SetupPage'),
});
const home = createRoute({ getParentRoute: () => shell, path: '/', component: page(() => import('./pages/home.tsx'), 'HomePage') });
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: words('for', 'sel', 'tab'),
  component: page(() => import('./pages/inbox.tsx'), 'InboxPage'),
});
const list = createRoute({
  getParentRoute: () => shell,
  path: '/list/$plural',
  validateSearch: words('q'),
  component: page(() => import('./pages/list.tsx'), 'ListPage'),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: words('tab', 'q'),
  component: page(() => import('./pages/people.tsx'), 'PeoplePage'),
});
const priorities = createRoute({
  getParentRoute: () => shell,
  path: '/priorities',
  validateSearch: words('q'),
  component: page(() => import('./pages/priorities.tsx'), 'PrioritiesPage'),
});
const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/month',
  validateSearch: words('month', 'customer', 'service'),
  component: page(() => import('./pages/report.tsx'), 'ReportPage'),
});
const chains = createRoute({
  getParentRoute: () => shell,
  path: '/feasibility',
  validateSearch: words('verdict', 'customer', 'service'),
  component: page(() => import('./pages/chains.tsx'), 'ChainsPage'),
});
const problems = createRoute({
  getParentRoute: () => shell,
  path: '/problems',
  validateSearch: words('service', 'supplier', 'team'),
  component: page(() => import('./pages/problems.tsx'), 'ProblemsPage'),
});
const candidates = createRoute({
  getParentRoute: () => shell,
  path: '/problems/candidates',
  validateSearch: words('view', 'sel', 'tab'),
  component: page(() => import('./pages/candidates.tsx'), 'CandidatesPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  validateSearch: words('id'),
  component: page(() => import('./pages/imports.tsx'), 'ImportsPage'),
});
const settings = createRoute({ getParentRoute: () => shell, path: '/settings', component: page(() => import('./pages/settings.tsx'), 'SettingsPage') });
const whatIf = createRoute({
  getParentRoute: () => shell,
  path: '/what-if/$id',
  validateSearch: words('from', 'to'),
  component: page(() => import('./pages/what-if.tsx'), 'WhatIfPage'),
});
const changeFigures = createRoute({
  getParentRoute: () => shell,
  path: '/changes/figures',
  validateSearch: words('days'),
  component: page(() => import('./pages/change-figures.tsx'), 'ChangeFiguresPage'),
});
const cabList = createRoute({ getParentRoute: () => shell, path: '/changes/cab', component: page(() => import('./pages/cab-list.tsx'), 'CabListPage') });
const cabRoom = createRoute({
  getParentRoute: () => shell,
  path: '/changes/cab/$id',
  validateSearch: words('item'),
  component: page(() => import('./pages/cab-room.tsx'), 'CabRoomPage'),
});
const changeCalendar = createRoute({
  getParentRoute: () => shell,
  path: '/changes/calendar',
  validateSearch: words('view', 'at', 'group', 'kinds', 'service', 'supplier', 'customer'),
  component: page(() => import('./pages/change-calendar.tsx'), 'ChangeCalendarPage'),
});
const record = createRoute({
  getParentRoute: () => shell,
  path: '/$id',
  validateSearch: words('tab'),
  component: page(() => import('./pages/record.tsx'), 'RecordPage'),
});

const routeTree = root.addChildren([
  signIn,
  setup,
  shell.addChildren([
    home,
    inbox,
    list,
    people,
    priorities,
    report,
    chains,
    problems,
    candidates,
    imports,
    settings,
    whatIf,
    changeFigures,
    cabList,
    cabRoom,
    changeCalendar,
    record,
  ]),
]);

export function routerFor(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
    // Addresses people can read and type: plain words, no JSON.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const kept = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '') as [string, string][];
      return kept.length > 0 ? `?${new URLSearchParams(kept).toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}` : '';
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>;
  }
}
