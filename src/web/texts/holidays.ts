// Words for proposing public holidays as closed days.
import type { Text } from '../../kernel/text.ts';

export const holidayTexts = {
  propose: { en: 'Propose public holidays', nl: 'Feestdagen voorstellen', de: 'Feiertage vorschlagen' },
  country: { en: 'Country', nl: 'Land', de: 'Land' },
  region: { en: 'Region', nl: 'Regio', de: 'Region' },
  whole_country: { en: 'whole country', nl: 'hele land', de: 'ganzes Land' },
  from_year: { en: 'From year', nl: 'Vanaf jaar', de: 'Ab Jahr' },
  to_year: { en: 'To year', nl: 'Tot en met', de: 'Bis Jahr' },
  choose_country: { en: 'Choose a country to see its days.', nl: 'Kies een land om de dagen te zien.', de: 'Wählen Sie ein Land, um die Tage zu sehen.' },
  none: {
    en: 'No public holidays are known for these years.',
    nl: 'Voor deze jaren zijn geen feestdagen bekend.',
    de: 'Für diese Jahre sind keine Feiertage bekannt.',
  },
  there: { en: 'already there', nl: 'staat er al', de: 'schon da' },
  add: { en: 'Add {count} days', nl: '{count} dagen toevoegen', de: '{count} Tage hinzufügen' },
  source: {
    en: 'A proposal: check it against what was agreed. Data: date-holidays and its contributors, mostly from Wikipedia, CC BY-SA 3.0.',
    nl: 'Een voorstel: leg het naast wat is afgesproken. Gegevens: date-holidays en wie eraan bijdroegen, vooral uit Wikipedia, CC BY-SA 3.0.',
    de: 'Ein Vorschlag: prüfen Sie ihn gegen das Vereinbarte. Daten: date-holidays und Beitragende, meist aus Wikipedia, CC BY-SA 3.0.',
  },
} satisfies Record<string, Text>;
