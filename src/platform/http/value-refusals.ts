// Refusals of values that are calculated with: each names the place in the input and says what would be right.
import type { Text } from '../../kernel/text.ts';

export const valueRefusals: Readonly<Record<string, Text>> = {
  'value.not_object': {
    en: '{field} must be an object with: {known}.',
    nl: '{field} moet een object zijn met: {known}.',
    de: '{field} muss ein Objekt sein mit: {known}.',
  },
  'value.not_map': {
    en: '{field} must be an object, name by name.',
    nl: '{field} moet een object zijn, naam voor naam.',
    de: '{field} muss ein Objekt sein, Name für Name.',
  },
  'value.unknown': {
    en: '{field} is not known here. Known are: {known}.',
    nl: '{field} is hier niet bekend. Bekend zijn: {known}.',
    de: '{field} ist hier nicht bekannt. Bekannt sind: {known}.',
  },
  'value.too_few': {
    en: '{field} must hold at least {least}.',
    nl: '{field} moet er minstens {least} bevatten.',
    de: '{field} muss mindestens {least} enthalten.',
  },
  'value.too_many': {
    en: '{field} may hold at most {most}, so that an answer comes at once.',
    nl: '{field} mag er hoogstens {most} bevatten, zodat het antwoord meteen komt.',
    de: '{field} darf höchstens {most} enthalten, damit die Antwort sofort kommt.',
  },
  'value.not_number': { en: '{field} must be a number.', nl: '{field} moet een getal zijn.', de: '{field} muss eine Zahl sein.' },
  'value.out_of_range': {
    en: '{field} must be a number from {low} to {high}.',
    nl: '{field} moet een getal van {low} tot en met {high} zijn.',
    de: '{field} muss eine Zahl von {low} bis {high} sein.',
  },
  'value.not_more': {
    en: '{field} must be a number above {low}, at most {high}.',
    nl: '{field} moet een getal boven {low} zijn, hoogstens {high}.',
    de: '{field} muss eine Zahl über {low} sein, höchstens {high}.',
  },
  'value.not_whole': {
    en: '{field} must be a whole number from {low} to {high}.',
    nl: '{field} moet een geheel getal van {low} tot en met {high} zijn.',
    de: '{field} muss eine ganze Zahl von {low} bis {high} sein.',
  },
  'value.not_share': {
    en: '{field} must be a share from 0 to 1, such as 0.999 for 99.9 %.',
    nl: '{field} moet een deel van 0 tot en met 1 zijn, zoals 0.999 voor 99,9 %.',
    de: '{field} muss ein Anteil von 0 bis 1 sein, etwa 0.999 für 99,9 %.',
  },
  'value.not_below_one': {
    en: '{field} must be a share from 0 to less than 1, such as 0.999 for 99.9 %.',
    nl: '{field} moet een deel van 0 tot minder dan 1 zijn, zoals 0.999 voor 99,9 %.',
    de: '{field} muss ein Anteil von 0 bis unter 1 sein, etwa 0.999 für 99,9 %.',
  },
  'value.not_text': {
    en: '{field} must be a text of 1 to {most} characters.',
    nl: '{field} moet een tekst van 1 tot en met {most} tekens zijn.',
    de: '{field} muss ein Text von 1 bis {most} Zeichen sein.',
  },
  'value.not_clock': {
    en: '{field} must be a time of day such as "08:30".',
    nl: '{field} moet een tijd zijn, zoals "08:30".',
    de: '{field} muss eine Uhrzeit sein, etwa "08:30".',
  },
  'value.not_instant': {
    en: '{field} must be a time from 2000 to 2060 with its zone, such as "2026-03-02T09:00:00+01:00".',
    nl: '{field} moet een tijdstip van 2000 tot 2060 met zone zijn, zoals "2026-03-02T09:00:00+01:00".',
    de: '{field} muss ein Zeitpunkt von 2000 bis 2060 mit Zone sein, etwa "2026-03-02T09:00:00+01:00".',
  },
  'value.not_duration': {
    en: '{field} must be a duration in days, hours, minutes and seconds, at least {low}, such as "PT4H" or "P1DT30M".',
    nl: '{field} moet een duur in dagen, uren, minuten en seconden zijn, minstens {low}, zoals "PT4H" of "P1DT30M".',
    de: '{field} muss eine Dauer in Tagen, Stunden, Minuten und Sekunden sein, mindestens {low}, etwa "PT4H" oder "P1DT30M".',
  },
  'value.not_later': {
    en: '{field} must not be earlier than {than}.',
    nl: '{field} mag niet eerder zijn dan {than}.',
    de: '{field} darf nicht früher sein als {than}.',
  },
  'value.empty': { en: '{field} must be more than nothing.', nl: '{field} moet meer dan niets zijn.', de: '{field} muss mehr als nichts sein.' },
  'value.never_open': {
    en: '{field} never opens: week must list at least one opening that is not closed again.',
    nl: '{field} gaat nooit open: week moet minstens één opening noemen die niet weer gesloten is.',
    de: '{field} öffnet nie: week muss mindestens eine Öffnung nennen, die nicht wieder geschlossen ist.',
  },
  'value.twice': { en: '{field}: {value} is there twice.', nl: '{field}: {value} staat er tweemaal.', de: '{field}: {value} kommt zweimal vor.' },
  'value.not_named': {
    en: '{field}: {value} is not one of: {known}.',
    nl: '{field}: {value} is niet een van: {known}.',
    de: '{field}: {value} ist nicht eines von: {known}.',
  },
  'value.cycle': {
    en: '{field}: a part cannot need itself: {path}.',
    nl: '{field}: een onderdeel kan zichzelf niet nodig hebben: {path}.',
    de: '{field}: ein Teil kann sich nicht selbst brauchen: {path}.',
  },
  'value.wrong_calendar': { en: '{field}: {detail}', nl: '{field}: {detail}', de: '{field}: {detail}' },
  'value.wrong_composition': { en: '{field}: {detail}', nl: '{field}: {detail}', de: '{field}: {detail}' },
  'calculate.unknown_topic': {
    en: 'There is no topic "{topic}". There are: {known}.',
    nl: 'Er is geen onderwerp "{topic}". Er zijn: {known}.',
    de: 'Es gibt kein Thema "{topic}". Es gibt: {known}.',
  },
  'calculate.no_end': {
    en: '{field} is not reached within twenty years of this calendar.',
    nl: '{field} wordt in deze kalender niet binnen twintig jaar bereikt.',
    de: '{field} wird in diesem Kalender nicht innerhalb von zwanzig Jahren erreicht.',
  },
  'calculate.overloaded': {
    en: '{field}: a load of {load} erlang needs at least {least}.',
    nl: '{field}: een belasting van {load} erlang heeft er minstens {least} nodig.',
    de: '{field}: eine Last von {load} Erlang braucht mindestens {least}.',
  },
  'calculate.shares': {
    en: '{field} must sum to 1, not to {sum}.',
    nl: '{field} moet opgeteld 1 zijn, niet {sum}.',
    de: '{field} muss zusammen 1 ergeben, nicht {sum}.',
  },
  'calculate.stuck': {
    en: '{field}: the cost of {name} reaches no user this way. Give a user a share of it, or choose another method or order.',
    nl: '{field}: de kosten van {name} komen zo bij geen gebruiker. Geef een gebruiker er een deel van, of kies een andere methode of volgorde.',
    de: '{field}: die Kosten von {name} erreichen so keinen Nutzer. Geben Sie einem Nutzer einen Anteil daran oder wählen Sie eine andere Methode oder Reihenfolge.',
  },
  'calculate.no_spread': {
    en: '{field} must be given: the values do not vary, so it cannot be derived from them.',
    nl: '{field} moet gegeven zijn: de waarden variëren niet, dus hij is er niet uit af te leiden.',
    de: '{field} muss angegeben werden: die Werte schwanken nicht, also lässt es sich nicht daraus ableiten.',
  },
  'calculate.too_large': {
    en: 'The result is larger than can be calculated with. Give smaller numbers.',
    nl: 'De uitkomst is groter dan waarmee gerekend kan worden. Geef kleinere getallen.',
    de: 'Das Ergebnis ist größer, als sich rechnen lässt. Geben Sie kleinere Zahlen an.',
  },
};
