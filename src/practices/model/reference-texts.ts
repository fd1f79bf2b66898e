// What is said about reference models: how sure a statement is, what is wrong in a file, and the questions of the comparison.
import type { Text } from '../../kernel/text.ts';
import type { Certainty, Characteristic, ProcessKind } from './reference.record.ts';

export const certaintyTexts: Readonly<Record<Certainty, { readonly label: Text; readonly means: Text }>> = {
  H: {
    label: { en: 'read', nl: 'gelezen', de: 'gelesen' },
    means: { en: 'Read in a public source.', nl: 'Gelezen in een openbare bron.', de: 'In einer öffentlichen Quelle gelesen.' },
  },
  M: {
    label: { en: 'common knowledge', nl: 'vakkennis', de: 'Fachwissen' },
    means: {
      en: 'Standard knowledge of the profession, the same across textbooks.',
      nl: 'Gangbare vakkennis, in alle leerboeken hetzelfde.',
      de: 'Gängiges Fachwissen, in allen Lehrbüchern gleich.',
    },
  },
  L: {
    label: { en: 'weak', nl: 'zwak', de: 'schwach' },
    means: {
      en: 'Weak: one claim, or somebody’s memory.',
      nl: 'Zwak: één bewering, of iemands herinnering.',
      de: 'Schwach: eine einzelne Behauptung oder Erinnerung.',
    },
  },
  I: {
    label: { en: 'our reconstruction', nl: 'onze reconstructie', de: 'unsere Rekonstruktion' },
    means: {
      en: 'Our reconstruction, for reasons; no book says so.',
      nl: 'Onze reconstructie, met redenen; geen boek zegt het.',
      de: 'Unsere begründete Rekonstruktion; kein Buch sagt es.',
    },
  },
  X: {
    label: { en: 'not found', nl: 'niet gevonden', de: 'nicht gefunden' },
    means: { en: 'Looked for and not found.', nl: 'Gezocht en niet gevonden.', de: 'Gesucht und nicht gefunden.' },
  },
};

export const characteristicTexts: Readonly<Record<Characteristic, Text>> = {
  origin: { en: 'Where it comes from', nl: 'Waar het vandaan komt', de: 'Woher es kommt' },
  covers: { en: 'What it covers', nl: 'Wat het omvat', de: 'Was es umfasst' },
  idea: { en: 'How it is built', nl: 'Hoe het in elkaar zit', de: 'Wie es gebaut ist' },
  levels: { en: 'Management levels', nl: 'Besturingsniveaus', de: 'Steuerungsebenen' },
  incident_problem: { en: 'Incident and problem', nl: 'Incident en problem', de: 'Incident und Problem' },
  parties: { en: 'Customer and supplier', nl: 'Klant en leverancier', de: 'Kunde und Lieferant' },
  composition: { en: 'Several suppliers as one service', nl: 'Meerdere leveranciers als één dienst', de: 'Mehrere Lieferanten als ein Dienst' },
  growth: { en: 'Growth and maturity', nl: 'Groei en volwassenheid', de: 'Wachstum und Reife' },
  improvement: { en: 'Quality and improvement', nl: 'Kwaliteit en verbetering', de: 'Qualität und Verbesserung' },
  rights: { en: 'Rights and marks', nl: 'Rechten en merken', de: 'Rechte und Marken' },
};

export const kindTexts: Readonly<Record<ProcessKind, Text>> = {
  process: { en: 'process', nl: 'proces', de: 'Prozess' },
  practice: { en: 'practice', nl: 'practice', de: 'Praktik' },
  function: { en: 'function', nl: 'functie', de: 'Funktion' },
  clause: { en: 'clause', nl: 'clausule', de: 'Abschnitt' },
  workflow: { en: 'workflow', nl: 'workflow', de: 'Workflow' },
  layer: { en: 'layer', nl: 'laag', de: 'Schicht' },
  element: { en: 'structural element', nl: 'structuurelement', de: 'Strukturelement' },
  stage: { en: 'stage', nl: 'fase', de: 'Phase' },
};

