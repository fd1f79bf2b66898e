// Addresses under which a person's own calendar program reads this view: made, told once, revoked.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, send } from '../../api.ts';
import type { Many } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Panel, Refused } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { calendarTexts as texts } from '../../texts/change-calendar.ts';
import { texts as common } from '../../texts.ts';
import type { Filter } from './calendar-data.ts';

type Feed = { readonly id: string; readonly name: string; readonly last_used_at: string | null };
const feedsKey = ['session', 'calendar-feeds'];

export function Feeds({ filter, onClose }: { readonly filter: Filter; readonly onClose: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [name, setName] = useState('Tessera');
  const fresh = () => void client.invalidateQueries({ queryKey: feedsKey });
  const feeds = useQuery({ queryKey: feedsKey, queryFn: ({ signal }) => get<Many<Feed>>('/api/calendar_feeds', signal) });
  const make = useMutation({ mutationFn: () => send<{ path: string }>({ path: '/api/calendar_feeds', body: { name, ...filter } }), onSuccess: fresh });
  const revoke = useMutation({ mutationFn: (id: string) => send({ method: 'DELETE', path: `/api/calendar_feeds/${id}` }), onSuccess: fresh });
  return (
    <Dialog title={say(texts.feed)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <p className="dim small">{say(texts.feed_text)}</p>
        <TextInput label={say(texts.feed_name)} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} required />
        <Refused error={make.error ?? revoke.error} />
        {make.data ? (
          <p className="notice" role="status">
            {say(texts.feed_once)} <code className="secret">{`${window.location.origin}${make.data.path}`}</code>
          </p>
        ) : null}
        <div>
          <Button type="submit" size="xs" loading={make.isPending} disabled={!name}>
            {say(texts.feed_make)}
          </Button>
        </div>
      </form>
      <Panel of={feeds} lines={1}>
        {({ data }) => (
          <ul className="cal-slots">
            {data.map((feed) => (
              <li key={feed.id}>
                <span>
                  {feed.name}{' '}
                  {feed.last_used_at ? (
                    <span className="dim small">
                      {say(texts.feed_used)} <Time at={feed.last_used_at} />
                    </span>
                  ) : null}
                </span>
                <Button size="compact-xs" variant="default" aria-label={say(texts.feed_revoke, { name: feed.name })} onClick={() => revoke.mutate(feed.id)}>
                  {say(common.remove)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Dialog>
  );
}
