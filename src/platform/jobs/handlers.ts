// What follows from facts: reactions of other records, and what becomes due of clocks: warnings and lateness.
import { breachesAt } from '../../calculus/clock.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Ask, Later } from '../../kernel/practice.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import { loadClocks } from '../journal/clock-store.ts';
import { core, dues, type Running, warnings } from '../journal/clockwork.ts';
import { perform } from '../journal/perform.ts';
import { columnsOf } from '../journal/write.ts';
import { enqueue, type Job } from './jobs.ts';
import { reterm } from './reterm.ts';
import type { Handlers } from './runner.ts';

const factColumns =
  'id, record, record_id, version, fact, at, recorded_at, actor, actor_name, actor_party, channel, command_id, cause, changes, note, params, audience';

export const houseHandlers: Handlers = { reaction: react, due: checkDue, reterm, ask: askNow };

async function react(house: House, job: Job): Promise<void> {
  const [fact] = await house.db.query<Fact & Record<string, unknown>>(`select ${factColumns} from journal where id = $1`, [Number(job.payload.fact)]);
  const practice = fact && house.registry.practices.get(fact.record);
  if (!fact || !practice) return;
  const [row] = await house.db.query<AnyRow>(`select ${columnsOf(practice.definition).join(', ')} from ${practice.definition.name} where id = $1`, [
    fact.record_id,
  ]);
  if (!row) return;
  for (const { reaction } of house.registry.reactions.get(fact.fact) ?? []) {
    if (reaction.when?.(fact) === false) continue;
    // One at a time per lane: what a reaction decides on must not change before it has acted.
    if (reaction.serial) await house.db.query('select pg_advisory_xact_lock(hashtext($1))', [reaction.serial]);
    const given = await reaction.gather?.(house.db, fact, row);
    for (const [index, ask] of reaction.react(fact, row, given).entries()) {
      const name = asked(ask);
      // The diagram and the law against cycles read what is declared; what is not declared is a fault of ours.
      if (!reaction.asks.includes(name)) throw new Error(`the reaction ${reaction.name} asks for ${name}, which it does not declare`);
      if ('queue' in ask) {
        await enqueue(house.db, ask);
        continue;
      }
      const outcome = await perform(house, {
        ...ask,
        id: `${fact.id}:${reaction.name}:${index}`,
        actor: asSystem(reaction.name),
        channel: 'reaction',
        cause: fact.id,
      });
      if (isRefusal(outcome))
        house.log.warn(
          { fact: fact.id, reaction: reaction.name, refused: outcome.refused, field: outcome.field, target: ask.target },
          'a reaction was refused',
        );
    }
  }
}

/** `incident.open` for a command now or later, `queue:reterm` for other work. */
function asked(ask: Ask | Later): string {
  const named = 'queue' in ask && ask.queue === 'ask' ? (ask.payload as Pick<Ask, 'record' | 'command'>) : ask;
  return 'queue' in named ? `queue:${named.queue}` : `${named.record}.${named.command}`;
}

/** A command that a reaction asked for at a time that has come. Its id is told by who asked, so that running twice does nothing. */
async function askNow(house: House, job: Job): Promise<void> {
  const ask = job.payload as Ask & { readonly id: string };
  const outcome = await perform(house, { ...ask, actor: asSystem('the time for it has come'), channel: 'clock' });
  if (isRefusal(outcome)) house.log.warn({ ...ask, refused: outcome.refused, field: outcome.field }, 'what was planned was refused');
}

/**
 * Performs what became due of the clocks of one record, in order of time: `warn` for each share of a target that was reached,
 * `breach` for each target that was passed. Once per clock, share and due computation, because the same transaction notes it.
 */
async function checkDue(house: House, job: Job): Promise<void> {
  const { record, id } = job.payload as { record: string; id: string };
  const practice = house.registry.practices.get(record);
  if (!practice) return;
  // Whoever is changing the record finishes first: nobody is warned of what was just resolved.
  const [row] = await house.db.query<{ version: number }>(`select version from ${practice.definition.name} where id = $1 for update`, [id]);
  const clocks = (await loadClocks(house.db, [id])).get(id) ?? [];
  const now = house.clock.now();
  const due = clocks.flatMap((each) => [...warned(practice.definition, each, now), ...breached(practice.definition, each, now)]).sort((a, b) => a.at - b.at);
  for (const { command, at, input } of row ? due : []) {
    const when = new Date(at).toISOString();
    const key = `${command === 'warn' ? 'warn' : 'due'}:${id}:${Object.values(input).join(':')}:${when}:${row?.version}`;
    const outcome = await perform(house, {
      id: key,
      record,
      command,
      target: id,
      input,
      at: when,
      actor: asSystem('a promise is being used up'),
      channel: 'clock',
    });
    if (isRefusal(outcome)) house.log.warn({ record: id, command, input, refused: outcome.refused }, 'the state of a clock could not be noted');
  }
  const next = due.length ? null : dues(practice.definition, clocks).check;
  if (next !== null) await enqueue(house.db, { queue: 'due', key: `due:${id}`, run_at: new Date(next).toISOString(), payload: { record, id } });
}

type Due = { readonly command: 'warn' | 'breach'; readonly at: number; readonly input: Readonly<Record<string, string | number>> };

function warned(definition: Definition, clock: Running, now: number): Due[] {
  const { clock: name, key } = clock.terms;
  if (!definition.commands.warn) return [];
  return warnings(clock, now).map(({ share, role, at }) => ({ command: 'warn', at, input: { clock: name, key, share, role } }));
}

function breached(definition: Definition, { state, terms }: Running, now: number): Due[] {
  const at = definition.commands.breach ? breachesAt(state, core(terms)) : null;
  return at === null || at > now ? [] : [{ command: 'breach', at, input: { clock: terms.clock, key: terms.key } }];
}
