// Something that may be wider than the screen: it scrolls by itself, also by keyboard, and the page does not.
import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly className?: string; readonly children: ReactNode };

export function Sideways({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={`scroller-x ${className ?? ''}`} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
