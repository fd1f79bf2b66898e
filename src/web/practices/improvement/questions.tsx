// The questions of an audit: what the records say by themselves, the answer, and the finding where it does not conform.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { audit } from '../../../practices/improvement/audit.record.ts';
import { type Answer, type Clause, type Shown, verdicts } from '../../../practices/improvement/audit.shapes.record.ts';
import { finding } from '../../../practices/improvement/finding.record.ts';
import { get, newKey } from '../../api.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import type { Arrangement } from '../../record/arrangement.ts';
import { commandsOf } from '../../record/commands.ts';
import { gather } from '../../record/list.tsx';
import { useList, usePerform } from '../../record/queries.ts';
import { RefLink } from '../../record/value.tsx';
import { improveTexts as texts } from '../../texts/governance.ts';
import { OpenNew } from '../governance/opening.tsx';

const Form = lazy(() => import('../../record/form.tsx').then((found) => ({ default: found.Form })));
const tones = { conform: 'good', not: 'bad', observation: 'info', not_applicable: 'neutral' } as const;
const arrangement: Arrangement = { boxless: { clause: null } };

export function AuditQuestions({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const [asked, setAsked] = useState<Clause | null>(null);
  const clauses = (answer.data.clauses ?? []) as readonly Clause[];
  const answers = new Map(((answer.data.answers ?? []) as readonly Answer[]).map((each) => [each.clause, each]));
  const shown = useQuery({
    queryKey: [audit.name, 'shown', answer.data.id],
    queryFn: ({ signal }) => get<{ data: Readonly<Record<string, Shown>> }>(`/api/audits/${answer.data.id}/shown`, signal),
    enabled: clauses.length > 0,
  });
  const found = useList(finding, `audit:${answer.data.id}`, { limit: 100 });
  const findings = gather(found.data?.pages ?? []).rows;
  if (!clauses.length) return <p className="dim">{say(texts.not_started)}</p>;
  return (
    <div className="gov-stack">
      <p className="small">{say(texts.answered, { count: answers.size, of: clauses.length })}</p>
      <Sideways label={say(texts.questions)}>
        <table className="plain">
          <Heads of={[texts.clause, texts.question, texts.records_say, texts.answer, texts.finding]} />
          <tbody>
            {clauses.map((each) => {
              const said = answers.get(each.clause);
              const own = findings.filter((one) => one.clause === each.clause);
              return (
                <tr key={each.clause}>
                  <th scope="row" className="nowrap">
                    {each.clause}
                  </th>
                  <td>
                    {say(each.title)}
                    <p className="dim small">{say(each.question)}</p>
                  </td>
                  <td className="nowrap">
                    <Says shown={said?.shown ?? shown.data?.data[each.clause] ?? null} />
                  </td>
                  <td>
                    {said ? (
                      <span className="badge" data-tone={tones[said.verdict]}>
                        {say(verdicts[said.verdict])}
                      </span>
                    ) : (
                      <span className="dim">{say(texts.open)}</span>
                    )}{' '}
                    {said?.text ? <p className="small">{said.text}</p> : null}
                    {said?.records.map((id) => (
                      <RefLink key={id} id={id} refs={answer.refs} />
                    ))}
                    {answer.may.includes('answer') ? (
                      <button type="button" className="link small" onClick={() => setAsked(each)} aria-label={say(texts.answer_it, { clause: each.clause })}>
                        {say(texts.answer)}
                      </button>
                    ) : null}
                  </td>
                  <td>
                    {own.map((one) => (
                      <RefLink key={one.id} id={one.id} refs={{ [one.id]: one.id }} />
                    ))}
                    {said?.verdict === 'not' && !own.length ? (
                      <OpenNew
                        definition={finding}
                        small
                        label={say(texts.finding_of, { clause: each.clause })}
                        known={{ audit: answer.data.id, clause: each.clause }}
                        shows={['finding']}
                      />
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Sideways>
      {asked ? <Answering answer={answer} clause={asked} said={answers.get(asked.clause)} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

export function Says({ shown }: { readonly shown: Shown | null }) {
  if (!shown) return <span className="dim">–</span>;
  return (
    <Link to="/list/$plural" params={{ plural: shown.plural }} search={{ q: shown.q }}>
      {shown.met} / {shown.of}
    </Link>
  );
}

type Asking = { readonly answer: OneAnswer; readonly clause: Clause; readonly said: Answer | undefined; readonly onClose: () => void };

function Answering({ answer, clause, said, onClose }: Asking) {
  const say = useSay();
  const perform = usePerform(audit, answer.data.id);
  const [key] = useState(newKey);
  const command = commandsOf(audit).answer;
  if (!command) return null;
  return (
    <Dialog title={`${clause.clause} · ${say(clause.title)}`} onClose={onClose} size="lg">
      <p>{say(clause.question)}</p>
      <Suspense fallback={null}>
        <Form
          definition={audit}
          command={command}
          row={null}
          refs={answer.refs}
          initial={{ clause: clause.clause, verdict: said?.verdict ?? null, text: said?.text ?? '', records: said?.records ?? [] }}
          arrangement={arrangement}
          error={perform.error}
          busy={perform.isPending}
          onCancel={onClose}
          onSubmit={(input) => perform.mutate({ command: 'answer', input, key, version: answer.data.version }, { onSuccess: onClose })}
        />
      </Suspense>
    </Dialog>
  );
}
