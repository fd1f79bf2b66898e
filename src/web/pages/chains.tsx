// All chains at /feasibility: which promises are carried by those beneath them, the worst first, and the cheapest way out of each.
import { Select } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Text } from '../../kernel/text.ts';
import { type Judgement, type Verdict, verdicts } from '../../practices/promise/link.record.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon, type IconName } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { metricWords } from '../practices/promise/drawn.tsx';
import { type FeasibilityAnswer, useFeasibility } from '../practices/promise/link.ts';
import { reasonWords, saidWords, slackWords, tightenWords } from '../practices/promise/link-parts.tsx';
import { useRefs } from '../record/queries.ts';
import { capital, RefLink } from '../record/value.tsx';
import { chainTexts } from '../texts/chain.ts';
import { serviceTexts } from '../texts/service.ts';
import { texts } from '../texts.ts';

const route = getRouteApi('/shell/feasibility');

const signs: Readonly<Record<Verdict, { readonly tone: string; readonly icon: IconName; readonly text: Text }>> = {
  broken: { tone: 'bad', icon: 'cross', text: chainTexts.v_broken },
  expired: { tone: 'bad', icon: 'clock', text: chainTexts.v_expired },
  accepted: { tone: 'warn', icon: 'exclamation', text: chainTexts.v_accepted },
  tight: { tone: 'warn', icon: 'exclamation', text: chainTexts.v_tight },
  ok: { tone: 'good', icon: 'check', text: chainTexts.v_ok },
};

export function ChainsPage() {
  const say = useSay();
  const { verdict, customer, service } = route.useSearch();
  const navigate = route.useNavigate();
  const title = say(chainTexts.chains);
  const asked = useFeasibility({ customer, service, verdict });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const go = (change: Readonly<Record<string, string | undefined>>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="dim small">{say(chainTexts.chains_text)}</p>
        </div>
        <div className="week-row">
          <Choice
            record="organisation"
            label={chainTexts.customer}
            value={customer}
            refs={asked.data?.refs ?? {}}
            onChoose={(next) => go({ customer: next })}
          />
          <Choice record="service" label={serviceTexts.part} value={service} refs={asked.data?.refs ?? {}} onChoose={(next) => go({ service: next })} />
        </div>
      </header>
      <Panel of={asked} lines={8}>
        {(answer) => (
          <>
            <Verdicts answer={answer} chosen={verdict} onChoose={(next) => go({ verdict: next })} />
            {answer.data.length > 0 ? (
              <Rows answer={answer} />
            ) : answer.checked === 0 ? (
              <Message icon="handshake" title={say(chainTexts.nothing)} />
            ) : (
              <Message icon="handshake" title={say(chainTexts.none)} text={say(chainTexts.none_text)} />
            )}
          </>
        )}
      </Panel>
    </section>
  );
}

type VerdictsProps = { readonly answer: FeasibilityAnswer; readonly chosen: string | undefined; readonly onChoose: (verdict: string | undefined) => void };

function Verdicts({ answer, chosen, onChoose }: VerdictsProps) {
  const say = useSay();
  const format = useFormat();
  const all = verdicts.reduce((sum, each) => sum + answer.counts[each], 0);
  return (
    <div className="list-head chains-head">
      <div className="chips" role="group" aria-label={say(chainTexts.verdict)}>
        <button type="button" className="chip" aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
          {say(chainTexts.all)} <b>{format.number(all)}</b>
        </button>
        {verdicts.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={chosen === each} onClick={() => onChoose(each)}>
            <Icon name={signs[each].icon} size={12} /> {say(signs[each].text)} <b>{format.number(answer.counts[each])}</b>
          </button>
        ))}
      </div>
      <span className="dim small">{say(chainTexts.checked, { count: format.number(answer.checked), ms: format.number(answer.took_ms) })}</span>
    </div>
  );
}

function Rows({ answer }: { readonly answer: FeasibilityAnswer }) {
  const say = useSay();
  const heads = [
    chainTexts.verdict,
    serviceTexts.promise,
    chainTexts.customer,
    chainTexts.promised,
    chainTexts.slack,
    chainTexts.weakest,
    chainTexts.cheapest_fix,
  ];
  return (
    <Sideways label={say(chainTexts.chains)}>
      <table className="plain chains">
        <thead>
          <tr>
            {heads.map((text) => (
              <th key={text.en} scope="col">
                {capital(say(text))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.data.map((each) => (
            <Row key={each.promise} each={each} answer={answer} />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Row({ each, answer: { refs } }: { readonly each: Judgement; readonly answer: FeasibilityAnswer }) {
  const tongue = { say: useSay(), format: useFormat() };
  const { say, format } = tongue;
  const navigate = useNavigate();
  const sign = signs[each.verdict];
  const open = () => void navigate({ to: '/$id', params: { id: each.promise }, search: { tab: 'chain' } });
  return (
    <tr onClick={(event) => !(event.target as HTMLElement).closest('a') && open()}>
      <td>
        <span className="badge" data-tone={sign.tone}>
          <Icon name={sign.icon} size={12} /> {say(sign.text)}
        </span>
      </td>
      <th scope="row">
        <a
          href={`/${each.promise}?tab=chain`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            open();
          }}
        >
          {each.name}
        </a>
        {each.ok || !each.reason ? null : <p className="dim small">{reasonWords(each.reason, say)}</p>}
        {each.accepted ? (
          <p className="small">
            {say(each.accepted.expired ? chainTexts.accepted_expired : chainTexts.accepted_by, {
              owner: each.accepted.owner ? (refs[each.accepted.owner] ?? each.accepted.owner) : '–',
              until: each.accepted.until ? format.date(each.accepted.until) : '–',
              reason: each.accepted.reason,
            })}
          </p>
        ) : null}
      </th>
      <td>
        <RefLink id={each.customer} refs={refs} />
      </td>
      <td>
        {metricWords(each.metric, say)} <span className="dim small">{saidWords(each.offered, each.unit, tongue)}</span>
      </td>
      <td className="nowrap">{slackWords(each.slack, each.unit, tongue) || '–'}</td>
      <td>{each.weakest ? <RefLink id={each.weakest} refs={refs} /> : '–'}</td>
      <td>
        {each.cheapest ? (
          <>
            <RefLink id={each.cheapest.promise} refs={refs} /> <span className="nowrap">{tightenWords(each.cheapest, each.unit, tongue)}</span>
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

type ChoiceProps = {
  readonly record: 'organisation' | 'service';
  readonly label: Text;
  readonly value: string | undefined;
  readonly refs: Readonly<Record<string, string>>;
  readonly onChoose: (id: string | undefined) => void;
};

function Choice({ record, label, value, refs, onChoose }: ChoiceProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const found = useRefs(record, value && words === (refs[value] ?? value) ? '' : words);
  const known = new Map((found.data?.data ?? []).map((each) => [each.id, each.title]));
  if (value && !known.has(value)) known.set(value, refs[value] ?? value);
  return (
    <Select
      size="xs"
      searchable
      clearable
      aria-label={say(label)}
      placeholder={say(label)}
      filter={({ options }) => options}
      data={[...known].map(([id, title]) => ({ value: id, label: title }))}
      value={value ?? null}
      onChange={(next) => onChoose(next ?? undefined)}
      onSearchChange={setWords}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}
