// Why a change cannot be planned, implemented, reviewed or closed, in words that say what would be right.
export const doingRefusals = {
  'change.submit.no_time': {
    en: '{field} is empty. Say when it is to be done.',
    nl: '{field} is leeg. Zeg wanneer het moet gebeuren.',
    de: '{field} ist leer. Sagen Sie, wann es geschehen soll.',
  },
  'change.revise.standard': {
    en: 'type cannot stay standard when the request differs from its model. Choose normal.',
    nl: 'type kan geen standard blijven als de aanvraag van het model afwijkt. Kies normal.',
    de: 'type kann nicht standard bleiben, wenn der Antrag vom Modell abweicht. Wählen Sie normal.',
  },
  'change.item_updates.other_item': {
    en: 'item_updates names {item}, which is not among the items of the change. Add it there, or leave it out.',
    nl: 'item_updates noemt {item}, dat niet bij de items van de wijziging staat. Voeg het daar toe of laat het weg.',
    de: 'item_updates nennt {item}, das nicht zu den Elementen des Changes gehört. Fügen Sie es dort hinzu, oder lassen Sie es weg.',
  },
  'change.schedule.outage_longer': {
    en: 'planned_end: the outage of {outage} minutes does not fit in a window of {window}. Plan longer.',
    nl: 'planned_end: de onderbreking van {outage} minuten past niet in een venster van {window}. Plan langer.',
    de: 'planned_end: Die Unterbrechung von {outage} Minuten passt nicht in ein Fenster von {window}. Planen Sie länger.',
  },
  'change.implement.not_ready': {
    en: 'It is {state}; it is implemented from {right} on.',
    nl: 'Het is {state}; uitvoeren kan vanaf {right}.',
    de: 'Er ist {state}; umgesetzt wird ab {right}.',
  },
  'change.implement.missing': {
    en: '{field} is empty. Only an emergency is implemented without it, and owes it afterwards.',
    nl: '{field} is leeg. Alleen spoed wordt zonder uitgevoerd, en blijft het daarna schuldig.',
    de: '{field} ist leer. Nur ein Notfall wird ohne umgesetzt und schuldet es danach.',
  },
  'change.implement.too_early': {
    en: 'planned_start is {start}. Wait, or schedule it anew.',
    nl: 'planned_start is {start}. Wacht, of plan opnieuw.',
    de: 'planned_start ist {start}. Warten Sie, oder planen Sie neu.',
  },
  'change.implement.too_late': {
    en: 'planned_end was {end}. Schedule it anew.',
    nl: 'planned_end was {end}. Plan opnieuw.',
    de: 'planned_end war {end}. Planen Sie neu.',
  },
  'change.complete.task_open': {
    en: 'tasks: {task} is not done. Finish or cancel every task first.',
    nl: 'tasks: {task} is niet klaar. Rond eerst elke taak af of laat die vervallen.',
    de: 'tasks: {task} ist nicht erledigt. Schließen Sie zuerst jede Aufgabe ab oder lassen Sie sie entfallen.',
  },
  'change.complete.task_failed': {
    en: 'go_on must say why to go on although {task} failed; or back the change out.',
    nl: 'go_on moet zeggen waarom doorgaan kan hoewel {task} mislukte; of draai de wijziging terug.',
    de: 'go_on muss sagen, warum es weitergeht, obwohl {task} scheiterte; oder nehmen Sie den Change zurück.',
  },
  'change.review.was_backed_out': {
    en: 'outcome must be backed_out or failed: it was backed out.',
    nl: 'outcome moet backed_out of failed zijn: het is teruggedraaid.',
    de: 'outcome muss backed_out oder failed sein: Er wurde zurückgenommen.',
  },
  'change.review.not_backed_out': {
    en: 'outcome cannot be backed_out: it stands as implemented. Back it out, or choose another outcome.',
    nl: 'outcome kan niet backed_out zijn: het staat als doorgevoerd. Draai het terug, of kies een andere uitkomst.',
    de: 'outcome kann nicht backed_out sein: Er gilt als umgesetzt. Nehmen Sie ihn zurück, oder wählen Sie ein anderes Ergebnis.',
  },
  'change.review.incidents': {
    en: 'incidents: {incident} and others ({count} in all) came after it. Choose another outcome, or give incidents without those that had another cause.',
    nl: 'incidents: {incident} en andere ({count} samen) kwamen erna. Kies een andere uitkomst, of geef incidents zonder die met een andere oorzaak.',
    de: 'incidents: {incident} und weitere (zusammen {count}) kamen danach. Wählen Sie ein anderes Ergebnis, oder geben Sie incidents ohne jene mit anderer Ursache an.',
  },
  'change.close.owes': {
    en: '{field} is still owed: the emergency went without it. Bring it before closing.',
    nl: '{field} is nog verschuldigd: de spoedwijziging ging zonder. Lever het voor het sluiten.',
    de: '{field} wird noch geschuldet: Der Notfall ging ohne. Reichen Sie es vor dem Schließen nach.',
  },
  'change.inform.no_notice': {
    en: 'notice is empty. Say in the words of customers what they will notice.',
    nl: 'notice is leeg. Zeg in woorden van klanten wat zij ervan merken.',
    de: 'notice ist leer. Sagen Sie in Worten der Kunden, was sie davon merken.',
  },
  'change.inform.nobody': {
    en: 'affected_customers is empty. Assess the change, or say who is affected.',
    nl: 'affected_customers is leeg. Beoordeel de wijziging, of zeg wie het raakt.',
    de: 'affected_customers ist leer. Bewerten Sie den Change, oder sagen Sie, wer betroffen ist.',
  },
  'change.answer.whose': {
    en: 'customer must be one of those that were informed.',
    nl: 'customer moet een van de geïnformeerde klanten zijn.',
    de: 'customer muss einer der informierten Kunden sein.',
  },
  'change.answer.needs_note': {
    en: 'note must say why you object; or, when you write it down for a customer, who said it.',
    nl: 'note moet zeggen waarom u bezwaar maakt; of, als u het voor een klant opschrijft, wie het zei.',
    de: 'note muss sagen, warum Sie widersprechen; oder, wenn Sie es für einen Kunden aufschreiben, wer es sagte.',
  },
} as const;
