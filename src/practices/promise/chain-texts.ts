// What is said of a chain of promises: why it does or does not carry the one above, and what the figures rest on.
import type { Text } from '../../kernel/text.ts';

export const chainTexts = {
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
  'promise.chain.only_measured': {
    en: 'Satisfaction does not follow from what is promised beneath. It is only measured.',
    nl: 'Tevredenheid volgt niet uit wat onderliggend is toegezegd. Ze wordt alleen gemeten.',
    de: 'Zufriedenheit folgt nicht aus dem, was darunter zugesagt ist. Sie wird nur gemessen.',
  },
  'promise.chain.throughput_too_low': {
    en: '{part} handles {supply} cases in that time; {demand} are promised on all that needs it.',
    nl: '{part} handelt in die tijd {supply} gevallen af; op alles wat het nodig heeft zijn er {demand} toegezegd.',
    de: '{part} erledigt in dieser Zeit {supply} Fälle; auf allem, was es braucht, sind {demand} zugesagt.',
  },
  'promise.chain.credit_gap': {
    en: 'At worst {owed} {currency} is owed per period; {gap} {currency} of it does not come back from suppliers.',
    nl: 'In het slechtste geval is per periode {owed} {currency} verschuldigd; {gap} {currency} daarvan komt niet terug van leveranciers.',
    de: 'Schlimmstenfalls sind je Zeitraum {owed} {currency} geschuldet; {gap} {currency} davon kommen nicht von Lieferanten zurück.',
  },
  'promise.chain.credit_currency': {
    en: 'What {promise} gives back is in {currency} and is not counted here.',
    nl: 'Wat {promise} teruggeeft is in {currency} en telt hier niet mee.',
    de: 'Was {promise} erstattet, ist in {currency} und zählt hier nicht mit.',
  },
  'promise.assumes.order_one': {
    en: 'One part fails at a time; the slowest of them counts.',
    nl: 'Er valt één onderdeel tegelijk uit; het traagste telt.',
    de: 'Es fällt ein Teil zur Zeit aus; der langsamste zählt.',
  },
  'promise.assumes.order_sequence': {
    en: 'All parts are worked on, one after the other.',
    nl: 'Aan alle onderdelen wordt na elkaar gewerkt.',
    de: 'An allen Teilen wird nacheinander gearbeitet.',
  },
  'promise.assumes.order_parallel': {
    en: 'All parts are worked on at the same time; the slowest counts.',
    nl: 'Aan alle onderdelen wordt tegelijk gewerkt; het traagste telt.',
    de: 'An allen Teilen wird gleichzeitig gearbeitet; der langsamste zählt.',
  },
  'promise.assumes.full_targets': {
    en: 'Every party takes all the time it was given.',
    nl: 'Elke partij gebruikt alle tijd die ze kreeg.',
    de: 'Jede Partei braucht alle Zeit, die sie hat.',
  },
  'promise.assumes.no_handover': {
    en: 'Handing over takes no time beyond the time to accept.',
    nl: 'Overdragen kost geen tijd naast de tijd om aan te nemen.',
    de: 'Das Übergeben kostet keine Zeit außer der bis zur Annahme.',
  },
  'promise.assumes.no_rework': {
    en: 'Work does not come back.',
    nl: 'Werk komt niet terug.',
    de: 'Arbeit kommt nicht zurück.',
  },
  'promise.assumes.rework_average': {
    en: 'Work that comes back is counted on average, not at worst.',
    nl: 'Werk dat terugkomt telt gemiddeld, niet in het slechtste geval.',
    de: 'Arbeit, die zurückkommt, zählt im Mittel, nicht im schlimmsten Fall.',
  },
  'promise.assumes.year_of_hours': {
    en: 'Hours were compared over the year from today, at the worst moment to begin.',
    nl: 'Vensters zijn vergeleken over het jaar vanaf vandaag, op het slechtste moment van beginnen.',
    de: 'Zeiten wurden über das Jahr ab heute verglichen, zum schlechtesten Zeitpunkt des Beginns.',
  },
  'promise.assumes.shares_bound': {
    en: 'Shares of cases are judged by what is certain (a lower bound); the estimate beside it takes the stages to be late independently.',
    nl: 'Delen van gevallen worden beoordeeld op wat zeker is (een ondergrens); de schatting ernaast neemt aan dat stappen los van elkaar te laat zijn.',
    de: 'Anteile der Fälle werden nach dem beurteilt, was sicher ist (eine Untergrenze); die Schätzung daneben nimmt an, dass Schritte unabhängig voneinander zu spät sind.',
  },
  'promise.assumes.independent': {
    en: 'Parts fail independently of each other; the bounds hold even when they do not.',
    nl: 'Onderdelen vallen los van elkaar uit; de grenzen gelden ook als dat niet zo is.',
    de: 'Teile fallen unabhängig voneinander aus; die Grenzen gelten auch, wenn nicht.',
  },
  'promise.assumes.shared_once': {
    en: 'A part used more than once is counted once.',
    nl: 'Een onderdeel dat vaker wordt gebruikt telt één keer.',
    de: 'Ein mehrfach genutzter Teil zählt einmal.',
  },
  'promise.assumes.common_cause': {
    en: 'Redundant parts share the part of their failures that was given as common cause.',
    nl: 'Redundante onderdelen delen het deel van hun storingen dat als gemeenschappelijke oorzaak is opgegeven.',
    de: 'Redundante Teile teilen den als gemeinsame Ursache angegebenen Anteil ihrer Ausfälle.',
  },
  'promise.assumes.no_common_cause': {
    en: 'Redundant parts have no cause of failure in common.',
    nl: 'Redundante onderdelen hebben geen gemeenschappelijke storingsoorzaak.',
    de: 'Redundante Teile haben keine gemeinsame Ausfallursache.',
  },
  'promise.assumes.spread_evenly': {
    en: 'What may go wrong in a period is spread evenly over its hours.',
    nl: 'Wat in een periode mis mag gaan is gelijk over de uren verdeeld.',
    de: 'Was in einem Zeitraum fehlgehen darf, ist gleichmäßig über die Stunden verteilt.',
  },
  'promise.assumes.every_case': {
    en: 'Every case needs every part.',
    nl: 'Elk geval heeft elk onderdeel nodig.',
    de: 'Jeder Fall braucht jeden Teil.',
  },
} as const satisfies Readonly<Record<string, Text>>;
