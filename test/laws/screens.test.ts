// Law: the screens know exactly the records that the server has.
import { expect, it } from 'vitest';
import { theRegistry } from '../../src/app/registry.ts';
import { allDefinitions, definitions } from '../../src/web/record/definitions.ts';

it('lists the same definitions for the screens as for the server', async () => {
  await allDefinitions();
  expect(
    definitions()
      .map((each) => each.name)
      .toSorted(),
  ).toEqual([...theRegistry.practices.keys()].toSorted());
});
