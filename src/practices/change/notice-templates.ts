// The templates that come with the product: facts about the mails of some suppliers, in the words those mails use.
import type { Template } from './notice-template.ts';

const american = {
  CT: 'America/Chicago',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  ET: 'America/New_York',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
} as const;
const european = { CET: 'Europe/Amsterdam', CEST: 'Europe/Amsterdam' } as const;

/** Cities in whose local time suppliers speak without saying which. */
const places = {
  'San Jose': 'America/Los_Angeles',
  'Los Angeles': 'America/Los_Angeles',
  'San Francisco': 'America/Los_Angeles',
  Seattle: 'America/Los_Angeles',
  Denver: 'America/Denver',
  Chicago: 'America/Chicago',
  Dallas: 'America/Chicago',
  Minneapolis: 'America/Chicago',
  'New York': 'America/New_York',
  Washington: 'America/New_York',
  Atlanta: 'America/New_York',
  Miami: 'America/New_York',
  London: 'Europe/London',
  Dublin: 'Europe/Dublin',
  Amsterdam: 'Europe/Amsterdam',
  Frankfurt: 'Europe/Berlin',
  Paris: 'Europe/Paris',
  Madrid: 'Europe/Madrid',
} as const;

const cancelled = {
  says: ['has been cancelled', 'has been canceled', 'is cancelled', 'is canceled', 'maintenance cancellation'],
  status: 'CANCELLED',
} as const;
const moved = { says: ['has been rescheduled', 'has been re-scheduled', 'rescheduled to', 'new date and time'], status: 'RE-SCHEDULED' } as const;
const over = { says: ['has been completed', 'is now complete'], status: 'COMPLETED' } as const;

/** What the templates of a house share with those that come with the product. */
export const kept = { cancelled, moved, over } as const;
export const clocks = { zones: { ...european, ...american }, places } as const;

export const noticeTemplates: readonly Template[] = [
  {
    provider: 'aws',
    marks: ['amazonaws.com', '@amazon.com', 'aws direct connect'],
    account: [{ after: 'AWS Account:', until: [']'] }],
    title: [{ after: 'Hello,', until: ['\n\n', '. '] }],
    starts_at: [{ after: ' from ', until: [' to '] }],
    ends_at: [
      { after: ' GMT to ', until: [' for ', ' has ', '. '] },
      { after: ' UTC to ', until: [' for ', ' has ', '. '] },
    ],
    objects: { words: [{ after: 'listed below' }, { after: 'find below' }, { after: 'connections you own' }], lines: true },
    impact: 'OUTAGE',
    dates: 'dmy',
    zones: {},
    places: {},
    statuses: [cancelled, moved, over],
  },
  {
    provider: 'cogent',
    marks: ['cogentco.com'],
    notice_key: [{ after: 'Work order number:' }],
    account: [{ after: 'Dear ', until: [','] }],
    starts_at: [{ after: 'Start time:' }],
    ends_at: [{ after: 'End time:' }],
    objects: { words: [{ after: 'Order ID(s) impacted:' }, { after: 'Order IDs impacted:' }] },
    impact: 'OUTAGE',
    dates: 'mdy',
    zones: american,
    places,
    // A subject that begins so tells other times for work that was announced before.
    statuses: [cancelled, { ...moved, begins: ['correction'] }, over],
  },
  {
    // The labels that mails made by hand use most; the sender is known by the name of an organisation.
    provider: '',
    marks: ['start time:', 'starttijd:', 'beginn:'],
    notice_key: [{ after: 'Reference:' }, { after: 'Ticket:' }, { after: 'Work order:' }, { after: 'Referentie:' }, { after: 'Referenz:' }],
    starts_at: [{ after: 'Start time:' }, { after: 'Starttijd:' }, { after: 'Beginn:' }],
    ends_at: [{ after: 'End time:' }, { after: 'Eindtijd:' }, { after: 'Ende:' }],
    objects: { words: [{ after: 'Circuit(s):' }, { after: 'Circuits:' }, { after: 'Affected:' }, { after: 'Objecten:' }, { after: 'Betroffen:' }] },
    impact: 'OUTAGE',
    dates: 'dmy',
    ...clocks,
    statuses: [cancelled, moved, over],
  },
];
