// What practices add to the generic record: tabs and panels, each loaded when first shown. A practice without a line here needs none.
import { lazy } from 'react';
import type { Extras } from '../record/detail.tsx';
import { pageTexts } from '../texts/pages.ts';
import { serviceTexts } from '../texts/service.ts';
import { drafting, promiseReading } from './promise/arrangement.tsx';

const WorkOrders = lazy(() => import('./incident/work-orders.tsx').then((found) => ({ default: found.WorkOrders })));
const IncidentAside = lazy(() => import('./incident/aside.tsx').then((found) => ({ default: found.IncidentAside })));
const ServiceMap = lazy(() => import('./service/map.tsx').then((found) => ({ default: found.ServiceMap })));
const ServiceChain = lazy(() => import('./service/chain.tsx').then((found) => ({ default: found.ServiceChain })));
const ServiceWork = lazy(() => import('./service/work.tsx').then((found) => ({ default: found.ServiceWork })));

const extras: Readonly<Record<string, Extras>> = {
  incident: {
    tabs: [{ name: 'work', label: pageTexts.work_orders, inside: true, content: (answer) => <WorkOrders answer={answer} /> }],
    aside: (answer) => <IncidentAside answer={answer} />,
  },
  promise: {
    forms: { open: drafting, edit: drafting },
    reading: promiseReading,
  },
  service: {
    tabs: [
      { name: 'map', label: serviceTexts.map, first: true, inside: true, content: (answer) => <ServiceMap id={answer.data.id} /> },
      { name: 'chain', label: serviceTexts.chain, first: true, inside: true, content: (answer) => <ServiceChain id={answer.data.id} /> },
      { name: 'work', label: serviceTexts.work, first: true, content: (answer) => <ServiceWork answer={answer} /> },
    ],
  },
};

const none: Extras = {};
export const extrasOf = (record: string): Extras => extras[record] ?? none;
