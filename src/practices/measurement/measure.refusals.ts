// Why something cannot be done with a measure or a scorecard, in words that say what would be right.
export const measureRefusals = {
  'measure.open.unknown_code': {
    en: 'There is no formula {code}. Choose one that is: {known}.',
    nl: 'Er is geen formule {code}. Kies een die er is: {known}.',
    de: 'Es gibt keine Formel {code}. Wählen Sie eine vorhandene: {known}.',
  },
  'measure.open.taken': {
    en: '{other} is the measure of {code} already. One formula has one measure; change that one.',
    nl: '{other} is al de meetwaarde van {code}. Een formule heeft één meetwaarde; wijzig die.',
    de: '{other} ist bereits die Kennzahl von {code}. Eine Formel hat eine Kennzahl; ändern Sie jene.',
  },
  'measure.target.out_of_range': {
    en: 'target must be from 0 to {most} for this unit.',
    nl: 'target moet bij deze eenheid van 0 tot {most} zijn.',
    de: 'target muss bei dieser Einheit von 0 bis {most} sein.',
  },
  'measure.board.full': {
    en: 'The scorecard has {most} figures already, which is all a person takes in. Take one off first.',
    nl: 'De scorekaart heeft al {most} cijfers; meer neemt niemand op. Haal er eerst een af.',
    de: 'Die Scorecard hat bereits {most} Zahlen; mehr nimmt niemand auf. Nehmen Sie zuerst eine herunter.',
  },
  'measure.rebase.in_future': {
    en: 'since must not be later than today: a baseline begins when the way of working has changed.',
    nl: 'since mag niet later dan vandaag zijn: een nullijn begint als de werkwijze is veranderd.',
    de: 'since darf nicht nach heute liegen: eine Basislinie beginnt, wenn sich die Arbeitsweise geändert hat.',
  },
  'measure.rebase.not_later': {
    en: 'since must be later than {last}, when the present baseline began.',
    nl: 'since moet later zijn dan {last}, toen de huidige nullijn begon.',
    de: 'since muss nach {last} liegen, als die jetzige Basislinie begann.',
  },
} as const;
