// The hours of people over HTTP: the figures of a period, what lies behind one, next period's allocations, the timer and who can do what.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { daysOf, isPeriod } from '../../calculus/period.ts';
import { wallOf } from '../../calculus/wall.ts';
import type { Dates } from '../../calculus/workload.ts';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { settings } from '../../platform/house.ts';
import { commandId } from '../../platform/http/commands.ts';
import { actorFor, isoNow, languageOf, privately } from '../../platform/http/context.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { type Query, readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { perform } from '../../platform/journal/perform.ts';
import { timesOf } from '../../platform/journal/times.ts';
import { incident } from '../../practices/incident/record.ts';
import { allocation } from '../../practices/workforce/allocation.record.ts';
import { competentFor, copiesOf, timerOf, workforceFacts } from '../../practices/workforce/figures.queries.ts';
import { type BehindKind, behindKinds, behindLevels, type CopiedAnswer, spentHows } from '../../practices/workforce/figures.record.ts';
import { behindOf, trendOf, workforceOf } from '../../practices/workforce/figures.ts';
import { planners } from '../../practices/workforce/scopes.record.ts';

/** Whose custody tells whose time they took. A problem is held for weeks between two days of work, and work orders are in the hands of suppliers. */
const held = [incident];
const dayMs = 86_400_000;

export function workforceDoor(app: FastifyInstance, house: House): void {
  const answer = async (actor: Actor, data: object | null): Promise<object> => ({
    data,
    refs: await labelsOf(house, { actor, ids: idsDeep(data) }),
    now: isoNow(house),
  });
  const asked = async (request: FastifyRequest, known: readonly string[]): Promise<{ actor: Actor; query: Query; zone: string; today: string } | Refusal> => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'workforce' });
    const query = readQuery(request.query, known);
    if (isRefusal(query)) return query;
    const { zone } = await settings(house);
    return { actor, query, zone, today: wallOf(house.clock.now(), zone).slice(0, 10) };
  };
  const factsOf = (actor: Actor, zone: string, span: Dates) => workforceFacts(house.db, { actor, zone, ...span, now: house.clock.now(), timesOf, held });

  app.get('/api/workforce', async (request, reply) => {
    const the = await asked(request, ['from', 'to']);
    if (isRefusal(the)) return the;
    const period = periodIn(the.query, the.today);
    if (isRefusal(period)) return period;
    privately(reply);
    return answer(the.actor, workforceOf(await factsOf(the.actor, the.zone, period), period, the.today));
  });
  // Apart from the figures of the period, because reading a year takes ten times as long as reading a month.
  app.get('/api/workforce/trend', async (request, reply) => {
    const the = await asked(request, ['to']);
    if (isRefusal(the)) return the;
    const { to = the.today } = the.query;
    if (!isDate(to)) return refuse('field.not_date', 'to', { field: 'to' });
    privately(reply);
    const months = monthsUpTo(to);
    const [from = to, until = to] = [months[0]?.from, months.at(-1)?.to];
    return { data: trendOf(await factsOf(the.actor, the.zone, { from, to: until }), months), now: isoNow(house) };
  });
  app.get('/api/workforce/behind', async (request, reply) => {
    const the = await asked(request, ['from', 'to', 'what', 'person', 'team', 'process', 'level', 'how']);
    if (isRefusal(the)) return the;
    const period = periodIn(the.query, the.today);
    if (isRefusal(period)) return period;
    const { what, person, team, process, level, how } = the.query;
    for (const [field, value, options] of [
      ['what', what ?? '', behindKinds],
      ['level', level, behindLevels],
      ['how', how, spentHows],
    ] as const)
      if (value !== undefined && !(options as readonly string[]).includes(value))
        return refuse('field.not_choice', field, { field, options: options.join(', ') });
    privately(reply);
    const facts = await factsOf(the.actor, the.zone, period);
    return answer(the.actor, behindOf(facts, { ...period, what: what as BehindKind, person, team, process, level, how }));
  });
  app.get('/api/workforce/timer', async (request, reply) => {
    const the = await asked(request, []);
    if (isRefusal(the)) return the;
    privately(reply);
    return answer(the.actor, the.actor.person ? await timerOf(house.db, the.actor.person) : null);
  });
  app.get('/api/workforce/competent', async (request, reply) => {
    const the = await asked(request, ['service']);
    if (isRefusal(the)) return the;
    const { service } = the.query;
    if (!service || !isId(service)) return refuse('field.not_id', 'service', { field: 'service', example: 'SVC-8' });
    privately(reply);
    const rows = await competentFor(house.db, service, the.today);
    const competences = [...new Set(rows.map((each) => each.competence))];
    const people = (competence: string) => rows.filter((each) => each.competence === competence).map(({ person, level, team }) => ({ person, level, team }));
    return answer(
      the.actor,
      competences.map((competence) => ({ competence, people: people(competence) })),
    );
  });
}

