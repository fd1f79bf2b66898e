// What a priority rule is: one cell of the matrix that turns impact and urgency into priority.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

const keepers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
const levels = {
  high: { en: 'High', nl: 'Hoog', de: 'Hoch' },
  medium: { en: 'Medium', nl: 'Middel', de: 'Mittel' },
  low: { en: 'Low', nl: 'Laag', de: 'Niedrig' },
} as const;

export const priorityRule = define({
  name: 'priority_rule',
  plural: 'priority_rules',
  practice: 'incident',
  level: 'tactical',
  prefix: 'PRI',
  label: { en: 'priority rule', nl: 'prioriteitsregel', de: 'Prioritätsregel' },
  plural_label: { en: 'priority rules', nl: 'prioriteitsregels', de: 'Prioritätsregeln' },
  means: {
    en: 'One cell of the priority matrix: this impact with this urgency gives this priority.',
    nl: 'Eén vak van de prioriteitenmatrix: deze impact met deze urgentie geeft deze prioriteit.',
    de: 'Ein Feld der Prioritätsmatrix: diese Auswirkung mit dieser Dringlichkeit ergibt diese Priorität.',
  },
  title: 'name',
  initial: 'active',
  fields: {
    name: { kind: 'text', required: true, max: 120, search: 'A', label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    impact: { kind: 'choice', required: true, listed: true, options: levels, label: { en: 'Impact', nl: 'Impact', de: 'Auswirkung' } },
    urgency: { kind: 'choice', required: true, listed: true, options: levels, label: { en: 'Urgency', nl: 'Urgentie', de: 'Dringlichkeit' } },
    priority: {
      kind: 'integer',
      required: true,
      listed: true,
      min: 1,
      max: 5,
      label: { en: 'Priority', nl: 'Prioriteit', de: 'Priorität' },
      means: { en: '1 is the most pressing, 5 the least.', nl: '1 is het dringendst, 5 het minst.', de: '1 ist am dringendsten, 5 am wenigsten.' },
    },
  },
  states: {
    active: { label: { en: 'In use', nl: 'In gebruik', de: 'In Gebrauch' }, tone: 'good' },
    retired: { label: { en: 'No longer used', nl: 'Niet meer in gebruik', de: 'Nicht mehr in Gebrauch' }, tone: 'neutral', ends: true },
  },
  see: { side: 'integrator' },
  commands: {
    add: {
      opens: true,
      fact: 'added',
      to: 'active',
      label: { en: 'Add rule', nl: 'Regel toevoegen', de: 'Regel hinzufügen' },
      tells: { en: 'added this rule', nl: 'voegde deze regel toe', de: 'fügte diese Regel hinzu' },
      needs: ['impact', 'urgency', 'priority'],
      takes: ['name'],
      may: keepers,
    },
    change: {
      fact: 'changed',
      from: ['active'],
      prominent: 1,
      label: { en: 'Change priority', nl: 'Prioriteit wijzigen', de: 'Priorität ändern' },
      tells: {
        en: 'changed this rule to priority {priority}',
        nl: 'wijzigde deze regel in prioriteit {priority}',
        de: 'änderte diese Regel auf Priorität {priority}',
      },
      needs: ['priority'],
      takes: ['name'],
      may: keepers,
    },
    retire: {
      fact: 'retired',
      from: ['active'],
      to: 'retired',
      label: { en: 'Stop using', nl: 'Niet meer gebruiken', de: 'Nicht mehr verwenden' },
      tells: { en: 'took this rule out of use', nl: 'nam deze regel uit gebruik', de: 'nahm diese Regel außer Gebrauch' },
      may: keepers,
    },
  },
});
