// Words of lists that are edited row by row.
export const rowTexts = {
  row: { en: 'Row {row}', nl: 'Rij {row}', de: 'Zeile {row}' },
  add: { en: 'Add a row', nl: 'Rij toevoegen', de: 'Zeile hinzufügen' },
  remove: { en: 'Remove row {row}', nl: 'Rij {row} verwijderen', de: 'Zeile {row} entfernen' },
  missing: { en: 'Fill this in', nl: 'Vul dit in', de: 'Bitte ausfüllen' },
  amount_wrong: { en: 'An amount such as 2500.00', nl: 'Een bedrag zoals 2500,00', de: 'Ein Betrag wie 2500,00' },
};
