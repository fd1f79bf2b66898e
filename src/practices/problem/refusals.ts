// Why a problem does not do what was asked, in words that say what would be right.
export const problemRefusals = {
  'problem.open.no_team': {
    en: 'team must say who investigates: no team was found for the service, nor for the house.',
    nl: 'team moet zeggen wie onderzoekt: de dienst heeft geen team, en het huis ook niet.',
    de: 'team muss sagen, wer untersucht: der Service hat kein Team, und das Haus auch nicht.',
  },
  'problem.assign.other_party': {
    en: '{team} belongs to another organisation: put that organisation in the problem team instead.',
    nl: '{team} hoort bij een andere organisatie: neem die organisatie op in het probleemteam.',
    de: '{team} gehört zu einer anderen Organisation: nehmen Sie diese ins Problemteam auf.',
  },
  'problem.assign.not_in_team': {
    en: '{agent} is not a member of {team}.',
    nl: '{agent} is geen lid van {team}.',
    de: '{agent} ist kein Mitglied von {team}.',
  },
  'problem.take.no_team': {
    en: 'You are not in a team yet; ask an administrator to put you in one.',
    nl: 'U zit nog in geen team; vraag een beheerder om u toe te voegen.',
    de: 'Sie sind noch in keinem Team; bitten Sie einen Administrator darum.',
  },
  'problem.take.not_a_person': {
    en: 'Only a person can take a problem.',
    nl: 'Alleen een persoon kan een problem oppakken.',
    de: 'Nur eine Person kann ein Problem übernehmen.',
  },
  'problem.wait.wrong_reason': {
    en: 'waiting_reason {reason} is not a reason for waiting that is in use.',
    nl: 'waiting_reason {reason} is geen wachtreden die in gebruik is.',
    de: 'waiting_reason {reason} ist kein Wartegrund, der in Gebrauch ist.',
  },
  'problem.time.in_past': { en: '{field} must be later than now.', nl: '{field} moet later zijn dan nu.', de: '{field} muss später als jetzt sein.' },
  'problem.time.in_future': {
    en: '{field} is {value}, later than now.',
    nl: '{field} is {value}, later dan nu.',
    de: '{field} ist {value}, später als jetzt.',
  },
  'problem.team.not_a_supplier': {
    en: 'team_parties: {party} is not a supplier; members of the house come in by members.',
    nl: 'team_parties: {party} is geen leverancier; mensen van het huis horen bij members.',
    de: 'team_parties: {party} ist kein Lieferant; Leute des Hauses stehen unter members.',
  },
  'problem.team.stranger': {
    en: 'members: {person} works neither for the house nor for a supplier in the team. Add that supplier to team_parties first.',
    nl: 'members: {person} werkt niet bij het huis of een leverancier in het team. Zet die leverancier eerst in team_parties.',
    de: 'members: {person} arbeitet weder für das Haus noch für einen Lieferanten im Team. Ergänzen Sie diesen zuerst in team_parties.',
  },
  'problem.link.nothing': {
    en: 'incidents: every one of these is linked already.',
    nl: 'incidents: deze zijn allemaal al gekoppeld.',
    de: 'incidents: diese sind alle schon verknüpft.',
  },
  'problem.unlink.nothing': {
    en: 'incidents: none of these is linked to this problem.',
    nl: 'incidents: geen van deze is aan dit problem gekoppeld.',
    de: 'incidents: keines davon ist mit diesem Problem verknüpft.',
  },
  'problem.link.too_many': {
    en: 'incidents: a problem holds at most {limit} incidents.',
    nl: 'incidents: aan een problem hangen hoogstens {limit} incidenten.',
    de: 'incidents: ein Problem hat höchstens {limit} Incidents.',
  },
  'problem.hypothesis.unknown': {
    en: 'hypothesis {hypothesis} does not exist here; give one of: {options}.',
    nl: 'hypothesis {hypothesis} bestaat hier niet; geef een van: {options}.',
    de: 'hypothesis {hypothesis} gibt es hier nicht; geben Sie eine von: {options}.',
  },
  'problem.hypothesis.too_many': {
    en: 'A problem holds at most 50 hypotheses with 100 pieces of evidence each.',
    nl: 'Een problem heeft hoogstens 50 hypothesen met elk 100 stukken bewijs.',
    de: 'Ein Problem hat höchstens 50 Hypothesen mit je 100 Belegen.',
  },
  'problem.timeline.wrong_time': {
    en: 'timeline: {value} is not an instant with zone, such as 2026-03-01T09:30:00Z.',
    nl: 'timeline: {value} is geen tijdstip met zone, zoals 2026-03-01T09:30:00Z.',
    de: 'timeline: {value} ist kein Zeitpunkt mit Zone, etwa 2026-03-01T09:30:00Z.',
  },
  'problem.timeline.unknown_record': {
    en: 'timeline: {value} is neither this problem nor an incident or change linked to it.',
    nl: 'timeline: {value} is niet dit problem, en geen incident of wijziging die eraan hangt.',
    de: 'timeline: {value} ist weder dieses Problem noch ein verknüpftes Incident oder ein Change.',
  },
  'problem.whys.loose': {
    en: 'whys: {why} explains {of}, which must stand before it in the list.',
    nl: 'whys: {why} verklaart {of}, en dat moet er in de lijst voor staan.',
    de: 'whys: {why} erklärt {of}; das muss in der Liste davor stehen.',
  },
  'problem.whys.twice': {
    en: 'whys: {why} stands in the list twice; every answer needs an id of its own.',
    nl: 'whys: {why} staat twee keer in de lijst; elk antwoord heeft een eigen id nodig.',
    de: 'whys: {why} steht zweimal in der Liste; jede Antwort braucht eine eigene id.',
  },
  'problem.identify.no_workaround': {
    en: 'workaround must say how to get round it, or no_workaround that none exists.',
    nl: 'workaround moet zeggen hoe men eromheen werkt, of no_workaround dat dit niet kan.',
    de: 'workaround muss sagen, wie man es umgeht, oder no_workaround, dass es keine Umgehung gibt.',
  },
  'problem.identify.both': {
    en: 'no_workaround says that none exists, but workaround gives one. Leave out one of the two.',
    nl: 'no_workaround zegt dat er geen is, maar workaround geeft er een. Laat een van beide weg.',
    de: 'no_workaround sagt, es gebe keine, aber workaround nennt eine. Lassen Sie eines von beiden weg.',
  },
  'problem.verify.too_short': {
    en: 'verify_until must be later than fixed_at and than now.',
    nl: 'verify_until moet later zijn dan fixed_at en dan nu.',
    de: 'verify_until muss später als fixed_at und als jetzt sein.',
  },
  'problem.close.not_over': {
    en: 'The verification window runs until {until}. Found so far: {found}; expected with the cause still there: {expected}. Or accept the risk.',
    nl: 'De verificatie loopt tot {until}. Tot nu toe gevonden: {found}; verwacht als de oorzaak er nog was: {expected}. Of aanvaard het risico.',
    de: 'Die Verifizierung läuft bis {until}. Bisher gefunden: {found}; bei fortbestehender Ursache erwartet: {expected}. Oder akzeptieren Sie das Risiko.',
  },
  'problem.close.recurs': {
    en: '{found} found where {expected} were expected: so few or fewer come in {chance} of such windows with nothing repaired, and at most {level} is proof. Investigate again, or accept the risk.',
    nl: '{found} gevonden waar er {expected} werden verwacht: zo weinig of minder komt in {chance} van zulke vensters ook voor als niets is gerepareerd, en pas bij hoogstens {level} is het bewijs. Onderzoek opnieuw, of aanvaard het risico.',
    de: '{found} gefunden, wo {expected} erwartet wurden: so wenige oder weniger kommen in {chance} solcher Zeiträume auch ohne Reparatur vor, und erst höchstens {level} gilt als Nachweis. Untersuchen Sie erneut, oder akzeptieren Sie das Risiko.',
  },
  'problem.close.too_rare': {
    en: 'None came back, but only {expected} were expected: too few to prove anything yet ({chance} by mere chance). Verify until {until}, or accept the risk.',
    nl: 'Geen kwam terug, maar er werden er ook maar {expected} verwacht: te weinig om nu al iets te bewijzen ({chance} louter toeval). Verifieer tot {until}, of aanvaard het risico.',
    de: 'Keines kam wieder, aber es wurden nur {expected} erwartet: zu wenig für einen Nachweis ({chance} reiner Zufall). Verifizieren Sie bis {until}, oder akzeptieren Sie das Risiko.',
  },
  'problem.close.no_baseline': {
    en: 'No incident counts in the {days} days before fixed_at, so nothing can be compared. Link the incidents, set matches, or give more baseline_days with "Verify longer"; or accept the risk.',
    nl: 'In de {days} dagen voor fixed_at telt geen incident, dus er valt niets te vergelijken. Koppel de incidenten, vul matches in, of geef meer baseline_days met "Langer verifiëren"; of aanvaard het risico.',
    de: 'In den {days} Tagen vor fixed_at zählt kein Incident, es gibt also nichts zu vergleichen. Verknüpfen Sie die Incidents, füllen Sie matches aus, oder geben Sie mit "Länger verifizieren" mehr baseline_days; oder akzeptieren Sie das Risiko.',
  },
  'problem.close.risk_owner': {
    en: 'risk_owner {person} must be a person of the house.',
    nl: 'risk_owner {person} moet iemand van het huis zijn.',
    de: 'risk_owner {person} muss eine Person des Hauses sein.',
  },
} as const;