/** Next period's allocations as those of a past one, looked at first and then made. */
export function allocationCopyDoor(app: FastifyInstance, house: House): void {
  const asked = (request: FastifyRequest, need: 'read' | 'allocation.open'): { actor: Actor; from: Dates; to: Dates } | Refusal => {
    const actor = actorFor(request, need);
    if (isRefusal(actor)) return actor;
    if (!allows(planners, actor, {})) return refuse('not_allowed', undefined, { command: 'copy' });
    const query = readQuery(request.query, ['from', 'to']);
    if (isRefusal(query)) return query;
    const months = monthsIn(query);
    return isRefusal(months) ? months : { actor, ...months };
  };
  app.get('/api/workforce/copy', async (request, reply) => {
    const the = asked(request, 'read');
    if (isRefusal(the)) return the;
    privately(reply);
    const data = (await copiesOf(house.db, the)).map(({ windows: _windows, ...row }) => row);
    return { data, refs: await labelsOf(house, { actor: the.actor, ids: idsDeep(data) }), now: isoNow(house) };
  });
  app.post('/api/workforce/copy', async (request, reply) => {
    const the = asked(request, 'allocation.open');
    if (isRefusal(the)) return the;
    const key = commandId(request, house);
    if (typeof key !== 'string') return key;
    privately(reply);
    const channel = request.principal?.session ? 'web' : 'api';
    const made: string[] = [];
    const skipped: CopiedAnswer['data']['skipped'][number][] = [];
    const reader = { language: languageOf(request), request_id: request.id, definition: allocation };
    for (const { allocation: source, exists, ...row } of await copiesOf(house.db, the)) {
      if (exists) {
        skipped.push({ allocation: source, exists, why: null });
        continue;
      }
      const input = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
      const outcome = await perform(house, {
        id: `${key}:${source}`,
        record: 'allocation',
        command: 'open',
        target: null,
        input,
        actor: the.actor,
        channel,
      });
      // Somebody has left, or a team was dissolved: the others are made, and this one is told with its reason.
      if (isRefusal(outcome)) skipped.push({ allocation: source, exists: null, why: problemOf(outcome, reader).detail });
      else made.push(outcome.row.id);
    }
    const data = { made, skipped };
    return { data, refs: await labelsOf(house, { actor: the.actor, ids: idsDeep(data) }), now: isoNow(house) };
  });
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(Date.parse(`${text}T00:00:00Z`) || 0).toISOString().startsWith(text);

/** Dates of the wall clock, both included, at most 366; the running month when absent. */
function periodIn({ from, to }: Query, today: string): Dates | Refusal {
  const month = daysOf(today.slice(0, 7));
  const period = { from: from ?? month.first, to: to ?? month.last };
  for (const [name, value] of Object.entries(period)) if (!isDate(value)) return refuse('field.not_date', name, { field: name });
  const days = (Date.parse(period.to) - Date.parse(period.from)) / dayMs;
  return days < 0 || days > 365 ? refuse('field.out_of_range', 'to', { field: 'to' }) : period;
}

function monthsIn({ from = '', to = '' }: Query): { from: Dates; to: Dates } | Refusal {
  for (const [name, value] of Object.entries({ from, to }))
    if (!isPeriod(value) || value.includes('Q')) return refuse('view.wrong_value', name, { value, field: name });
  const [a, b] = [daysOf(from), daysOf(to)];
  if (from === to) return refuse('view.wrong_value', 'to', { value: to, field: 'to' });
  return { from: { from: a.first, to: a.last }, to: { from: b.first, to: b.last } };
}

/** The thirteen months up to that of a date, oldest first. */
function monthsUpTo(date: string): (Dates & { month: string })[] {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Array.from({ length: 13 }, (_, at) => {
    const name = new Date(Date.UTC(year, month - 13 + at, 1)).toISOString().slice(0, 7);
    const { first, last } = daysOf(name);
    return { month: name, from: first, to: last };
  });
}