/** What is wrong in a file of models, by code; each says what would be right. */
export const modelFaultTexts: Readonly<Record<string, Text>> = {
  said: { en: '{reason}', nl: '{reason}', de: '{reason}' },
  yaml: { en: 'This is no YAML: {reason}', nl: 'Dit is geen YAML: {reason}', de: 'Das ist kein YAML: {reason}' },
  alias: {
    en: 'Anchors and aliases (& and *) are not read. Write it out.',
    nl: 'Ankers en aliassen (& en *) worden niet gelezen. Schrijf het uit.',
    de: 'Anker und Aliasse (& und *) werden nicht gelesen. Schreiben Sie es aus.',
  },
  tag: { en: 'Tags such as {tag} are not read.', nl: 'Tags zoals {tag} worden niet gelezen.', de: 'Tags wie {tag} werden nicht gelesen.' },
  too_deep: { en: 'Nested deeper than {most} levels.', nl: 'Dieper genest dan {most} niveaus.', de: 'Tiefer als {most} Ebenen verschachtelt.' },
  too_big: {
    en: 'The file is larger than {most} kB.',
    nl: 'Het bestand is groter dan {most} kB.',
    de: 'Die Datei ist größer als {most} kB.',
  },
  too_many: { en: 'More than {most} files in the folder.', nl: 'Meer dan {most} bestanden in de map.', de: 'Mehr als {most} Dateien im Ordner.' },
  not_a_file: {
    en: 'Not a plain file inside the folder; links are not followed.',
    nl: 'Geen gewoon bestand in de map; koppelingen worden niet gevolgd.',
    de: 'Keine gewöhnliche Datei im Ordner; Verknüpfungen werden nicht verfolgt.',
  },
  unreadable: { en: 'Cannot be read: {reason}', nl: 'Kan niet gelezen worden: {reason}', de: 'Kann nicht gelesen werden: {reason}' },
  not_utf8: { en: 'The file is not UTF-8.', nl: 'Het bestand is geen UTF-8.', de: 'Die Datei ist kein UTF-8.' },
  file_name: {
    en: 'The model calls itself “{key}”, so the file must be named {key}.yaml.',
    nl: 'Het model noemt zich “{key}”, dus het bestand moet {key}.yaml heten.',
    de: 'Das Modell nennt sich „{key}“, also muss die Datei {key}.yaml heißen.',
  },
  not_members: { en: 'Members are expected here: {needs}.', nl: 'Hier horen leden: {needs}.', de: 'Hier gehören Mitglieder hin: {needs}.' },
  unknown_member: {
    en: '“{name}” is not a member here. Known are: {known}.',
    nl: '“{name}” is hier geen lid. Bekend zijn: {known}.',
    de: '„{name}“ ist hier kein Mitglied. Bekannt sind: {known}.',
  },
  missing_member: { en: '“{name}” is missing.', nl: '“{name}” ontbreekt.', de: '„{name}“ fehlt.' },
  no_provenance: {
    en: '“{name}” is missing: say how sure this is and where it comes from, such as “M common”.',
    nl: '“{name}” ontbreekt: zeg hoe zeker dit is en waar het vandaan komt, zoals “M common”.',
    de: '„{name}“ fehlt: sagen Sie, wie sicher das ist und woher es kommt, etwa „M common“.',
  },
  not_provenance: {
    en: '“{value}” is no provenance. Write a certainty (H, M, L, I or X) and a source, such as “M common”.',
    nl: '“{value}” is geen herkomst. Schrijf een zekerheid (H, M, L, I of X) en een bron, zoals “M common”.',
    de: '„{value}“ ist keine Herkunft. Schreiben Sie eine Sicherheit (H, M, L, I oder X) und eine Quelle, etwa „M common“.',
  },
  unknown_source: {
    en: 'There is no source “{code}” in the table of sources. Known are: {known}.',
    nl: 'Er is geen bron “{code}” in de tabel van bronnen. Bekend zijn: {known}.',
    de: 'In der Quellentabelle gibt es keine Quelle „{code}“. Bekannt sind: {known}.',
  },
  not_list: { en: 'A list is expected here.', nl: 'Hier hoort een lijst.', de: 'Hier gehört eine Liste hin.' },
  not_text: { en: 'A text is expected here.', nl: 'Hier hoort een tekst.', de: 'Hier gehört ein Text hin.' },
  too_long: { en: 'Longer than {most} characters.', nl: 'Langer dan {most} tekens.', de: 'Länger als {most} Zeichen.' },
  no_word: { en: 'Give a word in en, nl or de.', nl: 'Geef een woord in en, nl of de.', de: 'Geben Sie ein Wort in en, nl oder de.' },
  not_key: {
    en: '“{value}” is no key. Use letters, digits, and _ - . between them.',
    nl: '“{value}” is geen sleutel. Gebruik letters, cijfers, en _ - . ertussen.',
    de: '„{value}“ ist kein Schlüssel. Verwenden Sie Buchstaben, Ziffern und _ - . dazwischen.',
  },
  not_one_of: { en: '“{value}” is not one of: {options}.', nl: '“{value}” is niet een van: {options}.', de: '„{value}“ ist keines von: {options}.' },
  twice: { en: '“{key}” is there twice.', nl: '“{key}” staat er twee keer.', de: '„{key}“ steht zweimal da.' },
  unknown_group: {
    en: 'There is no group “{key}”. Known are: {known}.',
    nl: 'Er is geen groep “{key}”. Bekend zijn: {known}.',
    de: 'Es gibt keine Gruppe „{key}“. Bekannt sind: {known}.',
  },
  unknown_role: {
    en: 'There is no role “{key}”. Known are: {known}.',
    nl: 'Er is geen rol “{key}”. Bekend zijn: {known}.',
    de: 'Es gibt keine Rolle „{key}“. Bekannt sind: {known}.',
  },
  unknown_process: {
    en: 'There is no process “{key}” in this model.',
    nl: 'Er is geen proces “{key}” in dit model.',
    de: 'In diesem Modell gibt es keinen Prozess „{key}“.',
  },
  unknown_object: {
    en: 'Nobody knows the object “{key}”. Add it under “objects”, or write { en: … }.',
    nl: 'Niemand kent het object “{key}”. Voeg het toe onder “objects”, of schrijf { en: … }.',
    de: 'Niemand kennt das Objekt „{key}“. Ergänzen Sie es unter „objects“ oder schreiben Sie { en: … }.',
  },
  not_cell: {
    en: '“{value}” says no place. Write process keys and a provenance, such as “incident (M common)”, or “none (M common)”.',
    nl: '“{value}” noemt geen plaats. Schrijf sleutels van processen en een herkomst, zoals “incident (M common)”, of “none (M common)”.',
    de: '„{value}“ nennt keinen Platz. Schreiben Sie Prozess-Schlüssel und eine Herkunft, etwa „incident (M common)“, oder „none (M common)“.',
  },
  unknown_row: {
    en: 'There is no row “{key}” in table.yaml.',
    nl: 'Er is geen rij “{key}” in table.yaml.',
    de: 'In table.yaml gibt es keine Zeile „{key}“.',
  },
  no_place: {
    en: 'The record “{record}” has no line: name its row of table.yaml.',
    nl: 'Het record “{record}” heeft geen regel: noem zijn rij van table.yaml.',
    de: 'Der Datensatz „{record}“ hat keine Zeile: nennen Sie seine Zeile von table.yaml.',
  },
  unknown_record: { en: 'There is no record “{name}”.', nl: 'Er is geen record “{name}”.', de: 'Es gibt keinen Datensatz „{name}“.' },
  unknown_command: {
    en: 'There is no command “{name}”. Known are: {known}.',
    nl: 'Er is geen commando “{name}”. Bekend zijn: {known}.',
    de: 'Es gibt keinen Befehl „{name}“. Bekannt sind: {known}.',
  },
  unknown_command_of: { en: 'There is no command “{name}”.', nl: 'Er is geen commando “{name}”.', de: 'Es gibt keinen Befehl „{name}“.' },
  unknown_field: {
    en: 'There is no field “{name}”. A command is written with ().',
    nl: 'Er is geen veld “{name}”. Een commando schrijft u met ().',
    de: 'Es gibt kein Feld „{name}“. Ein Befehl wird mit () geschrieben.',
  },
  unknown_option: { en: 'There is no option “{name}”.', nl: 'Er is geen keuze “{name}”.', de: 'Es gibt keine Auswahl „{name}“.' },
  unknown_state: { en: 'There is no state “{name}”.', nl: 'Er is geen status “{name}”.', de: 'Es gibt keinen Status „{name}“.' },
  unknown_screen: { en: 'There is no screen “{name}”.', nl: 'Er is geen scherm “{name}”.', de: 'Es gibt keinen Bildschirm „{name}“.' },
  no_plural: {
    en: 'Only a record has a plural, “{name}” has none.',
    nl: 'Alleen een record heeft een meervoud, “{name}” niet.',
    de: 'Nur ein Datensatz hat einen Plural, „{name}“ nicht.',
  },
};
