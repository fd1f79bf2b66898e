// The buttons of a record: exactly what the server said may be done now; each opens the form its command declares.
import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type Command, type Definition, inputFields } from '../../kernel/record.ts';
import { problemOf } from '../api.ts';
import type { OneAnswer } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { keysOf, opening, useShortcuts } from '../parts/keys.ts';
import { Menu } from '../parts/menu.tsx';
import { toast } from '../parts/toast.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import type { Arrangement } from './arrangement.ts';
import type { Named } from './asking.tsx';
import { commandsOf } from './commands.ts';
import { isConversation } from './composer.tsx';
import { usePerform } from './queries.ts';

const Asking = lazy(() => import('./asking.tsx').then((found) => ({ default: found.Asking })));

type Props = {
  readonly definition: Definition;
  readonly answer: OneAnswer;
  readonly forms?: Readonly<Record<string, Arrangement>>;
  readonly children?: ReactNode;
};

/** The commands of `may`, in the order they are shown; what the composer does is not repeated as a button. */
export function actionsOf(definition: Definition, may: readonly string[]): Named[] {
  return may
    .flatMap((name) => (Object.hasOwn(commandsOf(definition), name) ? [{ name, command: commandsOf(definition)[name] as Command }] : []))
    .filter(({ command }) => !isConversation(definition, command))
    .sort((a, b) => (a.command.prominent ?? 99) - (b.command.prominent ?? 99));
}

export function Actions({ definition, answer, forms = {}, children }: Props) {
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
      {children}
      {rest.length > 0 ? (
        <Menu
          className="icon-button"
          label={say(recordTexts.actions)}
          button={<Icon name="dots" />}
          groups={[
            {
              items: rest.map((each) => ({
                key: each.name,
                label: say(each.command.label),
                hint: <Key definition={definition} each={each} />,
                run: () => start(each),
              })),
            },
          ]}
        />
      ) : null}
      {asked ? (
        <Suspense fallback={<span {...opening} />}>
          <Asking definition={definition} answer={answer} asked={asked} arrangement={forms[asked.name]} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Key({ definition, each }: { readonly definition: Definition; readonly each: Named }) {
  const keys = keysOf({ name: `${definition.name}.${each.name}`, keys: each.command.key ?? '' });
  return keys ? <kbd>{keys}</kbd> : null;
}

const keyHint = (definition: Definition, each: Named): string | undefined =>
  keysOf({ name: `${definition.name}.${each.name}`, keys: each.command.key ?? '' }) || undefined;
