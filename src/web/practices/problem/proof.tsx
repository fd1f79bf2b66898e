// Whether a cause is proven gone: the recurrence test in words, the incidents on both sides of it, and an accepted risk with its end.
import { Link } from '@tanstack/react-router';
import { problem } from '../../../practices/problem/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { commandsOf } from '../../record/commands.ts';
import { problemTexts } from '../../texts/problem.ts';
import { AskButton } from './asking.tsx';
import { type ProofAnswer, type Proof as Proven, type Recurred, useProof } from './queries.ts';
import { proofWords } from './words.ts';

export function Proof({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const asked = useProof(answer.data.id);
  const { proof, state } = answer.data;
  return (
    <div className="investigation">
      {state === 'accepted_risk' ? <Risk answer={answer} /> : null}
      {proof ? (
        <p className="notice">
          {say(problemTexts.kept)}: {proofWords(proof, { say, format, refs: {} })}
        </p>
      ) : null}
      <Panel of={asked} lines={6}>
        {(told) => (
          <section className="card">
            <div className="card-head">
              <h3>{say(problemTexts.test)}</h3>
              <span>
                {(['verify', 'extend', 'close'] as const).map((command) => (
                  <AskButton key={command} definition={problem} answer={answer} command={command}>
                    {say(commandsOf(problem)[command].label)} …
                  </AskButton>
                ))}
              </span>
            </div>
            <Verdict told={told} />
            {told.data.begun ? <Found title={say(problemTexts.came_back)} rows={told.data.found} /> : null}
            <Found title={say(problemTexts.before)} rows={told.data.baseline} />
          </section>
        )}
      </Panel>
    </div>
  );
}

function Risk({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { risk_owner, risk_until, risk_reason } = answer.data as { risk_owner?: string; risk_until?: string; risk_reason?: string };
  const owner = risk_owner ? (answer.refs[risk_owner] ?? risk_owner) : '–';
  return (
    <section className="card">
      <h3>{say(problemTexts.risk)}</h3>
      <p>{say(problemTexts.risk_words, { owner, when: risk_until ? format.instant(risk_until) : '–' })}</p>
      <p className="prose">{risk_reason}</p>
      <AskButton definition={problem} answer={answer} command="prolong_risk">
        {say(commandsOf(problem).prolong_risk.label)} …
      </AskButton>
    </section>
  );
}

function Verdict({ told: { data } }: { readonly told: ProofAnswer }) {
  const say = useSay();
  const format = useFormat();
  if (data.baseline.length === 0) return <p>{say(problemTexts.no_baseline, { days: data.baseline_days })}</p>;
  const [tone, text] = verdictOf(data);
  return (
    <>
      <p>
        <span className="badge" data-tone={tone}>
          <Icon name={tone === 'good' ? 'check' : tone === 'bad' ? 'cross' : 'clock'} size={12} /> {say(text)}
        </span>{' '}
        {data.begun ? <span className="dim">{say(problemTexts.until, { when: format.instant(data.verify_until) })}</span> : null}
      </p>
      {data.begun ? (
        <p>
          {say(problemTexts.test_words, {
            days: data.baseline_days,
            fixed: format.instant(data.fixed_at),
            baseline: data.baseline.length,
            expected: format.number(Math.round(data.expected * 10) / 10),
            found: data.found.length,
            chance: chanceWords(data.chance, format),
            level: format.share(data.level * 1_000_000),
          })}
        </p>
      ) : null}
      {data.needs_days !== null && data.enough_at && (!data.begun || data.found.length === 0) ? (
        <p className="dim">{say(problemTexts.enough, { when: format.date(data.enough_at), days: data.needs_days })}</p>
      ) : null}
    </>
  );
}

/** Never "0 %" for what can happen. */
const chanceWords = (chance: number, format: ReturnType<typeof useFormat>): string =>
  chance > 0 && chance < 0.001 ? `< ${format.share(1_000)}` : format.share(chance * 1_000_000);

function verdictOf(data: Proven): readonly ['good' | 'bad' | 'info', (typeof problemTexts)['proven']] {
  if (!data.begun) return ['info', problemTexts.not_begun];
  if (!data.over) return ['info', problemTexts.not_over];
  return data.passes ? ['good', problemTexts.proven] : ['bad', problemTexts.not_proven];
}

function Found({ title, rows }: { readonly title: string; readonly rows: readonly Recurred[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <details open={rows.length <= 8}>
      <summary>
        {title} <b>{format.number(rows.length)}</b>
      </summary>
      {rows.length === 0 ? <p className="dim small">{say(problemTexts.none_came)}</p> : null}
      <ul className="moments small">
        {rows.slice(0, 200).map((each) => (
          <li key={each.id}>
            <Time at={each.started_at} style="instant" />{' '}
            <Link to="/$id" params={{ id: each.id }}>
              <span className="mono">{each.id}</span> {each.title}
            </Link>{' '}
            {each.linked ? null : <span className="dim">{say(problemTexts.matched)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
