// Twelve months of the demo world, and the morning it opens on: which plots happen when, decided by the seed alone.
import { agreements } from './agreements.ts';
import { advisoryBoard } from './cab.ts';
import { candidates } from './candidates.ts';
import { changes } from './changes.ts';
import { refurbishment } from './configuration.ts';
import { governing } from './governance.ts';
import { growing } from './growing.ts';
import { improving } from './improving.ts';
import { itemFailures } from './item-failures.ts';
import { tactics } from './planning.ts';
import type { Chance, Complaint, PartCode, Step } from './plots.ts';
import { complaint, leftLying, minute, outage } from './plots.ts';
import { problems } from './problems.ts';
import { bounced, contested } from './quarrels.ts';
import { workforce } from './workforce.ts';

const day = 24 * 60 * minute;
const hour = 60 * minute;

const calls: readonly Complaint[] = [
  {
    service: 'workplace',
    customer: 'waterschap-noord',
    who: 'jdewit',
    agent: 'anna',
    title: 'VPN valt elke tien minuten weg',
    description: 'Sinds vanochtend valt de verbinding steeds weg, ook na herstarten.',
    fix: 'VPN-profiel opnieuw geladen; verbinding blijft staan.',
    waits: true,
    impact: 'low',
    urgency: 'high',
  },
  {
    service: 'workplace',
    customer: 'waterschap-noord',
    who: 'mhofstra',
    agent: 'bas',
    title: 'Laptop start niet op na update',
    description: 'Zwart scherm na het inloggen.',
    fix: 'Update teruggedraaid en opnieuw uitgevoerd.',
  },
  {
    service: 'workplace',
    customer: 'gemeente-zuiderdam',
    who: 'tverhoef',
    agent: 'daan',
    title: 'Kan niet inloggen op werkplek',
    description: 'Wachtwoord wordt geweigerd terwijl het gisteren werkte.',
    fix: 'Account ontgrendeld, nieuw wachtwoord gezet.',
    impact: 'low',
    urgency: 'medium',
  },
  {
    service: 'workplace',
    customer: 'gemeente-zuiderdam',
    who: 'nyilmaz',
    agent: 'anna',
    title: 'Gedeelde map van Burgerzaken is leeg',
    description: 'De hele afdeling ziet geen bestanden.',
    fix: 'Toegangsrechten van de map hersteld.',
    impact: 'medium',
    urgency: 'high',
  },
  {
    service: 'workplace',
    customer: 'gemeente-zuiderdam',
    who: 'tverhoef',
    agent: 'bas',
    title: 'Beeldscherm flikkert in vergaderzaal 3',
    description: 'Alleen bij aansluiten via de kabel.',
    fix: 'Kabel vervangen.',
    waits: true,
    urgency: 'low',
  },
  {
    service: 'workplace',
    customer: 'waterschap-noord',
    who: 'jdewit',
    agent: 'daan',
    title: 'Agenda synchroniseert niet met telefoon',
    description: 'Afspraken van vandaag ontbreken.',
    fix: 'Account op de telefoon opnieuw toegevoegd.',
    urgency: 'low',
  },
  {
    service: 'care-record',
    customer: 'pflege-ems',
    who: 'hschmidt',
    agent: 'anna',
    title: 'Pflegedokumentation sehr langsam',
    description: 'Seit heute Morgen dauert jedes Speichern über eine Minute.',
    fix: 'Sitzungen auf dem Server neu verteilt.',
    impact: 'medium',
    urgency: 'medium',
  },
  {
    service: 'care-record',
    customer: 'pflege-ems',
    who: 'hschmidt',
    agent: 'bas',
    title: 'Neue Kollegin sieht keine Akten',
    description: 'Anmeldung klappt, aber die Liste ist leer.',
    fix: 'Rolle in der Anmeldung ergänzt.',
    waits: true,
  },
  {
    service: 'workplace',
    customer: 'waterschap-noord',
    who: 'mhofstra',
    agent: 'bas',
    title: 'Storing bediening gemaal op afstand',
    description: 'Scherm van het gemaal Eemskanaal ververst niet.',
    fix: 'Verbinding met het gemaal omgezet naar de tweede lijn.',
    impact: 'medium',
    urgency: 'high',
  },
];

