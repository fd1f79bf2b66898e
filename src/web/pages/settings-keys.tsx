// Shortcuts: one switch for all single keys, and another key for each of them.
import { Button, Switch, TextInput } from '@mantine/core';
import { useSay } from '../language.tsx';
import { keysOf, type Shortcut, setOwnKeys, useOffered, useOwnKeys } from '../parts/keys.ts';
import { usePreferences } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { recordTexts } from '../texts/record.ts';
import { shellTexts } from '../texts/shell.ts';

export function ShortcutSettings() {
  const say = useSay();
  const own = useOwnKeys();
  const offered = useOffered();
  const [, change] = usePreferences();
  const elsewhere: readonly Omit<Shortcut, 'run'>[] = [
    { name: 'next', keys: 'j', label: say(shellTexts.key_next) },
    { name: 'previous', keys: 'k', label: say(shellTexts.key_previous) },
    { name: 'open', keys: 'o', label: say(shellTexts.key_open) },
    { name: 'back', keys: 'u', label: say(shellTexts.key_back) },
    { name: 'copy_id', keys: '.', label: say(recordTexts.copy_id) },
    { name: 'copy_link', keys: '>', label: say(recordTexts.copy_link) },
    { name: 'filter', keys: 'f', label: say(recordTexts.filter_line) },
  ];
  const all = [
    ...offered.filter((each) => each.keys && !each.keys.startsWith('mod')),
    ...elsewhere.filter((each) => !offered.some((one) => one.name === each.name)),
  ];
  return (
    <section className="card form">
      <Switch
        label={say(pageTexts.shortcuts)}
        description={say(pageTexts.shortcuts_text)}
        checked={own.on}
        onChange={(event) => {
          setOwnKeys({ ...own, on: event.currentTarget.checked });
          change({ shortcuts: event.currentTarget.checked });
        }}
      />
      <table className="plain">
        <tbody>
          {all.map((each) => (
            <tr key={each.name}>
              <th scope="row">{each.label}</th>
              <td>
                <TextInput
                  size="xs"
                  w={90}
                  disabled={!own.on}
                  aria-label={`${say(pageTexts.press_key)}: ${each.label}`}
                  value={keysOf(each)}
                  maxLength={6}
                  onChange={(event) => setOwnKeys({ ...own, keys: { ...own.keys, [each.name]: event.currentTarget.value.trimStart() } })}
                />
              </td>
              <td>
                {own.keys[each.name] === undefined ? null : (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => setOwnKeys({ ...own, keys: Object.fromEntries(Object.entries(own.keys).filter(([name]) => name !== each.name)) })}
                  >
                    {say(pageTexts.reset)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
