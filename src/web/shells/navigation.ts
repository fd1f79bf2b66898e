// What stands in the navigation: at most seven things per level, and every kind of record beneath.
import type { Definition, Level } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import type { Session } from '../contract.ts';
import type { IconName } from '../parts/icons.tsx';
import { definitions } from '../record/definitions.ts';
import { mightSee } from '../record/may-open.ts';
import { shellTexts } from '../texts/shell.ts';

/** `of`: the record that a page is about; without it in the model the page is out of sight. */
export type Place = { readonly to: string; readonly label: Text; readonly icon: IconName; readonly keys?: string; readonly of?: string };

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
const report: Place = { to: '/reports/month', label: shellTexts.report_month, icon: 'chart', of: 'service_report', keys: 'g r' };
const priorities: Place = { to: '/priorities', label: shellTexts.priorities, icon: 'grid' };
const chains: Place = { to: '/feasibility', label: shellTexts.chains, icon: 'chain', of: 'promise', keys: 'g h' };
const problems: Place = { to: '/problems', label: shellTexts.problems, icon: 'search', of: 'problem', keys: 'g p' };
const changes: Place = { to: '/changes/calendar', label: shellTexts.change_calendar, icon: 'calendar', of: 'change', keys: 'g c' };
const board: Place = { to: '/changes/cab', label: shellTexts.cab, icon: 'people', of: 'cab_meeting', keys: 'g b' };
const figures: Place = { to: '/changes/figures', label: shellTexts.change_figures, icon: 'chart', of: 'change' };
const staffing: Place = { to: '/workforce/staffing', label: shellTexts.staffing, icon: 'clock', of: 'allocation' };
const reviews: Place = { to: '/forums', label: shellTexts.reviews, icon: 'people', of: 'forum', keys: 'g v' };
const measures: Place = { to: '/measures', label: shellTexts.measures, icon: 'chart', of: 'measure', keys: 'g m' };
const conformance: Place = { to: '/conformance', label: shellTexts.conformance, icon: 'chain' };
const improvement: Place = { to: '/improve', label: shellTexts.improvement, icon: 'up', of: 'improvement', keys: 'g d' };
const planning: Place = { to: '/planning', label: shellTexts.planning, icon: 'columns', of: 'availability_plan', keys: 'g n' };
const workforce: Place = { to: '/workforce', label: shellTexts.workforce, icon: 'person', of: 'allocation', keys: 'g k' };
const risks: Place = { to: '/planning/risks', label: shellTexts.risks, icon: 'exclamation', of: 'risk' };
const scorecard: Place = { to: '/scorecard', label: shellTexts.scorecard, icon: 'grid', of: 'measure', keys: 'g x' };
const objectives: Place = { to: '/objectives', label: shellTexts.objectives, icon: 'flag', of: 'objective', keys: 'g j' };
const house: Place = { to: '/model', label: shellTexts.house, icon: 'building', keys: 'g l' };
const growth: Place = { to: '/growth', label: shellTexts.growth, icon: 'up', keys: 'g q' };
const maturity: Place = { to: '/maturity', label: shellTexts.maturity, icon: 'chart', of: 'maturity_assessment', keys: 'g y' };
const portfolio: Place = { to: '/planning/portfolio', label: shellTexts.portfolio, icon: 'columns', of: 'portfolio_entry' };
const models: Place = { to: '/models', label: shellTexts.models, icon: 'note' };
const design: Place = { to: '/model/design', label: shellTexts.design, icon: 'pencil' };
export const imports: Place = { to: '/imports', label: shellTexts.imports, icon: 'upload' };
export const settings: Place = { to: '/settings', label: shellTexts.settings, icon: 'gear', keys: 'g ,' };

export const listOf = (definition: Definition): Place => ({
  to: `/list/${definition.plural}`,
  label: definition.plural_label,
  icon: iconOf(definition.name),
  ...(keys[definition.name] ? { keys: keys[definition.name] as string } : {}),
});

/** What each level is about, the nearest first. A role that looks after something finds that nearer. */
function pagesOf(session: Session, level: Level): Place[] {
  const named = (...names: readonly string[]) =>
    names.flatMap((name) =>
      seenBy(session)
        .filter((each) => each.name === name)
        .map(listOf),
    );
  const steering = session.roles.some((each) => steers.has(each));
  const chain = steering ? [chains] : [];
  if (level === 'operational')
    return [inbox, ...named('incident', 'work_order', 'event', 'service'), changes, people, ...named('configuration_item'), priorities, staffing];
  if (level === 'strategic') return [scorecard, objectives, house, growth, maturity, portfolio, report, ...chain, risks, models, design];
  const service = [...named('promise'), ...chain, reviews, report];
  const process = [problems, board, measures, conformance];
  return [
    ...(steering ? [...service, problems] : [...process, reviews]),
    improvement,
    planning,
    workforce,
    ...(steering ? process : [...service]),
    risks,
    figures,
  ];
}

/** Navigation of a person at a level. What each may see is the server's to say; this only chooses what is near at hand. */
export function placesOf(session: Session, level: Level): Place[] {
  const named = (...names: readonly string[]) =>
    names.flatMap((name) =>
      seenBy(session)
        .filter((each) => each.name === name)
        .map(listOf),
    );
  const steered = session.roles.some((each) => outsiders.has(each)) ? [reviews] : [];
  if (session.side === 'customer') return first([...named('incident', 'change', 'service', 'promise'), ...steered, report, ...named('dispute'), people]);
  if (session.side === 'supplier')
    return first([inbox, ...named('work_order', 'incident', 'change_task', 'change'), ...steered, ...named('service', 'promise')]);
  return first(inModel(session, pagesOf(session, level)));
}

/** What is not near at hand on a level: its other pages. */
export function furtherOf(session: Session, level: Level): Place[] {
  const near = new Set(placesOf(session, level).map((place) => place.to));
  const theirs = [...(session.roles.includes('customer_manager') ? [growth] : []), ...(session.side === 'customer' ? [people] : [])];
  return once(session.side === 'integrator' ? inModel(session, pagesOf(session, level)) : theirs).filter((place) => !near.has(place.to));
}

/** The list of every kind of record of a level that somebody might see and that is not near at hand. */
export function listsOf(session: Session, level: Level): Place[] {
  const near = new Set([...placesOf(session, level), ...furtherOf(session, level)].map((place) => place.to));
  const kinds = seenBy(session).filter((each) => session.side !== 'integrator' || each.level === level);
  return kinds.map(listOf).filter((place) => !near.has(place.to));
}

const inModel = (session: Session, places: readonly Place[]): Place[] => places.filter(({ of }) => !of || !session.records_off?.includes(of));
const seenBy = (session: Session): Definition[] => definitions().filter((each) => mightSee(each, session));

/** Who answers for what is promised; for others the chains are in the record of each promise. */
const steers = new Set(['service_level_manager', 'executive', 'administrator']);

/** Who sits at the table for a customer or a supplier. */
const outsiders = new Set(['customer_manager', 'supplier_manager']);

const once = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [place.to, place])).values()];
const first = (places: readonly Place[]): Place[] => once(places).slice(0, 7);

/** The level whose page an address is, when it is near at hand on another than the one shown; elsewhere nothing changes. */
export function levelOf(path: string, session: Session, shown: Level): Level {
  const near = (level: Level): boolean => placesOf(session, level).some((place) => place.to === path);
  return session.side !== 'integrator' || near(shown) ? shown : (levels.find(near) ?? shown);
}

export const levels: readonly Level[] = ['operational', 'tactical', 'strategic'];
