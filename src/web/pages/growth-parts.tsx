// What both screens of the ladder share: asking for it, whose ladder it is, and a stage as steps, a name and a trend.
import { useQuery } from '@tanstack/react-query';
import type { Growth, GrowthAnswer, Ladder } from '../../practices/growth/growth.record.ts';
import { get, query } from '../api.ts';
import { useSay } from '../language.tsx';
import { growthTexts as texts } from '../texts/growth.ts';

export const useGrowth = (customer?: string) =>
  useQuery({
    queryKey: ['growth', customer ?? ''],
    queryFn: ({ signal }) => get<GrowthAnswer>(`/api/growth${query({ customer })}`, signal),
  });

/** Said on every screen: this ladder is nobody's book unless the data says so. */
export function Provenance({ ladder }: { readonly ladder: Ladder }) {
  const say = useSay();
  return (
    <p className="notice small growth-note">
      <strong>{say(texts[ladder.provenance])}.</strong> {say(ladder.note)}
    </p>
  );
}

export function Steps({ ladder, stage }: { readonly ladder: Ladder; readonly stage: number }) {
  return (
    <span className="growth-steps" aria-hidden="true">
      {ladder.stages.map((each, i) => (
        <span key={each.code} data-on={i <= stage || undefined} style={{ height: `${6 + i * 4}px` }} />
      ))}
    </span>
  );
}

export function Trend({ growth: { stage, before }, ladder }: { readonly growth: Growth; readonly ladder: Ladder }) {
  const say = useSay();
  if (before === null) return <span className="small">{say(texts.begun)}</span>;
  const way = stage > before ? 'higher' : stage < before ? 'lower' : 'same';
  const was = ladder.stages[before];
  return (
    <span className="small growth-trend" data-way={way}>
      <span aria-hidden="true">{{ higher: '▲', lower: '▼', same: '=' }[way]}</span> {say(texts[way], { stage: was ? say(was.name) : before })}
    </span>
  );
}
