// What the inputs of all kinds share: label, explanation, error, focus.
import { useSay } from '../language.tsx';
import type { WidgetProps } from './widget.ts';

export function useBasics({ field, error, autoFocus, bare }: WidgetProps) {
  const say = useSay();
  const label = say(field.label);
  return {
    ...(bare ? { 'aria-label': label } : { label, description: field.means ? say(field.means) : undefined }),
    error: error ?? undefined,
    'data-autofocus': autoFocus || undefined,
    withAsterisk: field.needed ?? false,
    size: 'sm' as const,
  };
}

export const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
