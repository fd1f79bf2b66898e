// The tables of the report: a caption, figures to the right, a verdict, and each number a link to the records it counts.
import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, use } from 'react';
import type { Text } from '../../kernel/text.ts';
import type { Behind, Section } from '../../practices/reporting/figures.record.ts';
import type { Refs } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { verdictWords } from '../report-words.ts';
import { reportTexts } from '../texts/report.ts';

export type Told = { readonly section: Section; readonly refs: Refs; readonly behind: readonly Behind[]; readonly quarter: boolean };
export const ToldContext = createContext<Told | null>(null);

export function useTold(): Told {
  const told = use(ToldContext);
  if (!told) throw new Error('a part of the report stands outside of it');
  return told;
}

type TableProps = { readonly caption: Text; readonly heads: readonly (Text | readonly [Text])[]; readonly children: ReactNode };

/** A head in brackets stands over figures. */
export function Table({ caption, heads, children }: TableProps) {
  const say = useSay();
  return (
    <Sideways label={say(caption)}>
      <table className="plain">
        <caption>{say(caption)}</caption>
        <thead>
          <tr>
            {heads.map((head) => {
              const [text, figure] = Array.isArray(head) ? [head[0] as Text, true] : [head as Text, false];
              return (
                <th key={text.en} scope="col" className={figure ? 'figure' : undefined}>
                  {say(text)}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Sideways>
  );
}

type Verdicted = { readonly kept: boolean | null; readonly measured_per?: string; readonly window: { readonly whole: boolean } };

export function Verdict({ of }: { readonly of: Verdicted }) {
  const say = useSay();
  const { tone, text } = verdictWords(of, { say, quarter: useTold().quarter });
  return (
    <span className="badge" data-tone={tone}>
      {tone === 'neutral' ? null : <Icon name={tone === 'good' ? 'check' : 'cross'} size={12} />} {text}
    </span>
  );
}

type FigureProps = { readonly promise: string | null; readonly what: string; readonly name: Text; readonly children: ReactNode };

/** A number that opens the list of what it counts; plain where there is nothing to open. */
export function Figure({ promise, what, name, children }: FigureProps) {
  const say = useSay();
  const { behind, section } = useTold();
  const found = behind.find((each) => each.service === section.service && each.customer === section.customer && each.promise === promise && each.what === what);
  if (!found) return <>{children}</>;
  return (
    <Link to="/list/$plural" params={{ plural: found.plural }} search={{ q: found.q }} title={say(reportTexts.show_records, { figure: say(name) })}>
      {children}
    </Link>
  );
}
