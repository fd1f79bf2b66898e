// Where the line of sight is broken, each gap with the records it is about.
import { Link } from '@tanstack/react-router';
import type { LineAnswer } from '../../../practices/measurement/answers.record.ts';
import { useSay } from '../../language.tsx';
import { measureName } from '../../measure-words.ts';
import { measureTexts as texts } from '../../texts/measure.ts';

const kinds = ['unmeasured', 'loose', 'uncarried', 'unaimed', 'unsighted'] as const;

export function Gaps({ answer: { gaps, data, figures } }: { readonly answer: LineAnswer }) {
  const say = useSay();
  const found = kinds.filter((each) => gaps[each].length > 0);
  const nameOf = (id: string): string => {
    const figure = figures.find((each) => each.id === id);
    return data.find((each) => each.id === id)?.name ?? (figure ? measureName(figure, say) : id);
  };
  return (
    <section className="gaps">
      <h2>{say(texts.gaps)}</h2>
      {found.length === 0 ? <p className="dim">{say(texts.no_gaps)}</p> : null}
      {found.map((kind) => (
        <div key={kind}>
          <h3>
            {say(texts[`gap_${kind}`])} ({gaps[kind].length})
          </h3>
          <ul>
            {gaps[kind].map((id) => (
              <li key={id}>
                {kind === 'unsighted' ? (
                  id
                ) : (
                  <Link to="/$id" params={{ id }}>
                    {nameOf(id)}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
