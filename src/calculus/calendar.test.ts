// Laws of working time, the named cases of other products' calendar defects, faults, and speed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR, MINUTE, zones } from '../../test/calendars.ts';
import { addWorking, type Calendar, calendarFault, isOpen, nextOpening, openHours, roundTheClock, workingMs } from './calendar.ts';

const all = [1, 2, 3, 4, 5, 6, 7];
const office: Calendar = { id: 'office', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const instant = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2036, 0, 1) });

describe('laws', () => {
  it('is additive: any way of cutting a span gives the same sum', () => {
    fc.assert(
      fc.property(anyCalendar(), instant, instant, instant, (calendar, a, b, c) => {
        expect(workingMs(calendar, a, b) + workingMs(calendar, b, c)).toBe(workingMs(calendar, a, c));
      }),
    );
  });

  it('is monotone and never more than the time that passed', () => {
    fc.assert(
      fc.property(anyCalendar(), instant, fc.nat(40 * DAY), fc.nat(DAY), (calendar, from, span, more) => {
        const worked = workingMs(calendar, from, from + span);
        expect(worked).toBeGreaterThanOrEqual(0);
        expect(worked).toBeLessThanOrEqual(span);
        expect(workingMs(calendar, from, from + span + more)).toBeGreaterThanOrEqual(worked);
      }),
    );
  });

  it('finds the earliest instant by which the work is done, or says there is none', () => {
    fc.assert(
      fc.property(anyCalendar(), instant, fc.integer({ min: 1, max: 60 * DAY }), (calendar, from, work) => {
        const at = addWorking(calendar, from, work);
        if (at === null) {
          expect(workingMs(calendar, from, from + 20 * 365 * DAY)).toBeLessThan(work);
          return;
        }
        expect(workingMs(calendar, from, at)).toBe(work);
        expect(workingMs(calendar, from, at - 1)).toBe(work - 1);
      }),
    );
  });

  it('lists open hours that sum to the working time, sorted and apart', () => {
    fc.assert(
      fc.property(anyCalendar(), instant, fc.nat(40 * DAY), (calendar, from, span) => {
        const hours = openHours(calendar, from, from + span);
        expect(hours.reduce((sum, each) => sum + each.to - each.from, 0)).toBe(workingMs(calendar, from, from + span));
        for (const [i, each] of hours.entries()) expect(each.from).toBeGreaterThan(hours[i - 1]?.to ?? from - 1);
      }),
    );
  });

  it('opens where the next opening says, and not a millisecond before', () => {
    fc.assert(
      fc.property(anyCalendar(), instant, (calendar, at) => {
        const next = nextOpening(calendar, at);
        if (next === null) {
          expect(workingMs(calendar, at, at + 10 * 365 * DAY)).toBe(0);
          return;
        }
        expect(isOpen(calendar, next)).toBe(true);
        expect(workingMs(calendar, at, next)).toBe(0);
        expect(isOpen(calendar, at)).toBe(next === at);
      }),
    );
  });

  it('zammad#3180: round the clock is elapsed time, in every zone and for any span', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, fc.nat(20 * 365 * DAY), (zone, from, span) => {
        expect(workingMs({ ...roundTheClock, zone }, from, from + span)).toBe(span);
      }),
    );
  });
});

