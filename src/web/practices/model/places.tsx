// A table of things of the field or of ours against the models: each cell opens the process of that model.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Cell, Names, Source } from '../../../practices/model/reference.record.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { referenceTexts as texts } from '../../texts/reference.ts';
import { Sure } from './sure.tsx';

export type Column = { readonly key: string; readonly name: string };
export type Line = { readonly key: string; readonly head: ReactNode; readonly cells: Readonly<Record<string, Cell>> };
type Props = {
  readonly label: string;
  readonly head: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly names: Names;
  readonly sources?: Readonly<Record<string, Source>>;
};

export function Places({ label, head, columns, lines, names, sources }: Props) {
  return (
    <Sideways label={label} className="models-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((each) => (
              <th key={each.key} scope="col">
                <Link to="/models/$key" params={{ key: each.key }}>
                  {each.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.head}</th>
              {columns.map((each) => (
                <PlaceCell key={each.key} model={each.key} cell={line.cells[each.key]} names={names} sources={sources ?? {}} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

type CellProps = { readonly model: string; readonly cell: Cell | undefined; readonly names: Names; readonly sources: Readonly<Record<string, Source>> };

function PlaceCell({ model, cell, names, sources }: CellProps) {
  const say = useSay();
  if (!cell) return <td className="dim">{say(texts.no_cell)}</td>;
  return (
    <td data-sure={cell.sure.certainty}>
      {cell.at.length === 0 ? (
        <span className="dim">{cell.sure.certainty === 'X' ? null : say(texts.no_process)}</span>
      ) : (
        cell.at.map((process) => (
          <Link key={process} to="/models/$key" params={{ key: model }} search={{ process }} className="models-place">
            {names[model]?.[process] ? say(names[model][process]) : process}
          </Link>
        ))
      )}{' '}
      <Sure of={cell.sure} sources={sources} short />
    </td>
  );
}
