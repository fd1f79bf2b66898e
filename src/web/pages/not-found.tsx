// An address without a screen.
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { Message } from '../parts/states.tsx';
import { pageTexts } from '../texts/pages.ts';
import { shellTexts } from '../texts/shell.ts';

export function NotFound(): ReactNode {
  const say = useSay();
  return <Message icon="search" title={say(shellTexts.not_found)} text={say(pageTexts.not_found_text)} />;
}
