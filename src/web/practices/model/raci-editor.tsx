// The matrix of who does what: letters typed in cells, arrow keys between them, and what is wrong said per activity while it is written.
import { type ChangeEvent, type KeyboardEvent, useRef } from 'react';
import type { Activity } from '../../../practices/model/process-fields.record.ts';
import { type Letter, letters, type RaciRow, type Violation, violations, withLetter } from '../../../practices/model/raci-matrix.record.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { raciTexts as texts } from '../../texts/model-design.ts';

export type Column = { readonly id: string; readonly name: string; readonly party: string };
type Props = {
  readonly activities: readonly Activity[];
  readonly columns: readonly Column[];
  readonly rows: readonly RaciRow[];
  /** Every role in use, also those without a column. */
  readonly roles: ReadonlySet<string>;
  /** Absent: for reading. */
  readonly onChange?: (rows: readonly RaciRow[]) => void;
  readonly label: string;
};

export function RaciMatrix({ activities, columns, rows, roles, onChange, label }: Props) {
  const say = useSay();
  const table = useRef<HTMLTableElement>(null);
  const found = violations(rows, { activities, roles });
  // Rows of activities that the process no longer has stay to be seen, and to be emptied by drafting anew.
  const stray = rows.filter((row) => !activities.some(({ code }) => code === row.activity));
  const listed = [...activities, ...stray.map(({ activity }) => ({ code: activity, name: activity, commands: [] }))];
  const letterOf = (activity: string, role: string): Letter | null =>
    rows.find((row) => row.activity === activity)?.letters.find((cell) => cell.role === role)?.letter ?? null;
  const move = (event: KeyboardEvent, row: number, column: number): boolean => {
    const [down, right] = steps[event.key] ?? [0, 0];
    if (!down && !right) return false;
    table.current?.querySelector<HTMLInputElement>(`input[data-at="${row + down},${column + right}"]`)?.focus();
    return true;
  };
  return (
    <Sideways label={label}>
      <table className="plain raci" ref={table}>
        <thead>
          <tr>
            <th scope="col">{say(texts.activity)}</th>
            {columns.map((each) => (
              <th key={each.id} scope="col">
                {each.name}
              </th>
            ))}
            <th scope="col">{say(texts.check)}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ code, name }, row) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {columns.map(({ id, name: role }, column) => (
                <td key={id}>
                  {onChange ? (
                    <Cell
                      at={`${row},${column}`}
                      label={say(texts.letter_of, { activity: name, role })}
                      letter={letterOf(code, id)}
                      onLetter={(letter) => onChange(withLetter(rows, { activity: code, role: id, letter }))}
                      onMove={(event) => move(event, row, column)}
                    />
                  ) : (
                    <span className="raci-letter" data-letter={letterOf(code, id) ?? ''}>
                      {letterOf(code, id) ?? say(texts.no_letter)}
                    </span>
                  )}
                </td>
              ))}
              <td>
                <Verdict of={found.filter((each) => each.activity === code)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

type CellProps = {
  readonly at: string;
  readonly label: string;
  readonly letter: Letter | null;
  readonly onLetter: (letter: Letter | null) => void;
  readonly onMove: (event: KeyboardEvent) => boolean;
};

function Cell({ at, label, letter, onLetter, onMove }: CellProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const next = typed(letter, event.key);
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onLetter(next);
    } else if (onMove(event)) event.preventDefault();
    else if (event.key.length === 1) event.preventDefault();
  };
  // The keyboards of phones tell no keys: what stands in the box is read instead.
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const next = typed(letter, event.currentTarget.value.slice(-1));
    if (next !== undefined) onLetter(next);
    else if (event.currentTarget.value === '') onLetter(null);
  };
  return (
    <input
      className="raci-letter"
      data-at={at}
      data-letter={letter ?? ''}
      aria-label={label}
      value={letter ?? ''}
      maxLength={3}
      size={2}
      onKeyDown={onKeyDown}
      onChange={onChange}
    />
  );
}

/** The letter that a key makes of the one that stood there: A on R, or R on A, is both. Undefined: no key for letters. */
export function typed(letter: Letter | null, key: string): Letter | null | undefined {
  if (key === 'Delete' || key === 'Backspace' || key === ' ') return null;
  const wanted = letters.find((each) => each === key.toUpperCase());
  if (wanted === undefined) return undefined;
  return (letter === 'R' && wanted === 'A') || (letter === 'A' && wanted === 'R') ? 'AR' : wanted;
}

function Verdict({ of }: { readonly of: readonly Violation[] }) {
  const say = useSay();
  if (!of.length)
    return (
      <span className="raci-right">
        <span aria-hidden="true">✓</span> {say(texts.ok)}
      </span>
    );
  return (
    <span className="raci-wrong">
      <span aria-hidden="true">!</span> {of.map((each) => say(texts[each.kind], { count: 'count' in each ? each.count : 0 })).join(', ')}
    </span>
  );
}
