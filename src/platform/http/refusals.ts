// Refusals of the doors themselves: identity, tokens, headers, limits, and what stops a command whatever the record. Those of records are in the kernel and the definitions.
import type { Text } from '../../kernel/text.ts';

export const doorRefusals: Readonly<Record<string, Text>> = {
  'separation.enforced': {
    en: '{separation}: you did "{other}" on {record} yourself, and the two are kept apart. Ask somebody else to do "{command}".',
    nl: '{separation}: u deed zelf "{other}" bij {record}, en die twee zijn gescheiden. Vraag iemand anders "{command}" te doen.',
    de: '{separation}: Sie haben „{other}“ an {record} selbst getan, und beides ist getrennt. Bitten Sie jemand anderen um „{command}“.',
  },
  'operating_model.off': {
    en: 'The published model ({model}) works without {record}: no new ones are opened. Those there are can be finished; a new version of the model brings it back.',
    nl: 'Het gepubliceerde model ({model}) werkt zonder {record}: er komen geen nieuwe bij. Wat er is kan worden afgemaakt; een nieuwe versie van het model haalt het terug.',
    de: 'Das veröffentlichte Modell ({model}) arbeitet ohne {record}: neue werden nicht angelegt. Vorhandene lassen sich abschließen; eine neue Fassung holt es zurück.',
  },
  'netbox.no_dump': {
    en: 'This is no NetBox dump: it must be a JSON list of objects with model, pk and fields, as `manage.py dumpdata` writes it, plain or gzipped.',
    nl: 'Dit is geen NetBox-dump: het moet een JSON-lijst zijn van objecten met model, pk en fields, zoals `manage.py dumpdata` die schrijft, gewoon of met gzip.',
    de: 'Das ist kein NetBox-Dump: nötig ist eine JSON-Liste von Objekten mit model, pk und fields, wie `manage.py dumpdata` sie schreibt, einfach oder mit gzip.',
  },
  'netbox.nothing': {
    en: 'There is nothing in this dump that is a configuration item here: no sites, devices, circuits or machines.',
    nl: 'In deze dump staat niets dat hier een configuratie-item is: geen locaties, apparaten, lijnen of machines.',
    de: 'In diesem Dump steht nichts, was hier ein Konfigurationselement ist: keine Standorte, Geräte, Leitungen oder Maschinen.',
  },
  'feed.too_many': {
    en: 'You have {most} feeds; revoke one that is not used any more.',
    nl: 'U hebt {most} feeds; trek er een in die niet meer wordt gebruikt.',
    de: 'Sie haben {most} Feeds; widerrufen Sie einen, der nicht mehr benutzt wird.',
  },
  'calendar.wrong_period': {
    en: 'to must be later than from.',
    nl: 'to moet later zijn dan from.',
    de: 'to muss später als from sein.',
  },
  'calendar.too_long': {
    en: 'to: a period is at most {days} days.',
    nl: 'to: een periode is hoogstens {days} dagen.',
    de: 'to: ein Zeitraum ist höchstens {days} Tage.',
  },
  'what_if.metric': {
    en: 'A what-if tells cases again that have a time target; this promise is about {metric}.',
    nl: 'Een wat-als vertelt gevallen met een tijdsnorm opnieuw; deze afspraak gaat over {metric}.',
    de: 'Ein Was-wäre-wenn erzählt Fälle mit Zeitziel neu; diese Zusage betrifft {metric}.',
  },
  'what_if.period': {
    en: 'to ({to}) is before from ({from}).',
    nl: 'to ({to}) ligt voor from ({from}).',
    de: 'to ({to}) liegt vor from ({from}).',
  },
  'what_if.too_long': {
    en: 'to: a period is at most three years.',
    nl: 'to: een periode is hoogstens drie jaar.',
    de: 'to: ein Zeitraum ist höchstens drei Jahre.',
  },
  'what_if.too_many': {
    en: 'The period holds more than {most} cases; choose a shorter one.',
    nl: 'De periode bevat meer dan {most} gevallen; kies een kortere.',
    de: 'Der Zeitraum enthält mehr als {most} Fälle; wählen Sie einen kürzeren.',
  },
  'what_if.nothing': {
    en: 'change must say what would be other: targets, calendar, pauses, attainment, credit_bands, fee_minor or supplier.',
    nl: 'change moet zeggen wat anders zou zijn: targets, calendar, pauses, attainment, credit_bands, fee_minor of supplier.',
    de: 'change muss sagen, was anders wäre: targets, calendar, pauses, attainment, credit_bands, fee_minor oder supplier.',
  },
  'what_if.not_a_supplier': {
    en: 'supplier: {promise} is not a promise to repair, in force, of an outside party.',
    nl: 'supplier: {promise} is geen geldende reparatieafspraak van een andere partij.',
    de: 'supplier: {promise} ist keine geltende Reparaturzusage einer anderen Partei.',
  },
  'login.wrong': { en: 'The address or the password is wrong.', nl: 'Het adres of het wachtwoord klopt niet.', de: 'Adresse oder Passwort ist falsch.' },
  'login.too_many': {
    en: 'Too many attempts. Try again in {seconds} seconds.',
    nl: 'Te veel pogingen. Probeer het over {seconds} seconden opnieuw.',
    de: 'Zu viele Versuche. Versuchen Sie es in {seconds} Sekunden erneut.',
  },
  'login.token_ended': {
    en: 'This token is unknown, ended or revoked.',
    nl: 'Dit token is onbekend, verlopen of ingetrokken.',
    de: 'Dieses Token ist unbekannt, abgelaufen oder widerrufen.',
  },
  'login.session_only': {
    en: 'This needs a signed-in person, not a token.',
    nl: 'Dit kan alleen als aangemeld persoon, niet met een token.',
    de: 'Das geht nur als angemeldete Person, nicht mit einem Token.',
  },
  'link.spent': {
    en: 'This link has been used or is too old. Ask for a new one.',
    nl: 'Deze link is al gebruikt of te oud. Vraag een nieuwe.',
    de: 'Dieser Link wurde schon benutzt oder ist zu alt. Bitte einen neuen anfordern.',
  },
  'holidays.country_unknown': {
    en: 'No public holidays are known for the country {country}. Use a code such as NL.',
    nl: 'Voor het land {country} zijn geen feestdagen bekend. Gebruik een code zoals NL.',
    de: 'Für das Land {country} sind keine Feiertage bekannt. Verwenden Sie einen Code wie NL.',
  },
  'holidays.region_unknown': {
    en: '{country} has no region {region}. Leave it empty for the days of the whole country.',
    nl: '{country} heeft geen regio {region}. Laat leeg voor de dagen van het hele land.',
    de: '{country} hat keine Region {region}. Leer lassen für die Tage des ganzen Landes.',
  },
  'holidays.year_wrong': {
    en: 'A year is four digits, from {earliest} to {latest}.',
    nl: 'Een jaar is vier cijfers, van {earliest} tot en met {latest}.',
    de: 'Ein Jahr hat vier Ziffern, von {earliest} bis {latest}.',
  },
  'holidays.years_wrong': {
    en: 'The last year must not lie before {from}, and at most {most} years can be asked for at once.',
    nl: 'Het laatste jaar mag niet voor {from} liggen, en hoogstens {most} jaar tegelijk.',
    de: 'Das letzte Jahr darf nicht vor {from} liegen, und höchstens {most} Jahre auf einmal.',
  },
  'password.too_short': {
    en: 'The password needs at least {shortest} characters.',
    nl: 'Het wachtwoord heeft minstens {shortest} tekens nodig.',
    de: 'Das Passwort braucht mindestens {shortest} Zeichen.',
  },
  'password.too_long': {
    en: 'The password may have at most {longest} characters.',
    nl: 'Het wachtwoord mag hoogstens {longest} tekens hebben.',
    de: 'Das Passwort darf höchstens {longest} Zeichen haben.',
  },
  'password.common': {
    en: 'Many people use this password, so it is guessed first. Choose another, such as four unrelated words.',
    nl: 'Dit wachtwoord gebruiken velen, dus wordt het als eerste geraden. Kies een ander, bijvoorbeeld vier losse woorden.',
    de: 'Dieses Passwort benutzen viele, daher wird es zuerst geraten. Wählen Sie ein anderes, etwa vier Wörter ohne Zusammenhang.',
  },
  'password.own_name': {
    en: 'The password must not be your name or address.',
    nl: 'Het wachtwoord mag niet uw naam of adres zijn.',
    de: 'Das Passwort darf nicht Ihr Name oder Ihre Adresse sein.',
  },
  'password.wrong': { en: 'The current password is wrong.', nl: 'Het huidige wachtwoord klopt niet.', de: 'Das aktuelle Passwort ist falsch.' },
  'token.scope': {
    en: 'This token lacks the scope "{scope}".',
    nl: 'Dit token mist de bevoegdheid "{scope}".',
    de: 'Diesem Token fehlt die Berechtigung "{scope}".',
  },
  'token.unknown_scope': {
    en: '"{scope}" is not a scope. Use read, write, alerts, import, or a command such as incident.open.',
    nl: '"{scope}" is geen bevoegdheid. Gebruik read, write, alerts, import of een opdracht zoals incident.open.',
    de: '"{scope}" ist keine Berechtigung. Möglich: read, write, alerts, import oder ein Befehl wie incident.open.',
  },
  'token.expiry': {
    en: 'expires_at must lie in the future and within one year.',
    nl: 'expires_at moet in de toekomst liggen, binnen een jaar.',
    de: 'expires_at muss in der Zukunft und innerhalb eines Jahres liegen.',
  },
  'csrf.missing': {
    en: 'The X-CSRF-Token of this session is missing or wrong. Reload the page.',
    nl: 'De X-CSRF-Token van deze sessie ontbreekt of klopt niet. Herlaad de pagina.',
    de: 'Der X-CSRF-Token dieser Sitzung fehlt oder ist falsch. Bitte die Seite neu laden.',
  },
  'csrf.origin': {
    en: 'This request came from another site and was not carried out.',
    nl: 'Dit verzoek kwam van een andere site en is niet uitgevoerd.',
    de: 'Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt.',
  },
  'body.not_utf8': { en: 'The body is not valid UTF-8.', nl: 'De inhoud is geen geldige UTF-8.', de: 'Der Inhalt ist kein gültiges UTF-8.' },
  'body.key_twice': {
    en: 'The key "{field}" is there twice.',
    nl: 'De sleutel "{field}" staat er twee keer.',
    de: 'Der Schlüssel "{field}" steht zweimal da.',
  },
  'body.too_deep': {
    en: 'The body is nested deeper than {limit} levels.',
    nl: 'De inhoud is dieper genest dan {limit} niveaus.',
    de: 'Der Inhalt ist tiefer als {limit} Ebenen verschachtelt.',
  },
  'body.wrong_type': {
    en: 'Send the body as application/json in UTF-8, not as {type}.',
    nl: 'Stuur de inhoud als application/json in UTF-8, niet als {type}.',
    de: 'Senden Sie den Inhalt als application/json in UTF-8, nicht als {type}.',
  },
  'header.if_match': {
    en: 'If-Match must be a version such as "3".',
    nl: 'If-Match moet een versie zijn, zoals "3".',
    de: 'If-Match muss eine Version sein, etwa "3".',
  },
  'header.idempotency_key': {
    en: 'Idempotency-Key must be 1 to 200 printable ASCII characters.',
    nl: 'Idempotency-Key moet 1 tot 200 afdrukbare ASCII-tekens zijn.',
    de: 'Idempotency-Key muss aus 1 bis 200 druckbaren ASCII-Zeichen bestehen.',
  },
  'query.unknown': {
    en: '"{field}" is not a parameter of this address.',
    nl: '"{field}" is geen parameter van dit adres.',
    de: '"{field}" ist kein Parameter dieser Adresse.',
  },
  'query.twice': { en: '"{field}" may be given once.', nl: '"{field}" mag één keer voorkomen.', de: '"{field}" darf nur einmal vorkommen.' },
  'query.out_of_range': {
    en: '"{field}" must be a whole number from {min} to {max}.',
    nl: '"{field}" moet een geheel getal van {min} tot {max} zijn.',
    de: '"{field}" muss eine ganze Zahl von {min} bis {max} sein.',
  },
  'request.malformed': {
    en: 'The request cannot be understood: {detail}',
    nl: 'Het verzoek is niet te begrijpen: {detail}',
    de: 'Die Anfrage ist nicht verständlich: {detail}',
  },
  'request.too_many': {
    en: 'Too many requests. Try again in {seconds} seconds.',
    nl: 'Te veel verzoeken. Probeer het over {seconds} seconden opnieuw.',
    de: 'Zu viele Anfragen. Versuchen Sie es in {seconds} Sekunden erneut.',
  },
  'route.unknown': { en: 'There is nothing at this address.', nl: 'Op dit adres is niets.', de: 'Unter dieser Adresse gibt es nichts.' },
  'route.method': { en: 'This address does not take {method}.', nl: 'Dit adres kent {method} niet.', de: 'Diese Adresse kennt {method} nicht.' },
  unavailable: {
    en: 'The database cannot be reached just now. Nothing was lost; try again shortly.',
    nl: 'De database is nu niet bereikbaar. Er is niets verloren; probeer het zo opnieuw.',
    de: 'Die Datenbank ist gerade nicht erreichbar. Nichts ging verloren; bitte gleich erneut versuchen.',
  },
  unsure: {
    en: 'The connection broke while saving. Repeat the request with the same Idempotency-Key to learn what happened.',
    nl: 'De verbinding brak tijdens het opslaan. Herhaal het verzoek met dezelfde Idempotency-Key om te zien wat er gebeurde.',
    de: 'Die Verbindung brach beim Speichern ab. Wiederholen Sie die Anfrage mit demselben Idempotency-Key, um zu sehen, was geschah.',
  },
  draining: {
    en: 'This server is about to stop. Try again.',
    nl: 'Deze server gaat stoppen. Probeer het opnieuw.',
    de: 'Dieser Server hält gleich an. Bitte erneut versuchen.',
  },
  fault: {
    en: 'Something went wrong on our side. It was written down under {request_id}.',
    nl: 'Er ging iets mis aan onze kant. Het is vastgelegd onder {request_id}.',
    de: 'Bei uns ist etwas schiefgegangen. Es wurde unter {request_id} festgehalten.',
  },
};
