// The overlay with every key that does something now, what belongs to this screen first.
import { Link } from '@tanstack/react-router';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { keysOf, type Shortcut, useOffered, useOwnKeys } from '../parts/keys.ts';
import { shellTexts } from '../texts/shell.ts';

const general = new Set(['palette', 'search', 'create', 'help']);

export function Help({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const own = useOwnKeys();
  const offered = useOffered().filter((each) => keysOf(each));
  const goes = (each: Shortcut) => each.name.startsWith('go ');
  const everywhere = (each: Shortcut) => general.has(each.name);
  const groups = [
    { label: shellTexts.help_here, keys: offered.filter((each) => !everywhere(each) && !goes(each)) },
    { label: shellTexts.help_everywhere, keys: offered.filter(everywhere) },
    { label: shellTexts.palette_go, keys: offered.filter(goes) },
  ].filter((group) => group.keys.length > 0);
  return (
    <Dialog title={say(shellTexts.help)} onClose={onClose} size="lg">
      {own.on ? null : <p className="notice">{say(shellTexts.help_off)}</p>}
      <div className="keys">
        {groups.map((group) => (
          <section key={group.label.en}>
            <h3>{say(group.label)}</h3>
            <dl>
              {group.keys.map((each) => (
                <div key={each.name}>
                  <dt>
                    <kbd>{keysOf(each).replace('mod+k', 'Ctrl K')}</kbd>
                  </dt>
                  <dd>{each.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>
        <Link to="/settings" onClick={onClose}>
          {say(shellTexts.help_settings)}
        </Link>
      </p>
    </Dialog>
  );
}
