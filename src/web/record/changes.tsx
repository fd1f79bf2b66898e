// The change log of a record: each field, before and after, by whom and when.

import type { Definition } from '../../kernel/record.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { useJournal } from './queries.ts';
import { changeWords } from './sentence.ts';
import { labelOf, useWords } from './value.tsx';

export function Changes({ definition, id }: { readonly definition: Definition; readonly id: string }) {
  const say = useSay();
  const words = useWords();
  const journal = useJournal(definition, id);
  return (
    <Panel of={journal}>
      {({ pages }) => {
        const refs = Object.assign({}, ...pages.map((page) => page.refs));
        const changes = pages
          .flatMap((page) => [...page.data].reverse())
          .flatMap((entry) =>
            Object.entries(entry.changes).flatMap(([name, change]) =>
              JSON.stringify(change.from) === JSON.stringify(change.to) ? [] : [{ entry, name, change }],
            ),
          );
        if (changes.length === 0) return <Message icon="list" title={say(recordTexts.no_history)} />;
        const tongue = { say, words, refs };
        return (
          <>
            <Sideways label={say(recordTexts.changes)}>
              <table className="plain">
                <Heads of={[recordTexts.when, recordTexts.who, recordTexts.changed, recordTexts.from, recordTexts.to]} />
                <tbody>
                  {changes.map(({ entry, name, change }) => (
                    <tr key={`${entry.id} ${name}`}>
                      <td>
                        <Time at={entry.at} />
                      </td>
                      <td>{entry.actor_name}</td>
                      <th scope="row">{say(labelOf(definition, name))}</th>
                      <td className="before prose">{changeWords(definition, { name, value: change.from }, tongue)}</td>
                      <td className="prose">{changeWords(definition, { name, value: change.to }, tongue)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Sideways>
            {journal.hasNextPage ? (
              <button type="button" className="link" onClick={() => void journal.fetchNextPage()}>
                {say(texts.more)}
              </button>
            ) : null}
          </>
        );
      }}
    </Panel>
  );
}
