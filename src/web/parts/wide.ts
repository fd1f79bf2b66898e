// Whether the window is at least so many pixels wide; asked of the browser, not of the resize event.
import { useSyncExternalStore } from 'react';

export function useWide(pixels: number): boolean {
  const media = `(min-width: ${pixels}px)`;
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(media);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(media).matches,
  );
}
