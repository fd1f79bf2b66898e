// What a reference model says beside its processes: what they give each other, roles, its words for what is ours, and the sources of all of it.
import type { ReactNode } from 'react';
import { languages } from '../../../kernel/text.ts';
import type { ReferenceModel } from '../../../practices/model/reference.record.ts';
import { useReader, useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { referenceTexts as texts } from '../../texts/reference.ts';
import { useOurName } from './our-name.ts';
import { Sure } from './sure.tsx';

export function ModelParts({ model }: { readonly model: ReferenceModel }) {
  return (
    <>
      <Relations model={model} />
      <Roles model={model} />
      <Terms model={model} />
      <Sources model={model} />
    </>
  );
}

type Of = { readonly model: ReferenceModel };
const outside = ['customer', 'user', 'supplier', 'all'] as const;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <Sideways label={title} className="models-part">
        {children}
      </Sideways>
    </section>
  );
}

function Relations({ model: { relations, processes, sources } }: Of) {
  const say = useSay();
  if (relations.length === 0) return null;
  const end = (key: string) => {
    const party = outside.find((each) => each === key && !processes.some((one) => one.key === key));
    const process = processes.find((each) => each.key === key);
    return party ? say(texts[party]) : process ? <a href={`#process-${key}`}>{say(process.name)}</a> : key;
  };
  return (
    <Part title={say(texts.relations)}>
      <table>
        <Heads of={[texts.from, texts.to, texts.what, texts.legend]} />
        <tbody>
          {relations.map((each) => (
            <tr key={`${each.from} ${each.to} ${each.what.en}`}>
              <td>{end(each.from)}</td>
              <td>{end(each.to)}</td>
              <td>{say(each.what)}</td>
              <td>
                <Sure of={each.sure} sources={sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Roles({ model: { roles, sources } }: Of) {
  const say = useSay();
  if (roles.length === 0) return null;
  return (
    <Part title={say(texts.roles)}>
      <table>
        <tbody>
          {roles.map((each) => (
            <tr key={each.key}>
              <th scope="row">{say(each.name)}</th>
              <td>{say(each.does)}</td>
              <td>
                <Sure of={each.sure} sources={sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Terms({ model: { terms, sources } }: Of) {
  const say = useSay();
  const nameOf = useOurName();
  const { language } = useReader();
  if (terms.length === 0) return null;
  return (
    <Part title={say(texts.terms)}>
      <table>
        <Heads of={[texts.ours, texts.theirs, texts.legend]} />
        <tbody>
          {terms.map((each) => (
            <tr key={each.of}>
              <th scope="row">{nameOf(each.of)}</th>
              <td>{each.say[language] ?? languages.map((one) => (each.say[one] ? `${each.say[one]} (${one})` : null)).find((one) => one !== null)}</td>
              <td>
                <Sure of={each.sure} sources={sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Sources({ model: { sources } }: Of) {
  const say = useSay();
  return (
    <Part title={say(texts.sources)}>
      <table>
        <tbody>
          {Object.entries(sources).map(([code, { what, where }]) => (
            <tr key={code}>
              <th scope="row" className="mono">
                {code}
              </th>
              <td>{say(what)}</td>
              <td className="dim">{where}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
