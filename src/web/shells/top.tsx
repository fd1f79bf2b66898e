// The bar at the top: search and commands, create, whether we are live, language, theme and who is signed in.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { problemOf, send } from '../api.ts';
import type { Preferences, Session } from '../contract.ts';
import { useSay } from '../language.tsx';
import { useLine } from '../live.ts';
import { Icon } from '../parts/icons.tsx';
import { keysOf } from '../parts/keys.ts';
import { Languages } from '../parts/languages.tsx';
import { toast } from '../parts/toast.tsx';
import { enter, usePreferences } from '../session.tsx';
import { shellTexts, themeTexts } from '../texts/shell.ts';
import { texts } from '../texts.ts';

type Props = {
  readonly session: Session;
  readonly onMenu: () => void;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
  readonly onCreate: () => void;
};

export function Top({ session, onMenu, onPalette, onHelp, onCreate }: Props) {
  const say = useSay();
  const line = useLine();
  return (
    <header className="top">
      <ActionIcon className="top-menu" variant="subtle" color="gray" aria-label={say(shellTexts.navigation)} onClick={onMenu}>
        <Icon name="menu" />
      </ActionIcon>
      <Link to="/" className="brand" aria-label="Tessera">
        <img src="/tessera.svg" alt="" width={22} height={22} /> <span>Tessera</span>
      </Link>
      <button type="button" className="top-search" onClick={onPalette}>
        <Icon name="search" /> <span>{say(shellTexts.command)}</span> <kbd>Ctrl K</kbd>
      </button>
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
      <span className="line" data-state={line.state} role="status" title={say(line.state === 'live' ? shellTexts.live : shellTexts.connecting)}>
        <span className="line-dot" aria-hidden="true" />
        <span className="wide-only">{say(line.state === 'live' ? shellTexts.live : shellTexts.connecting)}</span>
      </span>
      <ActionIcon variant="subtle" color="gray" aria-label={say(shellTexts.help)} onClick={onHelp} title="?" className="wide-only">
        <Icon name="help" />
      </ActionIcon>
      <Languages />
      <Account session={session} />
    </header>
  );
}

const themes: readonly Preferences['theme'][] = ['auto', 'light', 'dark'];

function Account({ session }: { readonly session: Session }) {
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [{ theme }, change] = usePreferences();
  const leave = () =>
    void send<Session>({ method: 'DELETE', path: '/api/session' })
      .then((next) => {
        void navigate({ to: '/signin' });
        enter(client, next);
      })
      .catch((error: unknown) => toast(problemOf(error).detail || say(texts.error_text), true));
  return (
    <Menu position="bottom-end" width={260} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button
          type="button"
          className="account"
          aria-label={`${initials(session.person?.name ?? '?')}, ${say(shellTexts.account, { name: session.person?.name ?? '' })}`}
        >
          {initials(session.person?.name ?? '?')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="account-card">
          <strong>{session.person?.name}</strong>
          <span className="dim small">{[session.organisation?.name, ...session.teams.map((team) => team.name)].filter(Boolean).join(' · ')}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{say(shellTexts.theme)}</Menu.Label>
        {themes.map((each) => (
          <Menu.Item
            key={each}
            leftSection={<Icon name={each === theme ? 'check' : each === 'dark' ? 'moon' : 'sun'} />}
            onClick={() => change({ theme: each })}
          >
            {say(themeTexts[each])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" leftSection={<Icon name="gear" />}>
          {say(shellTexts.settings)}
        </Menu.Item>
        {session.demo ? (
          <Menu.Item component={Link} to="/signin" leftSection={<Icon name="people" />}>
            {say(shellTexts.demo_switch)}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<Icon name="exit" />} onClick={leave}>
          {say(shellTexts.sign_out)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (name: string): string => {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  return `${parts[0]?.slice(0, 1) ?? name.slice(0, 1)}${parts.length > 1 ? parts.at(-1)?.slice(0, 1) : ''}`;
};
