// Why a risk cannot be treated or accepted as asked, in words that say what would be right.
export const riskRefusals = {
  'risk.owner_outside': {
    en: 'owner must be a person of the integrator: name who answers for this risk.',
    nl: 'owner moet een persoon van de integrator zijn: noem wie voor dit risico instaat.',
    de: 'owner muss eine Person des Integrators sein: nennen Sie, wer für dieses Risiko einsteht.',
  },
  'risk.team_outside': {
    en: 'team must be a team of the integrator.',
    nl: 'team moet een team van de integrator zijn.',
    de: 'team muss ein Team des Integrators sein.',
  },
  'risk.treat.accept': {
    en: 'treatment must be avoid, reduce or transfer here. What is accepted needs an end: use the command to accept.',
    nl: 'treatment moet hier avoid, reduce of transfer zijn. Wat wordt aanvaard heeft een einde nodig: gebruik de opdracht om te aanvaarden.',
    de: 'treatment muss hier avoid, reduce oder transfer sein. Was akzeptiert wird, braucht ein Ende: verwenden Sie den Befehl zum Akzeptieren.',
  },
  'risk.treat.no_owner': {
    en: 'owner is needed: somebody must answer for what is done.',
    nl: 'owner is nodig: iemand moet instaan voor wat er wordt gedaan.',
    de: 'owner ist nötig: jemand muss für das einstehen, was getan wird.',
  },
  'risk.treat.worse': {
    en: 'aimed_likelihood times aimed_impact is {aimed}; a treatment must bring the score below {score}.',
    nl: 'aimed_likelihood maal aimed_impact is {aimed}; een behandeling moet de score onder {score} brengen.',
    de: 'aimed_likelihood mal aimed_impact ist {aimed}; eine Behandlung muss den Wert unter {score} bringen.',
  },
  'risk.in_past': {
    en: '{field} must be after {today}.',
    nl: '{field} moet na {today} liggen.',
    de: '{field} muss nach dem {today} liegen.',
  },
  'risk.accept.too_long': {
    en: 'accepted_until must be {latest} or earlier: a risk is decided anew at least once a year.',
    nl: 'accepted_until moet {latest} of eerder zijn: over een risico wordt minstens eens per jaar opnieuw beslist.',
    de: 'accepted_until muss {latest} oder früher sein: über ein Risiko wird mindestens einmal im Jahr neu entschieden.',
  },
  'risk.accept.over_appetite': {
    en: 'The score {score} is above the appetite of {most} ({why}). Only an executive may accept it; treat it otherwise.',
    nl: 'De score {score} ligt boven de risicobereidheid van {most} ({why}). Alleen de directie mag dit aanvaarden; behandel het anders.',
    de: 'Der Wert {score} liegt über der Risikobereitschaft von {most} ({why}). Nur die Leitung darf es akzeptieren; behandeln Sie es anders.',
  },
} as const;
