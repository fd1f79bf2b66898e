// The cast enters: organisations, people, services and promises, each by the command a person would give.

import type { Composition } from '../../calculus/composition.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { publicHolidays } from '../../platform/holidays.ts';
import { setSetting } from '../../platform/house.ts';
import { calendars, matrix, organisations, persons, promises, reasons, services, sites, teams } from './cast.ts';
import { configure } from './configuration.ts';
import { steer } from './measures.ts';
import { describeProcesses } from './processes.ts';
import type { Stage } from './stage.ts';

export async function enter(stage: Stage): Promise<void> {
  await parties(stage);
  await rules(stage);
  await offers(stage);
  await configure(stage);
  await describeProcesses(stage);
  await steer(stage);
}

async function parties({ house, act, ids, id }: Stage): Promise<void> {
  for (const { code, ...input } of organisations) {
    const row = await act(null, 'organisation', 'open', { input: { code, ...input } });
    ids[`organisation.${code}`] = row.id;
    if (code === 'delta') await setSetting(house, 'house', row.id);
  }
  for (const { code, name, organisation } of teams)
    ids[`team.${code}`] = (await act(null, 'team', 'open', { input: { name, organisation: id(`organisation.${organisation}`) } })).id;
  for (const { name, organisation, address } of sites)
    await act(null, 'site', 'open', { input: { name, address, organisation: id(`organisation.${organisation}`) } });
  for (const { code, name, organisation, team, role, language } of persons) {
    const host = organisation === 'delta' ? 'delta' : organisation;
    const person = (
      await act(null, 'person', 'open', { input: { name, organisation: id(`organisation.${organisation}`), email: `${code}@${host}.example`, language } })
    ).id;
    ids[`person.${code}`] = person;
    await act(null, 'membership', 'open', {
      input: { person, organisation: id(`organisation.${organisation}`), role, ...(team ? { team: id(`team.${team}`) } : {}) },
    });
  }
}

async function rules({ act, ids }: Stage): Promise<void> {
  for (const { code, ...input } of reasons) ids[`reason.${code}`] = (await act(null, 'reason', 'add', { input: { code, ...input } })).id;
  for (const [impact, urgency, priority] of matrix) await act(null, 'priority_rule', 'add', { input: { impact, urgency, priority } });
  for (const { code, name, zone, week, holidays } of calendars) {
    const closed = holidays === null ? [] : await publicHolidays({ ...holidays, language: 'nl' });
    if (isRefusal(closed)) throw new Error(`no holidays for the demo world: ${closed.refused}`);
    ids[`calendar.${code}`] = (await act(null, 'calendar', 'open', { input: { name, zone, week, holidays: closed } })).id;
  }
}

async function offers({ act, ids, id }: Stage): Promise<void> {
  for (const each of services) {
    const { code, name, provider, team, criticality, description } = each;
    const composition = 'composition' in each ? { composition: composed(each.composition, id) } : {};
    const aliases = 'aliases' in each ? { aliases: each.aliases } : {};
    const row = await act(null, 'service', 'open', {
      input: { code, name, description, criticality, provider: id(`organisation.${provider}`), team: id(`team.${team}`), ...aliases, ...composition },
    });
    ids[`service.${code}`] = row.id;
    await act(null, 'service', 'launch', { target: row.id });
  }
  for (const { metric, service, provider, customer, calendar, pauses, ...terms } of promises) {
    const name = `${services.find((each) => each.code === service)?.name}: ${metric} (${organisations.find((each) => each.code === (customer === 'delta' ? provider : customer))?.name})`;
    const parts = {
      service: id(`service.${service}`),
      provider: id(`organisation.${provider}`),
      customer: id(`organisation.${customer}`),
      calendar: id(`calendar.${calendar}`),
    };
    const input = { name, metric, measured_per: 'month', ...parts, ...terms, pauses: (pauses ?? []).map((each) => id(`reason.${each}`)) };
    const draft = await act(null, 'promise', 'open', { input });
    const signed = await act(null, 'promise', 'sign', { target: draft.id });
    ids[`promise.${service}.${metric}.${customer}`] = signed.id;
  }
}

function composed(parts: { readonly all: readonly string[] } | { readonly any: readonly string[] }, id: (key: string) => string): Composition {
  const list = (codes: readonly string[]): Composition[] => codes.map((code) => ({ part: id(`service.${code}`) }));
  return 'all' in parts ? { all: list(parts.all) } : { any: list(parts.any) };
}
