// Why a meeting cannot be planned, held or closed as asked, in words that say what would be right.
export const cabRefusals = {
  'cab_meeting.chair_outside': {
    en: 'chair must be somebody of the integrator: {chair} is of another organisation.',
    nl: 'chair moet iemand van de integrator zijn: {chair} is van een andere organisatie.',
    de: 'chair muss zum Integrator gehören: {chair} gehört zu einer anderen Organisation.',
  },
  'cab_meeting.person_left': {
    en: '{person} has left; ask somebody else.',
    nl: '{person} is vertrokken; vraag iemand anders.',
    de: '{person} ist ausgeschieden; fragen Sie jemand anderen.',
  },
  'cab_meeting.nobody': {
    en: 'members is empty: name at least one person who is asked to vote.',
    nl: 'members is leeg: noem minstens één persoon die gevraagd wordt te stemmen.',
    de: 'members ist leer: nennen Sie mindestens eine Person, die abstimmen soll.',
  },
  'cab_meeting.cut_off_late': {
    en: 'cut_off must not be later than the start, {starts_at}.',
    nl: 'cut_off mag niet later zijn dan het begin, {starts_at}.',
    de: 'cut_off darf nicht nach dem Beginn liegen, {starts_at}.',
  },
  'cab_meeting.no_deadline': {
    en: 'deadline is needed when votes are given by a deadline, and must be later than {after}.',
    nl: 'deadline is nodig als er vóór een tijdstip wordt gestemd, en moet later zijn dan {after}.',
    de: 'deadline ist nötig, wenn bis zu einer Frist abgestimmt wird, und muss nach {after} liegen.',
  },
  'cab_meeting.quorum': {
    en: 'rule: a quorum of {quorum} cannot be reached by {members} members.',
    nl: 'rule: een quorum van {quorum} is met {members} leden niet te halen.',
    de: 'rule: ein Quorum von {quorum} ist mit {members} Mitgliedern nicht erreichbar.',
  },
  'cab_meeting.plan.emergency_only': {
    en: 'kind must be emergency: regular meetings are planned by a process or service level manager.',
    nl: 'kind moet emergency zijn: reguliere vergaderingen plant een procesmanager of servicelevelmanager.',
    de: 'kind muss emergency sein: reguläre Sitzungen plant das Prozess- oder Service-Level-Management.',
  },
  'cab_meeting.add.already': {
    en: '{change} is on the agenda already.',
    nl: '{change} staat al op de agenda.',
    de: '{change} steht bereits auf der Agenda.',
  },
  'cab_meeting.add.not_to_judge': {
    en: 'change: {change} is {state}; only a change that was submitted and has not come to an end can be judged.',
    nl: 'change: {change} is {state}; alleen een ingediende change die nog loopt, kan worden beoordeeld.',
    de: 'change: {change} ist {state}; nur ein eingereichter, noch offener Change kann beurteilt werden.',
  },
  'cab_meeting.add.elsewhere': {
    en: '{change} is judged by {meeting}; take it off that agenda first.',
    nl: '{change} wordt beoordeeld door {meeting}; haal het daar eerst van de agenda.',
    de: '{change} wird von {meeting} beurteilt; nehmen Sie ihn dort zuerst von der Agenda.',
  },
  'cab_meeting.add.why_late': {
    en: 'reason is needed after the cut-off: why can it not wait for the next meeting?',
    nl: 'reason is nodig na sluiting van de agenda: waarom kan het niet tot de volgende keer wachten?',
    de: 'reason ist nach dem Annahmeschluss nötig: warum kann es nicht bis zur nächsten Sitzung warten?',
  },
  'cab_meeting.not_on_agenda': {
    en: '{change} is not on the agenda.',
    nl: '{change} staat niet op de agenda.',
    de: '{change} steht nicht auf der Agenda.',
  },
  'cab_meeting.drop.current': {
    en: '{change} is on the table now; go on to another item first.',
    nl: '{change} is nu aan de orde; ga eerst door naar een ander punt.',
    de: '{change} ist gerade an der Reihe; gehen Sie zuerst zu einem anderen Punkt.',
  },
  'cab_meeting.start.by_deadline': {
    en: 'Votes are given by a deadline here: there is no meeting to start. Freeze the agenda to open the vote.',
    nl: 'Hier wordt vóór een tijdstip gestemd: er is geen vergadering om te beginnen. Bevries de agenda om de stemming te openen.',
    de: 'Hier wird bis zu einer Frist abgestimmt: es gibt keine Sitzung zu eröffnen. Frieren Sie die Agenda ein, um die Abstimmung zu öffnen.',
  },
  'cab_meeting.next.moved_on': {
    en: 'Somebody went on already: {current} is on the table now.',
    nl: 'Iemand is al doorgegaan: nu is {current} aan de orde.',
    de: 'Jemand ist schon weitergegangen: jetzt ist {current} an der Reihe.',
  },
  'cab_meeting.next.last': {
    en: 'That was the last item. Close the meeting, or choose an item.',
    nl: 'Dat was het laatste punt. Sluit de vergadering, of kies een punt.',
    de: 'Das war der letzte Punkt. Schließen Sie die Sitzung oder wählen Sie einen Punkt.',
  },
  'cab_meeting.not_a_member': {
    en: '{person} is not a member of this meeting.',
    nl: '{person} is geen lid van deze vergadering.',
    de: '{person} ist kein Mitglied dieser Sitzung.',
  },
  'cab_meeting.only_oneself': {
    en: 'person: only the chair notes who else is there.',
    nl: 'person: alleen de voorzitter noteert wie er verder zijn.',
    de: 'person: nur der Vorsitz vermerkt, wer sonst da ist.',
  },
  'cab_meeting.no_action': {
    en: 'number: there is no open action {number}.',
    nl: 'number: er is geen open actie {number}.',
    de: 'number: es gibt keine offene Aufgabe {number}.',
  },
  'cab_meeting.finish.not_yours': {
    en: 'That action is of {owner}; they or the chair say that it is done.',
    nl: 'Die actie is van {owner}; zij of de voorzitter melden dat ze gedaan is.',
    de: 'Diese Aufgabe gehört {owner}; diese Person oder der Vorsitz meldet sie erledigt.',
  },
  'cab_meeting.close.not_begun': {
    en: 'The meeting has not begun; start it, or cancel it.',
    nl: 'De vergadering is niet begonnen; begin of zeg af.',
    de: 'Die Sitzung hat nicht begonnen; beginnen Sie sie oder sagen Sie sie ab.',
  },
  'cab_meeting.close.voting': {
    en: 'The vote runs until {deadline}; close it after that.',
    nl: 'De stemming loopt tot {deadline}; sluit daarna.',
    de: 'Die Abstimmung läuft bis {deadline}; schließen Sie danach.',
  },
  'cab_meeting.close.undecided': {
    en: '{change} is not decided; the chair closes the meeting.',
    nl: 'Over {change} is niet besloten; de voorzitter sluit de vergadering.',
    de: 'Über {change} ist nicht entschieden; der Vorsitz schließt die Sitzung.',
  },
  'cab_meeting.recur.when': {
    en: 'begins_at is needed: this meeting does not repeat by itself.',
    nl: 'begins_at is nodig: deze vergadering herhaalt zich niet vanzelf.',
    de: 'begins_at ist nötig: diese Sitzung wiederholt sich nicht von selbst.',
  },
  'cab_meeting.recur.already': {
    en: 'The next one is planned already: {next}.',
    nl: 'De volgende is al gepland: {next}.',
    de: 'Die nächste ist bereits geplant: {next}.',
  },
} as const;
