// A model told: what it says by itself, and side by side with another version.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../../kernel/text.ts';
import { catalogue } from '../../../practices/model/catalogue.record.ts';
import { compareContent, emptyContent } from '../../../practices/model/comparison.record.ts';
import { type Answered, type Content, compose, type Described } from '../../../practices/model/composing.record.ts';
import { operatingModel } from '../../../practices/model/operating-model.record.ts';
import { processDefinition } from '../../../practices/model/process.record.ts';
import type { OneAnswer, Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { useList } from '../../record/queries.ts';
import { modelTexts } from '../../texts/model.ts';
import { designTexts as texts } from '../../texts/model-design.ts';
import { Differences, nameOf } from './differences.tsx';
import '../../style/model.css';

/** What was frozen, or for a draft what it says as things stand. */
function contentOf(row: Row, described: readonly Described[]): Content {
  return (
    (row.content as Content | null) ?? compose((row.steps ?? []) as readonly Answered[], { catalogue, described, language: String(row.language) as Language })
  );
}

function useDescribed(): readonly Described[] {
  const list = useList(processDefinition, 'is:open', { limit: 200 });
  return (list.data?.pages.flatMap((each) => each.data) ?? []) as readonly object[] as readonly Described[];
}

export function ModelContent({ answer }: { readonly answer: OneAnswer }) {
  const described = useDescribed();
  return <Differences of={compareContent(emptyContent, contentOf(answer.data, described))} />;
}

export function ModelCompared({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const list = useList(operatingModel, '', { limit: 100 });
  return (
    <Panel of={list} lines={4}>
      {({ pages }) => {
        const others = pages.flatMap((each) => each.data).filter(({ id }) => id !== answer.data.id);
        return others.length ? <Beside row={answer.data} others={others} /> : <Message icon="list" title={say(texts.no_other)} />;
      }}
    </Panel>
  );
}

function Beside({ row, others }: { readonly row: Row; readonly others: readonly Row[] }) {
  const say = useSay();
  const described = useDescribed();
  const before = others.filter((each) => Number(each.number) < Number(row.number)).toSorted((a, b) => Number(b.number) - Number(a.number))[0];
  const [chosen, setChosen] = useState(before?.id ?? others[0]?.id ?? '');
  const other = others.find(({ id }) => id === chosen) ?? (others[0] as Row);
  const [old, fresh] = Number(other.number) < Number(row.number) ? [other, row] : [row, other];
  const found = compareContent(contentOf(old, described), contentOf(fresh, described));
  const title = (of: Row): string => say(modelTexts.version, { name: String(of.name), number: Number(of.number) });
  return (
    <div className="model-page">
      <NativeSelect
        size="xs"
        className="model-overlay"
        label={say(texts.compare_with)}
        data={others.map((each) => ({ value: each.id, label: title(each) }))}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {found.length ? (
        <Sideways label={say(texts.compare)}>
          <table className="plain">
            <Heads
              of={[texts.part, { en: title(old), nl: title(old), de: title(old) }, { en: title(fresh), nl: title(fresh), de: title(fresh) }, texts.what]}
            />
            <tbody>
              {found.map((each) => (
                <tr key={`${each.part} ${each.key}`}>
                  <th scope="row">{say(texts[`part_${each.part}`])}</th>
                  <td>{each.before === null ? '–' : nameOf({ ...each, after: null }, say)}</td>
                  <td>{each.after === null ? '–' : nameOf(each, say)}</td>
                  <td data-kind={each.kind}>{say(texts[each.kind])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : (
        <p>{say(texts.no_difference)}</p>
      )}
    </div>
  );
}
