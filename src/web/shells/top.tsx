// The bar at the top: search and commands, create, whether we are live, language, theme and who is signed in.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { problemOf, send } from '../api.ts';
import type { Preferences, Session } from '../contract.ts';
import { useSay } from '../language.tsx';
import { useLine } from '../live.ts';
import { Icon } from '../parts/icons.tsx';
import { keysOf } from '../parts/keys.ts';
import { Languages } from '../parts/languages.tsx';
import { Menu } from '../parts/menu.tsx';
import { toast } from '../parts/toast.tsx';
import { enter, usePreferences } from '../session.tsx';
import { shellTexts, themeTexts } from '../texts/shell.ts';
import { texts } from '../texts.ts';

type Props = {
  readonly session: Session;
  readonly onMenu: () => void;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
  readonly onCreate: (() => void) | null;
};

export function Top({ session, onMenu, onPalette, onHelp, onCreate }: Props) {
  const say = useSay();
  const line = useLine();
  return (
    <header className="top">
      <button type="button" className="icon-button top-menu" aria-label={say(shellTexts.navigation)} onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <Link to="/" className="brand" aria-label="Tessera">
        <img src="/tessera.svg" alt="" width={22} height={22} /> <span>Tessera</span>
      </Link>
      <button type="button" className="top-search" onClick={onPalette}>
        <Icon name="search" /> <span>{say(shellTexts.command)}</span> <kbd>Ctrl K</kbd>
      </button>
      {onCreate ? (
        <Button
          size="xs"
          leftSection={<Icon name="plus" />}
          onClick={onCreate}
          title={keysOf({ name: 'create', keys: 'c' })}
          className="top-create"
          aria-label={say(texts.create)}
        >
          <span className="wide-only">{say(texts.create)}</span>
        </Button>
      ) : null}
      <span className="line" data-state={line.state} role="status" title={say(line.state === 'live' ? shellTexts.live : shellTexts.connecting)}>
        <span className="line-dot" aria-hidden="true" />
        <span className="wide-only">{say(line.state === 'live' ? shellTexts.live : shellTexts.connecting)}</span>
      </span>
      <button type="button" className="text-button wide-only" aria-label={say(shellTexts.help)} title="?" onClick={onHelp}>
        <Icon name="help" />
      </button>
      <Languages />
      <Account session={session} />
    </header>
  );
}

const VocabularyDialog = lazy(() => import('../pages/vocabulary-choice.tsx').then((found) => ({ default: found.VocabularyDialog })));
const themes: readonly Preferences['theme'][] = ['auto', 'light', 'dark'];

function Account({ session }: { readonly session: Session }) {
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [{ theme }, change] = usePreferences();
  const [choosing, setChoosing] = useState(false);
  const leave = () =>
    void send<Session>({ method: 'DELETE', path: '/api/session' })
      .then((next) => {
        void navigate({ to: '/signin' });
        enter(client, next);
      })
      .catch((error: unknown) => toast(problemOf(error).detail || say(texts.error_text), true));
  const pages = [
    { key: 'words', label: say(shellTexts.words), icon: <Icon name="note" />, run: () => setChoosing(true) },
    { key: 'settings', label: say(shellTexts.settings), icon: <Icon name="gear" />, run: () => void navigate({ to: '/settings' }) },
    ...(session.demo ? [{ key: 'switch', label: say(shellTexts.demo_switch), icon: <Icon name="people" />, run: () => void navigate({ to: '/signin' }) }] : []),
    { key: 'leave', label: say(shellTexts.sign_out), icon: <Icon name="exit" />, run: leave },
  ];
  const looks = themes.map((each) => ({
    key: each,
    label: say(themeTexts[each]),
    icon: <Icon name={each === theme ? 'check' : each === 'dark' ? 'moon' : 'sun'} />,
    run: () => change({ theme: each }),
  }));
  return (
    <>
      <Menu
        className="account"
        label={`${initials(session.person?.name ?? '?')}, ${say(shellTexts.account, { name: session.person?.name ?? '' })}`}
        button={initials(session.person?.name ?? '?')}
        head={
          <div className="account-card">
            <strong>{session.person?.name}</strong>
            <span className="dim small">{[session.organisation?.name, ...session.teams.map((team) => team.name)].filter(Boolean).join(' · ')}</span>
          </div>
        }
        groups={[{ name: say(shellTexts.theme), items: looks }, { items: pages }]}
      />
      {choosing ? (
        <Suspense fallback={null}>
          <VocabularyDialog onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

const initials = (name: string): string => {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  return `${parts[0]?.slice(0, 1) ?? name.slice(0, 1)}${parts.length > 1 ? parts.at(-1)?.slice(0, 1) : ''}`;
};
