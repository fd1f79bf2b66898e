// The verdict of the chain where it is needed: before signing, with the ways out, and in one line while a draft is edited.
import { useDebouncedValue } from '@mantine/hooks';
import { Link as To } from '@tanstack/react-router';
import { inputFields } from '../../../kernel/record.ts';
import { promise } from '../../../practices/promise/record.ts';
import type { Refs, Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Panel, Refused } from '../../parts/states.tsx';
import type { FormState, Values } from '../../record/arrangement.ts';
import { commandsOf } from '../../record/commands.ts';
import { capital, RefLink } from '../../record/value.tsx';
import { chainTexts } from '../../texts/chain.ts';
import { Tightening } from './chain.tsx';
import { useVerdict, type VerdictAnswer } from './link.ts';
import { Carried, Reasons, Slack } from './link-parts.tsx';
import { useSigning } from './signing.ts';

export function SignVerdict(form: FormState) {
  const say = useSay();
  const asked = useSigning(form);
  if (asked.isError && !asked.data) return <Refused error={asked.error} />;
  return (
    <section className="card chain-card" aria-live="polite" aria-label={say(chainTexts.verdict)}>
      <Panel of={asked} lines={2}>
        {(answer) => <Verdict answer={answer} id={String(form.row?.id)} />}
      </Panel>
    </section>
  );
}

function Verdict({ answer: { data: link, refs }, id }: { readonly answer: VerdictAnswer; readonly id: string }) {
  const say = useSay();
  const names: Refs = refs;
  return (
    <>
      <h3>
        <Carried ok={link.ok} long />
        <Slack link={link} />
        {link.weakest ? (
          <span className="small">
            {capital(say(chainTexts.weakest))}: <RefLink id={link.weakest} refs={names} />
          </span>
        ) : null}
        <To to="/$id" params={{ id }} search={{ tab: 'chain' }} className="small">
          {say(chainTexts.see_chain)}
        </To>
      </h3>
      <p>{say(link.ok ? chainTexts.sign_kept : chainTexts.sign_not_kept)}</p>
      <Reasons reasons={link.reasons} />
      {link.ok ? null : <Tightening link={{ ...link, tighten: link.tighten.slice(0, 5) }} refs={names} />}
      {link.assumptions.length ? (
        <details className="twin">
          <summary className="small">{say(chainTexts.assumptions)}</summary>
          <Reasons reasons={link.assumptions} />
        </details>
      ) : null}
    </>
  );
}

/** In one line, as the draft stands in the form; silent while it says nothing that can be judged. */
export function LiveVerdict({ row, values }: FormState) {
  const say = useSay();
  const [settled] = useDebouncedValue(row ? changed(row, values) : {}, 500);
  const asked = useVerdict(row?.id ?? null, settled);
  if (!asked.data || asked.isError) return null;
  const { data: link } = asked.data;
  const broken = link.reasons.filter((each) => !each.holds);
  return (
    <section className="explained" aria-live="polite" aria-label={say(chainTexts.verdict)}>
      <Carried ok={link.ok} long /> <Slack link={link} />
      {broken.length ? <Reasons reasons={broken.slice(0, 2)} /> : null}
    </section>
  );
}

const editable = Object.keys(inputFields(promise, commandsOf(promise).edit));
const changed = (row: Row, values: Values): Values =>
  Object.fromEntries(
    editable.filter((name) => JSON.stringify(values[name] ?? null) !== JSON.stringify(row[name] ?? null)).map((name) => [name, values[name] ?? null]),
  );
