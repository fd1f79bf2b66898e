// The navigation at the left: the three levels, what is near at hand on each, and every kind of record beneath.
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '../../kernel/record.ts';
import type { Session } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { mayImport } from '../record/may-open.ts';
import { capital } from '../record/value.tsx';
import { shellTexts } from '../texts/shell.ts';
import { furtherOf, imports, levelOf, levels, listsOf, type Place, placesOf, settings } from './navigation.ts';

const levelTexts = { operational: shellTexts.operational, tactical: shellTexts.tactical, strategic: shellTexts.strategic };

export function Navigation({ session, onGone }: { readonly session: Session; readonly onGone: () => void }) {
  const say = useSay();
  const side = session.side ?? 'customer';
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [chosen, setLevel] = useState<Level>(() => levels.find((each) => each === localStorage.getItem('level')) ?? homeLevel(session));
  const [seenAt, setSeenAt] = useState<{ path: string; level: Level } | null>(null);
  // Where somebody came by a link or a key is shown where it is, until they choose a level themselves.
  const level = seenAt?.path === path ? seenAt.level : levelOf(path, session, chosen);
  const choose = (next: Level) => {
    localStorage.setItem('level', next);
    setLevel(next);
    setSeenAt({ path, level: next });
  };
  return (
    <nav
      className="nav"
      aria-label={say(shellTexts.navigation)}
      onClickCapture={(event) => event.target instanceof Element && event.target.closest('a') && onGone()}
    >
      {side === 'integrator' ? (
        <div className="levels" role="group" aria-label={say(shellTexts.level)}>
          {levels.map((each) => (
            <button key={each} type="button" aria-pressed={level === each} title={say(levelTexts[each])} onClick={() => choose(each)}>
              <span aria-hidden="true">{each.slice(0, 1).toUpperCase()}</span>
              <span className="hidden">{say(levelTexts[each])}</span>
            </button>
          ))}
        </div>
      ) : null}
      {side === 'integrator' ? <p className="nav-level">{say(levelTexts[level])}</p> : null}
      <ul>
        {placesOf(session, level).map((place) => (
          <Item key={place.to} place={place} />
        ))}
      </ul>
      <details className="nav-more">
        <summary>{say(shellTexts.all_records)}</summary>
        <ul>
          {furtherOf(session, level).map((place) => (
            <Item key={place.to} place={place} />
          ))}
        </ul>
        {side === 'integrator' ? <p className="nav-level">{say(shellTexts.lists)}</p> : null}
        <ul>
          {listsOf(session, level).map((place) => (
            <Item key={place.to} place={place} />
          ))}
        </ul>
      </details>
      <ul className="nav-foot">
        {mayImport(session) ? <Item place={imports} /> : null}
        <Item place={settings} />
      </ul>
    </nav>
  );
}

function Item({ place }: { readonly place: Place }) {
  const say = useSay();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = path === place.to;
  return (
    <li>
      <Link to={place.to} className="nav-item" aria-current={here ? 'page' : undefined}>
        <Icon name={place.icon} />
        <span>{capital(say(place.label))}</span>
      </Link>
    </li>
  );
}

/** Where somebody begins; they may go anywhere. */
function homeLevel(session: Session): Level {
  if (session.roles.includes('executive')) return 'strategic';
  return session.roles.includes('service_level_manager') && !session.roles.includes('agent') ? 'tactical' : 'operational';
}
