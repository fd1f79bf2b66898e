// What stands in the navigation: at most seven things per level, the records of a level found by themselves.
import type { Definition, Level } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import type { Session } from '../contract.ts';
import type { IconName } from '../parts/icons.tsx';
import { definitions } from '../record/definitions.ts';
import { mightSee } from '../record/may-open.ts';
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
  dispute: 'flag',
};
export const iconOf = (name: string): IconName => icons[name] ?? 'list';
const keys: Readonly<Record<string, string>> = { incident: 'g t', work_order: 'g w', event: 'g e', service: 'g s', promise: 'g p', organisation: 'g o' };

const inbox: Place = { to: '/inbox', label: shellTexts.inbox, icon: 'inbox', keys: 'g i' };
const people: Place = { to: '/people', label: shellTexts.people_teams, icon: 'people', keys: 'g u' };
const report: Place = { to: '/reports/month', label: shellTexts.report_month, icon: 'chart', keys: 'g r' };
const priorities: Place = { to: '/priorities', label: shellTexts.priorities, icon: 'grid' };
const chains: Place = { to: '/feasibility', label: shellTexts.chains, icon: 'chain', keys: 'g h' };
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

/** Navigation of a person at a level. What each may see is the server's to say; this only chooses what is near at hand. */
export function placesOf(session: Session, level: Level): Place[] {
  const seen = definitions.filter((each) => mightSee(each, session));
  const named = (...names: readonly string[]) => seen.filter((each) => names.includes(each.name)).map(listOf);
  if (session.side === 'customer')
    return first([...seen.filter((each) => each.custody).map(listOf), ...named('service', 'promise', 'dispute'), report, people]);
  if (session.side === 'supplier') return first([inbox, ...seen.filter((each) => each.custody).map(listOf), ...named('service', 'promise', 'dispute'), people]);
  const own = seen.filter((each) => leads(each) && each.level === level).map(listOf);
  if (level === 'operational') return first([inbox, ...own.slice(0, 4), ...named('service'), people]);
  const steering = session.roles.some((each) => steers.has(each)) ? [chains] : [];
  if (level === 'tactical') return first([...own.slice(0, 4 - steering.length), ...steering, ...named('calendar'), priorities, report]);
  return first([report, ...steering, ...own.slice(0, 3), ...named('service', 'promise', 'organisation')]);
}

/** Who answers for what is promised; for others the chains are in the record of each promise. */
const steers = new Set(['service_level_manager', 'executive', 'administrator']);

/** At most seven, each once. */
const first = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [place.to, place])).values()].slice(0, 7);

export const levels: readonly Level[] = ['operational', 'tactical', 'strategic'];
