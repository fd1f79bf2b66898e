// The differences a verification found, each with what is recorded and what was found, and deciding them one by one.
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { change } from '../../../practices/change/record.ts';
import type { Difference } from '../../../practices/configuration/difference.record.ts';
import { decisionOptions, verification } from '../../../practices/configuration/verification.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { type Say, useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message } from '../../parts/states.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { commandsOf } from '../../record/commands.ts';
import { Form } from '../../record/form.tsx';
import { mayOpen } from '../../record/may-open.ts';
import { usePerform } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { changeTexts } from '../../texts/change.ts';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { plainLabel } from './values.tsx';

const Raising = lazy(() => import('../change/raise.tsx').then((each) => ({ default: each.Raising })));

const tones = { missing: 'bad', unexpected: 'warn', differs: 'info' } as const;
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

export function Verified({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const session = useSession();
  const may = mayOpen(verification, session);
  const raises = mayOpen(change, session);
  const [asked, setAsked] = useState<Difference | null>(null);
  const [raised, setRaised] = useState<Difference | null>(null);
  const row = answer.data;
  if (row.state === 'gathering' || !row.compared_at) return <Message icon="search" title={say(words.gathering)} text={say(words.gathering_text)} />;
  const all = (row.differences ?? []) as readonly Difference[];
  const numbers = ['matching', 'checked', 'missing', 'differing', 'unexpected'].map((name) => [name, format.number(count(row[name]))] as const);
  const accuracy = row.accuracy === null || row.accuracy === undefined ? '–' : format.ppm(count(row.accuracy));
  return (
    <>
      <p>{say(words.sums, { ...Object.fromEntries(numbers), accuracy })}</p>
      {all.length === 0 ? <Message icon="check" title={say(words.no_difference)} /> : null}
      {all.length > 0 ? (
        <Sideways label={say(words.differences)}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say(words.what)}</th>
                <th scope="col">{say(words.differences)}</th>
                <th scope="col">{say(words.recorded)}</th>
                <th scope="col">{say(words.found)}</th>
                <th scope="col">{say(words.decision)}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((each) => (
                <Line
                  key={each.id}
                  of={each}
                  refs={answer.refs}
                  onDecide={may && row.state === 'deciding' ? () => setAsked(each) : null}
                  onRaise={raises ? () => setRaised(each) : null}
                />
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
      {asked ? (
        <Deciding answer={answer} about={asked} onClose={() => setAsked(null)} onRaise={raises ? (reason) => setRaised({ ...asked, reason }) : null} />
      ) : null}
      {raised ? (
        <Suspense fallback={null}>
          <Raising
            title={`${row.id} · ${say(changeTexts.new_change)}`}
            initial={changeFor(raised, { say, of: row.id })}
            refs={raised.item ? { ...answer.refs, [raised.item]: raised.name } : answer.refs}
            onClose={() => setRaised(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** A change that brings back what is recorded, or makes of it what was found: somebody has to say which. */
function changeFor(one: Difference, { say, of }: { readonly say: Say; readonly of: string }): Readonly<Record<string, unknown>> {
  const what = one.attribute ? plainLabel(one.attribute) : say(words[one.kind]);
  const told = one.kind === 'differs' ? `: ${say(words.recorded)} ${shown(one.recorded)}, ${say(words.found)} ${shown(one.found)}` : '';
  const reason = [`${of} · ${one.name} · ${what}${told}`, one.reason].filter(Boolean).join('\n');
  return { title: `${one.name}: ${what}`, type: 'normal', items: one.item ? [one.item] : [], reason };
}

type LineProps = {
  readonly of: Difference;
  readonly refs: OneAnswer['refs'];
  readonly onDecide: (() => void) | null;
  readonly onRaise: (() => void) | null;
};

function Line({ of: each, refs, onDecide, onRaise }: LineProps) {
  const say = useSay();
  return (
    <tr>
      <td>
        {each.item ? <RefLink id={each.item} refs={{ ...refs, [each.item]: each.name }} /> : each.name}
        {each.attribute ? <span className="dim"> · {plainLabel(each.attribute)}</span> : null}
      </td>
      <td>
        <span className="badge" data-tone={tones[each.kind]}>
          {say(words[each.kind])}
        </span>
      </td>
      <td>{shown(each.recorded)}</td>
      <td>{shown(each.found)}</td>
      <td>
        {each.decision ? (
          <>
            {say(decisionOptions[each.decision])}
            {each.reason ? <span className="dim"> · {each.reason}</span> : null}
            {each.decision === 'raised' && onRaise ? (
              <p>
                <Button size="compact-xs" variant="default" onClick={onRaise} aria-label={`${say(changeTexts.new_change)}: ${each.name}`}>
                  {say(changeTexts.new_change)}
                </Button>
              </p>
            ) : null}
          </>
        ) : onDecide ? (
          <Button size="compact-xs" variant="default" onClick={onDecide} aria-label={say(words.decide_about, { name: each.name })}>
            {say(words.decide)}
          </Button>
        ) : (
          <span className="dim">{say(words.undecided)}</span>
        )}
      </td>
    </tr>
  );
}

const shown = (value: Difference['found']): string => (value === null ? '–' : String(value));
/** Which difference it is about is known: only the decision and its reason are asked. */
const deciding: Arrangement = { boxless: { difference: null } };

type DecidingProps = {
  readonly answer: OneAnswer;
  readonly about: Difference;
  readonly onClose: () => void;
  readonly onRaise: ((reason: string | null) => void) | null;
};

/** What is raised for a change is offered as one at once. */
function Deciding({ answer, about, onClose, onRaise }: DecidingProps) {
  const say = useSay();
  const perform = usePerform(verification, answer.data.id);
  const decided = ({ decision, reason }: Readonly<Record<string, unknown>>): void => {
    onClose();
    if (decision === 'raised') onRaise?.(typeof reason === 'string' ? reason : null);
  };
  return (
    <Dialog title={say(words.decide_about, { name: about.name })} onClose={onClose}>
      <Form
        definition={verification}
        command={commandsOf(verification).decide}
        row={null}
        refs={answer.refs}
        initial={{ difference: about.id }}
        arrangement={deciding}
        error={perform.error}
        busy={perform.isPending}
        onCancel={onClose}
        onSubmit={(input) => perform.mutate({ command: 'decide', input: { ...input, difference: about.id } }, { onSuccess: () => decided(input) })}
      />
    </Dialog>
  );
}
