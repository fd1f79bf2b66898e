// Why a promise cannot be drafted, signed or amended so, and what is to be known of the chain beneath it.
import type { Text } from '../../kernel/text.ts';

export const promiseRefusals = {
  'promise.targets_missing': {
    en: 'A promise on {metric} needs a target in minutes for at least one priority.',
    nl: 'Een afspraak over {metric} heeft voor minstens één prioriteit een norm in minuten nodig.',
    de: 'Eine Zusage zu {metric} braucht für mindestens eine Priorität einen Zielwert in Minuten.',
  },
  'promise.targets_not_wanted': {
    en: 'A promise on availability has no targets in minutes. Give the availability instead.',
    nl: 'Een afspraak over beschikbaarheid heeft geen normen in minuten. Geef de beschikbaarheid.',
    de: 'Eine Zusage zur Verfügbarkeit hat keine Zielwerte in Minuten. Geben Sie die Verfügbarkeit an.',
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
  'promise.chain.own_work': {
    en: 'Nothing lies beneath: the integrator keeps this by itself.',
    nl: 'Er ligt niets onder: de regisseur komt dit zelf na.',
    de: 'Darunter liegt nichts: der Integrator hält dies selbst ein.',
  },
  'promise.chain.theirs': {
    en: 'What lies beneath is the affair of the party that promised.',
    nl: 'Wat hieronder ligt is een zaak van de partij die het toezegde.',
    de: 'Was darunter liegt, ist Sache der Partei, die es zugesagt hat.',
  },
  'promise.chain.no_promise': {
    en: 'For {part} nothing is promised beneath, so nobody carries this. Get a promise on it, or sign with an accepted risk.',
    nl: 'Over {part} is onderliggend niets toegezegd, dus niemand draagt dit. Sluit daar een afspraak over, of teken met een aanvaard risico.',
    de: 'Zu {part} ist darunter nichts zugesagt, also trägt dies niemand. Schließen Sie dazu eine Zusage, oder zeichnen Sie mit akzeptiertem Risiko.',
  },
  'promise.chain.no_target': {
    en: '{promise} on {part} promises nothing for priority {priority}.',
    nl: '{promise} over {part} zegt niets toe voor prioriteit {priority}.',
    de: '{promise} zu {part} sagt für Priorität {priority} nichts zu.',
  },
  'promise.chain.time_exceeded': {
    en: 'Priority {priority} takes up to {needed} min through {part}, {slack} min more than the {offered} min promised. Tighten that promise, loosen this one, or sign with an accepted risk.',
    nl: 'Prioriteit {priority} duurt via {part} tot {needed} min, {slack} min langer dan de toegezegde {offered} min. Verscherp die afspraak, versoepel deze, of teken met een aanvaard risico.',
    de: 'Priorität {priority} dauert über {part} bis zu {needed} min, {slack} min länger als die zugesagten {offered} min. Verschärfen Sie jene Zusage, lockern Sie diese, oder zeichnen Sie mit akzeptiertem Risiko.',
  },
  'promise.chain.never_open': {
    en: 'The service hours of {part} never hold the {minutes} min of priority {priority}.',
    nl: 'Het servicevenster van {part} bevat nooit de {minutes} min van prioriteit {priority}.',
    de: 'Die Servicezeiten von {part} enthalten nie die {minutes} min der Priorität {priority}.',
  },
  'promise.chain.share_too_low': {
    en: 'Through {part} only {certain} of the cases are certain to be in time; {offered} is promised.',
    nl: 'Via {part} is maar {certain} van de gevallen zeker op tijd; {offered} is toegezegd.',
    de: 'Über {part} sind nur {certain} der Fälle sicher im Ziel; {offered} sind zugesagt.',
  },
  'promise.chain.availability_too_low': {
    en: 'The promises beneath give {computed}, {slack} less than the {offered} promised; {part} weighs most. Tighten that promise, loosen this one, or sign with an accepted risk.',
    nl: 'De onderliggende afspraken geven {computed}, {slack} minder dan de toegezegde {offered}; {part} weegt het zwaarst. Verscherp die afspraak, versoepel deze, of teken met een aanvaard risico.',
    de: 'Die Zusagen darunter ergeben {computed}, {slack} weniger als die zugesagten {offered}; {part} wiegt am schwersten. Verschärfen Sie jene Zusage, lockern Sie diese, oder zeichnen Sie mit akzeptiertem Risiko.',
  },
  'promise.chain.hours_not_covered': {
    en: 'The service hours of {part} do not cover those promised here: what happens outside them counts as lost.',
    nl: 'Het servicevenster van {part} dekt dit servicevenster niet: wat daarbuiten gebeurt telt als verloren.',
    de: 'Die Servicezeiten von {part} decken die hier zugesagten nicht: was außerhalb geschieht, zählt als verloren.',
  },
  'promise.chain.window_too_long': {
    en: '{part} is measured over a longer period than ours: all that may go wrong in it may do so in one of ours.',
    nl: '{part} wordt over een langere periode gemeten dan de onze: alles wat daarin mis mag gaan, kan in één van de onze misgaan.',
    de: '{part} wird über einen längeren Zeitraum gemessen als bei uns: alles, was darin fehlgehen darf, kann in einem unserer fehlgehen.',
  },
  'promise.chain.only_if_independent': {
    en: 'This holds only if the parts fail independently of each other; {certain} is certain even if they fail together.',
    nl: 'Dit geldt alleen als de onderdelen los van elkaar tekortschieten; {certain} is zeker, ook als ze samen tekortschieten.',
    de: 'Das gilt nur, wenn die Teile unabhängig voneinander ausfallen; {certain} sind sicher, auch wenn sie gemeinsam ausfallen.',
  },
  'promise.chain.waits': {
    en: '{part} works in fewer hours than this counts in: its {minutes} min may take {elapsed} min of ours.',
    nl: '{part} werkt minder uren dan hier tellen: de {minutes} min kan {elapsed} min van de onze duren.',
    de: '{part} arbeitet weniger Stunden, als hier zählen: die {minutes} min können {elapsed} min von unseren dauern.',
  },
  'promise.chain.ends_first': {
    en: '{promise} on {part} ends on {date}, before this one.',
    nl: '{promise} over {part} eindigt op {date}, eerder dan deze.',
    de: '{promise} zu {part} endet am {date}, vor dieser.',
  },
} as const satisfies Readonly<Record<string, Text>>;
