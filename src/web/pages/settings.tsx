// Settings of the person: language, zone, theme, density, shortcuts, password, API tokens.
import { Button, NativeSelect, PasswordInput, SegmentedControl, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type Language, languages } from '../../kernel/text.ts';
import { problemOf, send } from '../api.ts';
import type { Preferences } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Refused } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { usePreferences } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { referenceTexts } from '../texts/reference.ts';
import { shellTexts, themeTexts } from '../texts/shell.ts';
import { languageNames, texts } from '../texts.ts';
import { ShortcutSettings } from './settings-keys.tsx';
import { Tokens } from './settings-tokens.tsx';
import { VocabularyChoice } from './vocabulary-choice.tsx';

export function SettingsPage() {
  const say = useSay();
  useEffect(() => {
    document.title = say(shellTexts.settings);
  }, [say]);
  return (
    <section className="page narrow">
      <header className="page-head">
        <h1>{say(shellTexts.settings)}</h1>
      </header>
      <You />
      <section className="card form">
        <h2>{say(referenceTexts.choose)}</h2>
        <VocabularyChoice />
      </section>
      <ShortcutSettings />
      <Password />
      <Tokens />
    </section>
  );
}

function You() {
  const say = useSay();
  const [{ language, zone, theme, density }, change] = usePreferences();
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])], []);
  return (
    <section className="card form">
      <h2>{say(pageTexts.you_section)}</h2>
      <NativeSelect
        label={say(texts.language)}
        value={language}
        data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        onChange={(event) => change({ language: event.currentTarget.value as Language })}
      />
      <Select label={say(texts.zone)} searchable limit={50} data={zones} value={zone} onChange={(next) => next && change({ zone: next })} />
      <Choice
        label={say(shellTexts.theme)}
        value={theme}
        onChange={(next) => change({ theme: next as Preferences['theme'] })}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: say(themeTexts[value]) }))}
      />
      <Choice
        label={say(pageTexts.density)}
        value={density}
        onChange={(next) => change({ density: next as Preferences['density'] })}
        data={(['comfortable', 'compact', 'dense'] as const).map((value) => ({ value, label: say(pageTexts[value]) }))}
      />
    </section>
  );
}

function Choice({
  label,
  ...props
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly data: { value: string; label: string }[];
}) {
  return (
    <div>
      <p className="label">{label}</p>
      <SegmentedControl aria-label={label} size="xs" {...props} />
    </div>
  );
}

function Password() {
  const say = useSay();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => send({ path: '/api/session/password', body: { current, next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toast(say(texts.saved));
    },
  });
  const problem = change.error ? problemOf(change.error) : null;
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <h2>{say(pageTexts.change_password)}</h2>
      <PasswordInput
        label={say(pageTexts.current_password)}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        error={problem?.field === 'current' ? problem.detail : undefined}
      />
      <PasswordInput
        label={say(pageTexts.new_password)}
        description={say(pageTexts.password_hint)}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        error={problem?.field === 'next' ? problem.detail : undefined}
      />
      {problem && problem.field !== 'current' && problem.field !== 'next' ? <Refused error={change.error} /> : null}
      <div>
        <Button type="submit" size="xs" loading={change.isPending} disabled={!current || !next}>
          {say(pageTexts.change_password)}
        </Button>
      </div>
    </form>
  );
}
