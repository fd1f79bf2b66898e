// What follows from facts: reactions of other records, and the check of clocks that have become late.

import { breachesAt } from '../../calculus/clock.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import { loadClocks } from '../journal/clock-store.ts';
import { core } from '../journal/clockwork.ts';
import { perform } from '../journal/perform.ts';
import { columnsOf } from '../journal/write.ts';
import { enqueue, type Job } from './jobs.ts';
import type { Handlers } from './runner.ts';

const factColumns =
  'id, record, record_id, version, fact, at, recorded_at, actor, actor_name, actor_party, channel, command_id, cause, changes, note, params, audience';

export const houseHandlers: Handlers = { reaction: react, due: checkDue };

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

/** Performs `breach` for each clock of the record whose due instant has passed: lateness is a fact, once per due instant. */
async function checkDue(house: House, job: Job): Promise<void> {
  const { record, id } = job.payload as { record: string; id: string };
  const practice = house.registry.practices.get(record);
  if (!practice) return;
  const now = house.clock.now();
  const waiting = ((await loadClocks(house.db, [id])).get(id) ?? []).flatMap(({ terms, state }) => {
    const at = breachesAt(state, core(terms));
    return at === null ? [] : [{ terms, at }];
  });
  const late = waiting.filter((each) => each.at <= now);
  for (const { terms, at } of practice.definition.commands.breach ? late : []) {
    const when = new Date(at).toISOString();
    const input = { clock: terms.clock, key: terms.key };
    const request = { id: `due:${id}:${terms.clock}:${terms.key}:${when}`, record, command: 'breach', target: id, input, at: when };
    const outcome = await perform(house, { ...request, actor: asSystem('a promise passed its due instant'), channel: 'clock' });
    if (isRefusal(outcome)) house.log.warn({ record: id, clock: terms.clock, refused: outcome.refused }, 'lateness could not be noted');
  }
  const next = waiting.filter((each) => each.at > now).map((each) => each.at);
  if (!late.length && next.length)
    await enqueue(house.db, { queue: 'due', key: `due:${id}`, run_at: new Date(Math.min(...next)).toISOString(), payload: { record, id } });
}