describe('clock changes', () => {
  const night = (zone: string, from: string, to: string): Calendar => ({ id: 'night', zone, week: [{ days: all, from, to }], holidays: [] });
  const localDay = (zone: string, noonUtc: number) => openHours(night(zone, '00:00', '12:00'), noonUtc - DAY, noonUtc + DAY);

  it('skips hours that the wall clock skips', () => {
    expect(workingMs(night('Europe/Amsterdam', '02:00', '03:00'), Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 29, 12))).toBe(0);
    expect(workingMs(night('Europe/Amsterdam', '01:30', '03:30'), Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 29, 12))).toBe(HOUR);
  });

  it('counts both passes of hours that the wall clock repeats', () => {
    expect(workingMs(night('Europe/Amsterdam', '02:00', '03:00'), Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 12))).toBe(2 * HOUR);
    expect(workingMs(night('Australia/Lord_Howe', '01:30', '02:00'), Date.UTC(2026, 3, 4), Date.UTC(2026, 3, 5))).toBe(HOUR);
  });

  it('closes between the two passes of an opening that ends within the repeated hour', () => {
    const hours = openHours(night('Europe/Amsterdam', '01:00', '02:30'), Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 12));
    expect(hours).toEqual([
      { from: Date.UTC(2026, 9, 24, 23), to: Date.UTC(2026, 9, 25, 0, 30) },
      { from: Date.UTC(2026, 9, 25, 1), to: Date.UTC(2026, 9, 25, 1, 30) },
    ]);
  });

  it('puts a due moment into either pass of the repeated hour, by elapsed time', () => {
    const start = Date.UTC(2026, 9, 24, 23, 30);
    expect(addWorking(night('Europe/Amsterdam', '00:00', '24:00'), start, HOUR)).toBe(start + HOUR);
    expect(addWorking(night('Europe/Amsterdam', '00:00', '24:00'), start, 2 * HOUR)).toBe(start + 2 * HOUR);
  });

  it('knows a day without midnight, a two-hour change and a half-hour change', () => {
    expect(localDay('Africa/Cairo', Date.UTC(2026, 3, 24, 12)).map((each) => (each.to - each.from) / HOUR)).toContain(11);
    const troll = workingMs(night('Antarctica/Troll', '00:00', '24:00'), Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 29, 22));
    expect(troll).toBe(22 * HOUR);
    expect(workingMs(night('Antarctica/Troll', '00:00', '04:00'), Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 12))).toBe(2 * HOUR);
    expect(workingMs(night('Australia/Lord_Howe', '00:00', '04:00'), Date.UTC(2026, 9, 3, 12), Date.UTC(2026, 9, 4, 12))).toBe(3.5 * HOUR);
  });

  it('gives the date that Apia left out no hours, and not to its neighbours either', () => {
    const apia = night('Pacific/Apia', '08:00', '17:00');
    const from = Date.UTC(2011, 11, 29, 10); // midnight of the 29th, ten hours behind UTC
    expect(workingMs(apia, from, from + DAY)).toBe(9 * HOUR);
    expect(workingMs(apia, from + DAY, from + 2 * DAY)).toBe(9 * HOUR); // the 31st
    expect(workingMs({ ...apia, week: [{ days: [5], from: '00:00', to: '24:00' }] }, from, from + 4 * DAY)).toBe(0);
  });
});

