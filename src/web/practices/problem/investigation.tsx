// The investigation of a problem: hypotheses with what supports or refutes them, what was found, and the three ways to look for the cause.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { problem } from '../../../practices/problem/record.ts';
import { boneNames, type Cause, type Hypothesis, type Moment, type Why } from '../../../practices/problem/shapes.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Icon, type IconName } from '../../parts/icons.tsx';
import { Message } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { RefLink } from '../../record/value.tsx';
import { problemTexts } from '../../texts/problem.ts';
import { AskButton } from './asking.tsx';
import { boneTexts } from './editors.tsx';
import { problemForms } from './forms.tsx';
import { statusTexts } from './words.ts';

const signs: Readonly<Record<Hypothesis['status'], { tone: string; icon: IconName }>> = {
  open: { tone: 'info', icon: 'help' },
  supported: { tone: 'good', icon: 'check' },
  refuted: { tone: 'neutral', icon: 'cross' },
};

export function Investigation({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  return (
    <div className="investigation">
      <p className="no-print investigation-tools">
        <Button size="compact-xs" variant="default" onClick={() => window.print()}>
          {say(problemTexts.print)}
        </Button>
      </p>
      <Hypotheses answer={answer} />
      <Conclusion answer={answer} />
      <Method answer={answer} label={problemTexts.timeline} command="write_timeline" written={filled(answer.data.timeline)}>
        <Moments rows={(answer.data.timeline as readonly Moment[] | null) ?? []} answer={answer} />
      </Method>
      <Method answer={answer} label={problemTexts.whys} command="ask_why" written={filled(answer.data.whys)}>
        <WhyTree whys={(answer.data.whys as readonly Why[] | null) ?? []} of={null} />
      </Method>
      <Method answer={answer} label={problemTexts.fishbone} command="draw_fishbone" written={filled(answer.data.fishbone)}>
        <Bones causes={(answer.data.fishbone as readonly Cause[] | null) ?? []} title={String(answer.data.title)} />
      </Method>
    </div>
  );
}

const filled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

function Hypotheses({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const all = (answer.data.hypotheses as readonly Hypothesis[] | null) ?? [];
  return (
    <section className="card">
      <div className="card-head">
        <h3>{say(problemTexts.hypotheses)}</h3>
        <AskButton definition={problem} answer={answer} command="propose" arrangement={problemForms.propose}>
          {say(problemTexts.propose)}
        </AskButton>
      </div>
      {all.length === 0 ? <p className="dim small">{say(problemTexts.no_hypotheses)}</p> : null}
      <ul className="hypotheses">
        {all.map((each) => (
          <HypothesisCard key={each.id} each={each} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

const weighing = ['support', 'refute', 'add_evidence'] as const;
const weighs = { support: problemTexts.support, refute: problemTexts.refute, add_evidence: problemTexts.evidence } as const;

function HypothesisCard({ each, answer }: { readonly each: Hypothesis; readonly answer: OneAnswer }) {
  const say = useSay();
  const { tone, icon } = signs[each.status];
  return (
    <li className="hypothesis" data-tone={tone}>
      <p className="hypothesis-what">
        <span className="mono dim">{each.id}</span> {each.what}
      </p>
      <p className="small">
        <span className="badge" data-tone={tone}>
          <Icon name={icon} size={12} /> {say(statusTexts[each.status])}
        </span>{' '}
        {each.person ? <RefLink id={each.person} refs={answer.refs} /> : null} <Time at={each.at} />
      </p>
      <ul className="small evidence">
        {each.evidence.length === 0 ? <li className="dim">{say(problemTexts.no_evidence)}</li> : null}
        {each.evidence.map((one) => (
          <li key={`${one.at} ${one.what}`}>
            {one.what} {one.record ? <RefLink id={one.record} refs={answer.refs} /> : null}
          </li>
        ))}
      </ul>
      <div className="hypothesis-tools no-print">
        {weighing.map((command) => (
          <AskButton
            key={command}
            definition={problem}
            answer={answer}
            command={command}
            initial={{ hypothesis: each.id }}
            arrangement={{ ...problemForms[command], boxless: { hypothesis: null } }}
          >
            {say(weighs[command])}
          </AskButton>
        ))}
      </div>
    </li>
  );
}

function Conclusion({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { root_cause, answerable, factors, workaround, no_workaround, solution } = answer.data;
  const words = (value: unknown): ReactNode =>
    typeof value === 'string' && value ? <span className="prose">{value}</span> : <span className="dim">{say(problemTexts.not_known)}</span>;
  const { fields } = problem;
  return (
    <section className="card">
      <div className="card-head">
        <h3>{say(problemTexts.conclusion)}</h3>
        <AskButton definition={problem} answer={answer} command="conclude">
          {say(problemTexts.edit)}
        </AskButton>
      </div>
      <dl className="found">
        <dt>{say(fields.root_cause.label)}</dt>
        <dd>{words(root_cause)}</dd>
        <dt>{say(fields.factors.label)}</dt>
        <dd>
          {filled(factors) ? (
            <ul>
              {(factors as readonly string[]).map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          ) : (
            words(null)
          )}
        </dd>
        <dt title={say(problemTexts.cause_apart)}>{say(fields.answerable.label)}</dt>
        <dd>{typeof answerable === 'string' ? <RefLink id={answerable} refs={answer.refs} /> : words(null)}</dd>
        <dt>{say(fields.workaround.label)}</dt>
        <dd>{no_workaround ? say(problemTexts.no_way_round) : words(workaround)}</dd>
        <dt>{say(fields.solution.label)}</dt>
        <dd>{words(solution)}</dd>
      </dl>
      <p className="dim small">{say(problemTexts.cause_apart)}</p>
    </section>
  );
}

type MethodProps = { readonly answer: OneAnswer; readonly label: Text; readonly command: string; readonly written: boolean; readonly children: ReactNode };

function Method({ answer, label, command, written, children }: MethodProps) {
  const say = useSay();
  const arrangement = problemForms[command];
  return (
    <section className="card">
      <div className="card-head">
        <h3>{say(label)}</h3>
        <AskButton definition={problem} answer={answer} command={command} size="xl" {...(arrangement ? { arrangement } : {})}>
          {say(problemTexts.edit)}
        </AskButton>
      </div>
      {written ? children : <p className="dim small">{say(problemTexts.nothing_written)}</p>}
    </section>
  );
}

function Moments({ rows, answer }: { readonly rows: readonly Moment[]; readonly answer: OneAnswer }) {
  return (
    <ol className="moments">
      {rows.map((each) => (
        <li key={`${each.at} ${each.what}`}>
          <Time at={each.at} style="instant" /> <span>{each.what}</span>{' '}
          {each.record ? <RefLink id={each.record} refs={{ ...answer.refs, [each.record]: each.record }} /> : null}
        </li>
      ))}
    </ol>
  );
}

function WhyTree({ whys, of }: { readonly whys: readonly Why[]; readonly of: string | null }) {
  const say = useSay();
  const own = whys.filter((each) => each.of === of);
  if (own.length === 0) return null;
  return (
    <ul className="why-tree">
      {own.map((each) => (
        <li key={each.id}>
          <span className="dim">{say(problemTexts.because)}</span> {each.because}
          {each.root ? (
            <span className="badge" data-tone="warn">
              <Icon name="flag" size={12} /> {say(problemTexts.root)}
            </span>
          ) : null}
          <WhyTree whys={whys} of={each.id} />
        </li>
      ))}
    </ul>
  );
}

/** Bones as columns: the same on paper, on a phone and to a screen reader. */
function Bones({ causes, title }: { readonly causes: readonly Cause[]; readonly title: string }) {
  const say = useSay();
  const used = boneNames.filter((bone) => causes.some((each) => each.category === bone));
  if (used.length === 0) return <Message icon="note" title={say(problemTexts.nothing_written)} />;
  return (
    <div className="fishbone">
      <div className="bones">
        {used.map((bone) => (
          <section key={bone}>
            <h4>{say(boneTexts[bone])}</h4>
            <ul>
              {causes
                .filter((each) => each.category === bone)
                .map((each) => (
                  <li key={each.cause} data-counts={each.counts || undefined}>
                    {each.cause}
                    {each.counts ? (
                      <span className="badge" data-tone="warn">
                        {say(problemTexts.counts)}
                      </span>
                    ) : null}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="fish-head">{title}</p>
    </div>
  );
}
