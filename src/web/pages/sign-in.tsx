// Signing in: address and password, and in the demonstration one click per person.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Text } from '../../kernel/text.ts';
import { membership } from '../../practices/organisation/membership.record.ts';
import { send } from '../api.ts';
import type { Persona, Session } from '../contract.ts';
import { type Say, useSay } from '../language.tsx';
import { Languages } from '../parts/languages.tsx';
import { Panel, Refused } from '../parts/states.tsx';
import { enter, useSessionQuery } from '../session.tsx';
import { shellTexts } from '../texts/shell.ts';
import { texts } from '../texts.ts';

const route = getRouteApi('/signin');

export function SignInPage() {
  const say = useSay();
  const session = useSessionQuery();
  return (
    <div className="door">
      <main className="door-card">
        <div className="door-head">
          <span className="brand">
            <img src="/tessera.svg" alt="" width={32} height={32} /> <span>Tessera</span>
          </span>
          <Languages />
        </div>
        <h1>{say(shellTexts.sign_in)}</h1>
        <Panel of={session}>
          {(now) => (
            <>
              {now.setup_needed ? <p className="notice">{say(shellTexts.setup_first)}</p> : null}
              {now.personas && now.personas.length > 0 ? <Personas personas={now.personas} /> : null}
              <ByPassword second={Boolean(now.personas?.length)} />
            </>
          )}
        </Panel>
      </main>
    </div>
  );
}

/** Goes where somebody wanted to go, if that is an address of ours. */
function useEntering() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = route.useSearch();
  return (session: Session) => {
    enter(client, session);
    const local = to?.startsWith('/') && !to.startsWith('//') ? to : '/';
    void navigate({ href: local, replace: true });
  };
}

const sideTexts = { integrator: shellTexts.side_integrator, customer: shellTexts.side_customer, supplier: shellTexts.side_supplier };

function Personas({ personas }: { readonly personas: readonly Persona[] }) {
  const say = useSay();
  const entering = useEntering();
  const become = useMutation({ mutationFn: (person: string) => send<Session>({ path: '/api/session/persona', body: { person } }), onSuccess: entering });
  return (
    <section>
      <h2>{say(shellTexts.demo_as)}</h2>
      <p className="dim small">{say(shellTexts.demo_text)}</p>
      <ul className="personas">
        {personas.map((each) => (
          <li key={each.person}>
            <button type="button" onClick={() => become.mutate(each.person)} disabled={become.isPending} data-side={each.side}>
              <strong>{each.name}</strong>
              <span className="small">{roleName(each.role, say)}</span>
              <span className="dim small">
                {each.organisation} · {say(sideTexts[each.side])}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Refused error={become.error} />
    </section>
  );
}

/** Roles by the words of the record that gives them. */
function roleName(role: string, say: Say): string {
  const options: Readonly<Record<string, Text>> = membership.fields.role.options;
  return options[role] ? say(options[role]) : role;
}

function ByPassword({ second }: { readonly second: boolean }) {
  const say = useSay();
  const entering = useEntering();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({ mutationFn: () => send<Session>({ path: '/api/session', body: { email, password } }), onSuccess: entering });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      {second ? <h2>{say(shellTexts.or_password)}</h2> : null}
      <TextInput
        label={say(texts.email)}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoFocus={!second}
      />
      <PasswordInput
        label={say(texts.password)}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Refused error={signIn.error} />
      <Button type="submit" loading={signIn.isPending}>
        {say(shellTexts.sign_in)}
      </Button>
    </form>
  );
}
