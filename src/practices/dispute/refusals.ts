// Why time cannot be contested, answered or ruled on, in words that say what would be right.
export const disputeRefusals = {
  'dispute.open.no_ledger': {
    en: '{about} has no ledger; contest the time of an incident or a work order.',
    nl: '{about} heeft geen tijdverdeling; betwist de tijd van een incident of een werkopdracht.',
    de: '{about} hat keinen Zeitnachweis; bestreiten Sie die Zeit eines Incidents oder eines Arbeitsauftrags.',
  },
  'dispute.open.wrong_period': {
    en: 'ends_at must be later than starts_at.',
    nl: 'ends_at moet later zijn dan starts_at.',
    de: 'ends_at muss später als starts_at sein.',
  },
  'dispute.open.outside': {
    en: 'The ledger of {about} runs from {from} to {to}; choose a time within it.',
    nl: 'De tijdverdeling van {about} loopt van {from} tot {to}; kies een tijd daarbinnen.',
    de: 'Der Zeitnachweis von {about} läuft von {from} bis {to}; wählen Sie eine Zeit darin.',
  },
  'dispute.open.other_party': {
    en: 'From {from} the ledger of {about} says {party}, not {held}. Contest one stretch of one party at a time.',
    nl: 'Vanaf {from} zegt de tijdverdeling van {about} {party}, niet {held}. Betwist één stuk van één partij tegelijk.',
    de: 'Ab {from} sagt der Zeitnachweis von {about} {party}, nicht {held}. Bestreiten Sie jeweils ein Stück einer Partei.',
  },
  'dispute.open.same_party': {
    en: 'claimed is {claimed}, whose time it is already.',
    nl: 'claimed is {claimed}, en het is al hun tijd.',
    de: 'claimed ist {claimed}, und es ist bereits deren Zeit.',
  },
  'dispute.open.not_yours': {
    en: 'held must be your own organisation, and claimed the integrator: you contest your own time.',
    nl: 'held moet uw eigen organisatie zijn, en claimed de integrator: u betwist uw eigen tijd.',
    de: 'held muss Ihre eigene Organisation sein und claimed der Integrator: Sie bestreiten Ihre eigene Zeit.',
  },
  'dispute.open.between_others': {
    en: 'held or claimed must be the integrator: what lies between two other parties is a dispute with each of them.',
    nl: 'held of claimed moet de integrator zijn: wat tussen twee andere partijen ligt, is een betwisting met elk van hen.',
    de: 'held oder claimed muss der Integrator sein: was zwischen zwei anderen Parteien liegt, ist ein Einspruch mit jeder von ihnen.',
  },
  'dispute.open.stranger': {
    en: 'claimed {claimed} has no part in {about}.',
    nl: 'claimed {claimed} heeft niets met {about} te maken.',
    de: 'claimed {claimed} hat mit {about} nichts zu tun.',
  },
  'dispute.open.overlaps': {
    en: '{other} is about part of this time already; wait for its ruling or choose another time.',
    nl: '{other} gaat al over een deel van deze tijd; wacht op de uitspraak of kies een andere tijd.',
    de: '{other} betrifft bereits einen Teil dieser Zeit; warten Sie die Entscheidung ab oder wählen Sie eine andere Zeit.',
  },
  'dispute.rule.not_answered': {
    en: '{asked} has not answered yet and has until {until}.',
    nl: '{asked} heeft nog niet geantwoord en heeft tot {until}.',
    de: '{asked} hat noch nicht geantwortet und hat bis {until} Zeit.',
  },
} as const;
