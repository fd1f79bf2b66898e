// The stage of the demo world: performs commands as its people, on its own clock, and knows everybody's number.
import type { Input } from '../../kernel/command.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Actor, asSystem } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import type { Runner } from '../../platform/jobs/runner.ts';
import { perform } from '../../platform/journal/perform.ts';
import { type PersonCode, persons } from './cast.ts';

export type Ids = Record<string, string>;
export type Stage = {
  readonly house: House;
  /** Numbers by kind and code: `organisation.delta`, `team.desk`, `service.line-a`, `reason.not_ours`. */
  readonly ids: Ids;
  readonly at: (iso: number) => void;
  readonly act: (who: PersonCode | null, record: string, command: string, what: { target?: string; input?: Input; at?: string }) => Promise<AnyRow>;
  readonly tryAct: (who: PersonCode | null, record: string, command: string, what: { target?: string; input?: Input }) => Promise<AnyRow | null>;
  readonly id: (key: string) => string;
  readonly settle: () => Promise<void>;
};

export type Setting = { readonly house: House; readonly ids: Ids; readonly runner: Runner; readonly seed: number; readonly move: (at: number) => void };

export function stage({ house, ids, runner, seed, move }: Setting): Stage {
  let count = 0;
  const id = (key: string): string => {
    const found = ids[key];
    if (!found) throw new Error(`the demo world has no ${key}`);
    return found;
  };
  const attempt: Stage['tryAct'] = async (who, record, command, { target, input = {}, ...more }) => {
    count += 1;
    const request = {
      id: `demo:${seed}:${count}`,
      record,
      command,
      target: target ?? null,
      input,
      actor: who ? actorOf(who, id) : asSystem('the demo world'),
      channel: 'demo' as const,
      ...more,
    };
    const outcome = await perform(house, request);
    if (!isRefusal(outcome)) return outcome.row;
    house.log.warn({ record, command, target, refused: outcome.refused, field: outcome.field, params: outcome.params }, 'the demo world was refused');
    return null;
  };
  const act: Stage['act'] = async (who, record, command, what) => {
    const row = await attempt(who, record, command, what);
    if (!row) throw new Error(`the demo world could not ${record}.${command} ${JSON.stringify(what)}`);
    return row;
  };
  return { house, ids, at: move, id, act, tryAct: attempt, settle: async () => void (await runner.drain()) };
}

/** The actor that a persona becomes when it signs in. */
export function actorOf(code: PersonCode, id: (key: string) => string): Actor {
  const found = persons.find((each) => each.code === code);
  if (!found) throw new Error(`nobody is called ${code}`);
  const organisation = id(`organisation.${found.organisation}`);
  const side = found.role.startsWith('customer') ? 'customer' : found.role.startsWith('supplier') ? 'supplier' : 'integrator';
  return {
    person: id(`person.${code}`),
    name: found.name,
    side,
    organisation,
    parties: [organisation],
    teams: found.team ? [id(`team.${found.team}`)] : [],
    roles: [found.role],
    grants: null,
  };
}
