// Moving an improvement: the commands that its state and the reader's role allow, chosen from a list, no dragging needed.
import { useEffect } from 'react';
import { improvement } from '../../../practices/improvement/improvement.record.ts';
import type { Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Panel } from '../../parts/states.tsx';
import { Actions } from '../../record/actions.tsx';
import { useOne } from '../../record/queries.ts';
import { improveTexts as texts } from '../../texts/governance.ts';
import { improvementForms } from './unit-box.tsx';

/** Commands that lead to another column, and the measurement that one of them needs. */
const moves = ['accept', 'start', 'deliver', 'measure', 'finish', 'stop'];

export function Moving({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const say = useSay();
  const one = useOne(improvement, row.id);
  const state = one.data?.data.state;
  // Once it stands in another column there is nothing more to choose.
  useEffect(() => {
    if (state && state !== row.state) onClose();
  }, [state, row.state, onClose]);
  return (
    <Dialog title={say(texts.move_of, { id: row.id })} onClose={onClose}>
      <p>{String(row.title)}</p>
      <Panel of={one} lines={2}>
        {(answer) => {
          const may = answer.may.filter((each) => moves.includes(each));
          return may.length ? (
            <Actions definition={improvement} answer={{ ...answer, may }} forms={improvementForms} />
          ) : (
            <p className="dim">{say(texts.no_move)}</p>
          );
        }}
      </Panel>
    </Dialog>
  );
}