describe('defects of other products', () => {
  const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 0, day, hour - 1, minute); // January 2026 in Amsterdam; the 1st is a Thursday

  it('osticket#6847: a lunch break is no working time', () => {
    const lunch = {
      ...office,
      week: [
        { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
        { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
      ],
    };
    expect(workingMs(lunch, at(5, 8), at(5, 17))).toBe(8 * HOUR);
    expect(addWorking(lunch, at(5, 11, 30), HOUR)).toBe(at(5, 13, 30));
  });

  it('osticket#6739: Monday and Thursday only', () => {
    const twice = { ...office, week: [{ days: [1, 4], from: '08:00', to: '17:00' }] };
    expect(addWorking(twice, at(5, 16), 2 * HOUR)).toBe(at(8, 9));
    expect(nextOpening(twice, at(6, 9))).toBe(at(8, 8));
  });

  it('zammad#3706: a holiday is a date where the calendar lives, not in UTC', () => {
    for (const zone of ['Pacific/Chatham', 'America/New_York', 'Asia/Kathmandu']) {
      const christmas = { ...roundTheClock, zone, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
      const closed = openHours(christmas, Date.UTC(2026, 11, 23), Date.UTC(2026, 11, 28));
      expect(closed.map((each) => each.from).slice(1)).toEqual([(closed[0]?.to ?? 0) + DAY]);
      const begin = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(closed[0]?.to);
      expect(begin).toBe('2026-12-25 00:00');
    }
  });

  it('takes a holiday on the day of the change out whole, 23 hours or 25', () => {
    for (const [date, from] of [
      ['2026-03-29', Date.UTC(2026, 2, 28)],
      ['2026-10-25', Date.UTC(2026, 9, 24)],
    ] as const) {
      const calendar = { ...roundTheClock, zone: 'Europe/Amsterdam', holidays: [{ date, name: 'free' }] };
      expect(workingMs(calendar, from, from + 3 * DAY)).toBe(3 * DAY - (date === '2026-03-29' ? 23 : 25) * HOUR);
    }
  });

  it('glpi PR 22678: a deadline at the end of the day stays there', () => {
    expect(addWorking(office, at(5, 8), 9 * HOUR)).toBe(at(5, 17));
    expect(addWorking(office, at(5, 8), 9 * HOUR + 1)).toBe(at(6, 8) + 1);
    expect(addWorking({ ...roundTheClock, week: [{ days: [1], from: '00:00', to: '24:00' }] }, at(5, 1), DAY)).toBe(at(6, 1));
  });

  it('zammad#1396: a calendar that is empty or wrong never opens and never throws', () => {
    const broken: Calendar[] = [
      { ...office, week: [] },
      { ...office, zone: 'Mars/Olympus' },
      { ...office, week: [{ days: [9], from: '17:00', to: '08:00' }] },
    ];
    for (const calendar of broken) {
      expect(workingMs(calendar, at(1, 0), at(31, 0))).toBe(0);
      expect(addWorking(calendar, at(1, 0), 1)).toBeNull();
      expect(nextOpening(calendar, at(1, 0))).toBeNull();
      expect(isOpen(calendar, at(5, 9))).toBe(false);
    }
  });

  it('zammad#390: a feed with thousands of odd days costs its days and nothing else', () => {
    const holidays = Array.from({ length: 7_000 }, (_, i) => ({ date: new Date(Date.UTC(2000, 0, 1) + 2 * i * DAY).toISOString().slice(0, 10), name: 'odd' }));
    expect(workingMs({ ...roundTheClock, holidays }, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 31))).toBe(15 * DAY);
  });

  it('holds nothing beyond 20 years and nothing outside 1900 to 2200', () => {
    expect(addWorking(office, at(5, 8), 20 * 366 * 9 * HOUR)).toBeNull();
    expect(addWorking(roundTheClock, at(5, 8), 19 * 365 * DAY)).toBe(at(5, 8) + 19 * 365 * DAY);
    expect(workingMs(roundTheClock, -8e15, 8e15)).toBe(Date.UTC(2200, 0, 1) - Date.UTC(1900, 0, 1));
    expect(addWorking(roundTheClock, Date.UTC(2300, 0, 1), HOUR)).toBeNull();
  });
});

describe('faults', () => {
  const fault = (change: object) => calendarFault({ ...office, ...change });
  const opening = (change: object) => fault({ week: [{ days: [1], from: '08:00', to: '17:00', ...change }] });

  it('finds none in a good calendar', () => {
    expect(calendarFault(office)).toBeNull();
    expect(calendarFault(roundTheClock)).toBeNull();
    expect(fault({ holidays: [{ date: '2028-02-29', name: 'leap' }] })).toBeNull();
  });

  it.each([
    [null, 'calendar:'],
    [fault({ id: '' }), 'id:'],
    [fault({ zone: 'Europe/Atlantis' }), 'zone: "Europe/Atlantis"'],
    [fault({ zone: '+01:00' }), 'zone:'],
    [fault({ zone: 7 }), 'zone:'],
    [fault({ week: [] }), 'week:'],
    [fault({ week: 'always' }), 'week:'],
    [opening({ days: [0] }), 'week[0].days:'],
    [opening({ days: [] }), 'week[0].days:'],
    [opening({ from: '8:00' }), 'week[0].from:'],
    [opening({ from: '24:00' }), 'week[0].from:'],
    [opening({ to: '24:01' }), 'week[0].to:'],
    [opening({ from: '22:00', to: '06:00' }), 'week[0].to: must be later'],
    [fault({ week: [7] }), 'week[0].days:'],
    [fault({ holidays: {} }), 'holidays:'],
    [fault({ holidays: [{ date: '2026-02-29', name: 'x' }] }), 'holidays[0].date:'],
    [fault({ holidays: [{ date: '2026-02-28' }] }), 'holidays[0].name:'],
  ])('names the field: %s', (text, start) => {
    expect(text ?? calendarFault(text)).toMatch(new RegExp(`^${start.replace(/[[\]".+]/g, '\\$&')}`));
  });
});

describe('speed', () => {
  const fresh = (n: number): Calendar => ({ ...office, id: `fresh-${n}`, holidays: [{ date: `2026-05-${10 + n}`, name: 'free' }] });
  const median = (samples: number[]) => samples.sort((a, b) => a - b)[samples.length >> 1] ?? Infinity;

  it('takes under 20 microseconds for five days, and under 5 milliseconds to lay out and cross ten years', () => {
    const from = Date.UTC(2026, 0, 1);
    workingMs(fresh(0), from, from + 3652 * DAY);
    const wide = median(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => {
        const start = performance.now();
        workingMs(fresh(n), from, from + 3652 * DAY);
        return performance.now() - start;
      }),
    );
    const narrow = median(
      Array.from({ length: 9 }, () => {
        const start = performance.now();
        for (let i = 0; i < 2_000; i++) addWorking(office, from + i * MINUTE, workingMs(office, from + i * MINUTE, from + 5 * DAY) + HOUR);
        return ((performance.now() - start) / 2_000) * 1_000;
      }),
    );
    console.log(`working time: 5 days there and back ${narrow.toFixed(2)} us, 10 years first time ${wide.toFixed(2)} ms`);
    expect(narrow).toBeLessThan(20);
    expect(wide).toBeLessThan(5);
  });
});

