// Why a verification cannot go on as asked, in words that say what would be right.
export const verificationRefusals = {
  'verification.compare.nothing_found': {
    en: 'Nothing was recorded as found yet. Give a list, or confirm items by hand, before comparing.',
    nl: 'Er is nog niets als gevonden vastgelegd. Geef een lijst of bevestig items met de hand voordat u vergelijkt.',
    de: 'Noch ist nichts als gefunden erfasst. Geben Sie eine Liste an oder bestätigen Sie Elemente von Hand, bevor Sie vergleichen.',
  },
  'verification.find.nameless': {
    en: 'found: number {row} has no item, key or name; give one of them.',
    nl: 'found: nummer {row} heeft geen item, key of name; geef een daarvan.',
    de: 'found: Nummer {row} hat kein item, keinen key und keinen name; geben Sie eines davon an.',
  },
  'verification.decide.no_difference': {
    en: '{difference} is no difference of this verification.',
    nl: '{difference} is geen verschil van deze verificatie.',
    de: '{difference} ist keine Abweichung dieser Verifizierung.',
  },
  'verification.decide.needs_reason': {
    en: 'Say why it is accepted or raised.',
    nl: 'Zeg waarom het wordt geaccepteerd of aangekaart.',
    de: 'Sagen Sie, warum es angenommen oder veranlasst wird.',
  },
  'verification.decide.decided': {
    en: '{difference} is decided already: {decision}.',
    nl: 'Over {difference} is al beslist: {decision}.',
    de: 'Über {difference} ist bereits entschieden: {decision}.',
  },
  'verification.decide.no_type': {
    en: 'It was found without a type that is known here ({type}), so it cannot be recorded by itself. Record it by hand, then accept the difference.',
    nl: 'Het is gevonden zonder een type dat hier bekend is ({type}) en kan niet vanzelf worden vastgelegd. Leg het met de hand vast en accepteer dan het verschil.',
    de: 'Es wurde ohne einen hier bekannten Typ ({type}) gefunden und kann nicht von selbst erfasst werden. Erfassen Sie es von Hand und nehmen Sie dann die Abweichung an.',
  },
  'verification.close.undecided': {
    en: '{left} differences are not decided yet. Decide them first.',
    nl: 'Over {left} verschillen is nog niet beslist. Doe dat eerst.',
    de: 'Über {left} Abweichungen ist noch nicht entschieden. Tun Sie das zuerst.',
  },
} as const;
