// Which statements stay prepared.

import { expect, it } from 'vitest';
import { preparedStatements } from './prepared.ts';

it('keeps the latest used, closes the rest once, and forgets all after a migration', () => {
  const prepared = preparedStatements(2);
  const use = (sql: string) => {
    const statement = prepared.find(sql);
    statement.parsed();
    return `${statement.name}${statement.isParsed ? '' : ' new'}`;
  };
  expect([use('a'), use('b'), use('a'), use('c')]).toEqual(['t1 new', 't2 new', 't1', 't3 new']);
  expect([prepared.takeClosed(), prepared.takeClosed()]).toEqual([['t2'], []]);
  expect([use('a'), use('b')]).toEqual(['t1', 't4 new']);
  prepared.forget();
  expect(prepared.takeClosed().sort()).toEqual(['t1', 't3', 't4']);
  expect(use('a')).toBe('t5 new');
});

it('does not count a statement that the server refused', () => {
  const prepared = preparedStatements(2);
  prepared.find('nonsense');
  expect(prepared.find('nonsense')).toMatchObject({ isParsed: false });
});

it('keeps one of two that were parsed in one round for the same text', () => {
  const prepared = preparedStatements(2);
  const [first, second] = [prepared.find('same'), prepared.find('same')];
  first.parsed();
  second.parsed();
  expect([prepared.find('same').name, prepared.takeClosed()]).toEqual([second.name, [first.name]]);
});
