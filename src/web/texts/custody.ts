// Words about handing work over, whose time it was, and contesting that.
import type { Text } from '../../kernel/text.ts';

export const handoverTexts = {
  title: { en: 'Hand-over check', nl: 'Overdrachtscontrole', de: 'Übergabeprüfung' },
  choose: {
    en: 'Choose who is asked, and you see here whether they would be done in time.',
    nl: 'Kies wie er gevraagd wordt; dan ziet u hier of zij op tijd klaar zouden zijn.',
    de: 'Wählen Sie, wer gefragt wird; dann sehen Sie hier, ob es rechtzeitig fertig würde.',
  },
  checking: { en: 'Checking …', nl: 'Wordt gecontroleerd …', de: 'Wird geprüft …' },
  no_clock: {
    en: 'No clock of a customer runs: nothing can be late.',
    nl: 'Er loopt geen klok van een klant: niets kan te laat zijn.',
    de: 'Keine Uhr eines Kunden läuft: nichts kann zu spät sein.',
  },
  fits: { en: 'Fits, {span} to spare', nl: 'Past, {span} over', de: 'Passt, {span} übrig' },
  short: { en: 'Short by {span}', nl: '{span} te laat', de: '{span} zu spät' },
  late: { en: 'Late already; {span} short', nl: 'Al te laat; {span} tekort', de: 'Schon zu spät; {span} zu wenig' },
  no_promise: {
    en: 'Nothing promised: no telling when it is done',
    nl: 'Niets beloofd: onbekend wanneer het klaar is',
    de: 'Nichts zugesagt: unbekannt, wann es fertig ist',
  },
  never: { en: 'Never done: their hours do not open', nl: 'Nooit klaar: zij zijn nooit open', de: 'Nie fertig: sie öffnen nie' },
  explain: {
    en: '{label} for {customer}: due {due}; by their promise done {finishes} at the latest',
    nl: '{label} voor {customer}: uiterlijk {due}; volgens hun belofte klaar om {finishes}',
    de: '{label} für {customer}: fällig {due}; laut ihrer Zusage spätestens {finishes} fertig',
  },
  explain_due: { en: '{label} for {customer}: due {due}', nl: '{label} voor {customer}: uiterlijk {due}', de: '{label} für {customer}: fällig {due}' },
  resumed: {
    en: 'that clock waits now; reckoned as if it went on at once',
    nl: 'die klok staat nu stil; gerekend alsof hij meteen verder loopt',
    de: 'diese Uhr steht jetzt; gerechnet, als liefe sie sofort weiter',
  },
  ways: { en: 'What you can do instead', nl: 'Wat u anders kunt doen', de: 'Was Sie sonst tun können' },
  other: { en: 'Ask {who}: {span} to spare', nl: 'Vraag {who}: {span} over', de: '{who} fragen: {span} übrig' },
  no_other: {
    en: 'Nobody else promised this in time.',
    nl: 'Niemand anders heeft dit op tijd beloofd.',
    de: 'Niemand sonst hat dies rechtzeitig zugesagt.',
  },
  escalate: { en: 'Escalate …', nl: 'Escaleren …', de: 'Eskalieren …' },
  renegotiate: { en: 'Tell the customer a new time …', nl: 'De klant een nieuwe tijd geven …', de: 'Dem Kunden eine neue Zeit nennen …' },
  still: {
    en: 'You may hand it over all the same.',
    nl: 'U mag het toch overdragen.',
    de: 'Sie dürfen es trotzdem übergeben.',
  },
  send: { en: 'Send', nl: 'Versturen', de: 'Senden' },
  message: { en: 'Message', nl: 'Bericht', de: 'Nachricht' },
  read_by: { en: 'Read by: {names}', nl: 'Gelezen door: {names}', de: 'Gelesen von: {names}' },
  sent: { en: 'Sent.', nl: 'Verzonden.', de: 'Gesendet.' },
} satisfies Record<string, Text>;

export const custodyTexts = {
  handover: { en: 'handing over', nl: 'overdragen', de: 'Übergabe' },
  handover_to: { en: 'handing over to {who}', nl: 'overdracht aan {who}', de: 'Übergabe an {who}' },
  done: { en: 'done, until it was reopened', nl: 'klaar, tot het heropend werd', de: 'fertig, bis es wieder geöffnet wurde' },
  strip: { en: 'Whose time, from left to right', nl: 'Wiens tijd, van links naar rechts', de: 'Wessen Zeit, von links nach rechts' },
  pick: { en: 'Choose a stretch for its details.', nl: 'Kies een tijdvak voor de details.', de: 'Wählen Sie einen Abschnitt für Einzelheiten.' },
  stretch: { en: '{party}, {reason}, {span}', nl: '{party}, {reason}, {span}', de: '{party}, {reason}, {span}' },
  handing_over: { en: '{span} of it was handing over.', nl: 'Daarvan was {span} overdracht.', de: 'Davon war {span} Übergabe.' },
  declined: { en: 'Refused {count} times.', nl: '{count} keer geweigerd.', de: '{count}-mal abgelehnt.' },
  swarm: {
    en: 'Refused or sent back {limit} times or more: get all parties round one table. It is with its owner, {owner}.',
    nl: '{limit} keer of vaker geweigerd of teruggestuurd: zet alle partijen om één tafel. Het ligt bij de eigenaar, {owner}.',
    de: '{limit}-mal oder öfter abgelehnt oder zurückgegeben: holen Sie alle an einen Tisch. Es liegt beim Eigentümer, {owner}.',
  },
  as_ruled: { en: 'As ruled', nl: 'Na uitspraak', de: 'Nach Entscheidung' },
  agreements: { en: 'In the hours of each agreement', nl: 'In de tijden van elke afspraak', de: 'In den Zeiten jeder Vereinbarung' },
  agreement: { en: 'Agreement', nl: 'Afspraak', de: 'Vereinbarung' },
  total: { en: 'Total', nl: 'Totaal', de: 'Summe' },
  contest: { en: 'Contest this time', nl: 'Deze tijd betwisten', de: 'Diese Zeit bestreiten' },
  contested: { en: 'Contested time', nl: 'Betwiste tijd', de: 'Bestrittene Zeit' },
  contest_line: {
    en: '{from} to {to}: recorded as time of {held}, claimed to be that of {claimed}',
    nl: '{from} tot {to}: vastgelegd als tijd van {held}, zou die van {claimed} zijn',
    de: '{from} bis {to}: erfasst als Zeit von {held}, soll die von {claimed} sein',
  },
  is_contested: { en: 'contested', nl: 'betwist', de: 'bestritten' },
} satisfies Record<string, Text>;
