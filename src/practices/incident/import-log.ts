// How the states of an incident in another system's log become the steps of ours: pure, one state at a time.
import type { Changes } from '../../kernel/fact.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import type { Params } from '../../kernel/text.ts';
import { settled } from './custody.ts';
import { incident } from './record.ts';

type State = { readonly at: string; readonly values: Changes; readonly params: Params };
type Step = { readonly command: keyof typeof incident.commands & string; readonly changes: Changes; readonly params: Params };

const over = ['resolved', 'closed', 'cancelled'];

/**
 * The step from `before` (null: the first state, which opens) to a state of the log. Fields the log says nothing about stay
 * as they are; what follows from the state itself (moments of restoration, nothing waited for any more) is filled in.
 */
export function incidentStep({ at, values, params }: State, before: AnyRow | null, house: string): Step {
  if (before === null) return { command: 'open', changes: opening(values, at, house), params };
  const state = typeof values.state === 'string' ? values.state : before.state;
  const changes = { ...within(values, before), ...followed(before.state, state, { at, values }), state };
  return { command: commandFor(before, changes, state), changes, params: told(changes, params) };
}

function opening(values: Changes, at: string, house: string): Changes {
  const state = typeof values.state === 'string' ? values.state : incident.initial;
  const standard = {
    affected_customers: values.customer === undefined ? [] : [values.customer],
    impact: 'medium',
    urgency: 'medium',
    priority: 3,
    priority_overridden: false,
    source: 'import',
    party: house,
    owner_team: values.team,
    started_at: at,
    reopened: 0,
  };
  return { ...standard, ...present(values), ...followed(null, state, { at, values }), state };
}

/** A required field that the log leaves empty keeps its value: an incident is always with somebody. */
function within(values: Changes, before: AnyRow): Changes {
  const fields: Definition['fields'] = incident.fields;
  const kept = Object.entries(values).filter(([name, value]) => value !== null || !fields[name]?.required || before[name] === null);
  return Object.fromEntries(kept);
}

const present = (values: Changes): Changes => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

type Reached = { readonly at: string; readonly values: Changes };

/** What a change of state brings with it, unless the log says it itself. */
function followed(from: string | null, to: string, { at, values }: Reached): Changes {
  const says = (name: string): boolean => (values[name] ?? null) !== null;
  const waiting = to === 'pending' ? {} : settled;
  if (from === to) return waiting;
  const wasOver = from !== null && over.includes(from);
  if (!wasOver && (to === 'resolved' || to === 'closed'))
    return { ...waiting, ...(says('restored_at') ? {} : { restored_at: at }), ...(says('resolved_at') ? {} : { resolved_at: at }) };
  return wasOver && !over.includes(to) ? { ...waiting, restored_at: null, resolved_at: null, resolution: null } : waiting;
}

/** The name people here give the step, when it is one that they could have taken; else it is only an imported one. */
function commandFor(before: AnyRow, changes: Changes, state: string): Step['command'] {
  const from = before.state;
  const moves: readonly (readonly [Step['command'], boolean])[] = [
    ['resolve', from !== state && state === 'resolved'],
    ['close', from === 'resolved' && state === 'closed'],
    ['reopen', from !== state && state === 'in_progress'],
    ['wait', from !== state && state === 'pending' && (changes.waiting_reason ?? null) !== null],
    ['resume', from === 'pending' && state === 'in_progress'],
    ['take', from !== state && state === 'in_progress'],
    ['assign', from === state && moved(before, changes, ['team'])],
    ['reclassify', from === state && moved(before, changes, ['impact', 'urgency', 'title'])],
  ];
  return moves.find(([name, fits]) => fits && allowed(name, from, state))?.[0] ?? 'import_step';
}

const moved = (before: AnyRow, changes: Changes, names: readonly string[]): boolean =>
  names.some((name) => changes[name] !== undefined && changes[name] !== before[name]);

function allowed(name: Step['command'], from: string, to: string): boolean {
  const command: { readonly from?: readonly string[]; readonly to?: string | readonly string[] } = incident.commands[name];
  return (command.from?.includes(from) ?? true) && (command.to === undefined ? from === to : [command.to].flat().includes(to));
}

/** The sentence of a resolution names it; where ours is not known, the words of the source stand there. */
function told(changes: Changes, params: Params): Params {
  const { closed_as = null, ...rest } = params;
  return changes.state === 'resolved' && (changes.resolution ?? null) === null && closed_as !== null ? { ...rest, resolution: closed_as } : rest;
}
