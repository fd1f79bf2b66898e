// The live figures of a process. A sum over several kinds of records says each of them, and each opens its own list.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { flowDays, type ProcessFigures } from '../../../practices/model/figures.record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { definitionOf } from '../../record/definitions.ts';
import { modelTexts as texts } from '../../texts/model.ts';
import { type Counted, viewOf } from './figure-links.ts';

const counted: readonly { readonly name: Counted; readonly label: Text }[] = [
  { name: 'open', label: texts.open },
  { name: 'late', label: texts.late },
  { name: 'opened', label: texts.opened_30 },
  { name: 'closed', label: texts.closed_30 },
];

/** `since` is where the flow of thirty days begins; what counts is the day thirty days after. */
export function Figures({ figures, since }: { readonly figures: ProcessFigures; readonly since: string }) {
  const say = useSay();
  const format = useFormat();
  const today = new Date(Date.parse(since) + flowDays * 86_400_000).toISOString().slice(0, 10);
  const { work, maturity, conflicts, separations, allocated_minutes, responsibility } = figures;
  return (
    <ul className="model-figures">
      {work.length ? (
        counted.map(({ name, label }) => <Count key={name} figures={figures} name={name} label={say(label)} since={since} />)
      ) : (
        <Figure label={say(texts.open)} value={say(texts.no_records)} />
      )}
      <Figure label={say(texts.maturity)} value={maturity ? `${maturity.score} / 5` : say(texts.not_assessed)}>
        {maturity ? (
          <Link to="/$id" params={{ id: maturity.id }}>
            {maturity.id}
          </Link>
        ) : null}
      </Figure>
      <Figure
        label={say(texts.raci)}
        value={responsibility.gap === null ? say(texts.complete) : say(texts[`gap_${responsibility.gap}`], { count: responsibility.violations })}
      >
        {responsibility.matrix ? (
          <Link to="/$id" params={{ id: responsibility.matrix }}>
            {responsibility.matrix}
          </Link>
        ) : null}
      </Figure>
      {allocated_minutes === null ? null : (
        <Figure label={say(texts.hours)} value={format.number(allocated_minutes / 60)}>
          <Link to="/list/$plural" params={{ plural: 'allocations' }} search={{ q: `is:open process:${figures.id} starts_on:<=${today} ends_on:>=${today}` }}>
            {say(texts.hours)}
          </Link>
        </Figure>
      )}
      {separations.length ? (
        <Figure label={say(texts.conflicts)} value={format.number(conflicts)}>
          {separations
            .filter((each) => each.conflicts > 0)
            .map((each) => (
              <Link key={each.id} to="/$id" params={{ id: each.id }}>
                {each.name}: {format.number(each.conflicts)}
              </Link>
            ))}
        </Figure>
      ) : null}
    </ul>
  );
}

function Count({ figures, name, label, since }: { readonly figures: ProcessFigures; readonly name: Counted; readonly label: string; readonly since: string }) {
  const say = useSay();
  const format = useFormat();
  const some = figures.work.filter((each) => each[name] > 0);
  return (
    <Figure label={label} value={format.number(figures[name])}>
      {some.map((each) => {
        const definition = definitionOf(each.record);
        return definition ? (
          <Link key={each.record} to="/list/$plural" params={{ plural: definition.plural }} search={{ q: viewOf(name, since) }}>
            {say(texts.figures_of, { record: say(definition.plural_label), figure: format.number(each[name]) })}
          </Link>
        ) : null;
      })}
    </Figure>
  );
}

function Figure({ label, value, children }: { readonly label: string; readonly value: string; readonly children?: ReactNode }) {
  return (
    <li>
      <span className="dim small">{label}</span>
      <strong>{value}</strong>
      <span className="small model-behind">{children}</span>
    </li>
  );
}
