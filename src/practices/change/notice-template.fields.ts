// The fields of a mail template, and what is said when a mail does not fit them.
import type { Field } from '../../kernel/field.ts';

const after = {
  en: 'Words after which it stands, up to the end of the line. "from … to" takes what is between the two. The first that is found counts.',
  nl: 'Woorden waarna het staat, tot het eind van de regel. “van … tot” neemt wat tussen beide staat. De eerste die wordt gevonden telt.',
  de: 'Worte, nach denen es steht, bis zum Zeilenende. „von … bis“ nimmt, was zwischen beiden steht. Das erste, das gefunden wird, zählt.',
} as const;
const says = {
  en: 'Any of these words in the mail says so.',
  nl: 'Een van deze woorden in de mail zegt het.',
  de: 'Eines dieser Worte in der Mail sagt es.',
} as const;

export const templateFields = {
  provider: {
    kind: 'text',
    required: true,
    max: 120,
    search: 'A',
    listed: true,
    label: { en: 'Provider', nl: 'Aanbieder', de: 'Anbieter' },
    means: { en: 'What its notices are called by.', nl: 'Hoe de berichten heten.', de: 'Wie die Meldungen heißen.' },
  },
  supplier: { kind: 'ref', to: 'organisation', listed: true, label: { en: 'Supplier', nl: 'Leverancier', de: 'Lieferant' } },
  marks: {
    kind: 'texts',
    required: true,
    label: { en: 'Known by', nl: 'Te herkennen aan', de: 'Erkannt an' },
    means: {
      en: 'Words of which one is in the sender, the subject or the text, such as @carrier.example.',
      nl: 'Woorden waarvan er één in afzender, onderwerp of tekst staat, zoals @carrier.example.',
      de: 'Worte, von denen eines in Absender, Betreff oder Text steht, etwa @carrier.example.',
    },
  },
  starts_after: { kind: 'texts', required: true, label: { en: 'The start stands after', nl: 'Het begin staat na', de: 'Der Beginn steht nach' }, means: after },
  ends_after: { kind: 'texts', required: true, label: { en: 'The end stands after', nl: 'Het eind staat na', de: 'Das Ende steht nach' }, means: after },
  key_after: {
    kind: 'texts',
    required: true,
    label: { en: 'Their number stands after', nl: 'Hun nummer staat na', de: 'Ihre Nummer steht nach' },
    means: {
      en: 'A later mail with the same number updates the notice. Left empty, times and objects make the number.',
      nl: 'Een latere mail met hetzelfde nummer werkt het bericht bij. Leeg: tijden en objecten vormen het nummer.',
      de: 'Eine spätere Mail mit derselben Nummer aktualisiert die Meldung. Leer: Zeiten und Objekte bilden die Nummer.',
    },
  },
  account_after: {
    kind: 'texts',
    required: true,
    label: { en: 'Our account stands after', nl: 'Ons klantnummer staat na', de: 'Unsere Kundennummer steht nach' },
    means: after,
  },
  objects_after: {
    kind: 'texts',
    required: true,
    label: { en: 'What it is about stands after', nl: 'Waarover het gaat staat na', de: 'Worum es geht, steht nach' },
    means: { en: 'Separated by commas.', nl: 'Gescheiden door komma’s.', de: 'Durch Kommas getrennt.' },
  },
  objects_below: {
    kind: 'boolean',
    label: { en: 'Each on a line of its own below', nl: 'Elk op een eigen regel eronder', de: 'Jedes auf eigener Zeile darunter' },
  },
  date_order: {
    kind: 'choice',
    required: true,
    label: { en: '3/11/2026 means', nl: '3/11/2026 betekent', de: '3/11/2026 bedeutet' },
    options: { dmy: { en: '3 November', nl: '3 november', de: '3. November' }, mdy: { en: '11 March', nl: '11 maart', de: '11. März' } },
  },
  zone: {
    kind: 'zone',
    label: { en: 'Clock, when the mail names none', nl: 'Klok, als de mail er geen noemt', de: 'Uhr, wenn die Mail keine nennt' },
  },
  impact: { kind: 'text', max: 60, label: { en: 'What happens to it', nl: 'Wat ermee gebeurt', de: 'Was damit geschieht' } },
  cancelled_says: { kind: 'texts', required: true, label: { en: 'Cancelled', nl: 'Afgezegd', de: 'Abgesagt' }, means: says },
  moved_says: { kind: 'texts', required: true, label: { en: 'Rescheduled', nl: 'Verplaatst', de: 'Verschoben' }, means: says },
  completed_says: { kind: 'texts', required: true, label: { en: 'Completed', nl: 'Klaar', de: 'Abgeschlossen' }, means: says },
  sample: {
    kind: 'prose',
    required: true,
    max: 100_000,
    label: { en: 'A mail to try it on', nl: 'Een mail om het op te proberen', de: 'Eine Mail zum Ausprobieren' },
    means: {
      en: 'As it came, with From: and Subject: above it. What the template does not find in it is told, and it is not kept until it reads this mail.',
      nl: 'Zoals ze kwam, met From: en Subject: erboven. Wat het sjabloon er niet in vindt wordt gezegd; het wordt pas bewaard als het deze mail leest.',
      de: 'Wie sie kam, mit From: und Subject: darüber. Was die Vorlage nicht findet, wird gesagt; gespeichert wird sie erst, wenn sie diese Mail liest.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

export const templateRefusals = {
  'notice_template.no_mark': {
    en: 'marks: none of {words} is in the sample. Give a word that is in every mail of this supplier and in no other’s.',
    nl: 'marks: geen van {words} staat in het voorbeeld. Geef een woord dat in elke mail van deze leverancier staat en in geen andere.',
    de: 'marks: Keines von {words} steht im Beispiel. Geben Sie ein Wort, das in jeder Mail dieses Lieferanten steht und in keiner anderen.',
  },
  'notice_template.no_match': {
    en: '{field}: nothing stands after {words} in the sample. Copy the words from it, with their colon.',
    nl: '{field}: na {words} staat niets in het voorbeeld. Neem de woorden eruit over, met de dubbele punt.',
    de: '{field}: Nach {words} steht nichts im Beispiel. Übernehmen Sie die Worte daraus, mit dem Doppelpunkt.',
  },
  'notice_template.no_time': {
    en: '{field}: “{found}” is no date with a time and a zone. If the mail names no zone, set zone; it may be that other words come first.',
    nl: '{field}: “{found}” is geen datum met tijd en zone. Noemt de mail geen zone, vul dan zone in; misschien staan de woorden eerder in de tekst.',
    de: '{field}: „{found}“ ist kein Datum mit Uhrzeit und Zone. Nennt die Mail keine Zone, füllen Sie zone aus; vielleicht stehen die Worte schon früher im Text.',
  },
  'notice_template.wrong_period': {
    en: 'ends_after: the end that was found, {end}, is not later than the start, {start}. Check date_order.',
    nl: 'ends_after: het gevonden eind, {end}, is niet later dan het begin, {start}. Kijk naar date_order.',
    de: 'ends_after: Das gefundene Ende, {end}, liegt nicht nach dem Beginn, {start}. Prüfen Sie date_order.',
  },
} as const;
