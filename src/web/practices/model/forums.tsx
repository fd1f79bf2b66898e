// The meetings a published model proposes, each set up as a forum with one click; you are its chair until somebody else is.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { forum } from '../../../practices/governance/forum.record.ts';
import type { Content, ModelCadence } from '../../../practices/model/composing.record.ts';
import { levelOptions } from '../../../practices/model/process-fields.record.ts';
import { newKey } from '../../api.ts';
import type { Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel, Refused } from '../../parts/states.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { useList, useOpen } from '../../record/queries.ts';
import { useSession } from '../../session.tsx';
import { modelTexts } from '../../texts/model.ts';
import { designTexts as texts } from '../../texts/model-design.ts';

export function Forums({ model }: { readonly model: Row }) {
  const say = useSay();
  const session = useSession();
  const there = useList(forum, 'is:open', { limit: 200 });
  const content = model.content as Content | null;
  if (!content?.cadences.length) return null;
  const may = mayOpen(forum, session);
  return (
    <section>
      <h2>{say(texts.forums)}</h2>
      {may ? <p className="dim small">{say(texts.chaired_by_you)}</p> : null}
      <Panel of={there} lines={3}>
        {({ pages }) => {
          const rows = pages.flatMap((each) => each.data);
          return (
            <Sideways label={say(texts.forums)}>
              <table className="plain">
                <Heads of={[texts.what, modelTexts.level, forum.fields.cadence.label, texts.forums]} />
                <tbody>
                  {content.cadences.map((each) => (
                    <Proposed key={each.code} cadence={each} found={rows.find((row) => row.name === each.name)} may={may} />
                  ))}
                </tbody>
              </table>
            </Sideways>
          );
        }}
      </Panel>
    </section>
  );
}

function Proposed({ cadence, found, may }: { readonly cadence: ModelCadence; readonly found: Row | undefined; readonly may: boolean }) {
  const say = useSay();
  const { name, level, kind, cadence: how } = cadence;
  const session = useSession();
  const client = useQueryClient();
  const open = useOpen(forum);
  const [key, setKey] = useState(newKey);
  const { options } = forum.fields.cadence;
  const person = session.person?.id ?? '';
  const setUp = (): void =>
    open.mutate(
      { key, input: { name, level, kind, cadence: how, chair: person, members: [person] } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: ['forum', 'list'] }), onError: () => setKey(newKey()) },
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{say(levelOptions[level])}</td>
      <td>{how in options ? say(options[how as keyof typeof options]) : how}</td>
      <td>
        {found ? (
          <Link to="/$id" params={{ id: found.id }}>
            {found.id} <span className="small">{say(texts.is_set_up)}</span>
          </Link>
        ) : may ? (
          <Button size="compact-xs" variant="default" loading={open.isPending} onClick={setUp} aria-label={`${say(texts.set_up)}: ${name}`}>
            {say(texts.set_up)}
          </Button>
        ) : null}
        <Refused error={open.error} />
      </td>
    </tr>
  );
}
