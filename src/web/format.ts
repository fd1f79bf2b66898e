// Instants, spans and numbers in the language and zone of the reader of a screen.
import { useMemo } from 'react';
import { type Format, formatFor } from './formats.ts';
import { useReader } from './language.tsx';

export type { Format };

export function useFormat(): Format {
  const { language, zone } = useReader();
  return useMemo(() => formatFor(language, zone), [language, zone]);
}
