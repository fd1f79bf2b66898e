// What is on the calendar of the demo world: freezes and windows, events of customers, suppliers' notices, and changes that meet them.
import type { Stage } from './stage.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How the mails of one supplier are read; others write as the product knows. */
export async function readMails({ act, id }: Stage): Promise<void> {
  const sample = [
    'From: NOC <noc@polder-hosting.example>',
    'Subject: [PH-2026-114] Onderhoud opslag',
    '',
    'Beste relatie,',
    '',
    'Wij werken aan de opslag.',
    'Aanvang: 3-11-2026 22:00',
    'Gereed: 4-11-2026 02:00',
    'Kenmerk: PH-2026-114',
    'Betreft: Cloud Hosting',
    '',
    'Polder Hosting',
  ].join('\n');
  const says = { starts_after: ['Aanvang:'], ends_after: ['Gereed:'], key_after: ['Kenmerk:'], objects_after: ['Betreft:'] };
  const words = { cancelled_says: ['gaat niet door'], moved_says: ['is verplaatst'], completed_says: ['is afgerond'] };
  const provider = { provider: 'Polder Hosting', supplier: id('organisation.polder-hosting'), marks: ['@polder-hosting.example'] };
  await act('eva', 'notice_template', 'add', { input: { ...provider, ...says, ...words, zone: 'Europe/Amsterdam', impact: 'OUTAGE', sample } });
}

/** `now` is the present of the demo world; what is planned lies in the days around it. */
export async function planCalendar({ act, ids, id }: Stage, now: number): Promise<void> {
  const midnight = Math.floor(now / day) * day;
  const at = (days: number, hours: number): string => new Date(midnight + days * day + hours * hour).toISOString();
  const year = new Date(now).getUTCFullYear();
  const zone = 'Europe/Amsterdam';
  const window = async (input: Readonly<Record<string, unknown>>) => (await act('eva', 'change_window', 'plan', { input })).id;
  await window({
    title: 'Year-end freeze',
    kind: 'freeze',
    starts_at: `${year}-12-18T17:00:00Z`,
    ends_at: `${year + 1}-01-04T07:00:00Z`,
    reason: 'Little staff, many closings: only emergencies.',
  });
  await window({
    title: 'Weekly window of the workplace',
    kind: 'maintenance',
    starts_at: at(-60, 0),
    zone,
    recurrence: { days: [2], from: '20:00', to: '23:00' },
    services: [id('service.workplace'), id('service.network')],
  });
  await window({
    title: 'Monthly window of Polder Hosting',
    kind: 'maintenance',
    organisation: id('organisation.polder-hosting'),
    starts_at: at(-60, 0),
    zone,
    recurrence: { days: [7], weeks: [1, 3], from: '22:00', to: '04:00' },
    services: [id('service.hosting')],
  });
  await window({
    title: 'Water board elections: counting',
    kind: 'customer_event',
    organisation: id('organisation.waterschap-noord'),
    starts_at: at(3, 6),
    ends_at: at(5, 20),
    reason: 'The workplace must not blink while votes are counted.',
  });
  await notices({ act, id, ids } as Stage, at);
  await changes({ act, id, ids } as Stage, at);
}

type At = (days: number, hours: number) => string;

async function notices({ act, id }: Stage, at: At): Promise<void> {
  const receive = (input: Readonly<Record<string, unknown>>) => act(null, 'maintenance_notice', 'receive', { input });
  await receive({
    title: 'Works on line A, sector North',
    provider: 'Noordlijn Telecom',
    supplier: id('organisation.noordlijn'),
    notice_key: 'NL-48213',
    status: 'CONFIRMED',
    sequence: 1,
    stamp: at(-3, 9),
    starts_at: at(2, 21),
    ends_at: at(3, 1),
    objects: [{ name: 'LINE-A', impact: 'OUTAGE' }],
    services: [id('service.line-a')],
  });
  await receive({
    title: 'Fibre cut-over, ring 2',
    provider: 'Kabelring Networks',
    supplier: id('organisation.kabelring'),
    notice_key: 'KR-2231',
    status: 'CANCELLED',
    sequence: 2,
    stamp: at(-1, 14),
    starts_at: at(4, 22),
    ends_at: at(5, 2),
    services: [id('service.line-b')],
  });
  await receive({
    title: 'Onderhoud volgende week donderdagnacht',
    provider: 'Polder Hosting',
    supplier: id('organisation.polder-hosting'),
    problem: 'The notice has no time that could be read',
    raw: 'Beste relatie,\n\nVolgende week donderdagnacht werken wij aan de koeling. Verwacht korte onderbrekingen.\n\nPolder Hosting',
  });
}

/** Two that take both lines down at once, and one in the middle of the counting of votes. */
async function changes({ act, id, ids }: Stage, at: At): Promise<void> {
  const propose = async (key: string, input: Readonly<Record<string, unknown>>) => {
    ids[`change.${key}`] = (
      await act('chloe', 'change', 'open', { input: { type: 'normal', lead_party: id('organisation.delta'), team: id('team.network'), ...input } })
    ).id;
  };
  await propose('line-b', {
    title: 'Replace the router of line B',
    services: [id('service.line-b')],
    implementer: id('person.chloe'),
    planned_start: at(2, 22),
    planned_end: at(3, 0),
    outage_minutes: 40,
    reason: 'The router is past its end of support.',
  });
  await propose('identity', {
    title: 'New certificates for signing in',
    services: [id('service.identity')],
    planned_start: at(4, 9),
    planned_end: at(4, 10),
    outage_minutes: 10,
    reason: 'The certificates end this month.',
  });
}
