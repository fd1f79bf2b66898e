// What publishing a draft does to the running product, said before it is done; and the button that does it.
import { Button } from '@mantine/core';
import type { Difference } from '../../../practices/model/comparison.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { definitionOf } from '../../record/definitions.ts';
import type { usePerform } from '../../record/queries.ts';
import { designTexts as texts } from '../../texts/model-design.ts';
import { Differences } from './differences.tsx';

type Props = {
  readonly answer: OneAnswer;
  readonly differences: readonly Difference[];
  readonly off: readonly string[];
  readonly perform: ReturnType<typeof usePerform>;
};

export function Publishing({ answer, differences, off, perform }: Props) {
  const say = useSay();
  const names = off.flatMap((name) => {
    const definition = definitionOf(name);
    return definition ? [say(definition.plural_label)] : [];
  });
  return (
    <section className="card">
      <h3>{say(texts.publishing)}</h3>
      {differences.length ? <Differences of={differences} /> : <p className="small">{say(texts.publishing_same)}</p>}
      {names.length ? (
        <>
          <p className="small">{say(texts.off, { names: names.join(', ') })}</p>
          <p className="dim small">{say(texts.off_text)}</p>
        </>
      ) : null}
      {answer.may.includes('publish') ? (
        <Button size="xs" loading={perform.isPending} onClick={() => perform.mutate({ command: 'publish', input: {} })}>
          {say(texts.publish)}
        </Button>
      ) : null}
    </section>
  );
}
