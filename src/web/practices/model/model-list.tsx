// The list of reference models: what each is, how much of it was read and how much we rebuilt, and which files were refused.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { certainties, type FaultTold, type ModelListed, type ModelsAnswer } from '../../../practices/model/reference.record.ts';
import { certaintyTexts } from '../../../practices/model/reference-texts.ts';
import { get } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { referenceTexts as texts } from '../../texts/reference.ts';

export function ModelList() {
  const asked = useQuery({ queryKey: ['models', 'list'], queryFn: ({ signal }) => get<ModelsAnswer>('/api/models', signal), staleTime: 300_000 });
  return (
    <Panel of={asked} lines={8}>
      {({ data, faults }) => (
        <>
          <Faults faults={faults} />
          <ul className="models-list">
            {data.map((each) => (
              <OneModel key={each.key} model={each} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** More rebuilt than read or known: that must be seen before anything else. */
export const mostlyOurs = ({ statements }: Pick<ModelListed, 'statements'>): boolean =>
  statements.I + statements.X + statements.L > statements.H + statements.M;

function OneModel({ model }: { readonly model: ModelListed }) {
  const say = useSay();
  return (
    <li className="card">
      <h2>
        <Link to="/models/$key" params={{ key: model.key }}>
          {say(model.name)}
        </Link>{' '}
        <span className="dim small">
          {say(model.edition)}
          {model.own ? ` · ${say(texts.own)}` : ''}
        </span>
      </h2>
      <p>{say(model.about)}</p>
      {mostlyOurs(model) ? <p className="models-ours small">{say(texts.mostly_ours)}</p> : null}
      <Share statements={model.statements} />
      <p className="dim small">
        {say(texts.processes, { count: model.processes })} · {say(texts.words, { count: model.words })}
      </p>
    </li>
  );
}

/** How much of each certainty, as a bar with its numbers in words. */
function Share({ statements }: Pick<ModelListed, 'statements'>) {
  const say = useSay();
  const parts = certainties.filter((each) => statements[each] > 0);
  const told = parts.map((each) => `${statements[each]} ${say(certaintyTexts[each].label)}`).join(', ');
  return (
    <figure className="models-share">
      <div aria-hidden="true">
        {parts.map((each) => (
          <span key={each} data-sure={each} style={{ flexGrow: statements[each] }} />
        ))}
      </div>
      <figcaption className="small">{told}</figcaption>
    </figure>
  );
}

function Faults({ faults }: { readonly faults: readonly FaultTold[] }) {
  const say = useSay();
  if (faults.length === 0) return null;
  return (
    <div className="notice" role="status">
      <p>{say(texts.faults)}</p>
      <ul>
        {faults.map((each) => (
          <li key={`${each.file} ${each.line} ${each.path} ${each.reason.en}`}>
            <strong>{each.line === null ? each.file : say(texts.fault_line, { file: each.file, line: each.line })}</strong> {each.path} {say(each.reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}
