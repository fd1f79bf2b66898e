// Words about what is likely to be late.
import type { Text } from '../../kernel/text.ts';

export const predictionTexts = {
  likely_late: { en: 'Likely late', nl: 'Waarschijnlijk te laat', de: 'Wahrscheinlich zu spät' },
  title: { en: '{count} likely late', nl: '{count} waarschijnlijk te laat', de: '{count} wahrscheinlich zu spät' },
  none: {
    en: 'Nothing is likely to be late: {looked} looked at.',
    nl: 'Niets komt waarschijnlijk te laat: {looked} bekeken.',
    de: 'Nichts wird wahrscheinlich zu spät: {looked} betrachtet.',
  },
  too_few: {
    en: 'Too little work was finished to predict from yet.',
    nl: 'Er is nog te weinig werk afgerond om uit te voorspellen.',
    de: 'Es wurde noch zu wenig Arbeit abgeschlossen, um vorherzusagen.',
  },
  chance: { en: '{percent} chance', nl: '{percent} kans', de: '{percent} Wahrscheinlichkeit' },
  cause_late: { en: 'late already', nl: 'al te laat', de: 'schon zu spät' },
  cause_queue: {
    en: 'the team is busy for {wait} first',
    nl: 'het team is eerst nog {wait} bezig',
    de: 'das Team ist erst noch {wait} beschäftigt',
  },
  cause_handling: {
    en: 'such work takes {handling} more on average',
    nl: 'zulk werk duurt gemiddeld nog {handling}',
    de: 'solche Arbeit dauert im Mittel noch {handling}',
  },
  finishes: { en: 'expected {when}', nl: 'verwacht {when}', de: 'erwartet {when}' },
  due: { en: 'due {when}', nl: 'deadline {when}', de: 'fällig {when}' },
  rests_on: { en: '{cases} earlier cases', nl: '{cases} eerdere gevallen', de: '{cases} frühere Fälle' },
  rests_on_all: {
    en: '{cases} earlier cases of any priority',
    nl: '{cases} eerdere gevallen van elke prioriteit',
    de: '{cases} frühere Fälle jeder Priorität',
  },
  assumes: {
    en: 'Assumed: each team works on what is due first, one person on one thing, and handling takes as long as it did before ({handled} finished cases). Waiting work is left out.',
    nl: 'Aangenomen: elk team werkt aan wat het eerst af moet, één persoon aan één ding, en behandelen duurt zo lang als eerder ({handled} afgeronde gevallen). Wachtend werk telt niet mee.',
    de: 'Angenommen: jedes Team arbeitet an dem, was zuerst fällig ist, eine Person an einer Sache, und die Bearbeitung dauert wie zuvor ({handled} abgeschlossene Fälle). Wartende Arbeit zählt nicht mit.',
  },
  tested: {
    en: 'Looking back on {cases} cases at half of their time: of those said to be late {precision} were, of those that were late {recall} were said.',
    nl: 'Teruggekeken op {cases} gevallen op de helft van hun tijd: van wat te laat heette was {precision} te laat, van wat te laat was heette {recall} zo.',
    de: 'Rückblick auf {cases} Fälle bei halber Zeit: von den als zu spät genannten waren es {precision}, von den zu späten wurden {recall} genannt.',
  },
} satisfies Record<string, Text>;
