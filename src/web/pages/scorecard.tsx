// The scorecard: at most twelve figures in five groups for people with five minutes, each opening its records; and how mature the processes are.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Figure, ScorecardAnswer } from '../../practices/measurement/answers.record.ts';
import { groups } from '../../practices/measurement/measure-fields.record.ts';
import { scorecard } from '../../practices/measurement/scorecard.record.ts';
import { get, query } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { figureWords, measureName, periodName } from '../measure-words.ts';
import { Message, Panel } from '../parts/states.tsx';
import { MaturityRadar } from '../practices/measurement/maturity.tsx';
import { againMs, Counting, Met, Sparkline, TrendWord } from '../practices/measurement/parts.tsx';
import { useCreating } from '../record/creating.tsx';
import { measureTexts as texts } from '../texts/measure.ts';
import '../style/measure.css';

export function ScorecardPage() {
  const say = useSay();
  const { period = '', edition = '' } = useSearch({ from: '/shell/scorecard' });
  const asked = useQuery({
    queryKey: ['scorecard', 'list', 'board', period, edition],
    queryFn: ({ signal }) => get<ScorecardAnswer>(`/api/scorecard${query({ period, edition })}`, signal),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => againMs(state.data?.data.some((each) => each.counting)),
  });
  useEffect(() => {
    document.title = say(texts.scorecard);
  }, [say]);
  return (
    <section className="page scorecard">
      <Panel of={asked} lines={8}>
        {(answer) => (
          <>
            <Head answer={answer} edition={edition} />
            <Counting on={answer.data.some((each) => each.counting)} />
            {answer.data.length === 0 ? (
              <Message icon="list" title={say(texts.board_empty)} text={say(texts.board_empty_text)} />
            ) : (
              <Board figures={answer.data} />
            )}
            <MaturityRadar processes={answer.maturity} />
          </>
        )}
      </Panel>
    </section>
  );
}

/** The last thirteen months and five quarters before one that is shown. */
function choices(now: string): string[] {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))];
  const months = Array.from({ length: 13 }, (_, i) => {
    const at = year * 12 + month - 2 - i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  const quarters = Array.from({ length: 5 }, (_, i) => {
    const at = year * 4 + Math.ceil(month / 3) - 2 - i;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
  return [...months, ...quarters];
}

function Head({ answer, edition }: { readonly answer: ScorecardAnswer; readonly edition: string }) {
  const say = useSay();
  const format = useFormat();
  const navigate = useNavigate();
  const create = useCreating();
  const { period, frozen, editions, may, now } = answer;
  const go = (search: { period: string; edition: string }): void => void navigate({ to: '/scorecard', search });
  const told = frozen
    ? say(texts.frozen_text, { when: format.instant(frozen.frozen_at), edition: frozen.edition })
    : say(texts.computed_text, { when: format.instant(now) });
  const all = [...new Set([...choices(now), period])];
  return (
    <header className="page-head">
      <div>
        <h1>{say(texts.scorecard)}</h1>
        <p className="dim small" role="status">
          {told}
        </p>
      </div>
      <div className="measure-head">
        <NativeSelect
          size="xs"
          aria-label={say(texts.period)}
          value={period}
          data={all.map((each) => ({ value: each, label: periodName(each, { say, format }) }))}
          onChange={(event) => go({ period: event.currentTarget.value, edition: '' })}
        />
        {editions.length ? (
          <NativeSelect
            size="xs"
            aria-label={say(scorecard.fields.edition.label)}
            value={frozen ? String(frozen.edition) : 'now'}
            data={[
              ...editions.map((each) => ({ value: String(each.edition), label: say(texts.edition_of, { edition: each.edition }) })),
              { value: 'now', label: say(texts.now_instead) },
            ]}
            onChange={(event) => go({ period, edition: event.currentTarget.value })}
          />
        ) : null}
        {may.includes('freeze') ? (
          <Button size="xs" variant="default" onClick={() => create(scorecard.name)}>
            {say(texts.freeze)}
          </Button>
        ) : null}
        <Button size="xs" component="a" variant="default" href={`/api/scorecard.pdf${query({ period, edition })}`}>
          {say(texts.pdf)}
        </Button>
        <Button size="xs" component="a" variant="subtle" href={`/api/scorecard.csv${query({ period, edition })}`}>
          {say(texts.csv)}
        </Button>
      </div>
    </header>
  );
}

function Board({ figures }: { readonly figures: readonly Figure[] }) {
  const say = useSay();
  return (
    <div className="board">
      {Object.entries(groups).map(([group, name]) => {
        const own = figures.filter((each) => each.group === group);
        return (
          <section key={group} aria-label={say(name)}>
            <h2>{say(name)}</h2>
            {own.length ? own.map((each) => <Card key={each.code} figure={each} />) : <p className="dim small">{say(texts.group_empty)}</p>}
          </section>
        );
      })}
    </div>
  );
}

function Card({ figure }: { readonly figure: Figure }) {
  const say = useSay();
  const format = useFormat();
  const { code, name, value, unit, target, met, trend, values, period, counting } = figure;
  return (
    <Link className="card figure-card" to="/measures/$code" params={{ code }} search={{ period }}>
      <span className="small">{measureName({ code, name }, say)}</span>
      <strong>{counting ? '…' : figureWords(value, unit, format)}</strong>
      <span className="small">
        {target === null ? null : <span className="dim">{say(texts.target_is, { target: figureWords(target, unit, format) })} · </span>}
        <Met met={met} />
      </span>
      <span className="figure-trend">
        <Sparkline values={values} unit={unit} />
        <TrendWord trend={trend} />
      </span>
    </Link>
  );
}
