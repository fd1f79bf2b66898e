// Why an improvement cannot start, be measured or be called done, in words that say what is missing.
export const improvementRefusals = {
  'improvement.start.limit': {
    en: 'There are {doing} improvements being done, and the limit is {limit}. Finish one first, or set beyond_limit.',
    nl: 'Er lopen {doing} verbeteringen en de grens is {limit}. Rond er eerst een af, of zet beyond_limit aan.',
    de: 'Es laufen {doing} Verbesserungen, die Grenze ist {limit}. Schließen Sie zuerst eine ab oder setzen Sie beyond_limit.',
  },
  'improvement.needs_owner': {
    en: 'owner: nobody leads this yet. Name somebody before it starts.',
    nl: 'owner: niemand trekt dit nog. Noem iemand voordat het begint.',
    de: 'owner: niemand leitet dies. Nennen Sie jemanden, bevor es beginnt.',
  },
  'improvement.needs_measure': {
    en: '{field}: without it nobody can tell whether this helped. Give measure, unit, better and expected before it starts.',
    nl: '{field}: zonder dit kan niemand zeggen of het hielp. Geef measure, unit, better en expected voordat het begint.',
    de: '{field}: ohne dies kann niemand sagen, ob es half. Geben Sie measure, unit, better und expected an, bevor es beginnt.',
  },
  'improvement.expected_no_better': {
    en: 'expected: {expected} is not {better} than the baseline {baseline}.',
    nl: 'expected: {expected} is niet {better} dan de nulmeting {baseline}.',
    de: 'expected: {expected} ist nicht {better} als der Ausgangswert {baseline}.',
  },
  'improvement.measure.no_values': {
    en: 'before, after: this measure has no value for {missing}. Give the values by month, and where they are from.',
    nl: 'before, after: deze maat heeft geen waarde voor {missing}. Geef de waarden per maand, en waar ze vandaan komen.',
    de: 'before, after: diese Kennzahl hat keinen Wert für {missing}. Geben Sie die Werte je Monat an, und woher sie stammen.',
  },
  'improvement.measure.too_early': {
    en: 'The {months} months after {starts_on} are over on {until}; measure then, or choose fewer months.',
    nl: 'De {months} maanden na {starts_on} zijn voorbij op {until}; meet dan, of kies minder maanden.',
    de: 'Die {months} Monate nach {starts_on} sind am {until} vorbei; messen Sie dann oder wählen Sie weniger Monate.',
  },
  'improvement.measure.needs_source': {
    en: 'from: values that are written by hand say where they are from.',
    nl: 'from: waarden die met de hand zijn ingevuld zeggen waar ze vandaan komen.',
    de: 'from: von Hand eingetragene Werte sagen, woher sie stammen.',
  },
  'improvement.finish.not_measured': {
    en: 'measured: this is done only with the measurement. Still missing: {missing}.',
    nl: 'measured: dit is pas klaar met de meting. Wat nog ontbreekt: {missing}.',
    de: 'measured: fertig ist dies erst mit der Messung. Es fehlt noch: {missing}.',
  },
} as const;
