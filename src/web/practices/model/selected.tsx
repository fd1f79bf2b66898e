// What is known of the block that is looked at: its figures, each opening its records, and what it takes in and gives.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ModelFlow } from '../../../practices/model/composing.record.ts';
import type { ProcessFigures } from '../../../practices/model/figures.record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { modelTexts as texts } from '../../texts/model.ts';
import { Figures } from './figures.tsx';
import { tellers } from './overlays.ts';

type Props = {
  readonly figures: ProcessFigures;
  readonly all: readonly ProcessFigures[];
  readonly flows: readonly ModelFlow[];
  readonly refs: Refs;
  readonly since: string;
};

export function Selected({ figures, all, flows, refs, since }: Props) {
  const say = useSay();
  const who = tellers.who({ figures, refs, say });
  return (
    <section className="card model-selected" aria-live="polite" aria-label={figures.name}>
      <header>
        <h2>{figures.name}</h2>
        <span className="small">
          {say(texts.owner, { name: who.figure })} · {who.word}
        </span>
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/$id" params={{ id: figures.id }} {...props} />}>
          {say(texts.open_page)}
        </Button>
      </header>
      <Figures figures={figures} since={since} />
      <FlowsOf code={figures.code} all={all} flows={flows} />
    </section>
  );
}

/** What comes in and goes out, in words: the arrows for those who rather read. */
export function FlowsOf({ code, all, flows }: Pick<Props, 'all' | 'flows'> & { readonly code: string }) {
  const say = useSay();
  const nameOf = (end: string): string =>
    end === 'customers' ? say(texts.customers) : end === 'suppliers' ? say(texts.suppliers) : (all.find((each) => each.code === end)?.name ?? end);
  const [incoming, outgoing] = [flows.filter(({ to }) => to === code), flows.filter(({ from }) => from === code)];
  if (!incoming.length && !outgoing.length) return null;
  return (
    <div className="model-flows small">
      {incoming.length ? (
        <div>
          <h3>{say(texts.comes_in)}</h3>
          <ul>
            {incoming.map((each) => (
              <li key={`${each.from} ${each.object}`}>{say(texts.from, { object: each.object, name: nameOf(each.from) })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {outgoing.length ? (
        <div>
          <h3>{say(texts.goes_out)}</h3>
          <ul>
            {outgoing.map((each) => (
              <li key={`${each.to} ${each.object}`}>{say(texts.to, { object: each.object, name: nameOf(each.to) })}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
