// Notices in the forms suppliers send, in samples of our own: calendars, mails by template over clock changes, and what only a person can read.
import { describe, expect, it } from 'vitest';
import { instantOfWall } from '../../calculus/wall.ts';
import { isNewer } from '../../practices/change/notice.ts';
import { mailsIn } from './mbox.ts';
import { readNotice } from './read.ts';

const calendar = (lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ours//',
    'BEGIN:VEVENT',
    'UID:7@ours.example',
    'SUMMARY:Router work',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const whole = [
  'DTSTAMP:20260601T080000Z',
  'DTSTART:20260610T200000Z',
  'DTEND:20260610T230000Z',
  'SEQUENCE:3',
  'X-MAINTNOTE-PROVIDER:carrier.example',
  'X-MAINTNOTE-MAINTENANCE-ID:C-1',
  'X-MAINTNOTE-STATUS:CONFIRMED',
  'X-MAINTNOTE-OBJECT-ID:LINE-A',
  'X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=OUTAGE:LINE-B',
];
const mail = (start: string, end: string, more = ''): string =>
  `From: Cogent <noreply@cogentco.com>\r\nSubject: Planned work\r\nDate: Mon, 1 Jun 2026 08:00:00 +0000\r\nContent-Type: text/plain\r\n\r\nDear Example Customer,\r\n\r\n${more}\r\nStart time: ${start}\r\nEnd time: ${end}\r\nWork order number: VN-9\r\nOrder ID(s) impacted: 1-1, 1-2\r\n`;

describe('a notice', () => {
  it('in a calendar is read with every object, and without what is not there', async () => {
    const { notices } = await readNotice(calendar(whole));
    expect(notices).toMatchObject([
      {
        provider: 'carrier.example',
        notice_key: 'C-1',
        status: 'CONFIRMED',
        sequence: 3,
        starts_at: '2026-06-10T20:00:00.000Z',
        ends_at: '2026-06-10T23:00:00.000Z',
        problem: null,
      },
    ]);
    expect(notices[0]?.objects.map((each) => each.name)).toEqual(['LINE-A', 'LINE-B']);
    const [open] = (await readNotice(calendar(whole.filter((each) => !each.startsWith('DTEND'))))).notices;
    expect(open).toMatchObject({ ends_at: null, problem: 'it does not say: end' });
    expect((await readNotice(calendar(['DTSTART:20260610T200000Z']))).notices).toMatchObject([{ provider: 'unknown', starts_at: null }]);
  });

  it('in a mail tells times on the clock of the zone it names, in summer, in winter, and by the place when it says "local"', async () => {
    const times = async (...said: Parameters<typeof mail>) => (await readNotice(mail(...said))).notices.map((each) => [each.starts_at, each.ends_at])[0];
    expect(await times('10:00pm CT 07/03/2026', '5:00am CT 07/04/2026')).toEqual(['2026-07-04T03:00:00.000Z', '2026-07-04T10:00:00.000Z']);
    expect(await times('10:00pm CT 12/03/2026', '12:30am CT 12/04/2026')).toEqual(['2026-12-04T04:00:00.000Z', '2026-12-04T06:30:00.000Z']);
    expect(await times('11:00pm CT 10/31/2026', '5:00am CT 11/1/2026')).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-01T11:00:00.000Z']);
    const local = ['12:00 AM (local time) 06/12/2026', '06:00 AM (local time) 06/12/2026'] as const;
    expect(await times(...local, 'in the greater San Jose, CA area')).toEqual(['2026-06-12T07:00:00.000Z', '2026-06-12T13:00:00.000Z']);
    const [nowhere] = (await readNotice(mail(...local))).notices;
    expect(nowhere).toMatchObject({ starts_at: null, notice_key: 'VN-9', objects: [{ name: '1-1' }, { name: '1-2' }] });
    expect(nowhere?.problem).toContain('no start');
  });

  it('in a mail without a number gets one that tells long lists apart, and is the same when it is cancelled', async () => {
    const objects = Array.from({ length: 40 }, (_, index) => `dxcon-${index}`);
    const aws = (names: readonly string[], says: string) =>
      `From: AWS <no-reply-aws@amazon.com>\r\nSubject: Planned\r\n\r\nHello,\r\n\r\nWork from Thu, 20 May 2027 08:00:00 GMT to Thu, 20 May 2027 14:00:00 GMT ${says}. Services listed below:\r\n\r\n${names.join('\r\n')}\r\n`;
    const key = async (names: readonly string[], says: string) => (await readNotice(aws(names, says))).notices[0];
    const first = await key(objects, 'for 6 hours');
    expect(first).toMatchObject({ status: 'CONFIRMED', objects: { length: 40 } });
    expect(first?.notice_key?.length).toBe(200);
    expect(await key(objects.toReversed(), 'has been cancelled')).toMatchObject({ status: 'CANCELLED', notice_key: first?.notice_key });
    expect((await key([...objects.slice(0, 39), 'dxcon-99'], 'for 6 hours'))?.notice_key).not.toBe(first?.notice_key);
  });

  it('in a page whose title begins with "Correction" tells other times for known work; the word elsewhere does not', async () => {
    const page = (title: string) =>
      `<html><head><title>${title}</title></head><body>${mail('10:00pm CT 07/03/2026', '5:00am CT 07/04/2026').split('\r\n\r\n').slice(1).join('<br>').replaceAll('\r\n', '<br>')} cogentco.com</body></html>`;
    expect((await readNotice(page('Correction 07/03/2026 Planned'))).notices).toMatchObject([{ status: 'RE-SCHEDULED', notice_key: 'VN-9' }]);
    expect((await readNotice(page('Planned work, with a correction'))).notices[0]?.status).toBe('CONFIRMED');
  });

  it('in a mailbox is one of its mails, with the lines it quoted', () => {
    const box = 'From a@b Mon Jun  1 08:00:00 2026\nSubject: One\n\nText\n>From here on\n\nFrom a@b Tue Jun  2 08:00:00 2026\nSubject: Two\n\nFrom me\n';
    expect(mailsIn(box)).toEqual(['Subject: One\n\nText\nFrom here on\n', 'Subject: Two\n\nFrom me\n']);
    expect(mailsIn('From: a@b\n\nFrom a@b Mon Jun  1 08:00:00 2026\n')).toHaveLength(1);
  });

  it('that is cancelled says so, and one nobody knows is kept whole for a person', async () => {
    expect((await readNotice(mail('10:00pm CT 07/03/2026', '5:00am CT 07/04/2026', 'This maintenance has been cancelled.'))).notices[0]?.status).toBe(
      'CANCELLED',
    );
    const words = 'From: someone@nowhere.example\r\nSubject: Hello\r\n\r\nWe work on Thursday night.';
    expect(await readNotice(words)).toMatchObject({ raw: words, notices: [{ title: 'Hello', starts_at: null, problem: 'no template knows this sender' }] });
    for (const odd of ['', '\u0000', 'BEGIN:VCALENDAR', `BEGIN:VCALENDAR\r\n${'X'.repeat(9_000)}`, '<html', mail('99:99pm CT 99/99/2026', 'x')]) {
      const { notices } = await readNotice(odd);
      expect(notices).toHaveLength(1);
      expect(notices[0]?.starts_at).toBeNull();
    }
  });
});

it('is newer by its sequence, then by its stamp, and says nothing new when it has neither', () => {
  expect(isNewer({ sequence: 3 }, { sequence: 2 })).toBe(true);
  expect(isNewer({ sequence: 1, stamp: '2026-09-01T00:00:00Z' }, { sequence: 2, stamp: '2026-01-01T00:00:00Z' })).toBe(false);
  expect(isNewer({ sequence: 2, stamp: '2026-01-02T00:00:00Z' }, { sequence: 2, stamp: '2026-01-01T00:00:00Z' })).toBe(true);
  expect(isNewer({}, { sequence: 2 })).toBe(false);
});

it('a wall clock that skips or repeats an hour still means an instant', () => {
  const zone = 'Europe/Amsterdam';
  expect([instantOfWall({ date: '2026-03-29', time: '02:30', zone }), instantOfWall({ date: '2026-10-25', time: '02:30', zone })]).toEqual([
    Date.parse('2026-03-29T01:30:00Z'),
    Date.parse('2026-10-25T00:30:00Z'),
  ]);
  expect(instantOfWall({ date: '2026-02-30', time: '02:30', zone })).toBeNull();
});
