// What a template for a supplier's mails is: words after which values stand, kept with the mail it was tried on.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { templateFields, templateRefusals } from './notice-template.fields.ts';

const inside = { side: 'integrator' } as const satisfies Scope;
const keepers = { all: [inside, { role: ['process_manager', 'administrator'] }] } as const satisfies Scope;
const words = ['ends_after', 'key_after', 'account_after', 'objects_after', 'cancelled_says', 'moved_says', 'completed_says'] as const;
const about = ['supplier', ...words, 'objects_below', 'date_order', 'zone', 'impact'] as const;

export const noticeTemplate = define({
  name: 'notice_template',
  plural: 'notice_templates',
  practice: 'change',
  level: 'tactical',
  prefix: 'NTT',
  label: { en: 'mail template', nl: 'mailsjabloon', de: 'Mailvorlage' },
  plural_label: { en: 'mail templates', nl: 'mailsjablonen', de: 'Mailvorlagen' },
  means: {
    en: 'How the mails of one supplier about its maintenance are read: after which words the start, the end and the rest stand.',
    nl: 'Hoe de mails van één leverancier over onderhoud worden gelezen: na welke woorden begin, eind en de rest staan.',
    de: 'Wie die Mails eines Lieferanten über Wartung gelesen werden: nach welchen Worten Beginn, Ende und der Rest stehen.',
  },
  title: 'provider',
  initial: 'active',
  fields: templateFields,
  states: {
    active: { label: { en: 'In use', nl: 'In gebruik', de: 'In Gebrauch' }, tone: 'good' },
    retired: { label: { en: 'No longer used', nl: 'Niet meer gebruikt', de: 'Nicht mehr benutzt' }, tone: 'neutral', ends: true },
  },
  see: inside,
  commands: {
    add: {
      opens: true,
      fact: 'added',
      to: 'active',
      label: { en: 'Add mail template', nl: 'Mailsjabloon toevoegen', de: 'Mailvorlage hinzufügen' },
      tells: { en: 'added the template of {provider}', nl: 'voegde het sjabloon van {provider} toe', de: 'fügte die Vorlage von {provider} hinzu' },
      needs: ['provider', 'marks', 'starts_after', 'sample'],
      takes: about,
      may: keepers,
    },
    edit: {
      fact: 'edited',
      from: ['active'],
      prominent: 1,
      key: 'e',
      label: { en: 'Edit', nl: 'Bewerken', de: 'Bearbeiten' },
      tells: { en: 'changed this template', nl: 'wijzigde dit sjabloon', de: 'änderte diese Vorlage' },
      takes: ['provider', 'marks', 'starts_after', 'sample', ...about],
      may: keepers,
    },
    retire: {
      fact: 'retired',
      from: ['active'],
      to: 'retired',
      label: { en: 'Use no longer', nl: 'Niet meer gebruiken', de: 'Nicht mehr benutzen' },
      tells: { en: 'took this template out of use', nl: 'nam dit sjabloon uit gebruik', de: 'nahm diese Vorlage außer Gebrauch' },
      may: keepers,
    },
  },
  refusals: templateRefusals,
});
