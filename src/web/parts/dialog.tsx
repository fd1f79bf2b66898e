// A dialog: titled, closable with Esc, focus kept inside and given back afterwards.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { texts } from '../texts.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
  readonly top?: boolean;
};

/** Its head is no `<header>`: inside a dialog that would count as a second banner of the page. */
export function Dialog({ title, onClose, children, size = 'md', top = false }: Props) {
  const say = useSay();
  return (
    <Modal.Root opened onClose={onClose} size={size} yOffset={top ? '8vh' : undefined} centered={!top} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={say(texts.close)} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