describe('excluded hours', () => {
  const maintained: Calendar = {
    id: 'maintained',
    zone: 'Europe/Amsterdam',
    week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
    holidays: [],
    excluded: [
      { days: [7], weeks: [-1], from: '02:00', to: '06:00' },
      { date: '2026-03-11', from: '22:00', to: '24:00' },
    ],
  };
  const worked = (from: string, to: string): number => workingMs(maintained, Date.parse(from), Date.parse(to)) / HOUR;

  it('do not count, on the last Sunday of the month and on one evening', () => {
    expect(worked('2026-03-22T00:00+01:00', '2026-03-23T00:00+01:00')).toBe(24);
    // The clocks go forward at two that night: the window of four hours by the wall clock lasts three.
    expect(worked('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(20);
    expect(worked('2026-03-11T00:00+01:00', '2026-03-12T00:00+01:00')).toBe(22);
    expect(isOpen(maintained, Date.parse('2026-03-11T22:30+01:00'))).toBe(false);
  });

  it('are refused with the place and what would be right', () => {
    const fault = (excluded: unknown) => calendarFault({ ...maintained, excluded });
    expect(fault([])).toBeNull();
    expect(fault({})).toMatch(/^excluded: must be a list/);
    expect(fault([{ days: [7], weeks: [6], from: '02:00', to: '06:00' }])).toMatch(/^excluded\[0\]\.weeks: /);
    expect(fault([{ date: '2026-02-30', from: '02:00', to: '06:00' }])).toMatch(/^excluded\[0\]\.date: /);
    expect(fault([{ days: [8], from: '02:00', to: '06:00' }])).toMatch(/^excluded\[0\]\.days: /);
    expect(fault([{ date: '2026-02-03', from: '06:00', to: '06:00' }])).toMatch(/^excluded\[0\]\.to: /);
  });
});
