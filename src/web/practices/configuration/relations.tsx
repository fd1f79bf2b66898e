// What a service or an item stands on and what names it, each relation with its other end, and making one more.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { itemRelation, type RelationKind, relationKinds } from '../../../practices/configuration/item-relation.record.ts';
import { newKey } from '../../api.ts';
import { serverNow } from '../../clockwork.ts';
import type { Refs, Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { toast } from '../../parts/toast.tsx';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { opening, useList, useOpen } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { pageTexts } from '../../texts/pages.ts';
import { recordTexts } from '../../texts/record.ts';
import { relationForm } from './arrangement.tsx';

/** Of a service: what it stands on. Of an item: what it says of others, and who names it. */
export function Relations({ id, name, open }: { readonly id: string; readonly name: string; readonly open: boolean }) {
  const say = useSay();
  const service = id.startsWith('SVC-');
  return (
    <>
      <Side id={id} end="subject" title={say(service ? words.stands : words.own)} empty={say(service ? words.stands_none : words.own_none)} loud={service} />
      <Relate id={id} name={name} open={open} />
      {service ? null : <Side id={id} end="object" title={say(words.carries)} empty={say(words.carries_none)} />}
    </>
  );
}

type SideProps = { readonly id: string; readonly end: 'subject' | 'object'; readonly title: string; readonly empty: string; readonly loud?: boolean };

function Side({ id, end, title, empty, loud = false }: SideProps) {
  const say = useSay();
  const q = `is:open ${end}:${id}`;
  const list = useList(itemRelation, q, { limit: 50 });
  return (
    <section className="config-part">
      <h3>{title}</h3>
      <Panel of={list} lines={3}>
        {({ pages }) => {
          const page = pages[0];
          if (!page || page.data.length === 0)
            return loud ? <Message icon="map" title={empty} text={say(words.stands_text)} /> : <p className="dim small">{empty}</p>;
          return (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{say(words.relation)}</th>
                    <th scope="col">{say(words.what)}</th>
                    <th scope="col">{say(words.group)}</th>
                    <th scope="col">{say(words.seen)}</th>
                  </tr>
                </thead>
                <tbody>
                  {page.data.map((row) => (
                    <Line key={row.id} row={row} refs={page.refs} other={end === 'subject' ? 'object' : 'subject'} />
                  ))}
                </tbody>
              </table>
              {page.next ? (
                <Link to="/list/$plural" params={{ plural: itemRelation.plural }} search={{ q }}>
                  {say(recordTexts.load_more)}
                </Link>
              ) : null}
            </>
          );
        }}
      </Panel>
    </section>
  );
}

function Line({ row, refs, other }: { readonly row: Row; readonly refs: Refs; readonly other: 'subject' | 'object' }) {
  const say = useSay();
  const kind = say(relationKinds[row.kind as RelationKind]);
  return (
    <tr>
      <td>
        <Link to="/$id" params={{ id: row.id }} title={row.id}>
          {other === 'subject' ? `… ${kind}` : `${kind} …`}
        </Link>
      </td>
      <td>
        <RefLink id={String(row[other])} refs={refs} />
      </td>
      <td>
        <Redundancy row={row} />
      </td>
      <td>
        <Seen at={String(row.seen_at)} />
      </td>
    </tr>
  );
}

export function Redundancy({ row }: { readonly row: Readonly<Record<string, unknown>> }) {
  const say = useSay();
  if (!row.redundancy) return <span className="dim">–</span>;
  const params = { group: String(row.redundancy), need: Number(row.need ?? 1) };
  return say(row.kind === 'k_of_n' ? words.some_of : words.one_of, params);
}

const staleAfter = 90;

/** When it was last confirmed; long ago is said, not only shown. */
export function Seen({ at }: { readonly at: string }) {
  const say = useSay();
  const days = Math.floor((serverNow() - Date.parse(at)) / 86_400_000);
  return (
    <>
      <Time at={at} />{' '}
      {days > staleAfter ? (
        <span className="badge" data-tone="warn">
          {say(words.stale, { days })}
        </span>
      ) : null}
    </>
  );
}

function Relate({ id, name, open }: { readonly id: string; readonly name: string; readonly open: boolean }) {
  const say = useSay();
  const session = useSession();
  const [making, setMaking] = useState(false);
  if (!open || !mayOpen(itemRelation, session)) return null;
  return (
    <p>
      <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
        {say(words.relate)}
      </Button>
      {making ? <Making id={id} name={name} onClose={() => setMaking(false)} /> : null}
    </p>
  );
}

function Making({ id, name, onClose }: { readonly id: string; readonly name: string; readonly onClose: () => void }) {
  const say = useSay();
  const open = useOpen(itemRelation);
  const [key] = useState(newKey);
  const found = opening(itemRelation);
  if (!found) return null;
  return (
    <Dialog title={`${name} · ${say(words.relate)}`} onClose={onClose} size="lg">
      <Form
        definition={itemRelation}
        command={found.command}
        row={null}
        refs={{ [id]: name }}
        initial={{ subject: id, kind: 'needs' }}
        arrangement={relationForm}
        error={open.error}
        busy={open.isPending}
        onCancel={onClose}
        onSubmit={(input) =>
          open.mutate(
            { input, key },
            {
              onSuccess: (made) => {
                toast(say(pageTexts.created, { id: made.data.id }));
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
