// The person's own API tokens: listed, made with the secret shown once, revoked.
import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, problemOf, send } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import type { Many } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Panel, Refused } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { toast } from '../parts/toast.tsx';
import { pageTexts } from '../texts/pages.ts';
import { texts } from '../texts.ts';

type Token = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expires_at: string;
  readonly last_used_at?: string | null;
  readonly revoked_at?: string | null;
};
const scopes = { read: pageTexts.scope_read, write: pageTexts.scope_write, import: pageTexts.scope_import, alerts: pageTexts.scope_alerts };
const tokensKey = ['session', 'tokens'];

export function Tokens() {
  const say = useSay();
  const client = useQueryClient();
  const tokens = useQuery({ queryKey: tokensKey, queryFn: ({ signal }) => get<Many<Token>>('/api/tokens', signal) });
  const revoke = useMutation({
    mutationFn: (id: string) => send({ method: 'DELETE', path: `/api/tokens/${id}` }),
    onSuccess: () => void client.invalidateQueries({ queryKey: tokensKey }),
    onError: (error) => toast(problemOf(error).detail, true),
  });
  return (
    <section className="card form">
      <h2>{say(pageTexts.tokens)}</h2>
      <p className="dim small">{say(pageTexts.tokens_text)}</p>
      <Panel of={tokens} lines={2}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="dim">{say(pageTexts.no_tokens)}</p>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{say(pageTexts.token_name)}</th>
                  <th scope="col">{say(pageTexts.token_scopes)}</th>
                  <th scope="col">{say(pageTexts.token_expires)}</th>
                  <th scope="col">{say(pageTexts.token_used)}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {data.map((token) => (
                  <tr key={token.id}>
                    <th scope="row">{token.name}</th>
                    <td>{token.scopes.join(', ')}</td>
                    <td>
                      <Time at={token.expires_at} />
                    </td>
                    <td>{token.last_used_at ? <Time at={token.last_used_at} /> : '–'}</td>
                    <td>
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={say(pageTexts.token_revoke, { name: token.name })}
                        onClick={() => revoke.mutate(token.id)}
                      >
                        {say(texts.remove)}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Panel>
      <NewToken />
    </section>
  );
}

function NewToken() {
  const say = useSay();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['read']);
  const [until, setUntil] = useState(() => new Date(serverNow() + 90 * 86_400_000).toISOString().slice(0, 10));
  const make = useMutation({
    mutationFn: () => send<{ secret: string }>({ path: '/api/tokens', body: { name, scopes: chosen, expires_at: `${until}T00:00:00Z` } }),
    onSuccess: () => {
      setName('');
      void client.invalidateQueries({ queryKey: tokensKey });
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <h3>{say(pageTexts.token_new)}</h3>
      <TextInput label={say(pageTexts.token_name)} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox.Group label={say(pageTexts.token_scopes)} value={chosen} onChange={setChosen}>
        <Group mt={4}>
          {Object.entries(scopes).map(([scope, text]) => (
            <Checkbox key={scope} value={scope} label={say(text)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput type="date" label={say(pageTexts.token_expires)} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      <Refused error={make.error} />
      {make.data ? (
        <p className="notice" role="status">
          {say(pageTexts.token_secret)} <code className="secret">{make.data.secret}</code>
        </p>
      ) : null}
      <div>
        <Button type="submit" size="xs" loading={make.isPending} disabled={!name || chosen.length === 0}>
          {say(pageTexts.token_new)}
        </Button>
      </div>
    </form>
  );
}
