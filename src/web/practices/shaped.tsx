// Gives the screens beneath it the shapes of practices: loaded beside the first page, so that no practice's words travel with the frame.
import type { ReactNode } from 'react';
import { Shapes } from '../record/widget.ts';
import { shapes } from './shapes.tsx';

export function Shaped({ children }: { readonly children: ReactNode }) {
  return <Shapes value={shapes}>{children}</Shapes>;
}
