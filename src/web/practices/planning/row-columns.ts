// The columns of the lists inside plans, for editing them and for saying them in words.
import type { Text } from '../../../kernel/text.ts';
import type { Tongue } from '../../record/widget.ts';

/** `to` names the record that a column refers to; money is written in whole units and kept in minor ones. */
export type Column = {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'minutes' | 'money';
  readonly label: Text;
  readonly to?: string;
  readonly width?: number;
};

const service = { name: 'service', kind: 'text', to: 'service', label: { en: 'Service', nl: 'Dienst', de: 'Service' } } as const;
const what = { name: 'what', kind: 'text', width: 260, label: { en: 'What', nl: 'Wat', de: 'Was' } } as const;
const code = { name: 'code', kind: 'text', label: { en: 'Code', nl: 'Code', de: 'Code' } } as const;
const name = { name: 'name', kind: 'text', width: 200, label: { en: 'Name', nl: 'Naam', de: 'Name' } } as const;
const borne = {
  en: 'Borne by (department or SVC-…)',
  nl: 'Gedragen door (afdeling of SVC-…)',
  de: 'Getragen von (Abteilung oder SVC-…)',
} as const;

export const rowColumns = {
  capacity_demands: [service, { name: 'peak', kind: 'number', label: { en: 'At peak', nl: 'Op piekmomenten', de: 'Zur Spitze' } }],
  capacity_points: [
    { name: 'period', kind: 'text', label: { en: 'Month, as 2026-03', nl: 'Maand, als 2026-03', de: 'Monat, als 2026-03' } },
    { name: 'value', kind: 'number', label: { en: 'Used', nl: 'Gebruikt', de: 'Genutzt' } },
  ],
  recovery_steps: [what, { name: 'minutes', kind: 'minutes', label: { en: 'Takes', nl: 'Duurt', de: 'Dauert' } }],
  continuity_impact: [
    { name: 'after_minutes', kind: 'minutes', label: { en: 'After', nl: 'Na', de: 'Nach' } },
    { name: 'level', kind: 'number', label: { en: 'Level, 1 to 5', nl: 'Niveau, 1 tot 5', de: 'Stufe, 1 bis 5' } },
    what,
  ],
  continuity_evidence: [
    { name: 'supplier', kind: 'text', to: 'organisation', label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
    what,
    { name: 'valid_until', kind: 'text', label: { en: 'Until, as 2027-05-01', nl: 'Tot, als 2027-05-01', de: 'Bis, als 2027-05-01' } },
  ],
  cost_pools: [
    code,
    name,
    { name: 'to', kind: 'text', label: borne },
    { name: 'amount_minor', kind: 'money', label: { en: 'Amount', nl: 'Bedrag', de: 'Betrag' } },
  ],
  cost_departments: [code, name],
  cost_drivers: [
    { name: 'from', kind: 'text', label: { en: 'From', nl: 'Van', de: 'Von' } },
    { name: 'to', kind: 'text', label: { en: 'For', nl: 'Voor', de: 'Für' } },
    { name: 'name', kind: 'text', width: 140, label: { en: 'Counted by', nl: 'Geteld in', de: 'Gezählt in' } },
    { name: 'quantity', kind: 'number', label: { en: 'How many', nl: 'Hoeveel', de: 'Wie viele' } },
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

/** A line per row. */
export function rowWords(columns: readonly Column[]): (value: unknown, tongue: Tongue) => string {
  return (value, { format, refs }) => {
    const told = ({ kind }: Column, cell: unknown): string => {
      if (typeof cell === 'number') return kind === 'minutes' ? format.minutes(cell) : format.number(kind === 'money' ? cell / 100 : cell);
      return refs[String(cell ?? '')] ?? String(cell ?? '');
    };
    const rows = value as readonly Readonly<Record<string, unknown>>[];
    return rows.map((row) => columns.map((column) => told(column, row[column.name])).join(' · ')).join('\n');
  };
}
