// Laws: the screens know exactly the records that the server has, and nobody is asked or shown JSON.
import { describe, expect, it } from 'vitest';
import { theRegistry } from '../../src/app/registry.ts';
import { type Definition, inputFields } from '../../src/kernel/record.ts';
import { extrasOf } from '../../src/web/practices/extras.tsx';
import { shapes } from '../../src/web/practices/shapes.tsx';
import { allDefinitions, definitions } from '../../src/web/record/definitions.ts';

it('lists the same definitions for the screens as for the server', async () => {
  await allDefinitions();
  expect(
    definitions()
      .map((each) => each.name)
      .toSorted(),
  ).toEqual([...theRegistry.practices.keys()].toSorted());
});

describe('lists and other shapes inside records', () => {
  /** What machines send, and what has pages of its own beside the record. */
  const others = ['event_labels', 'notice_objects', 'incident_fan_out', 'recurrence', 'report_figures', 'report_corrections'];
  const all = [...theRegistry.practices.values()].map(({ definition }): Definition => definition);

  it('are said in words where they are shown', () => {
    const shown = all.flatMap((definition) =>
      Object.entries(definition.fields).flatMap(([name, field]) =>
        field.kind === 'data' && !others.includes(field.names ?? '') && field.shown_to?.length !== 0 && !shapes[field.names ?? '']?.words
          ? [`${definition.name}.${name}`]
          : [],
      ),
    );
    expect(shown).toEqual([]);
  });

  it('have boxes of their own wherever a person types them', () => {
    const typed = all.flatMap((definition) =>
      Object.entries(definition.commands).flatMap(([name, command]) => {
        const { boxless = {}, widgets = {} } = extrasOf(definition.name).forms?.[name] ?? {};
        const nobody = typeof command.may === 'object' && 'any' in command.may && command.may.any.length === 0;
        return Object.entries(nobody || command.silent ? {} : inputFields(definition, command)).flatMap(([field, its]) => {
          const boxed =
            its.kind !== 'data' ||
            others.includes(its.names ?? '') ||
            shapes[its.names ?? '']?.edit ||
            Object.hasOwn(widgets, field) ||
            Object.hasOwn(boxless, field);
          return boxed ? [] : [`${definition.name}.${name}: ${field}`];
        });
      }),
    );
    expect(typed).toEqual([]);
  });
});
