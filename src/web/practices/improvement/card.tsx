// One improvement on the board: what is to become better, from what to what, and what the measurement said.
import { Link } from '@tanstack/react-router';
import { levels } from '../../../practices/governance/words.record.ts';
import type { Evidence } from '../../../practices/improvement/improvement.shapes.record.ts';
import type { Refs, Row } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { improveTexts as texts } from '../../texts/governance.ts';
import { figureOf } from './figure.ts';

type Props = { readonly row: Row; readonly refs: Refs; readonly chosen: boolean; readonly onChoose: () => void; readonly onMove: () => void };

export function Card({ row, refs, chosen, onChoose, onMove }: Props) {
  const say = useSay();
  const level = levels[row.level as keyof typeof levels];
  const process = row.process ? (refs[String(row.process)] ?? String(row.process)) : null;
  return (
    <article className="improve-card" data-id={row.id} data-chosen={chosen || undefined}>
      <Link to="/$id" params={{ id: row.id }} onFocus={onChoose}>
        {String(row.title)}
      </Link>
      <p className="dim small">
        {row.id} · {level ? say(level) : ''}
        {process ? ` · ${process}` : ''}
        {row.owner ? ` · ${refs[String(row.owner)] ?? ''}` : ''}
      </p>
      <Numbers row={row} />
      <p>
        <button type="button" className="link small" onClick={onMove} aria-label={`${say(texts.move)} ${row.id}`}>
          {say(texts.move)}
        </button>
      </p>
    </article>
  );
}

function Numbers({ row }: { readonly row: Row }) {
  const say = useSay();
  const format = useFormat();
  const { measure, unit, baseline, expected, measured, proven } = row as Row & Readonly<Record<'baseline' | 'expected' | 'measured', number | null>>;
  const evidence = row.evidence as Evidence | null;
  if (!measure) return <p className="dim small">{say(texts.no_measure)}</p>;
  const of = (value: number | null) => figureOf(value, unit as string | null, format);
  const worse = typeof row.effect === 'number' && row.effect < 0;
  return (
    <>
      <p className="small">{say(texts.from_to, { baseline: of(baseline), expected: of(expected) })}</p>
      {evidence ? (
        <p className="small">
          <strong>{say(texts.measured, { measured: of(measured) })}</strong>{' '}
          <span className="badge" data-tone={proven ? 'good' : worse ? 'bad' : 'neutral'}>
            {worse ? `${say(texts.worse)}, ` : ''}
            {say(texts[evidence.word])}
          </span>
        </p>
      ) : null}
    </>
  );
}
