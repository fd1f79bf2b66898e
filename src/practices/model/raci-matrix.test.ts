// The laws of a RACI matrix, over random matrices: what is called right has one who answers and one who does, and mending what is named mends it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountabilities, compared, isAccountable, isResponsible, letters, type RaciRow, violations, withLetter } from './raci-matrix.record.ts';

const codes = ['register', 'restore', 'close'] as const;
const roleIds = ['ROL-1', 'ROL-2', 'ROL-3', 'ROL-4'];
const against = { activities: codes.map((code) => ({ code })), roles: new Set(roleIds) };
const rowOf = (activity: string) =>
  fc
    .uniqueArray(fc.record({ role: fc.constantFrom(...roleIds), letter: fc.constantFrom(...letters) }), { selector: ({ role }) => role })
    .map((cells) => ({ activity, letters: cells }));
const matrix = fc.tuple(...codes.map(rowOf));

describe('violations', () => {
  test('nothing is wrong exactly when each activity has one A and at least one R', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const right = rows.every(
          (row) => row.letters.filter(({ letter }) => isAccountable(letter)).length === 1 && row.letters.some(({ letter }) => isResponsible(letter)),
        );
        expect(violations(rows, against).length === 0).toBe(right);
      }),
    );
  });

  test('each kind is named with its activity, in the order of the process', () => {
    const rows: RaciRow[] = [
      {
        activity: 'close',
        letters: [
          { role: 'ROL-1', letter: 'A' },
          { role: 'ROL-2', letter: 'AR' },
        ],
      },
      { activity: 'register', letters: [{ role: 'ROL-9', letter: 'A' }] },
      { activity: 'dance', letters: [] },
    ];
    expect(violations(rows, against)).toEqual([
      { kind: 'unknown_role', activity: 'register', role: 'ROL-9' },
      { kind: 'no_responsible', activity: 'register' },
      { kind: 'not_filled', activity: 'restore' },
      { kind: 'many_accountable', activity: 'close', count: 2 },
      { kind: 'unknown_activity', activity: 'dance' },
    ]);
    const twice = {
      activity: 'register',
      letters: [
        { role: 'ROL-1', letter: 'A' as const },
        { role: 'ROL-1', letter: 'R' as const },
      ],
    };
    expect(violations([twice, twice], { ...against, activities: [{ code: 'register' }] })).toEqual([
      { kind: 'role_twice', activity: 'register', role: 'ROL-1' },
      { kind: 'activity_twice', activity: 'register' },
    ]);
  });

  test('the order of roles in a row does not matter', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const turned = rows.map((row) => ({ ...row, letters: row.letters.toReversed() }));
        expect(violations(turned, against)).toEqual(violations(rows, against));
      }),
    );
  });
});

describe('versions', () => {
  test('a changed cell is the only difference, and setting it back leaves none', () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom(...codes), fc.constantFrom(...roleIds), fc.constantFrom(...letters, null), (rows, activity, role, letter) => {
        const before = rows.find((row) => row.activity === activity)?.letters.find((cell) => cell.role === role)?.letter ?? null;
        const after = withLetter(rows, { activity, role, letter });
        expect(compared(rows, after)).toEqual(before === letter ? [] : [{ activity, role, before, after: letter }]);
        expect(compared(rows, withLetter(after, { activity, role, letter: before }))).toEqual([]);
      }),
    );
  });

  test('all A of a right matrix are counted, once per activity', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const total = accountabilities([rows]).reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(rows.flatMap((row) => row.letters).filter(({ letter }) => isAccountable(letter)).length);
      }),
    );
    expect(
      accountabilities([[{ activity: 'a', letters: [{ role: 'ROL-2', letter: 'AR' }] }], [{ activity: 'b', letters: [{ role: 'ROL-2', letter: 'A' }] }]]),
    ).toEqual([{ role: 'ROL-2', count: 2 }]);
  });
});
