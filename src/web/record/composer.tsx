// Where people write: the audience chosen in words and printed on the button, a draft that survives, a send that happens once.
import { Button, Textarea } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Command, type Definition, inputFields } from '../../kernel/record.ts';
import { newKey, problemOf } from '../api.ts';
import type { OneAnswer } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { type Shortcut, useShortcuts } from '../parts/keys.ts';
import { Refused } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { recordTexts } from '../texts/record.ts';
import { type AudienceChoice, AudiencePicker, choicesOf, sameAudience } from './audience.tsx';
import { commandsOf } from './commands.ts';
import { usePerform } from './queries.ts';

/** A command that only says something: words, and who reads them. */
export function isConversation(definition: Definition, command: Command): boolean {
  const fields = Object.entries(inputFields(definition, command));
  const note = fields.find(([name]) => name === 'note');
  return note !== undefined && command.to === undefined && !command.final && fields.every(([name]) => name === 'note' || name === 'audience');
}

type Draft = { readonly text: string; readonly audience: readonly string[] | null; readonly key: string; readonly pending: boolean };
type Props = { readonly definition: Definition; readonly answer: OneAnswer; readonly person: string; readonly inside: boolean; readonly latest: number };

export function Composer(props: Props) {
  const { definition, answer } = props;
  const commands = answer.may.flatMap((name) => {
    const command = commandsOf(definition)[name];
    return command && isConversation(definition, command) ? [{ name, command }] : [];
  });
  return commands.length > 0 ? <Writing key={answer.data.id} {...props} commands={commands} /> : null;
}

type Saying = { readonly name: string; readonly command: Command };

/** Words that leave the house go by the command that says so; the others by the one that does not. */
function commandFor(commands: readonly Saying[], choice: AudienceChoice | undefined): Saying {
  const outward = choice?.circle === 'customer' || choice?.circle === 'supplier';
  return commands.find(({ command }) => Boolean(command.outward) === outward) ?? (commands[0] as Saying);
}

function Writing({ definition, answer, person, inside, latest, commands }: Props & { readonly commands: readonly Saying[] }) {
  const say = useSay();
  const [draft, setDraft] = useDraft(`draft:${person}:${answer.data.id}:conversation`);
  const box = useRef<HTMLTextAreaElement>(null);
  const perform = usePerform(definition, answer.data.id);
  const choices = useMemo(() => choicesFor(commands, choicesOf(answer.audiences, say, inside)), [commands, answer.audiences, say, inside]);
  const chosen = choices.find((each) => sameAudience(draft.audience, each.ids)) ?? choices[0];
  const who = chosen?.label ?? '';
  const outward = chosen?.circle === 'customer' || chosen?.circle === 'supplier';
  const news = useNews(latest, draft.text === '');
  // While it is unknown whether a message arrived, only that very message may be sent again.
  const choose = (ids: readonly string[]) => draft.pending || setDraft({ ...draft, audience: ids });
  useWritingKeys(box, choices, (choice) => choose(choice.ids));

  const send = () => {
    if (draft.text.trim() === '') return box.current?.focus();
    if (perform.isPending || (outward && news.stop())) return;
    const { name, command } = commandFor(commands, chosen);
    const { audience: takes } = inputFields(definition, command);
    setDraft({ ...draft, audience: chosen?.ids ?? null, pending: true });
    perform.mutate(
      { command: name, input: { note: draft.text.trim(), ...(takes && chosen ? { audience: chosen.ids } : {}) }, key: draft.key },
      {
        onSuccess: () => {
          setDraft({ text: '', audience: null, key: newKey(), pending: false });
          toast(say(recordTexts.sent, { who }));
        },
        // An answer, even a refusal, settles it; only silence leaves it open whether it arrived.
        onError: (error) => setDraft({ ...draft, pending: unsettled.has(problemOf(error).status) }),
      },
    );
  };
  const label = perform.isPending ? recordTexts.sending : outward ? recordTexts.send_to : recordTexts.note_for;
  return (
    <div className="composer" data-circle={chosen?.circle}>
      {choices.length > 1 ? <AudiencePicker choices={choices} chosen={chosen?.ids ?? null} onChoose={choose} /> : null}
      <Textarea
        ref={box}
        aria-label={`${say(recordTexts.write)}: ${who}`}
        placeholder={`${say(recordTexts.write)}: ${who}`}
        autosize
        minRows={2}
        maxRows={12}
        disabled={perform.isPending}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          if (event.key === 'Escape') box.current?.blur();
        }}
      />
      {draft.pending && !perform.isPending ? <p className="notice">{say(recordTexts.unconfirmed)}</p> : null}
      {news.warned ? (
        <p className="notice" role="alert">
          {say(recordTexts.new_entries)}{' '}
          <button type="button" className="link" onClick={news.seen}>
            {say(recordTexts.send_anyway)}
          </button>
        </p>
      ) : null}
      <Refused error={perform.error} />
      <div className="composer-foot">
        <span className="dim small">{draft.text ? say(recordTexts.draft_kept) : ''}</span>
        <Button size="xs" onClick={send} loading={perform.isPending} leftSection={<Icon name={outward ? 'send' : 'note'} />}>
          {say(label, { who })}
        </Button>
      </div>
    </div>
  );
}

