// The plan of a release: when, the rings it is deployed in, and how it is taken back.
import { release } from '../../../practices/change/release.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Value } from '../../record/value.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { AddTask } from './plan.tsx';
import { Tasks } from './tasks.tsx';
import { Window } from './window.tsx';

const told = ['changes', 'acceptance', 'backout_plan', 'exit', 'incidents'] as const;

export function ReleaseTasks({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { data, refs } = answer;
  return (
    <>
      <Window answer={answer} />
      <section className="change-section">
        <h3>{say(texts.tasks)}</h3>
        <Tasks q={`release:${data.id}`} />
        <AddTask answer={answer} of="release" />
      </section>
      {told
        .filter((name) => data[name] !== undefined)
        .map((name) => (
          <section className="change-section" key={name}>
            <h3>{say(release.fields[name].label)}</h3>
            <Value value={data[name]} field={release.fields[name]} refs={refs} />
          </section>
        ))}
    </>
  );
}
