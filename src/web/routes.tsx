// The addresses: each state of each screen has one, and every screen is loaded when it is first asked for.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, type RouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Broken, NotFound } from './pages/not-found.tsx';
import { allDefinitions } from './record/definitions.ts';
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

type Screens = Readonly<Record<string, unknown>>;
/** A screen that may be the first, or needs no definitions. Not generic, so that the types of addresses do not depend on those of screens. */
function firstPage(load: () => Promise<Screens>, name: string): RouteComponent {
  return lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name);
}
/** A screen that is fetched when first asked for, and with it the definitions that the first one does without. */
const page = (load: () => Promise<Screens>, name: string): RouteComponent =>
  firstPage(() => Promise.all([load(), allDefinitions()]).then(([screens]) => screens), name);

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: WorkShell });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: words('to'),
  component: firstPage(() => import('./pages/sign-in.tsx'), 'SignInPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: words('token'),
  component: firstPage(() => import('./pages/setup.tsx'), 'SetupPage'),
});
const home = createRoute({ getParentRoute: () => shell, path: '/', component: firstPage(() => import('./pages/home.tsx'), 'HomePage') });
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: words('for', 'sel', 'tab'),
  component: firstPage(() => import('./pages/inbox.tsx'), 'InboxPage'),
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
const models = createRoute({
  getParentRoute: () => shell,
  path: '/models',
  validateSearch: words('view', 'of', 'level', 'q'),
  component: page(() => import('./pages/models.tsx'), 'ModelsPage'),
});
const oneModel = createRoute({
  getParentRoute: () => shell,
  path: '/models/$key',
  validateSearch: words('process'),
  component: page(() => import('./pages/one-model.tsx'), 'OneModelPage'),
});
const workforce = createRoute({
  getParentRoute: () => shell,
  path: '/workforce',
  validateSearch: words('month', 'week'),
  component: page(() => import('./pages/workforce.tsx'), 'WorkforcePage'),
});
const staffing = createRoute({
  getParentRoute: () => shell,
  path: '/workforce/staffing',
  validateSearch: words('team', 'weeks', 'share', 'within', 'handling', 'shrinkage', 'contacts', 'day', 'slot'),
  component: page(() => import('./pages/staffing.tsx'), 'StaffingPage'),
});
const measures = createRoute({ getParentRoute: () => shell, path: '/measures', component: page(() => import('./pages/measures.tsx'), 'MeasuresPage') });
const measure = createRoute({
  getParentRoute: () => shell,
  path: '/measures/$code',
  validateSearch: words('period'),
  component: page(() => import('./pages/measure.tsx'), 'MeasurePage'),
});
const objectives = createRoute({
  getParentRoute: () => shell,
  path: '/objectives',
  validateSearch: words('owner', 'level'),
  component: page(() => import('./pages/objectives.tsx'), 'ObjectivesPage'),
});
const scorecard = createRoute({
  getParentRoute: () => shell,
  path: '/scorecard',
  validateSearch: words('period', 'edition'),
  component: page(() => import('./pages/scorecard.tsx'), 'ScorecardPage'),
});
const model = createRoute({
  getParentRoute: () => shell,
  path: '/model',
  validateSearch: words('view', 'overlay', 'at'),
  component: page(() => import('./pages/model.tsx'), 'ModelPage'),
});
const modelDesign = createRoute({
  getParentRoute: () => shell,
  path: '/model/design',
  validateSearch: words('id', 'step'),
  component: page(() => import('./pages/model-design.tsx'), 'ModelDesignPage'),
});
const planning = createRoute({ getParentRoute: () => shell, path: '/planning', component: page(() => import('./pages/planning.tsx'), 'PlanningPage') });
const risks = createRoute({ getParentRoute: () => shell, path: '/planning/risks', component: page(() => import('./pages/risks.tsx'), 'RisksPage') });
const portfolio = createRoute({
  getParentRoute: () => shell,
  path: '/planning/portfolio',
  component: page(() => import('./pages/portfolio.tsx'), 'PortfolioPage'),
});
const forums = createRoute({ getParentRoute: () => shell, path: '/forums', component: page(() => import('./pages/forums.tsx'), 'ForumsPage') });
const review = createRoute({ getParentRoute: () => shell, path: '/reviews/$id', component: page(() => import('./pages/review.tsx'), 'ReviewPage') });
const improve = createRoute({
  getParentRoute: () => shell,
  path: '/improve',
  validateSearch: words('level', 'process', 'customer'),
  component: page(() => import('./pages/improve.tsx'), 'ImprovePage'),
});
const maturity = createRoute({ getParentRoute: () => shell, path: '/maturity', component: page(() => import('./pages/maturity.tsx'), 'MaturityPage') });
const growth = createRoute({ getParentRoute: () => shell, path: '/growth', component: page(() => import('./pages/growth.tsx'), 'GrowthPage') });
const growthCustomer = createRoute({
  getParentRoute: () => shell,
  path: '/growth/$customer',
  component: page(() => import('./pages/growth-customer.tsx'), 'GrowthCustomerPage'),
});
const conformance = createRoute({
  getParentRoute: () => shell,
  path: '/conformance',
  validateSearch: words('record', 'from', 'to', 'customer', 'service', 'supplier', 'least', 'figure'),
  component: page(() => import('./pages/conformance.tsx'), 'ConformancePage'),
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
    forums,
    review,
    improve,
    maturity,
    imports,
    settings,
    whatIf,
    changeFigures,
    cabList,
    cabRoom,
    changeCalendar,
    models,
    oneModel,
    workforce,
    staffing,
    measures,
    measure,
    objectives,
    scorecard,
    model,
    modelDesign,
    planning,
    risks,
    portfolio,
    growth,
    growthCustomer,
    conformance,
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