/** The steps of the history that ends at `now`, in time order. */
export function history(now: number, chance: Chance): Step[] {
  const start = now - 365 * day;
  const steps: Step[] = [];
  for (let at = start + 2 * day, index = 0; at < now - 2 * day; at += chance.between(14, 52) * hour, index += 1)
    steps.push(...complaint(calls[index % calls.length] as Complaint, { start: atWork(at, chance), chance }));
  const parts: readonly Exclude<PartCode, 'printing'>[] = ['line-a', 'hosting', 'line-b', 'line-a', 'identity'];
  for (let at = start + 5 * day, index = 0; at < now - 3 * day; at += chance.between(7, 15) * day, index += 1) {
    const part = parts[index % parts.length] as (typeof parts)[number];
    const rejected = part === 'line-a' && chance.random() < 0.4 ? 'line-b' : undefined;
    steps.push(...outage(part, { start: at + chance.between(0, 1_400) * minute, chance, key: `${part}-${index}`, rejected }));
  }
  steps.push(...thisMorning(now, chance), ...agreements(now), ...problems(now), ...changes(now));
  steps.push(...refurbishment(now), ...itemFailures(now), ...advisoryBoard(now), ...candidates(now), ...tactics(now), ...workforce(now));
  steps.push(...governing(now), ...improving(now), ...growing(now));
  return steps.filter((step) => step.at <= now).sort((a, b) => a.at - b.at);
}

/** The state in which a newcomer finds the desk: something late, something waiting, something with a supplier, something just in. */
function thisMorning(now: number, chance: Chance): Step[] {
  const call = (index: number): Complaint => calls[index % calls.length] as Complaint;
  const pressing = { impact: 'medium', urgency: 'high' } as const;
  return [
    ...bounced(now - 3 * hour),
    ...contested({ start: now - 27 * hour, chance, ruled: true }),
    ...contested({ start: now - 30 * hour, chance, ruled: false }),
    ...complaint({ ...call(8), waits: false }, { start: now - 9 * hour, chance, hurry: 9 }),
    ...complaint(call(0), { start: now - 70 * minute, chance, hurry: 1.1 }),
    ...complaint({ ...call(4), waits: true }, { start: now - 26 * hour, chance, hurry: 25 }),
    ...complaint(call(6), { start: now - 35 * minute, chance, hurry: 3 }),
    ...complaint(call(3), { start: now - 12 * minute, chance, hurry: 9 }),
    ...complaint(call(2), { start: now - 4 * minute, chance, hurry: 9 }),
    ...complaint({ ...call(1), waits: false }, { start: now - 5 * hour, chance, hurry: 0.9 }).slice(0, -1),
    ...leftLying({ ...call(6), ...pressing, title: 'Draadloos netwerk valt weg in de raadzaal' }, { start: now - 7.4 * hour, team: 'network', seen: true }),
    ...leftLying({ ...call(0), ...pressing, title: 'Verbinding met het gemeentehuis is traag' }, { start: now - 6.7 * hour, team: 'network' }),
    ...leftLying({ ...call(8), ...pressing, title: 'Meetgegevens komen niet binnen' }, { start: now - 6.2 * hour, team: 'network' }),
    ...outage('hosting', { start: now - 70 * minute, chance, key: 'this-morning', hurry: 1.2 }),
    ...outage('line-b', { start: now - 50 * hour, chance, key: 'yesterday', rejected: 'line-a' }).slice(0, -1),
  ];
}

/** People call in working hours: moves a moment to the working day, keeping its place in the hour. */
function atWork(at: number, chance: Chance): number {
  const midnight = Math.floor(at / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  const shift = weekday === 0 ? 1 : weekday === 6 ? 2 : 0;
  return midnight + shift * day + chance.between(7 * 60, 16 * 60) * minute;
}
