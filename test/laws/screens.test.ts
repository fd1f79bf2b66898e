// Law: the screens know exactly the records that the server has.
import { expect, it } from 'vitest';
import { theRegistry } from '../../src/app/registry.ts';
import { definitions } from '../../src/web/record/definitions.ts';

it('lists the same definitions for the screens as for the server', () => {
  expect(definitions.map((each) => each.name).toSorted()).toEqual([...theRegistry.practices.keys()].toSorted());
});
