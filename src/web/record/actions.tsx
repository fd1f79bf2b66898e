// The buttons of a record: exactly what the server said may be done now; each opens the form its command declares.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Command, type Definition, inputFields } from '../../kernel/record.ts';
import { newKey, problemOf } from '../api.ts';
import type { OneAnswer } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { keysOf, useShortcuts } from '../parts/keys.ts';
import { toast } from '../parts/toast.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { isConversation } from './composer.tsx';
import { Form } from './form.tsx';
import { usePerform } from './queries.ts';

type Named = { readonly name: string; readonly command: Command };
type Props = { readonly definition: Definition; readonly answer: OneAnswer };

/** The commands of `may`, in the order they are shown; what the composer does is not repeated as a button. */
export function actionsOf(definition: Definition, may: readonly string[]): Named[] {
  return may
    .flatMap((name) => (Object.hasOwn(definition.commands, name) ? [{ name, command: definition.commands[name] as Command }] : []))
    .filter(({ command }) => !isConversation(definition, command))
    .sort((a, b) => (a.command.prominent ?? 99) - (b.command.prominent ?? 99));
}

export function Actions({ definition, answer }: Props) {
  const say = useSay();
  const [asked, setAsked] = useState<Named | null>(null);
  const perform = usePerform(definition, answer.data.id);
  const actions = useMemo(() => actionsOf(definition, answer.may), [definition, answer.may]);
  const prominent = actions.filter(({ command }) => command.prominent !== undefined).slice(0, 3);
  const rest = actions.filter((each) => !prominent.includes(each));

  const start = (each: Named) => {
    const asks = Object.keys(inputFields(definition, each.command)).length > 0 || each.command.final || each.command.outward;
    if (asks) return setAsked(each);
    perform.mutate(
      { command: each.name, input: {}, version: answer.data.version },
      {
        onSuccess: () => toast(`${answer.data.id}: ${say(each.command.label)}`),
        onError: (error) => toast(problemOf(error).detail || say(texts.error_text), true),
      },
    );
  };
  useShortcuts(
    actions.map((each) => ({
      name: `${definition.name}.${each.name}`,
      keys: each.command.key ?? '',
      label: say(each.command.label),
      run: () => start(each),
    })),
  );

  return (
    <div className="actions">
      {prominent.map((each, index) => (
        <Button
          key={each.name}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => start(each)}
          title={keyHint(definition, each)}
          loading={perform.isPending && perform.variables?.command === each.name && asked === null}
        >
          {say(each.command.label)}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={say(recordTexts.actions)}>
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((each) => (
              <Menu.Item key={each.name} onClick={() => start(each)} rightSection={<Key definition={definition} each={each} />}>
                {say(each.command.label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {asked ? <Asking definition={definition} answer={answer} asked={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

function Asking({ definition, answer, asked, onClose }: Props & { readonly asked: Named; readonly onClose: () => void }) {
  const say = useSay();
  const perform = usePerform(definition, answer.data.id);
  // One key for this opening of the form: pressing twice, or again after a lost answer, does it once.
  const [key] = useState(newKey);
  const submit = (input: Record<string, unknown>) =>
    perform.mutate(
      { command: asked.name, input, key, version: answer.data.version },
      {
        onSuccess: () => {
          toast(`${answer.data.id}: ${say(asked.command.label)}`);
          onClose();
        },
      },
    );
  const stale = perform.error && problemOf(perform.error).status === 412;
  return (
    <Dialog title={`${answer.data.id} · ${say(asked.command.label)}`} onClose={onClose}>
      <Form
        definition={definition}
        command={asked.command}
        row={answer.data}
        refs={answer.refs}
        audiences={answer.audiences}
        error={perform.error}
        busy={perform.isPending}
        onSubmit={submit}
        onCancel={onClose}
        before={stale ? <p className="notice">{say(recordTexts.stale)}</p> : null}
      />
    </Dialog>
  );
}

function Key({ definition, each }: { readonly definition: Definition; readonly each: Named }) {
  const keys = keysOf({ name: `${definition.name}.${each.name}`, keys: each.command.key ?? '' });
  return keys ? <kbd>{keys}</kbd> : null;
}

const keyHint = (definition: Definition, each: Named): string | undefined =>
  keysOf({ name: `${definition.name}.${each.name}`, keys: each.command.key ?? '' }) || undefined;