const unsettled = new Set([-1, 0, 502, 503, 504]);

/** Without a command for words that leave, or for those that stay, there is no such choice. */
function choicesFor(commands: readonly Saying[], choices: readonly AudienceChoice[]): AudienceChoice[] {
  if (commands.length > 1) return [...choices];
  const only = commands[0]?.command;
  if (!only?.outward) return [...choices];
  const outside = choices.filter((each) => each.circle === 'customer' || each.circle === 'supplier');
  return outside.length > 0 ? outside : [...choices];
}

/** What arrived while somebody was writing stops the first attempt to send outside, until they have seen it. */
function useNews(latest: number, idle: boolean) {
  const [seen, setSeen] = useState(latest);
  const [warned, setWarned] = useState(false);
  useEffect(() => {
    if (idle) setSeen(latest);
  }, [idle, latest]);
  return {
    warned,
    seen: () => {
      setSeen(latest);
      setWarned(false);
    },
    stop: () => {
      const stop = latest > seen;
      setWarned(stop);
      return stop;
    },
  };
}

/** `r` writes to the customer, `n` a note in the narrowest circle: both change the audience in sight, and neither sends. */
function useWritingKeys(box: React.RefObject<HTMLTextAreaElement | null>, choices: readonly AudienceChoice[], choose: (choice: AudienceChoice) => void): void {
  const say = useSay();
  const latest = useRef(choose);
  latest.current = choose;
  const shortcuts = useMemo((): Shortcut[] => {
    const write = (choice: AudienceChoice | undefined) => () => {
      if (choice) latest.current(choice);
      box.current?.focus();
    };
    const reply = choices.find((each) => each.circle === 'customer') ?? choices.find((each) => each.circle === 'supplier');
    const note = choices[0];
    return [
      ...(note ? [{ name: 'note', keys: 'n', label: say(recordTexts.note_for, { who: note.label }), run: write(note) }] : []),
      ...(reply ? [{ name: 'reply', keys: 'r', label: say(recordTexts.send_to, { who: reply.label }), run: write(reply) }] : []),
    ];
  }, [choices, box, say]);
  useShortcuts(shortcuts);
}

/** Kept by (person, record, composer), never by place on the screen; the idempotency key lives and dies with the draft. */
function useDraft(place: string): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(() => readDraft(place));
  return [
    draft,
    (next) => {
      setDraft(next);
      if (next.text === '') localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(next));
    },
  ];
}

function readDraft(place: string): Draft {
  const empty: Draft = { text: '', audience: null, key: newKey(), pending: false };
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Draft>) };
  } catch {
    return empty;
  }
}
