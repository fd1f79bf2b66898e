// The cases behind a figure of conformance: each record with its way, how long it took and what was odd about it.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Definition } from '../../kernel/record.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Panel } from '../parts/states.tsx';
import { conformanceTexts as texts } from '../texts/conformance.ts';
import { type Narrowing, pageSize, useCases } from './conformance-ask.ts';
import { useSteps } from './conformance-tables.tsx';

type Props = { readonly definition: Definition; readonly asked: Narrowing; readonly figure: string; readonly what: string; readonly close: () => void };

export function CasesBehind({ definition, asked, figure, what, close }: Props) {
  const say = useSay();
  const format = useFormat();
  const words = useSteps(definition);
  const [offset, setOffset] = useState(0);
  const cases = useCases(definition.plural, asked, { figure, offset });
  return (
    <section className="report-section paths-cases" aria-label={say(texts.behind, { what })}>
      <h2>
        {say(texts.behind, { what })} <span className="dim">{cases.data ? format.number(cases.data.count) : ''}</span>
      </h2>
      <Button size="xs" variant="default" onClick={close}>
        {say(texts.close)}
      </Button>
      <Panel of={cases} lines={5}>
        {({ data, refs, next }) => (
          <>
            <Sideways label={say(texts.behind, { what })}>
              <table className="told-table">
                <Heads of={[texts.record, texts.opened, texts.took, texts.fits, texts.way]} />
                <tbody>
                  {data.map((each) => (
                    <tr key={each.id}>
                      <td>
                        <Link to="/$id" params={{ id: each.id }}>
                          <span className="mono">{each.id}</span> {refs[each.id] ?? ''}
                        </Link>
                      </td>
                      <td>{format.date(each.opened_at)}</td>
                      <td>{format.span(each.ms)}</td>
                      <td>{format.percent(each.fitness)}</td>
                      <td>
                        {words(each.steps.map((step) => step.state))}
                        {each.oddities.length ? (
                          <span className="small paths-odd"> {each.oddities.map((name) => say(texts[name as keyof typeof texts])).join(', ')}</span>
                        ) : null}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Sideways>
            <p>
              {offset > 0 ? (
                <Button size="xs" variant="default" onClick={() => setOffset(Math.max(0, offset - pageSize))}>
                  {say(texts.before)}
                </Button>
              ) : null}{' '}
              {next === null ? null : (
                <Button size="xs" variant="default" onClick={() => setOffset(next)}>
                  {say(texts.more, { count: pageSize })}
                </Button>
              )}
            </p>
          </>
        )}
      </Panel>
    </section>
  );
}
