// A cost line: one amount that was spent, in a pool of a cost model; entered by hand or imported from the books.
import { define } from '../../kernel/record.ts';
import { insiders, keepers, note, reason } from './scopes.ts';

const content = ['name', 'pool', 'amount_minor', 'behaviour', 'supplier', 'reference', 'booked_on'] as const;

export const costLine = define({
  name: 'cost_line',
  plural: 'cost_lines',
  practice: 'cost',
  level: 'tactical',
  prefix: 'CSL',
  label: { en: 'Cost line', nl: 'Kostenregel', de: 'Kostenzeile' },
  plural_label: { en: 'Cost lines', nl: 'Kostenregels', de: 'Kostenzeilen' },
  means: {
    en: 'One amount that was spent, in a pool of a cost model.',
    nl: 'Eén bedrag dat is uitgegeven, op een kostenplaats van een kostenmodel.',
    de: 'Ein Betrag, der ausgegeben wurde, in einem Topf eines Kostenmodells.',
  },
  title: 'name',
  initial: 'entered',
  fields: {
    name: { kind: 'text', required: true, max: 300, search: 'A', listed: true, label: { en: 'What for', nl: 'Waarvoor', de: 'Wofür' } },
    model: { kind: 'ref', to: 'cost_model', required: true, listed: true, label: { en: 'Cost model', nl: 'Kostenmodel', de: 'Kostenmodell' } },
    pool: {
      kind: 'text',
      required: true,
      max: 31,
      listed: true,
      label: { en: 'Cost pool', nl: 'Kostenplaats', de: 'Kostentopf' },
      means: { en: 'The code of a pool of the model.', nl: 'De code van een kostenplaats van het model.', de: 'Der Code eines Topfes des Modells.' },
    },
    amount_minor: {
      kind: 'integer',
      minor: true,
      required: true,
      min: 0,
      listed: true,
      sorts: true,
      label: { en: 'Amount', nl: 'Bedrag', de: 'Betrag' },
      means: { en: 'In the currency of the model.', nl: 'In de valuta van het model.', de: 'In der Währung des Modells.' },
    },
    behaviour: {
      kind: 'choice',
      label: { en: 'Behaviour', nl: 'Gedrag', de: 'Verhalten' },
      options: { fixed: { en: 'Fixed', nl: 'Vast', de: 'Fix' }, variable: { en: 'Variable', nl: 'Variabel', de: 'Variabel' } },
    },
    supplier: { kind: 'ref', to: 'organisation', listed: true, label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
    reference: { kind: 'text', max: 120, search: 'B', label: { en: 'Invoice or booking', nl: 'Factuur of boeking', de: 'Rechnung oder Buchung' } },
    booked_on: { kind: 'date', label: { en: 'Booked on', nl: 'Geboekt op', de: 'Gebucht am' } },
  },
  states: {
    entered: { label: { en: 'Entered', nl: 'Ingevoerd', de: 'Eingegeben' }, tone: 'neutral' },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Enter a cost line', nl: 'Kostenregel invoeren', de: 'Kostenzeile eingeben' },
      tells: { en: 'entered this cost line', nl: 'voerde deze kostenregel in', de: 'gab diese Kostenzeile ein' },
      needs: ['name', 'model', 'pool', 'amount_minor'],
      takes: ['behaviour', 'supplier', 'reference', 'booked_on'],
      may: keepers,
    },
    edit: {
      fact: 'edited',
      prominent: 1,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this cost line', nl: 'wijzigde deze kostenregel', de: 'änderte diese Kostenzeile' },
      takes: content,
      may: keepers,
    },
    withdraw: {
      fact: 'withdrawn',
      from: ['entered'],
      to: 'withdrawn',
      final: true,
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this cost line', nl: 'trok deze kostenregel in', de: 'zog diese Kostenzeile zurück' },
      input: { note: reason },
      may: keepers,
    },
    note: {
      fact: 'noted',
      from: ['entered', 'withdrawn'],
      key: 'n',
      label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
      tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
      needs: ['note'],
      input: { note },
      may: insiders,
    },
  },
  see: insiders,
  refusals: {
    'cost_line.frozen': {
      en: 'model {model} was run and is frozen; enter cost in a new model.',
      nl: 'model {model} is doorgerekend en bevroren; voer kosten in een nieuw model in.',
      de: 'model {model} wurde berechnet und ist eingefroren; geben Sie Kosten in einem neuen Modell ein.',
    },
    'cost_line.no_pool': {
      en: 'pool {pool} is not in {model}. Its pools are: {pools}.',
      nl: 'pool {pool} staat niet in {model}. De kostenplaatsen zijn: {pools}.',
      de: 'pool {pool} steht nicht in {model}. Seine Töpfe sind: {pools}.',
    },
  },
});
