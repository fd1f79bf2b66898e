// What stands in the navigation: at most seven things per level, and every kind of record beneath.
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
  problem: 'search',
  known_error: 'note',
  service: 'map',
  configuration_item: 'grid',
  promise: 'handshake',
  change: 'bolt',
  change_task: 'check',
  cab_meeting: 'people',
  organisation: 'building',
  calendar: 'clock',
  person: 'person',
  team: 'people',
  dispute: 'flag',
};
export const iconOf = (name: string): IconName => icons[name] ?? 'list';
const keys: Readonly<Record<string, string>> = {
  incident: 'g t',
  work_order: 'g w',
  event: 'g e',
  service: 'g s',
  configuration_item: 'g f',
  promise: 'g a',
  organisation: 'g o',
};

const inbox: Place = { to: '/inbox', label: shellTexts.inbox, icon: 'inbox', keys: 'g i' };
const people: Place = { to: '/people', label: shellTexts.people_teams, icon: 'people', keys: 'g u' };
const report: Place = { to: '/reports/month', label: shellTexts.report_month, icon: 'chart', keys: 'g r' };
const priorities: Place = { to: '/priorities', label: shellTexts.priorities, icon: 'grid' };
const chains: Place = { to: '/feasibility', label: shellTexts.chains, icon: 'chain', keys: 'g h' };
const problems: Place = { to: '/problems', label: shellTexts.problems, icon: 'search', keys: 'g p' };
const changes: Place = { to: '/changes/calendar', label: shellTexts.change_calendar, icon: 'calendar', keys: 'g c' };
const board: Place = { to: '/changes/cab', label: shellTexts.cab, icon: 'people', keys: 'g b' };
const figures: Place = { to: '/changes/figures', label: shellTexts.change_figures, icon: 'chart' };
export const imports: Place = { to: '/imports', label: shellTexts.imports, icon: 'upload' };
export const settings: Place = { to: '/settings', label: shellTexts.settings, icon: 'gear', keys: 'g ,' };

export const listOf = (definition: Definition): Place => ({
  to: `/list/${definition.plural}`,
  label: definition.plural_label,
  icon: iconOf(definition.name),
  ...(keys[definition.name] ? { keys: keys[definition.name] as string } : {}),
});

/** Navigation of a person at a level. What each may see is the server's to say; this only chooses what is near at hand. */
export function placesOf(session: Session, level: Level): Place[] {
  const seen = definitions.filter((each) => mightSee(each, session));
  const named = (...names: readonly string[]) => names.flatMap((name) => seen.filter((each) => each.name === name).map(listOf));
  const steering = session.roles.some((each) => steers.has(each)) ? [chains] : [];
  if (session.side === 'customer') return first([...named('incident', 'change', 'service', 'promise', 'dispute'), report, people]);
  if (session.side === 'supplier') return first([inbox, ...named('work_order', 'incident', 'change_task', 'change', 'service', 'promise')]);
  if (level === 'operational') return first([inbox, ...named('incident', 'work_order', 'event', 'service'), changes, people]);
  if (level === 'tactical') return first([problems, changes, board, ...named('configuration_item', 'promise'), ...steering, report]);
  return first([report, ...steering, ...named('service', 'promise', 'organisation'), figures]);
}

/** What is not near at hand on any level, and yet no list of records; above those in the foldable part. */
export const furtherOf = (session: Session): Place[] => (session.side === 'integrator' ? [priorities, figures] : []);

/** Every kind of record somebody might see. */
export const kindsOf = (session: Session): Place[] => definitions.filter((each) => mightSee(each, session)).map(listOf);

/** Who answers for what is promised; for others the chains are in the record of each promise. */
const steers = new Set(['service_level_manager', 'executive', 'administrator']);

/** At most seven, each once. */
const first = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [place.to, place])).values()].slice(0, 7);

export const levels: readonly Level[] = ['operational', 'tactical', 'strategic'];
