// The command palette: what may be done here first, then where to go, what to create, records by words or number, settings.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { languages, type Text } from '../../kernel/text.ts';
import { get, query } from '../api.ts';
import type { Found, Many, Session } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon, type IconName } from '../parts/icons.tsx';
import { keysOf, useOffered } from '../parts/keys.ts';
import { definitionOf, definitions } from '../record/definitions.ts';
import { mayImport, mayOpen } from '../record/may-open.ts';
import { opening } from '../record/queries.ts';
import { capital } from '../record/value.tsx';
import { usePreferences } from '../session.tsx';
import { shellTexts } from '../texts/shell.ts';
import { languageNames, texts } from '../texts.ts';
import { furtherOf, iconOf, imports, levels, listsOf, placesOf, settings } from './navigation.ts';
import { rank } from './rank.ts';

type Choice = {
  readonly key: string;
  readonly group: Text;
  readonly label: string;
  readonly detail?: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly run: () => void;
};
type Props = { readonly session: Session; readonly onClose: () => void; readonly onCreate: (kind: string) => void };

export function Palette({ session, onClose, onCreate }: Props) {
  const say = useSay();
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const standing = useStanding(session, onCreate);
  const records = useRecords(words);
  const found = useMemo(() => {
    const ranked = words.trim() === '' ? standing.filter((each) => each.group !== shellTexts.palette_settings) : rank(standing, words, (each) => each.label);
    const jumps = /^\d+$/.test(words.trim());
    return jumps ? [...records, ...ranked] : [...ranked.slice(0, 12), ...records];
  }, [standing, records, words]);
  const chosen = found[Math.min(at, found.length - 1)];
  const take = (each: Choice | undefined) => {
    if (!each) return;
    onClose();
    // After the dialog has given the focus back, so that what opens next can take it.
    setTimeout(each.run, 0);
  };
  return (
    <Dialog title={say(shellTexts.command)} onClose={onClose} size="lg" top>
      <input
        className="palette-input"
        autoFocus
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}-${chosen.key}` : undefined}
        aria-label={say(shellTexts.command)}
        placeholder={say(shellTexts.palette_hint)}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') take(chosen);
          else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id={list} aria-label={say(shellTexts.command)} className="palette">
        {found.map((each, index) => (
          <Option
            key={each.key}
            id={`${list}-${each.key}`}
            each={each}
            first={found[index - 1]?.group !== each.group}
            chosen={each === chosen}
            onTake={() => take(each)}
          />
        ))}
      </div>
      {found.length === 0 ? <p className="dim">{say(texts.nothing_found)}</p> : null}
    </Dialog>
  );
}

type OptionProps = { readonly id: string; readonly each: Choice; readonly first: boolean; readonly chosen: boolean; readonly onTake: () => void };

function Option({ id, each, first, chosen, onTake }: OptionProps) {
  const say = useSay();
  return (
    <>
      {first ? (
        <div className="palette-group" role="presentation">
          {say(each.group)}
        </div>
      ) : null}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        className="palette-option"
        ref={chosen ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
        onClick={onTake}
        onKeyDown={(event) => event.key === 'Enter' && onTake()}
      >
        <Icon name={each.icon} />
        <span className="grow">{each.label}</span>
        {each.detail ? <span className="dim small">{each.detail}</span> : null}
        {each.keys ? <kbd>{each.keys}</kbd> : null}
      </div>
    </>
  );
}

/** Everything that can be chosen without asking the server. */
function useStanding(session: Session, onCreate: (kind: string) => void): Choice[] {
  const say = useSay();
  const navigate = useNavigate();
  const offered = useOffered();
  const [, change] = usePreferences();
  return useMemo(() => {
    const here = offered
      .filter((each) => each.name !== 'palette' && each.name !== 'search' && !each.name.startsWith('go '))
      .map(
        (each): Choice => ({ key: `do-${each.name}`, group: shellTexts.palette_actions, label: each.label, icon: 'bolt', keys: keysOf(each), run: each.run }),
      );
    const places = new Map(
      [
        ...levels.flatMap((level) => placesOf(session, level)),
        ...levels.flatMap((level) => [...furtherOf(session, level), ...listsOf(session, level)]),
        ...(mayImport(session) ? [imports] : []),
        settings,
      ].map((place) => [place.to, place]),
    );
    const go = [...places.values()].map(
      (place): Choice => ({
        key: `go-${place.to}`,
        group: shellTexts.palette_go,
        label: capital(say(place.label)),
        icon: place.icon,
        ...(place.keys ? { keys: place.keys } : {}),
        run: () => void navigate({ to: place.to }),
      }),
    );
    const create = definitions().flatMap((definition): Choice[] => {
      const open = opening(definition);
      return open && mayOpen(definition, session)
        ? [
            {
              key: `new-${definition.name}`,
              group: shellTexts.palette_create,
              label: `${say(open.command.label)} (${say(definition.label)})`,
              icon: 'plus',
              run: () => onCreate(definition.name),
            },
          ]
        : [];
    });
    const set: Choice[] = [
      ...languages.map(
        (language): Choice => ({
          key: `lang-${language}`,
          group: shellTexts.palette_settings,
          label: `${say(texts.language)}: ${languageNames[language]}`,
          icon: 'globe',
          run: () => change({ language }),
        }),
      ),
      ...(['auto', 'light', 'dark'] as const).map(
        (theme): Choice => ({
          key: `theme-${theme}`,
          group: shellTexts.palette_settings,
          label: `${say(shellTexts.theme)}: ${say(shellTexts[`theme_${theme}`])}`,
          icon: 'moon',
          run: () => change({ theme }),
        }),
      ),
    ];
    return [...here, ...go, ...create, ...set];
  }, [offered, session, say, navigate, onCreate, change]);
}

function useRecords(words: string): Choice[] {
  const navigate = useNavigate();
  const asked = useDeferredValue(words.trim());
  const number = /^\d+$/.test(asked);
  const found = useQuery({
    queryKey: ['search', 'found', asked],
    queryFn: ({ signal }) => get<Many<Found>>(`/api/search${query({ q: asked })}`, signal),
    enabled: asked.length >= 2 || number,
    placeholderData: (before) => before,
    staleTime: 10_000,
  });
  if (asked.length < 2 && !number) return [];
  return (found.data?.data ?? []).slice(0, 12).map(
    (each): Choice => ({
      key: `id-${each.id}`,
      group: shellTexts.palette_records,
      label: `${each.id} ${each.title}`,
      icon: iconOf(definitionOf(each.record)?.name ?? ''),
      run: () => void navigate({ to: '/$id', params: { id: each.id } }),
    }),
  );
}
