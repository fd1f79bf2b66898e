// What the screens of planning share: figures with their words, verdicts that say what they mean, and asking for the arithmetic of a record.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Definition } from '../../../kernel/record.ts';
import type { Answer, Verdict } from '../../../practices/planning/figures.record.ts';
import { get } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon, type IconName } from '../../parts/icons.tsx';
import { RefLink } from '../../record/value.tsx';
import '../../style/planning.css';
import { planningTexts as texts } from '../../texts/planning.ts';

/** Asked anew when the record changes: its version is part of what was asked. */
export function useFigures<T>(definition: Definition, id: string, version: number) {
  return useQuery({
    queryKey: [definition.name, 'figures', id, version],
    queryFn: ({ signal }) => get<Answer<T>>(`/api/${definition.plural}/${id}/figures`, signal),
    placeholderData: (before) => before,
  });
}

const tones = { good: 'good', warn: 'warn', bad: 'bad', unknown: 'neutral' } as const;
const icons: Readonly<Record<Verdict, IconName>> = { good: 'check', warn: 'exclamation', bad: 'cross', unknown: 'help' };

/** Never colour alone: a sign and a word as well. */
export function VerdictBadge({ verdict, children }: { readonly verdict: Verdict; readonly children?: ReactNode }) {
  const say = useSay();
  return (
    <span className="badge" data-tone={tones[verdict]}>
      <Icon name={icons[verdict]} size={12} /> {children ?? say(texts[verdict])}
    </span>
  );
}

type FigureProps = { readonly label: string; readonly value: ReactNode; readonly children?: ReactNode; readonly strong?: boolean };

export function Figure({ label, value, children, strong = false }: FigureProps) {
  return (
    <li data-strong={strong || undefined}>
      <span className="small dim">{label}</span>
      <strong>{value}</strong>
      {children ? <span className="small">{children}</span> : null}
    </li>
  );
}

export const Figures = ({ children }: { readonly children: ReactNode }) => <ul className="plan-figures">{children}</ul>;

export function Percent({ ppm }: { readonly ppm: number | null }) {
  const format = useFormat();
  return ppm === null ? '–' : format.ppm(ppm);
}

export function Refs({ ids, refs }: { readonly ids: readonly string[]; readonly refs: Readonly<Record<string, string>> }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 ? ', ' : ''}
      <RefLink id={id} refs={refs} />
    </span>
  ));
}

/** Opens the records behind a number of them. */
export function Behind({ plural, q, children }: { readonly plural: string; readonly q: string; readonly children: ReactNode }) {
  return (
    <Link to="/list/$plural" params={{ plural }} search={{ q }}>
      {children}
    </Link>
  );
}

export const idsQuery = (ids: readonly string[]): string => `id:${ids.slice(0, 60).join(',')}`;
