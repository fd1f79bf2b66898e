// One test per clock defect that other service desks have shipped; each is named for the report of it.
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../test/calendars.ts';
import { addWorking, type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { breachesAt, type ClockFact, type ClockTerms, foldClock, idle, mark, observe, reading, retarget } from './clock.ts';

const office: Calendar = { id: 'office', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const eight: ClockTerms = { target_ms: 8 * HOUR, calendar: office };

/** June 2026 in Amsterdam; the 1st is a Monday. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 5, day, hour - 2, minute);
const fold = (terms: ClockTerms, ...facts: [ClockFact['event'] & string, number][]) =>
  foldClock(
    facts.flatMap(([event, when]): ClockFact[] => (event === 'retarget' ? [] : [{ event, at: when }])),
    terms,
  );

describe('targets and priorities', () => {
  it('glpi#1911: a team gets its time from the moment the work reached it, not from creation', () => {
    const ola = { ...eight, target_ms: 2 * HOUR };
    expect(fold(ola, ['start', at(4, 9)]).due).toBe(at(4, 11));
  });

  it('glpi#15605, glpi#6902: changing the agreement keeps earlier waiting out of the count', () => {
    const waited = fold(eight, ['start', at(1, 9)], ['pause', at(1, 10)], ['resume', at(3, 10)]);
    const tighter = { ...eight, target_ms: 4 * HOUR };
    const changed = retarget(waited, eight, tighter, at(3, 11));
    expect(changed).toMatchObject({ used_ms: 2 * HOUR, paused_ms: 18 * HOUR, due: at(3, 13), breached_at: null });
  });

  it('glpi#6902: a change while paused keeps the pause running and the time consumed', () => {
    const paused = fold(eight, ['start', at(1, 9)], ['pause', at(1, 10)]);
    const changed = retarget(paused, eight, { ...eight, target_ms: 3 * HOUR }, at(1, 12));
    expect(changed).toMatchObject({ phase: 'paused', due: null, used_ms: HOUR, paused_ms: 2 * HOUR });
    expect(mark(changed, { ...eight, target_ms: 3 * HOUR }, 'resume', at(1, 13))).toMatchObject({ due: at(1, 15), paused_ms: 3 * HOUR });
  });

  it('glpi#14492, glpi#6527, glpi#687: the order in which settings were touched makes no difference', () => {
    const p1 = { ...eight, target_ms: 2 * HOUR };
    const p3 = { ...eight, target_ms: 20 * HOUR };
    const start = fold(eight, ['start', at(1, 9)]);
    const direct = retarget(start, eight, p1, at(1, 10));
    const around = retarget(retarget(start, eight, p3, at(1, 10)), p3, p1, at(1, 10));
    expect(around).toEqual(direct);
    expect(retarget(retarget(start, eight, p3, at(1, 9, 30)), p3, p1, at(1, 10))).toEqual(direct);
  });

  it('zammad#5624: nothing of the old agreement stays behind: neither its due moment nor its breach', () => {
    const late = observe(fold({ ...eight, target_ms: HOUR }, ['start', at(1, 9)]), { ...eight, target_ms: HOUR }, at(1, 12));
    expect(late.breached_at).toBe(at(1, 10));
    expect(retarget(late, { ...eight, target_ms: HOUR }, eight, at(1, 12))).toMatchObject({ due: at(1, 17), breached_at: null, used_ms: 3 * HOUR });
  });

  it('a tighter agreement makes late from the change on, not from before it was agreed', () => {
    const start = fold(eight, ['start', at(1, 9)]);
    const changed = retarget(start, eight, { ...eight, target_ms: HOUR }, at(1, 12));
    expect(changed).toMatchObject({ breached_at: at(1, 12), due: at(1, 12), used_ms: 3 * HOUR });
    expect(reading(changed, { ...eight, target_ms: HOUR }, at(1, 12))).toMatchObject({ overdue: true, left_ms: -2 * HOUR, share: 3000 });
  });

  it('a clock that is late already stays late from the same moment when the agreement gets tighter still', () => {
    const late = fold({ ...eight, target_ms: 2 * HOUR }, ['start', at(1, 9)]);
    const changed = retarget(late, { ...eight, target_ms: 2 * HOUR }, { ...eight, target_ms: HOUR }, at(1, 12));
    expect(changed).toMatchObject({ breached_at: at(1, 11), due: at(1, 11) });
  });

  it('the fold follows the agreement that held at each moment', () => {
    const facts: ClockFact[] = [
      { event: 'start', at: at(1, 16) },
      { event: 'retarget', at: at(1, 17), terms: { target_ms: 4 * HOUR, calendar: roundTheClock } },
      { event: 'pause', at: at(1, 18) },
      { event: 'resume', at: at(1, 20) },
      { event: 'retarget', at: at(1, 21), terms: eight },
    ];
    expect(foldClock(facts, eight)).toMatchObject({ used_ms: 3 * HOUR, paused_ms: 2 * HOUR, due: at(2, 13) });
  });

  it('zammad#534: a changed calendar counts from the change on', () => {
    const around = { ...eight, calendar: roundTheClock };
    const changed = retarget(fold(eight, ['start', at(1, 16)]), eight, around, at(1, 20));
    expect(changed).toMatchObject({ used_ms: HOUR, due: at(1, 27) });
  });

  it('a stopped clock is settled: later changes of agreement leave it alone', () => {
    const met = fold(eight, ['start', at(1, 9)], ['stop', at(1, 12)]);
    expect(retarget(met, eight, { ...eight, target_ms: 1 }, at(2, 9))).toBe(met);
  });
});

describe('waiting', () => {
  it('glpi#24481: nothing breaches while it waits, however long', () => {
    const paused = fold(eight, ['start', at(1, 9)], ['pause', at(1, 10)]);
    expect(observe(paused, eight, at(29, 9)).breached_at).toBeNull();
    expect(reading(paused, eight, at(29, 9))).toMatchObject({ overdue: false, used_ms: HOUR, due: null });
    expect(breachesAt(paused, eight)).toBeNull();
    expect(mark(paused, eight, 'resume', at(29, 9)).due).toBe(at(29, 16));
  });

  it('glpi#1912, frappe/helpdesk#1675: waiting is excluded from the total', () => {
    const state = fold(eight, ['start', at(1, 9)], ['pause', at(1, 10)], ['resume', at(2, 10)], ['stop', at(2, 16)]);
    expect(state).toMatchObject({ phase: 'met', used_ms: 7 * HOUR, paused_ms: 9 * HOUR });
  });

  it('glpi#10594: waiting is counted in the same working hours as the target, across a holiday too', () => {
    const free = { ...eight, calendar: { ...office, holidays: [{ date: '2026-06-03', name: 'free' }] } };
    const state = fold(free, ['start', at(2, 9)], ['pause', at(2, 10)], ['resume', at(4, 9)]);
    expect(state).toMatchObject({ paused_ms: 8 * HOUR, used_ms: HOUR, due: at(4, 16) });
  });

  it('frappe-helpdesk PR 3776: closing straight from waiting keeps 42 days of hold', () => {
    const state = fold(eight, ['start', at(1, 9)], ['pause', at(1, 10)], ['stop', at(43, 10)]);
    expect(state).toMatchObject({ phase: 'met', used_ms: HOUR, stopped_at: at(43, 10) });
    expect(state.paused_ms).toBe(workingMs(office, at(1, 10), at(43, 10)));
    expect(state.paused_ms).toBe(270 * HOUR);
  });

  it('frappe-helpdesk PR 3776: a fresh ticket is the same for a viewer in any zone', () => {
    const chatham = { ...eight, calendar: { ...office, zone: 'Pacific/Chatham' } };
    const local = Date.parse('2026-06-02T09:00:00+12:45');
    expect(reading(fold(chatham, ['start', local]), chatham, local + MINUTE)).toMatchObject({ overdue: false, used_ms: MINUTE, due: local + 8 * HOUR });
  });

  it('resuming exactly at the due moment leaves nothing, and is not late yet', () => {
    const state = fold(eight, ['start', at(1, 8)], ['pause', at(1, 16)], ['resume', at(2, 9)]);
    expect(reading(state, eight, at(2, 9))).toMatchObject({ left_ms: 0, overdue: false, due: at(2, 9) });
    expect(reading(state, eight, at(2, 9) + 1).overdue).toBe(true);
  });
});

describe('ends', () => {
  it('glpi#23359: reopening counts the solved interval as nothing, three weeks later too', () => {
    const solved = fold(eight, ['start', at(1, 9)], ['pause', at(1, 10)], ['resume', at(1, 11)], ['stop', at(1, 12)]);
    const again = mark(solved, eight, 'reopen', at(22, 12));
    expect(again).toMatchObject({ phase: 'running', used_ms: 2 * HOUR, paused_ms: HOUR, stopped_at: null, due: at(23, 9) });
    expect(mark(again, eight, 'stop', at(22, 13))).toMatchObject({ phase: 'met', used_ms: 3 * HOUR, paused_ms: HOUR });
  });

  it('reopening a missed clock keeps it missed', () => {
    const missed = fold(eight, ['start', at(1, 8)], ['stop', at(2, 9)]);
    expect(missed).toMatchObject({ phase: 'missed', breached_at: at(1, 16) });
    const again = mark(missed, eight, 'reopen', at(5, 9));
    expect(again).toMatchObject({ phase: 'running', breached_at: at(1, 16), due: at(1, 16), used_ms: 10 * HOUR });
    expect(mark(again, eight, 'stop', at(5, 9)).phase).toBe('missed');
  });

  it('glpi#14026: a technician assigned at creation stops the clock in the same instant', () => {
    expect(fold(eight, ['start', at(1, 9)], ['stop', at(1, 9)])).toMatchObject({ phase: 'met', used_ms: 0, stopped_at: at(1, 9) });
  });

  it('glpi PR 22678: due at closing time stays there, and is passed only when the next day opens', () => {
    const nine = { ...eight, target_ms: 9 * HOUR };
    const state = fold(nine, ['start', at(1, 8)]);
    expect(state.due).toBe(at(1, 17));
    expect(breachesAt(state, nine)).toBe(at(2, 8) + 1);
    expect(reading(state, nine, at(2, 7)).overdue).toBe(false);
    expect(observe(state, nine, at(2, 9))).toMatchObject({ breached_at: at(1, 17), used_ms: 10 * HOUR });
  });

  it('zammad#3180: four round-the-clock weeks are four weeks', () => {
    const long = { target_ms: 672 * HOUR, calendar: { ...roundTheClock, zone: 'Pacific/Chatham' } };
    expect(fold(long, ['start', at(1, 9)]).due).toBe(at(29, 9));
  });

  it('zammad#1396: an empty calendar never breaches and never throws', () => {
    const never = { ...eight, calendar: { ...office, week: [] } };
    const state = fold(never, ['start', at(1, 9)]);
    expect(state.due).toBeNull();
    expect(reading(state, never, at(29, 9))).toMatchObject({ used_ms: 0, overdue: false, outside_hours: true, resumes_at: null });
    expect(mark(state, never, 'stop', at(29, 9)).phase).toBe('met');
  });

  it('a target of nothing is due at once and late a working millisecond later', () => {
    const now = { ...eight, target_ms: 0 };
    const state = fold(now, ['start', at(1, 9)]);
    expect(state.due).toBe(at(1, 9));
    expect(reading(state, now, at(1, 9))).toMatchObject({ overdue: false, share: 1000 });
    expect(reading(state, now, at(1, 9) + 1).overdue).toBe(true);
    expect(fold(now, ['start', at(6, 9)], ['stop', at(7, 9)]).phase).toBe('met');
  });

  it('a cancelled clock stays cancelled and owes nothing', () => {
    const state = fold(eight, ['start', at(1, 9)], ['cancel', at(1, 10)], ['start', at(1, 11)], ['resume', at(1, 12)]);
    expect(state).toMatchObject({ phase: 'cancelled', used_ms: HOUR, due: null, stopped_at: at(1, 10) });
    expect(mark(idle(), eight, 'cancel', at(1, 9)).phase).toBe('cancelled');
    expect(mark(idle(), eight, 'stop', at(1, 9))).toEqual(idle());
  });

  it('a due moment inside the repeated hour falls into the right pass of it', () => {
    const night = { target_ms: HOUR, calendar: { ...roundTheClock, zone: 'Europe/Amsterdam' } };
    const first = Date.UTC(2026, 9, 25, 0, 30); // 02:30 the first time
    expect(fold(night, ['start', first]).due).toBe(first + HOUR); // 02:30 the second time
    expect(addWorking(night.calendar, first, 2 * HOUR)).toBe(first + 2 * HOUR);
  });
});
