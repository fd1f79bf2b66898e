// Where a configuration item stands in its life, from plan to scrap.
import type { Text } from '../../kernel/text.ts';

export const itemStates = {
  planned: { label: { en: 'Planned', nl: 'Gepland', de: 'Geplant' }, tone: 'neutral' },
  ordered: { label: { en: 'Ordered', nl: 'Besteld', de: 'Bestellt' }, tone: 'neutral' },
  in_stock: { label: { en: 'In stock', nl: 'Op voorraad', de: 'Auf Lager' }, tone: 'neutral' },
  test: { label: { en: 'In test', nl: 'In test', de: 'Im Test' }, tone: 'info' },
  live: { label: { en: 'Live', nl: 'In productie', de: 'In Betrieb' }, tone: 'good' },
  maintenance: { label: { en: 'Maintenance', nl: 'In onderhoud', de: 'In Wartung' }, tone: 'warn' },
  retired: { label: { en: 'Retired', nl: 'Uit productie', de: 'Außer Betrieb' }, tone: 'neutral', ends: true },
  disposed: { label: { en: 'Disposed of', nl: 'Afgevoerd', de: 'Entsorgt' }, tone: 'neutral', ends: true },
} as const;
export type ItemState = keyof typeof itemStates;

/** The states as options, for an import that tells where an item stands. */
export const stateOptions: Readonly<Record<ItemState, Text>> = {
  planned: itemStates.planned.label,
  ordered: itemStates.ordered.label,
  in_stock: itemStates.in_stock.label,
  test: itemStates.test.label,
  live: itemStates.live.label,
  maintenance: itemStates.maintenance.label,
  retired: itemStates.retired.label,
  disposed: itemStates.disposed.label,
};
