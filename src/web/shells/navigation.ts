// What stands in the navigation: at most seven things per level, the records of a level found by themselves.
import type { Side } from '../../kernel/field.ts';
import type { Definition, Level } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import type { IconName } from '../parts/icons.tsx';
import { definitions } from '../record/definitions.ts';
import { shellTexts } from '../texts/shell.ts';

export type Place = { readonly to: string; readonly label: Text; readonly icon: IconName; readonly keys?: string };

const icons: Readonly<Record<string, IconName>> = {
  incident: 'flame',
  work_order: 'wrench',
  event: 'bell',
  service: 'map',
  promise: 'handshake',
  organisation: 'building',
  calendar: 'calendar',
  person: 'person',
  team: 'people',
};
export const iconOf = (name: string): IconName => icons[name] ?? 'list';
const keys: Readonly<Record<string, string>> = { incident: 'g t', work_order: 'g w', event: 'g e', service: 'g s', promise: 'g p', organisation: 'g o' };

const inbox: Place = { to: '/inbox', label: shellTexts.inbox, icon: 'inbox', keys: 'g i' };
const people: Place = { to: '/people', label: shellTexts.people_teams, icon: 'people', keys: 'g u' };
const report: Place = { to: '/reports/month', label: shellTexts.report_month, icon: 'chart', keys: 'g r' };
const priorities: Place = { to: '/priorities', label: shellTexts.priorities, icon: 'grid' };
export const imports: Place = { to: '/imports', label: shellTexts.imports, icon: 'upload' };
export const settings: Place = { to: '/settings', label: shellTexts.settings, icon: 'gear', keys: 'g ,' };

export const listOf = (definition: Definition): Place => ({
  to: `/list/${definition.plural}`,
  label: definition.plural_label,
  icon: iconOf(definition.name),
  ...(keys[definition.name] ? { keys: keys[definition.name] as string } : {}),
});

/** The record that gives its practice the name leads it; the others are reached from there or from the palette. */
const leads = (definition: Definition): boolean => definition.name === definition.practice;

/** Navigation of a side at a level. What each may see is the server's to say; this only chooses what is near at hand. */
export function placesOf(side: Side, level: Level): Place[] {
  const named = (name: string) => definitions.filter((each) => each.name === name).map(listOf);
  if (side === 'customer')
    return [...definitions.filter((each) => leads(each) && each.parties?.customer).map(listOf), ...named('service'), report, people].slice(0, 7);
  if (side === 'supplier')
    return [inbox, ...definitions.filter((each) => leads(each) && each.parties?.supplier).map(listOf), ...named('service'), people].slice(0, 7);
  const own = definitions.filter((each) => leads(each) && each.level === level).map(listOf);
  if (level === 'operational') return [inbox, ...own.slice(0, 4), ...named('service'), people];
  if (level === 'tactical') return [...own.slice(0, 4), ...named('calendar'), priorities, report];
  return [report, ...own.slice(0, 3), ...named('service'), ...named('promise'), ...named('organisation')];
}

export const levels: readonly Level[] = ['operational', 'tactical', 'strategic'];
