// What is likely to be late: the marker on a row, and the small board above the inbox.
import { useQuery } from '@tanstack/react-query';
import { get } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import type { Refs, Session } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { predictionTexts as texts } from '../texts/predictions.ts';

export type Predicted = {
  readonly id: string;
  readonly title: string;
  readonly due: string | null;
  readonly finishes_at: string | null;
  readonly probability: number | null;
  readonly likely_late: boolean;
  readonly cause: 'late' | 'queue' | 'handling' | null;
  readonly wait_ms: number;
  readonly handling_ms: number | null;
  readonly cases: number;
  readonly pooled: boolean;
};
type Answer = {
  readonly data: readonly Predicted[];
  readonly likely_late: number;
  readonly looked_at: number;
  readonly handled: number;
  readonly tested: { readonly cases: number; readonly precision: number | null; readonly recall: number | null };
  readonly refs: Refs;
};

/** Asked for once a minute, by the integrator's people only. */
export function usePredictions(session: Session) {
  return useQuery({
    queryKey: ['predictions'],
    queryFn: ({ signal }) => get<Answer>('/api/predictions', signal),
    staleTime: 60_000,
    refetchInterval: 60_000,
    enabled: session.side === 'integrator',
  });
}

/** What will be late, besides what is late: the badge says that already. */
const coming = (each: Predicted): boolean => each.likely_late && each.cause !== 'late';

export function LikelyLate({ of }: { readonly of: Predicted | undefined }) {
  const say = useSay();
  const why = useWhy();
  if (!of || !coming(of)) return null;
  return (
    <span className="chip tiny" data-likely-late="true" title={why(of)}>
      <Icon name="alarm" size={10} /> {say(texts.likely_late)}
    </span>
  );
}

export function LikelyLateBoard({ answer, onChoose }: { readonly answer: Answer | undefined; readonly onChoose: (id: string) => void }) {
  const say = useSay();
  const format = useFormat();
  const why = useWhy();
  if (!answer) return null;
  const late = answer.data.filter(coming);
  const { tested } = answer;
  const share = (value: number | null): string => (value === null ? '–' : format.percent(value));
  return (
    <details className="inbox-section" data-board="predictions">
      <summary>{say(texts.title, { count: format.number(late.length) })}</summary>
      {late.length === 0 ? (
        <p className="small dim pad">{say(answer.handled === 0 ? texts.too_few : texts.none, { looked: format.number(answer.looked_at) })}</p>
      ) : (
        <ul className="pad">
          {late.slice(0, 20).map((each) => (
            <li key={each.id} className="small">
              <a
                href={`/${each.id}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onChoose(each.id);
                }}
              >
                <span className="mono">{each.id}</span> {each.title}
              </a>{' '}
              <span className="dim">{why(each)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small dim pad">{say(texts.assumes, { handled: format.number(answer.handled) })}</p>
      {tested.cases > 0 ? (
        <p className="small dim pad">
          {say(texts.tested, { cases: format.number(tested.cases), precision: share(tested.precision), recall: share(tested.recall) })}
        </p>
      ) : null}
    </details>
  );
}

/** In one line: the chance, when it is due and when it is expected, why, and on how many cases that rests. */
function useWhy(): (each: Predicted) => string {
  const say = useSay();
  const format = useFormat();
  return (each) => {
    const cause = {
      late: () => say(texts.cause_late),
      queue: () => say(texts.cause_queue, { wait: format.span(each.wait_ms) }),
      handling: () => say(texts.cause_handling, { handling: format.span(each.handling_ms ?? 0) }),
    };
    return [
      each.probability === null ? '' : say(texts.chance, { percent: format.percent(each.probability) }),
      each.due ? say(texts.due, { when: format.short(each.due, serverNow()) }) : '',
      each.finishes_at ? say(texts.finishes, { when: format.short(each.finishes_at, serverNow()) }) : '',
      each.cause ? cause[each.cause]() : '',
      say(each.pooled ? texts.rests_on_all : texts.rests_on, { cases: format.number(each.cases) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
