// How bad and how pressing an incident is, as tables: what monitoring saw and whom it hurts give impact and urgency; a matrix gives priority.
import type { Effect, Level } from './fields.ts';

export type Severity = 'critical' | 'error' | 'warning' | 'info';
export type Cell = { readonly impact: Level; readonly urgency: Level; readonly priority: number };

/** Impact of what the customer notices, by the criticality of the service to them. */
const impacts: Readonly<Record<Effect, Readonly<Record<Level, Level>>>> = {
  down: { high: 'high', medium: 'medium', low: 'low' },
  degraded: { high: 'medium', medium: 'low', low: 'low' },
  none: { high: 'low', medium: 'low', low: 'low' },
};

/** Urgency of what monitoring says, by the criticality of the service. */
const urgencies: Readonly<Record<Severity, Readonly<Record<Level, Level>>>> = {
  critical: { high: 'high', medium: 'high', low: 'medium' },
  error: { high: 'high', medium: 'medium', low: 'low' },
  warning: { high: 'medium', medium: 'medium', low: 'low' },
  info: { high: 'low', medium: 'low', low: 'low' },
};

/** The matrix an installation starts with, and what counts when a cell of its own is missing for an alarm. */
export const standardMatrix: readonly Cell[] = [
  { impact: 'high', urgency: 'high', priority: 1 },
  { impact: 'high', urgency: 'medium', priority: 2 },
  { impact: 'medium', urgency: 'high', priority: 2 },
  { impact: 'high', urgency: 'low', priority: 3 },
  { impact: 'medium', urgency: 'medium', priority: 3 },
  { impact: 'low', urgency: 'high', priority: 3 },
  { impact: 'medium', urgency: 'low', priority: 4 },
  { impact: 'low', urgency: 'medium', priority: 4 },
  { impact: 'low', urgency: 'low', priority: 5 },
];

const order: readonly Level[] = ['low', 'medium', 'high'];
const effectOrder: readonly Effect[] = ['none', 'degraded', 'down'];

/** One level higher when it is down for more than one customer; lost redundancy is felt by nobody yet. */
export function impactOn({ effect, criticality, customers }: { effect: Effect; criticality: Level; customers: number }): Level {
  const level = impacts[effect][criticality];
  return customers > 1 && effect === 'down' ? (order[Math.min(2, order.indexOf(level) + 1)] as Level) : level;
}

export function urgencyOn({ severity, criticality }: { severity: Severity; criticality: Level }): Level {
  return urgencies[severity][criticality];
}

/** The priority of a cell, or null when the matrix has none. */
export function priorityOf(matrix: readonly Cell[], impact: Level, urgency: Level): number | null {
  return matrix.find((cell) => cell.impact === impact && cell.urgency === urgency)?.priority ?? null;
}

export const higher = (a: Level, b: Level): Level => (order.indexOf(a) >= order.indexOf(b) ? a : b);
export const worse = (a: Effect, b: Effect): Effect => (effectOrder.indexOf(a) >= effectOrder.indexOf(b) ? a : b);
/** The worst of several; nothing is felt when there are none. */
export const worst = (effects: readonly Effect[]): Effect => effects.reduce<Effect>(worse, 'none');
/** For sorting: the worst first. */
export const byEffect = (a: Effect, b: Effect): number => effectOrder.indexOf(b) - effectOrder.indexOf(a);
export const byLevel = (a: Level, b: Level): number => order.indexOf(b) - order.indexOf(a);
