// An address without a screen, and a screen that broke: the frame around it stays usable.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { Failed, Message } from '../parts/states.tsx';
import { shellTexts } from '../texts/shell.ts';

export function NotFound(): ReactNode {
  const say = useSay();
  return (
    <Message icon="search" title={say(shellTexts.not_found)} text={say(shellTexts.not_found_text)} page>
      <Link to="/">{say(shellTexts.to_start)}</Link>
    </Message>
  );
}

export function Broken({ error, reset }: { readonly error: unknown; readonly reset: () => void }): ReactNode {
  return <Failed error={error} retry={reset} />;
}
