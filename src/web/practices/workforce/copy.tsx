// The allocations of a month made again in the next: first looked at, then made; what exists is left alone.
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CopiedAnswer, CopyAnswer } from '../../../practices/workforce/figures.record.ts';
import { get, newKey, query, send } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel, Refused } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.tsx';
import { RefLink } from '../../record/value.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';

type Props = { readonly from: string; readonly to: string; readonly onClose: () => void };

export function CopyAllocations({ from, to, onClose }: Props) {
  const say = useSay();
  const format = useFormat();
  const client = useQueryClient();
  const [key] = useState(newKey);
  const path = `/api/workforce/copy${query({ from, to })}`;
  const found = useQuery({ queryKey: ['allocation', 'list', 'copy', from, to], queryFn: ({ signal }) => get<CopyAnswer>(path, signal) });
  const make = useMutation({
    mutationFn: () => send<CopiedAnswer>({ path, key }),
    onSuccess: ({ data }) => {
      toast(say(texts.copy_done, { count: data.made.length }));
      void client.invalidateQueries({ queryKey: ['allocation'] });
      // What was there already was told beforehand; what was refused is told now.
      if (data.skipped.every((each) => each.exists !== null)) onClose();
    },
  });
  const title = say(texts.copy_title, { from: format.month(from), to: format.month(to) });
  return (
    <Dialog title={title} onClose={onClose} size="xl">
      <Panel of={found}>
        {({ data, refs }) => {
          const missing = data.filter((each) => each.exists === null).length;
          if (data.length === 0) return <p className="dim">{say(texts.copy_none)}</p>;
          return (
            <>
              <p>{say(texts.copy_text, { count: missing, exists: data.length - missing })}</p>
              <Sideways label={title}>
                <table className="plain">
                  <Heads of={[texts.who, texts.process, texts.level_of_work, texts.time, texts.protected, texts.state]} />
                  <tbody>
                    {data.map((each) => (
                      <tr key={each.allocation}>
                        <td>{refs[each.person ?? each.team ?? ''] ?? each.person ?? each.team}</td>
                        <td>{refs[each.process] ?? each.process}</td>
                        <td>{say(texts[each.level])}</td>
                        <td className="figure">{format.hours(each.hours * 60)}</td>
                        <td>{each.protected ? '✓' : '–'}</td>
                        <td>
                          {each.exists ? (
                            <RefLink id={each.exists} refs={{ [each.exists]: say(texts.copy_exists, { record: each.exists }) }} />
                          ) : (
                            say(texts.copy_new)
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Sideways>
              <Refused error={make.error} />
              {make.data?.data.skipped.some((each) => each.exists === null) ? <Skipped answer={make.data} /> : null}
              <Button mt="sm" disabled={missing === 0 || make.isSuccess} loading={make.isPending} onClick={() => make.mutate()}>
                {say(texts.copy_do, { count: missing })}
              </Button>
            </>
          );
        }}
      </Panel>
    </Dialog>
  );
}

function Skipped({ answer: { data, refs } }: { readonly answer: CopiedAnswer }) {
  const say = useSay();
  const refused = data.skipped.filter((each) => each.exists === null);
  return (
    <section role="alert">
      <p>{say(texts.copy_skipped, { count: refused.length })}</p>
      <ul className="small">
        {refused.map((each) => (
          <li key={each.allocation}>
            <RefLink id={each.allocation} refs={refs} />: {each.why}
          </li>
        ))}
      </ul>
    </section>
  );
}
