// The first run, by the one-time link: organisation, first administrator, empty or demonstration. Also sets a password by invitation.
import { Button, NativeSelect, PasswordInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type Language, languages } from '../../kernel/text.ts';
import { problemOf, send } from '../api.ts';
import type { Session } from '../contract.ts';
import { ownZone, useReader, useSay } from '../language.tsx';
import { Message, Panel, Refused } from '../parts/states.tsx';
import { enter, usePreferences } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { languageNames, texts } from '../texts.ts';

const route = getRouteApi('/setup');
type Purpose = { readonly purpose: string; readonly name: string | null; readonly email: string | null };

export function SetupPage() {
  const say = useSay();
  const { token } = route.useSearch();
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => send<Purpose>({ path: '/api/setup/link', body: { token } }),
    enabled: Boolean(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="door">
      <main className="door-card">
        <div className="door-head">
          <span className="brand">
            <img src="/tessera.svg" alt="" width={32} height={32} /> <span>Tessera</span>
          </span>
        </div>
        <h1>{say(link.data?.name ? pageTexts.set_password : pageTexts.setup_title)}</h1>
        {token ? (
          <Panel of={link}>{(purpose) => (purpose.name ? <Invited token={token} purpose={purpose} /> : <Wizard token={token} />)}</Panel>
        ) : (
          <Message icon="key" title={say(pageTexts.setup_no_token)} />
        )}
      </main>
    </div>
  );
}

function useSettingUp() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, string>>) => send<Session>({ path: '/api/setup', body }),
    onSuccess: (session) => {
      enter(client, session);
      void navigate({ to: '/', replace: true });
    },
  });
}

function Invited({ token, purpose }: { readonly token: string; readonly purpose: Purpose }) {
  const say = useSay();
  const [password, setPassword] = useState('');
  const setUp = useSettingUp();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setUp.mutate({ token, password });
      }}
    >
      <p>
        <strong>{purpose.name}</strong> <span className="dim">{purpose.email}</span>
      </p>
      <input type="hidden" autoComplete="username" value={purpose.email ?? ''} />
      <PasswordInput
        label={say(pageTexts.new_password)}
        description={say(pageTexts.password_hint)}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Refused error={setUp.error} />
      <Button type="submit" loading={setUp.isPending}>
        {say(texts.save)}
      </Button>
    </form>
  );
}

type Answers = { organisation: string; language: Language; zone: string; name: string; email: string; password: string; world: string };
const stepOfField: Readonly<Record<string, number>> = { organisation: 0, language: 0, zone: 0, name: 1, email: 1, password: 1, world: 2 };

function Wizard({ token }: { readonly token: string }) {
  const say = useSay();
  const { language } = useReader();
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<Answers>({ organisation: '', language, zone: ownZone(), name: '', email: '', password: '', world: 'demo' });
  const setUp = useSettingUp();
  const problem = setUp.error ? problemOf(setUp.error) : null;
  const set = (change: Partial<Answers>) => setAnswers((before) => ({ ...before, ...change }));
  const error = (field: string) => (problem?.field === field ? problem.detail : undefined);
  const forward = () => {
    if (step < 2) return setStep(step + 1);
    setUp.mutate({ token, ...answers }, { onError: (failed) => setStep(stepOfField[problemOf(failed).field ?? ''] ?? 2) });
  };
  const steps = [
    <House key="house" answers={answers} set={set} error={error} />,
    <You key="you" answers={answers} set={set} error={error} />,
    <World key="world" answers={answers} set={set} />,
  ];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        forward();
      }}
    >
      <p className="dim small">{say(pageTexts.setup_step, { step: step + 1, steps: steps.length })}</p>
      {steps[step]}
      {problem && !Object.hasOwn(stepOfField, problem.field ?? '') ? <Refused error={setUp.error} /> : null}
      <div className="form-foot">
        {step > 0 ? (
          <Button variant="default" onClick={() => setStep(step - 1)}>
            {say(texts.back)}
          </Button>
        ) : null}
        <Button type="submit" loading={setUp.isPending}>
          {say(step < 2 ? pageTexts.setup_next : pageTexts.setup_finish)}
        </Button>
      </div>
    </form>
  );
}

type StepProps = { readonly answers: Answers; readonly set: (change: Partial<Answers>) => void; readonly error: (field: string) => string | undefined };

function House({ answers, set, error }: StepProps) {
  const say = useSay();
  const [, change] = usePreferences();
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])], []);
  return (
    <>
      <h2>{say(pageTexts.setup_house)}</h2>
      <p className="dim small">{say(pageTexts.setup_house_text)}</p>
      <NativeSelect
        label={say(texts.language)}
        data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        value={answers.language}
        onChange={(event) => {
          const language = event.currentTarget.value as Language;
          set({ language });
          change({ language });
        }}
      />
      <TextInput
        label={say(texts.organisation)}
        required
        value={answers.organisation}
        onChange={(event) => set({ organisation: event.currentTarget.value })}
        error={error('organisation')}
        autoComplete="organization"
      />
      <Select
        label={say(texts.zone)}
        searchable
        limit={50}
        data={zones}
        value={answers.zone}
        onChange={(zone) => zone && set({ zone })}
        error={error('zone')}
      />
    </>
  );
}

function You({ answers, set, error }: StepProps) {
  const say = useSay();
  return (
    <>
      <h2>{say(pageTexts.setup_you)}</h2>
      <p className="dim small">{say(pageTexts.setup_you_text)}</p>
      <TextInput
        label={say(texts.name)}
        required
        autoComplete="name"
        value={answers.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={error('name')}
      />
      <TextInput
        label={say(texts.email)}
        required
        type="email"
        autoComplete="username"
        value={answers.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={error('email')}
      />
      <PasswordInput
        label={say(texts.password)}
        required
        description={say(pageTexts.password_hint)}
        autoComplete="new-password"
        value={answers.password}
        onChange={(event) => set({ password: event.currentTarget.value })}
        error={error('password')}
      />
    </>
  );
}

function World({ answers, set }: Omit<StepProps, 'error'>) {
  const say = useSay();
  return (
    <Radio.Group label={<h2>{say(pageTexts.setup_world)}</h2>} value={answers.world} onChange={(world) => set({ world })}>
      <Stack gap="sm" mt="xs">
        <Radio value="demo" label={say(pageTexts.world_demo)} />
        <Radio value="empty" label={say(pageTexts.world_empty)} />
      </Stack>
    </Radio.Group>
  );
}
