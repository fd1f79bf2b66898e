// A dialog: titled, closable with Esc, focus kept inside and given back afterwards.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { texts } from '../texts.ts';

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode; readonly size?: 'sm' | 'md' | 'lg' | 'xl'; readonly top?: boolean };

export function Dialog({ title, onClose, children, size = 'md', top = false }: Props) {
  const say = useSay();
  return (
    <Modal opened onClose={onClose} title={title} size={size} yOffset={top ? '8vh' : undefined} centered={!top} transitionProps={{ duration: 0 }} closeButtonProps={{ 'aria-label': say(texts.close) }} overlayProps={{ backgroundOpacity: 0.45 }}>
      {children}
    </Modal>
  );
}
