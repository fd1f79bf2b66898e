// Words that several formulas share, so that the same thing is said in the same words.
import type { Text } from '../../kernel/text.ts';

/** English, Dutch, German. */
export const t = (en: string, nl: string, de: string): Text => ({ en, nl, de });

export const resolvedIncidents = t(
  'Incidents resolved in the period, without those that were cancelled or merged.',
  'Incidenten die in de periode zijn opgelost, zonder ingetrokken of samengevoegde.',
  'Im Zeitraum gelöste Incidents, ohne zurückgezogene oder zusammengeführte.',
);
export const allOfThem = t('All of them.', 'Allemaal.', 'Alle.');
export const byResolution = t(
  'The instant of resolving decides the period.',
  'Het moment van oplossen bepaalt de periode.',
  'Der Zeitpunkt der Lösung bestimmt den Zeitraum.',
);
export const resolvedNotClosed = t(
  'An incident that is reopened leaves the period until it is resolved again.',
  'Een heropend incident verdwijnt uit de periode tot het weer is opgelost.',
  'Ein wieder geöffnetes Incident verlässt den Zeitraum, bis es wieder gelöst ist.',
);
export const atTheEnd = t(
  'The last instant of the period, and the present one for a period that still runs.',
  'Het laatste moment van de periode, en nu voor een periode die nog loopt.',
  'Der letzte Augenblick des Zeitraums, und jetzt für einen laufenden.',
);
export const byReports = t(
  'Months of the service reports: frozen figures where a report is frozen, computed the same way where it is not. Only windows of promises that end with the month count.',
  'Maanden van de servicerapporten: bevroren cijfers waar het rapport bevroren is, anders net zo berekend. Alleen meetvensters die met de maand eindigen tellen.',
  'Monate der Serviceberichte: festgeschriebene Zahlen, wo ein Bericht festgeschrieben ist, sonst gleich berechnet. Nur Messfenster, die mit dem Monat enden, zählen.',
);
export const euros = t(
  'Only credits in euros, in cents; those in other currencies stand in the reports. A window that still runs costs nothing yet.',
  'Alleen boetes in euro, in centen; die in andere valuta staan in de rapporten. Een venster dat nog loopt kost nog niets.',
  'Nur Gutschriften in Euro, in Cent; andere Währungen stehen in den Berichten. Ein laufendes Fenster kostet noch nichts.',
);
