// Beside an objective: its target in the unit of its measure, and the way to what the measure says now.
import { Link } from '@tanstack/react-router';
import { measure } from '../../../practices/measurement/measure.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { measureName } from '../../measure-words.ts';
import { useOne } from '../../record/queries.ts';
import { measureTexts as texts } from '../../texts/measure.ts';
import { figureOf } from '../improvement/figure.ts';

export function AimedFigure({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { target, measure: by } = answer.data;
  const found = useOne(measure, String(by), typeof by === 'string').data?.data;
  if (typeof target !== 'number' || !found) return null;
  const code = String(found.code);
  return (
    <section className="card">
      <h3>{say(texts.target)}</h3>
      <p>
        <strong>{figureOf(target, String(found.unit), format)}</strong>{' '}
        <Link to="/measures/$code" params={{ code }}>
          {measureName({ code, name: String(found.name) }, say)}
        </Link>
      </p>
    </section>
  );
}
