// What a change is: something that is added, altered or taken away on purpose, judged before and reviewed after.
import { define } from '../../kernel/record.ts';
import { changeCommands } from './commands.ts';
import { changeFields } from './fields.ts';
import { changeRefusals } from './refusals.ts';

const planned = { en: 'Planned', nl: 'Gepland', de: 'Geplant' } as const;
const proposed = { en: 'Proposed', nl: 'Voorgesteld', de: 'Vorgeschlagen' } as const;
const done = { en: 'Done', nl: 'Gedaan', de: 'Erledigt' } as const;

export const change = define({
  name: 'change',
  plural: 'changes',
  practice: 'change',
  level: 'tactical',
  prefix: 'CHG',
  label: { en: 'change', nl: 'wijziging', de: 'Change' },
  plural_label: { en: 'changes', nl: 'wijzigingen', de: 'Changes' },
  means: {
    en: 'Something is added, altered or taken away that may affect a service. It is judged before, can be undone, and is reviewed after.',
    nl: 'Iets wordt toegevoegd, veranderd of weggehaald dat een dienst kan raken. Vooraf beoordeeld, terug te draaien, achteraf geëvalueerd.',
    de: 'Etwas wird hinzugefügt, geändert oder entfernt, das einen Service berühren kann. Vorher bewertet, rücknehmbar, danach betrachtet.',
  },
  title: 'title',
  initial: 'draft',
  fields: changeFields,
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, customer_label: proposed, tone: 'neutral' },
    submitted: { label: { en: 'Submitted', nl: 'Ingediend', de: 'Eingereicht' }, customer_label: proposed, tone: 'info' },
    assessed: { label: { en: 'Assessed', nl: 'Beoordeeld', de: 'Bewertet' }, customer_label: proposed, tone: 'info' },
    approved: { label: { en: 'Approved', nl: 'Goedgekeurd', de: 'Genehmigt' }, customer_label: planned, tone: 'good' },
    deferred: { label: { en: 'Deferred', nl: 'Uitgesteld', de: 'Vertagt' }, tone: 'warn' },
    scheduled: { label: { en: 'Scheduled', nl: 'Ingepland', de: 'Eingeplant' }, customer_label: planned, tone: 'good' },
    building: { label: { en: 'Building', nl: 'In bouw', de: 'Im Bau' }, customer_label: planned, tone: 'info' },
    tested: { label: { en: 'Tested', nl: 'Getest', de: 'Getestet' }, customer_label: planned, tone: 'good' },
    implementing: { label: { en: 'Implementing', nl: 'In uitvoering', de: 'In Umsetzung' }, tone: 'warn' },
    implemented: { label: { en: 'Implemented', nl: 'Doorgevoerd', de: 'Umgesetzt' }, customer_label: done, tone: 'good' },
    backed_out: { label: { en: 'Backed out', nl: 'Teruggedraaid', de: 'Zurückgenommen' }, tone: 'bad' },
    reviewed: { label: { en: 'Reviewed', nl: 'Geëvalueerd', de: 'Nachbetrachtet' }, customer_label: done, tone: 'info' },
    rejected: {
      label: { en: 'Rejected', nl: 'Afgewezen', de: 'Abgelehnt' },
      customer_label: { en: 'Will not happen', nl: 'Gaat niet door', de: 'Findet nicht statt' },
      tone: 'bad',
      ends: true,
    },
    closed: { label: { en: 'Closed', nl: 'Gesloten', de: 'Geschlossen' }, customer_label: done, tone: 'neutral', ends: true },
    cancelled: {
      label: { en: 'Cancelled', nl: 'Ingetrokken', de: 'Zurückgezogen' },
      customer_label: { en: 'Will not happen', nl: 'Gaat niet door', de: 'Findet nicht statt' },
      tone: 'neutral',
      ends: true,
    },
  },
  see: {
    any: [
      { side: 'integrator' },
      { all: [{ side: 'customer' }, { field: 'informed_customers', overlaps: 'parties' }] },
      { all: [{ side: 'supplier' }, { field: 'suppliers', overlaps: 'parties' }] },
    ],
  },
  parties: { customer: ['informed_customers'], supplier: ['suppliers'] },
  commands: changeCommands,
  refusals: changeRefusals,
});
