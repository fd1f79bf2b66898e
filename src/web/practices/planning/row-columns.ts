// The columns of the lists inside plans.
import type { CostOutcome } from '../../../calculus/cost-flow.ts';
import type { Columns } from '../../record/row-words.ts';
import type { Tongue } from '../../record/widget.ts';

const service = { kind: 'ref', to: 'service', required: true, width: 220, label: { en: 'Service', nl: 'Dienst', de: 'Service' } } as const;
const what = { kind: 'text', required: true, width: 260, label: { en: 'What', nl: 'Wat', de: 'Was' } } as const;
const code = { kind: 'text', required: true, max: 31, label: { en: 'Code', nl: 'Code', de: 'Code' } } as const;
const name = { kind: 'text', required: true, max: 120, width: 200, label: { en: 'Name', nl: 'Naam', de: 'Name' } } as const;

export const planningColumns = {
  capacity_demands: {
    service,
    peak: { kind: 'integer', required: true, label: { en: 'At peak', nl: 'Op piekmomenten', de: 'Zur Spitze' } },
  },
  capacity_points: {
    period: { kind: 'text', required: true, max: 7, label: { en: 'Month, as 2026-03', nl: 'Maand, als 2026-03', de: 'Monat, als 2026-03' } },
    value: { kind: 'integer', required: true, label: { en: 'Used', nl: 'Gebruikt', de: 'Genutzt' } },
  },
  recovery_steps: { what, minutes: { kind: 'minutes', required: true, label: { en: 'Takes', nl: 'Duurt', de: 'Dauert' } } },
  continuity_impact: {
    after_minutes: { kind: 'minutes', required: true, label: { en: 'After', nl: 'Na', de: 'Nach' } },
    level: { kind: 'integer', required: true, min: 1, max: 5, label: { en: 'Level, 1 to 5', nl: 'Niveau, 1 tot 5', de: 'Stufe, 1 bis 5' } },
    what,
  },
  continuity_evidence: {
    supplier: { kind: 'ref', to: 'organisation', required: true, width: 220, label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
    what,
    valid_until: { kind: 'date', required: true, width: 160, label: { en: 'Valid until', nl: 'Geldig tot', de: 'Gültig bis' } },
  },
  cost_pools: {
    code,
    name,
    to: { kind: 'text', required: true, width: 160, label: { en: 'Borne by', nl: 'Gedragen door', de: 'Getragen von' } },
    amount_minor: { kind: 'integer', minor: true, required: true, label: { en: 'Amount', nl: 'Bedrag', de: 'Betrag' } },
  },
  cost_departments: { code, name },
  cost_drivers: {
    from: { kind: 'text', required: true, label: { en: 'From', nl: 'Van', de: 'Von' } },
    to: { kind: 'text', required: true, label: { en: 'For', nl: 'Voor', de: 'Für' } },
    name: { kind: 'text', required: true, max: 120, width: 160, label: { en: 'Counted by', nl: 'Geteld in', de: 'Gezählt in' } },
    quantity: { kind: 'integer', required: true, label: { en: 'How many', nl: 'Hoeveel', de: 'Wie viele' } },
  },
  cost_line_sums: {
    pool: { kind: 'text', label: { en: 'Cost pool', nl: 'Kostenplaats', de: 'Kostentopf' } },
    amount_minor: { kind: 'integer', minor: true, label: { en: 'Amount', nl: 'Bedrag', de: 'Betrag' } },
    lines: { kind: 'integer', label: { en: 'Lines', nl: 'Regels', de: 'Zeilen' } },
  },
  availability_steps: {
    code,
    what,
    part: service,
    to_ppm: { kind: 'ppm', label: { en: 'Raised to', nl: 'Verhogen tot', de: 'Erhöht auf' } },
    cost_minor: { kind: 'integer', minor: true, label: { en: 'Cost per year', nl: 'Kosten per jaar', de: 'Kosten pro Jahr' } },
    due_on: { kind: 'date', label: { en: 'Due', nl: 'Gereed op', de: 'Fällig' } },
    found: { kind: 'text', label: { en: 'What came of it', nl: 'Wat het opleverde', de: 'Was daraus wurde' } },
  },
} as const satisfies Readonly<Record<string, Columns>>;

/** What a run came to; its flows are on the page. */
export const outcomeWords = (value: unknown, { format, currency }: Tongue): string => {
  const { total_minor } = value as CostOutcome;
  return currency ? format.money(total_minor, currency) : format.cents(total_minor);
};
