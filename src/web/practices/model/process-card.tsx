// One process of a reference model: what it is for, what it takes in and gives, who does it, how sure that is, and what of ours stands in it.
import { Link } from '@tanstack/react-router';
import type { Text } from '../../../kernel/text.ts';
import type { ReferenceModel, ReferenceProcess, Standing } from '../../../practices/model/reference.record.ts';
import { kindTexts } from '../../../practices/model/reference-texts.ts';
import { useSay } from '../../language.tsx';
import { definitionOf } from '../../record/definitions.ts';
import { referenceTexts as texts } from '../../texts/reference.ts';
import { shellTexts } from '../../texts/shell.ts';
import { useOurName } from './our-name.ts';
import { Sure } from './sure.tsx';

type Props = { readonly model: ReferenceModel; readonly process: ReferenceProcess; readonly standing: readonly Standing[]; readonly chosen: boolean };

export function ProcessCard({ model, process, standing, chosen }: Props) {
  const say = useSay();
  const group = model.groups.find((each) => each.key === process.group);
  const roles = model.roles.filter((each) => process.roles.includes(each.key));
  const said = (all: readonly Text[]) => all.map((each) => say(each)).join(', ');
  const name = say(process.name);
  return (
    <li className="card" id={`process-${process.key}`} data-chosen={chosen || undefined} aria-current={chosen || undefined}>
      <h3>
        {process.number && !name.includes(process.number) ? <span className="mono">{process.number} </span> : null}
        {name} <Sure of={process.sure} sources={model.sources} short />
      </h3>
      <p className="dim small">
        {[say(kindTexts[process.kind]), group ? say(group.name) : null, process.levels.map((each) => say(shellTexts[each])).join(', ')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{say(process.purpose)}</p>
      <dl className="small">
        {process.inputs.length ? <Fact label={say(texts.inputs)} told={said(process.inputs)} /> : null}
        {process.outputs.length ? <Fact label={say(texts.outputs)} told={said(process.outputs)} /> : null}
        {roles.length ? <Fact label={say(texts.roles)} told={said(roles.map((each) => each.name))} /> : null}
      </dl>
      {process.inputs.length + process.outputs.length + roles.length > 0 ? (
        <p className="small">
          {say(texts.inputs)}, {say(texts.outputs)}: <Sure of={process.flow_sure} sources={model.sources} />
        </p>
      ) : null}
      <Here standing={standing} />
    </li>
  );
}

function Fact({ label, told }: { readonly label: string; readonly told: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{told}</dd>
    </div>
  );
}

function Here({ standing }: Pick<Props, 'standing'>) {
  const say = useSay();
  const nameOf = useOurName();
  if (standing.length === 0) return null;
  return (
    <p className="small models-here">
      <strong>{say(texts.stands)}</strong>{' '}
      {standing.map(({ of }) => {
        const definition = definitionOf(of.split('.')[0] ?? '');
        return (
          <span key={of}>
            {definition ? (
              <Link to="/list/$plural" params={{ plural: definition.plural }}>
                {nameOf(of)}
              </Link>
            ) : (
              of
            )}
          </span>
        );
      })}
    </p>
  );
}
