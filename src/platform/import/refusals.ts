// What an import says when a file, a mapping or a row is not right; with the kernel's codes these are all codes of a bad row.
import type { Text } from '../../kernel/text.ts';

export const importRefusals: Readonly<Record<string, Text>> = {
  'import.wrong_mapping': {
    en: 'The mapping is wrong at {field}: {detail}',
    nl: 'De toewijzing klopt niet bij {field}: {detail}',
    de: 'Die Zuordnung stimmt nicht bei {field}: {detail}',
  },
  'import.no_column': {
    en: 'The file has no column "{column}". It has: {options}.',
    nl: 'Het bestand heeft geen kolom "{column}". Wel: {options}.',
    de: 'Die Datei hat keine Spalte "{column}". Sie hat: {options}.',
  },
  'import.column_twice': {
    en: 'The file has the column "{column}" more than once.',
    nl: 'Het bestand heeft de kolom "{column}" meer dan één keer.',
    de: 'Die Datei hat die Spalte "{column}" mehrmals.',
  },
  'import.no_field': {
    en: '"{field}" cannot be filled by this import. Possible: {options}.',
    nl: '"{field}" kan met deze import niet gevuld worden. Mogelijk: {options}.',
    de: '"{field}" kann dieser Import nicht füllen. Möglich: {options}.',
  },
  'import.no_log': {
    en: 'There is no log mode for {record}; use the mode "records".',
    nl: 'Voor {record} is er geen logmodus; gebruik de modus "records".',
    de: 'Für {record} gibt es keinen Protokollmodus; verwenden Sie den Modus "records".',
  },
  'import.no_content': {
    en: 'Send the content of the file first.',
    nl: 'Stuur eerst de inhoud van het bestand.',
    de: 'Senden Sie zuerst den Inhalt der Datei.',
  },
  'import.no_mapping': {
    en: 'Say first which column fills which field.',
    nl: 'Zeg eerst welke kolom welk veld vult.',
    de: 'Sagen Sie zuerst, welche Spalte welches Feld füllt.',
  },
  'import.empty': { en: 'The file has no rows.', nl: 'Het bestand heeft geen rijen.', de: 'Die Datei hat keine Zeilen.' },
  'import.too_large': {
    en: 'The file is larger than {limit} bytes. Split it.',
    nl: 'Het bestand is groter dan {limit} bytes. Splits het.',
    de: 'Die Datei ist größer als {limit} Bytes. Bitte teilen.',
  },
  'import.too_many_columns': {
    en: 'The file has more than {limit} columns.',
    nl: 'Het bestand heeft meer dan {limit} kolommen.',
    de: 'Die Datei hat mehr als {limit} Spalten.',
  },
  'import.row_too_long': {
    en: 'Row {row} is longer than {limit} bytes; a quotation mark may be missing before it.',
    nl: 'Rij {row} is langer dan {limit} bytes; misschien ontbreekt ervoor een aanhalingsteken.',
    de: 'Zeile {row} ist länger als {limit} Bytes; vielleicht fehlt davor ein Anführungszeichen.',
  },
  'import.wrong_encoding': {
    en: 'The file is not {encoding} from byte {byte} on. Save it as UTF-8, or name its encoding.',
    nl: 'Het bestand is vanaf byte {byte} geen {encoding}. Bewaar het als UTF-8, of noem de codering.',
    de: 'Die Datei ist ab Byte {byte} kein {encoding}. Speichern Sie sie als UTF-8 oder nennen Sie die Kodierung.',
  },
  'import.not_json': {
    en: 'Row {row} is not a JSON object: {detail}',
    nl: 'Rij {row} is geen JSON-object: {detail}',
    de: 'Zeile {row} ist kein JSON-Objekt: {detail}',
  },
  'import.too_many_bad_rows': {
    en: 'More than {limit} rows are wrong: this mapping does not fit this file.',
    nl: 'Meer dan {limit} rijen zijn fout: deze toewijzing past niet bij dit bestand.',
    de: 'Mehr als {limit} Zeilen sind falsch: diese Zuordnung passt nicht zu dieser Datei.',
  },
  'import.wrong_state': {
    en: 'This is not possible while the import is {state}.',
    nl: 'Dit kan niet zolang de import {state} is.',
    de: 'Das geht nicht, solange der Import {state} ist.',
  },
  'import.cells': {
    en: 'The row has {count} cells, the header {columns}.',
    nl: 'De rij heeft {count} cellen, de kop {columns}.',
    de: 'Die Zeile hat {count} Zellen, die Kopfzeile {columns}.',
  },
  'import.quotes': {
    en: 'A quotation mark is open or misplaced in this row.',
    nl: 'In deze rij staat een aanhalingsteken open of verkeerd.',
    de: 'In dieser Zeile ist ein Anführungszeichen offen oder falsch.',
  },
  'import.open_quote': {
    en: 'A quotation mark that opens in row {row} does not close there and swallows the rows after it.',
    nl: 'Een aanhalingsteken dat in rij {row} opent, sluit daar niet en slokt de rijen erna op.',
    de: 'Ein Anführungszeichen, das in Zeile {row} öffnet, schließt dort nicht und verschluckt die folgenden Zeilen.',
  },
  'import.no_key': {
    en: 'The row has no {column}, so it could not be recognised later.',
    nl: 'De rij heeft geen {column} en zou later niet herkend worden.',
    de: 'Die Zeile hat kein {column} und würde später nicht wiedererkannt.',
  },
  'import.not_date': {
    en: '{field}: "{value}" is not a date of the form {format}.',
    nl: '{field}: "{value}" is geen datum van de vorm {format}.',
    de: '{field}: "{value}" ist kein Datum der Form {format}.',
  },
  'import.not_number': {
    en: '{field}: "{value}" is not a whole number.',
    nl: '{field}: "{value}" is geen geheel getal.',
    de: '{field}: "{value}" ist keine ganze Zahl.',
  },
  'import.not_boolean': {
    en: '{field}: "{value}" is neither true nor false.',
    nl: '{field}: "{value}" is waar noch onwaar.',
    de: '{field}: "{value}" ist weder wahr noch falsch.',
  },
  'import.no_translation': {
    en: '{field}: the mapping has no translation for "{value}".',
    nl: '{field}: de toewijzing heeft geen vertaling voor "{value}".',
    de: '{field}: die Zuordnung hat keine Übersetzung für "{value}".',
  },
  'import.none_found': {
    en: '{field}: no {record} is called "{value}".',
    nl: '{field}: geen {record} heet "{value}".',
    de: '{field}: kein {record} heißt "{value}".',
  },
  'import.several_found': {
    en: '{field}: more than one {record} is called "{value}".',
    nl: '{field}: meer dan één {record} heet "{value}".',
    de: '{field}: mehr als ein {record} heißt "{value}".',
  },
  'import.changed': {
    en: 'This was imported before with other content, and an import overwrites nothing.',
    nl: 'Dit is eerder met andere inhoud geïmporteerd, en een import overschrijft niets.',
    de: 'Dies wurde schon mit anderem Inhalt importiert, und ein Import überschreibt nichts.',
  },
  'import.twice': { en: 'The same row is also row {row}.', nl: 'Dezelfde rij is ook rij {row}.', de: 'Dieselbe Zeile ist auch Zeile {row}.' },
  'import.held': {
    en: 'Held back because row {row} of the same record is wrong: half a history would tell a wrong story.',
    nl: 'Tegengehouden omdat rij {row} van hetzelfde record fout is: een halve geschiedenis klopt niet.',
    de: 'Zurückgehalten, weil Zeile {row} desselben Datensatzes falsch ist: eine halbe Geschichte wäre falsch.',
  },
  'import.not_ours': {
    en: '{id} has this number already and did not come from the source "{source}".',
    nl: '{id} heeft dit nummer al en kwam niet uit de bron "{source}".',
    de: '{id} hat diese Nummer schon und kam nicht aus der Quelle "{source}".',
  },
  'import.worked_on': {
    en: 'Somebody worked on {id} here since; an import overwrites nothing.',
    nl: 'Hier is intussen aan {id} gewerkt; een import overschrijft niets.',
    de: 'An {id} wurde hier inzwischen gearbeitet; ein Import überschreibt nichts.',
  },
  'import.too_early': {
    en: 'This happened before {at}, up to which the record is known. Sort the file by record and time.',
    nl: 'Dit gebeurde vóór {at}, tot waar het record bekend is. Sorteer het bestand op record en tijd.',
    de: 'Dies geschah vor {at}, bis wohin der Datensatz bekannt ist. Sortieren Sie die Datei nach Datensatz und Zeit.',
  },
  'import.in_future': { en: '{field}: {value} is later than now.', nl: '{field}: {value} is later dan nu.', de: '{field}: {value} ist später als jetzt.' },
  'import.wrong_value': {
    en: '{field} would get a value it cannot hold.',
    nl: '{field} zou een waarde krijgen die het niet kan bevatten.',
    de: '{field} bekäme einen Wert, den es nicht halten kann.',
  },
};
