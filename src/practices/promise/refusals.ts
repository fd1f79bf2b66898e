// Why a promise cannot be drafted, signed or amended so, and what is to be known of the chain beneath it.
import type { Text } from '../../kernel/text.ts';
import { chainTexts } from './chain-texts.ts';

export const promiseRefusals = {
  'promise.targets_missing': {
    en: 'A promise on {metric} needs a target in minutes for at least one priority.',
    nl: 'Een afspraak over {metric} heeft voor minstens één prioriteit een norm in minuten nodig.',
    de: 'Eine Zusage zu {metric} braucht für mindestens eine Priorität einen Zielwert in Minuten.',
  },
  'promise.targets_not_wanted': {
    en: 'A promise on {metric} has no targets in minutes. Leave them empty and give what the metric measures.',
    nl: 'Een afspraak over {metric} heeft geen normen in minuten. Laat die leeg en geef wat er gemeten wordt.',
    de: 'Eine Zusage zu {metric} hat keine Zielwerte in Minuten. Lassen Sie sie leer und geben Sie an, was gemessen wird.',
  },
  'promise.attainment_not_wanted': {
    en: 'A promise on {metric} is not about cases within a target. Leave the share of cases empty.',
    nl: 'Een afspraak over {metric} gaat niet over gevallen binnen een norm. Laat het deel van de gevallen leeg.',
    de: 'Eine Zusage zu {metric} betrifft keine Fälle im Ziel. Lassen Sie den Anteil der Fälle leer.',
  },
  'promise.throughput_missing': {
    en: 'A promise on throughput needs a number of cases per period.',
    nl: 'Een afspraak over doorzet heeft een aantal gevallen per periode nodig.',
    de: 'Eine Zusage zum Durchsatz braucht eine Zahl von Fällen je Zeitraum.',
  },
  'promise.throughput_not_wanted': {
    en: 'Only a promise on throughput has a number of cases. Leave it empty for {metric}.',
    nl: 'Alleen een afspraak over doorzet heeft een aantal gevallen. Laat dit leeg bij {metric}.',
    de: 'Nur eine Zusage zum Durchsatz hat eine Zahl von Fällen. Lassen Sie sie bei {metric} leer.',
  },
  'promise.satisfied_missing': {
    en: 'A promise on satisfaction needs the share of satisfied answers, such as 80 %.',
    nl: 'Een afspraak over tevredenheid heeft het deel tevreden antwoorden nodig, zoals 80 %.',
    de: 'Eine Zusage zur Zufriedenheit braucht den Anteil zufriedener Antworten, etwa 80 %.',
  },
  'promise.satisfied_not_wanted': {
    en: 'Only a promise on satisfaction has a share of satisfied answers. Leave it empty for {metric}.',
    nl: 'Alleen een afspraak over tevredenheid heeft een deel tevreden antwoorden. Laat dit leeg bij {metric}.',
    de: 'Nur eine Zusage zur Zufriedenheit hat einen Anteil zufriedener Antworten. Lassen Sie ihn bei {metric} leer.',
  },
  'promise.rolling_missing': {
    en: 'How many days does the rolling period have? For example 30.',
    nl: 'Hoeveel dagen telt de voortschrijdende periode? Bijvoorbeeld 30.',
    de: 'Wie viele Tage hat der gleitende Zeitraum? Zum Beispiel 30.',
  },
  'promise.rolling_not_wanted': {
    en: 'Days of a rolling period count only when it is measured over rolling days.',
    nl: 'Dagen van een voortschrijdende periode tellen alleen als over voortschrijdende dagen wordt gemeten.',
    de: 'Tage eines gleitenden Zeitraums zählen nur, wenn über gleitende Tage gemessen wird.',
  },
  'promise.maintenance_fault': {
    en: 'These excluded windows are not right: {fault}',
    nl: 'Deze uitgesloten vensters kloppen niet: {fault}',
    de: 'Diese ausgenommenen Fenster stimmen nicht: {fault}',
  },
  'promise.currency_unknown': {
    en: '{currency} is not a currency code. Use three capital letters, such as EUR.',
    nl: '{currency} is geen muntcode. Gebruik drie hoofdletters, zoals EUR.',
    de: '{currency} ist kein Währungscode. Verwenden Sie drei Großbuchstaben, etwa EUR.',
  },
  'promise.fee_needs_currency': {
    en: 'A fee needs its currency, such as EUR.',
    nl: 'Bij een vergoeding hoort een munt, zoals EUR.',
    de: 'Zu einem Entgelt gehört eine Währung, etwa EUR.',
  },
  'promise.credit_needs_fee': {
    en: 'A credit is a part of the fee: give the fee per period too.',
    nl: 'Een korting is een deel van de vergoeding: geef ook de vergoeding per periode.',
    de: 'Eine Gutschrift ist ein Teil des Entgelts: geben Sie auch das Entgelt je Zeitraum an.',
  },
  'promise.credit_out_of_order': {
    en: 'Below {below} less is given back than above it. The worse it is kept, the more must come back.',
    nl: 'Onder {below} komt minder terug dan erboven. Hoe slechter nagekomen, hoe meer er terugkomt.',
    de: 'Unter {below} wird weniger erstattet als darüber. Je schlechter eingehalten, desto mehr ist zu erstatten.',
  },
  'promise.version_of_other': {
    en: 'A version of {first} has the same service, parties, team and metric; {field} differs. Draft a promise of its own for that.',
    nl: 'Een versie van {first} heeft dezelfde dienst, partijen, team en maat; {field} wijkt af. Stel daarvoor een eigen afspraak op.',
    de: 'Eine Version von {first} hat denselben Service, dieselben Parteien, dasselbe Team und dieselbe Messgröße; {field} weicht ab. Entwerfen Sie dafür eine eigene Zusage.',
  },
  'promise.version_too_early': {
    en: 'The version before it, {promise}, began on {valid_from}. This one must begin later.',
    nl: 'De versie ervoor, {promise}, begon op {valid_from}. Deze moet later beginnen.',
    de: 'Die Version davor, {promise}, begann am {valid_from}. Diese muss später beginnen.',
  },
  'promise.risk.needs_owner': {
    en: 'Who answers for this risk? Name an executive or service level manager of the house.',
    nl: 'Wie staat in voor dit risico? Noem een directielid of service level manager van het huis.',
    de: 'Wer steht für dieses Risiko ein? Nennen Sie eine Führungskraft oder einen Service Level Manager des Hauses.',
  },
  'promise.risk.wrong_owner': {
    en: '{person} has no role in the house that may accept such a risk: executive or service level manager.',
    nl: '{person} heeft in het huis geen rol die zo’n risico mag aanvaarden: directielid of service level manager.',
    de: '{person} hat im Haus keine Rolle, die ein solches Risiko akzeptieren darf: Führungskraft oder Service Level Manager.',
  },
  'promise.risk.needs_end': {
    en: 'Until when is the risk accepted? After that day it is decided again.',
    nl: 'Tot wanneer is het risico aanvaard? Na die dag wordt opnieuw besloten.',
    de: 'Bis wann ist das Risiko akzeptiert? Nach diesem Tag wird neu entschieden.',
  },
  'promise.risk.past': {
    en: '{risk_until} has passed; today is {today}. Choose a later day.',
    nl: '{risk_until} is voorbij; vandaag is het {today}. Kies een latere dag.',
    de: '{risk_until} ist vorbei; heute ist der {today}. Wählen Sie einen späteren Tag.',
  },
  'promise.risk.after_end': {
    en: 'The risk would be accepted until {risk_until}, but the promise ends on {valid_to}.',
    nl: 'Het risico zou zijn aanvaard tot {risk_until}, maar de afspraak eindigt op {valid_to}.',
    de: 'Das Risiko wäre bis {risk_until} akzeptiert, aber die Zusage endet am {valid_to}.',
  },
  'promise.end.draft': {
    en: 'A draft was never in force and has no last day. Leave it empty to drop the draft.',
    nl: 'Een concept is nooit van kracht geweest en heeft geen laatste dag. Laat leeg om het concept te laten vervallen.',
    de: 'Ein Entwurf war nie in Kraft und hat keinen letzten Tag. Lassen Sie ihn leer, um den Entwurf zu verwerfen.',
  },
  'promise.end.notice': {
    en: 'With {notice} days of notice it can end on {earliest} at the earliest, unless the other party agrees.',
    nl: 'Met een opzegtermijn van {notice} dagen kan de afspraak op zijn vroegst eindigen op {earliest}, tenzij de andere partij instemt.',
    de: 'Mit {notice} Tagen Kündigungsfrist kann sie frühestens am {earliest} enden, es sei denn, die andere Partei stimmt zu.',
  },
  'promise.end.later': {
    en: 'It ends on {valid_to} already. A longer one is a new version.',
    nl: 'De afspraak eindigt al op {valid_to}. Langer is een nieuwe versie.',
    de: 'Sie endet bereits am {valid_to}. Eine längere ist eine neue Version.',
  },
  'promise.lapse.early': {
    en: 'Its last day, {valid_to}, has not passed.',
    nl: 'De laatste dag, {valid_to}, is nog niet voorbij.',
    de: 'Ihr letzter Tag, {valid_to}, ist noch nicht vorüber.',
  },
  'promise.targets_out_of_order': {
    en: 'Priority {urgent} ({urgent_minutes} min) is promised slower than priority {less} ({less_minutes} min). The more urgent one must not take longer.',
    nl: 'Prioriteit {urgent} ({urgent_minutes} min) is trager toegezegd dan prioriteit {less} ({less_minutes} min). De dringendste mag niet langer duren.',
    de: 'Priorität {urgent} ({urgent_minutes} min) ist langsamer zugesagt als Priorität {less} ({less_minutes} min). Die dringendere darf nicht länger dauern.',
  },
  'promise.availability_missing': {
    en: 'A promise on availability needs a share above 0 %, such as 99.5 %.',
    nl: 'Een afspraak over beschikbaarheid heeft een percentage boven 0 % nodig, zoals 99,5 %.',
    de: 'Eine Zusage zur Verfügbarkeit braucht einen Anteil über 0 %, etwa 99,5 %.',
  },
  'promise.availability_not_wanted': {
    en: 'Only a promise on availability has a share of the service hours. Leave it empty for {metric}.',
    nl: 'Alleen een afspraak over beschikbaarheid heeft een percentage. Laat dit leeg bij {metric}.',
    de: 'Nur eine Zusage zur Verfügbarkeit hat einen Anteil. Lassen Sie ihn bei {metric} leer.',
  },
  'promise.period_reversed': {
    en: 'It would end on {valid_to}, before it begins on {valid_from}.',
    nl: 'De afspraak zou eindigen op {valid_to}, voordat ze begint op {valid_from}.',
    de: 'Sie würde am {valid_to} enden, bevor sie am {valid_from} beginnt.',
  },
  'promise.team_elsewhere': {
    en: '{team} is not a team of the provider {provider}.',
    nl: '{team} is geen team van leverancier {provider}.',
    de: '{team} ist kein Team des Lieferanten {provider}.',
  },
  'promise.team_not_internal': {
    en: 'Only an internal promise, with the same provider and customer, can be for one team.',
    nl: 'Alleen een interne afspraak, met dezelfde leverancier en klant, kan voor één team zijn.',
    de: 'Nur eine interne Zusage, mit demselben Lieferanten und Kunden, kann für ein Team gelten.',
  },
  'promise.pauses_not_waiting': {
    en: '{reason} is no reason for waiting, so no clock can stand still for it.',
    nl: '{reason} is geen wachtreden; daarvoor kan geen klok stilstaan.',
    de: '{reason} ist kein Wartegrund; dafür kann keine Uhr stillstehen.',
  },
  'promise.pauses_supplier_wait': {
    en: '{reason} waits on a supplier. The customer’s clock runs on then: who we wait for behind the scenes is not their concern.',
    nl: '{reason} wacht op een leverancier. De klok van de klant loopt dan door: op wie wij achter de schermen wachten gaat hen niet aan.',
    de: '{reason} wartet auf einen Lieferanten. Die Uhr des Kunden läuft dann weiter: auf wen wir im Hintergrund warten, betrifft ihn nicht.',
  },
  'promise.overlaps': {
    en: '{promise} promises the same to the same customer from {from} to {to}. End that one the day before this one begins, or choose other dates.',
    nl: '{promise} zegt dezelfde klant hetzelfde toe van {from} tot {to}. Beëindig die op de dag voordat deze begint, of kies andere datums.',
    de: '{promise} sagt demselben Kunden dasselbe zu, von {from} bis {to}. Beenden Sie jene am Tag vor dem Beginn dieser, oder wählen Sie andere Daten.',
  },
  'promise.sign.calendar': {
    en: 'The service hours {calendar} cannot be used: {fault}',
    nl: 'Het servicevenster {calendar} is niet bruikbaar: {fault}',
    de: 'Die Servicezeiten {calendar} sind nicht verwendbar: {fault}',
  },
  'promise.sign.service_retired': {
    en: '{service} is retired; nothing can be promised on it.',
    nl: '{service} is uit productie; daar kan niets over worden toegezegd.',
    de: '{service} ist außer Betrieb; dazu kann nichts zugesagt werden.',
  },
  'promise.sign.party_ended': {
    en: '{party} is ended and cannot be party to a promise.',
    nl: '{party} is beëindigd en kan geen partij bij een afspraak zijn.',
    de: '{party} ist beendet und kann nicht Partei einer Zusage sein.',
  },
  ...chainTexts,
} as const satisfies Readonly<Record<string, Text>>;
