// The names of the tabs of the records of the model: apart from the words of their screens, which come with these.
import type { Text } from '../../kernel/text.ts';

export const modelWords = {
  process: { en: 'Process', nl: 'Proces', de: 'Prozess' },
  raci: { en: 'RACI', nl: 'RACI', de: 'RACI' },
  matrix: { en: 'Matrix', nl: 'Matrix', de: 'Matrix' },
  compare: { en: 'Compare', nl: 'Vergelijken', de: 'Vergleichen' },
  conflicts: { en: 'Conflicts', nl: 'Conflicten', de: 'Konflikte' },
  content: { en: 'Content', nl: 'Inhoud', de: 'Inhalt' },
} as const satisfies Readonly<Record<string, Text>>;
