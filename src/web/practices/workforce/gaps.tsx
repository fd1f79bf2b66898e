// The competences that activities ask for against who has them, and the skills behind each figure.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Gap } from '../../../practices/workforce/figures.record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { RefLink } from '../../record/value.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';
import { Opens } from './tables.tsx';

export function Gaps({ rows, refs }: { readonly rows: readonly Gap[]; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const [opened, setOpened] = useState<Gap | null>(null);
  if (rows.length === 0) return <p className="dim">{say(texts.no_gaps)}</p>;
  return (
    <>
      <Sideways label={say(texts.gaps)}>
        <table className="plain">
          <Heads of={[texts.competence, texts.activity, texts.holders, texts.covered, texts.bus]} />
          <tbody>
            {rows.map((each) => (
              <tr key={`${each.competence} ${each.process} ${each.activity}`}>
                <th scope="row">
                  <RefLink id={each.competence} refs={refs} />
                </th>
                <td>
                  {each.activity} <span className="dim small">{say(texts.level_from, { level: each.level, people: each.people })}</span>
                </td>
                <td>
                  {each.holders.length
                    ? each.holders.map((id, at) => (
                        <span key={id}>
                          {at ? ', ' : ''}
                          <RefLink id={id} refs={refs} />
                        </span>
                      ))
                    : say(texts.nobody)}
                  {each.lapses ? <span className="dim small"> ({say(texts.lapses, { date: format.date(each.lapses) })})</span> : null}
                </td>
                <td className="figure">
                  {each.held.length ? <Opens text={format.share(each.share)} open={() => setOpened(each)} /> : format.share(each.share)}{' '}
                  {each.short ? <span className="small wf-mark">▲ {say(texts.short, { count: each.short })}</span> : null}
                </td>
                <td className="figure">
                  {each.held.length ? <Opens text={format.number(each.bus_factor)} open={() => setOpened(each)} /> : each.bus_factor}{' '}
                  {each.bus_factor === 1 ? <span className="small wf-mark">{say(texts.single)}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {opened ? <Held of={opened} refs={refs} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

/** The skills that count for a demand: at its level or above, and still valid. */
function Held({ of, refs, onClose }: { readonly of: Gap; readonly refs: Refs; readonly onClose: () => void }) {
  const say = useSay();
  const format = useFormat();
  const title = say(texts.behind, { figure: `${refs[of.competence] ?? of.competence}, ${of.activity}` });
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <p className="dim small">{say(texts.level_from, { level: of.level, people: of.people })}</p>
      <Sideways label={title}>
        <table className="plain">
          <Heads of={[texts.who, texts.level, texts.valid_until, texts.skill]} />
          <tbody>
            {of.held.map((each) => (
              <tr key={each.id}>
                <td>{refs[each.person] ?? each.person}</td>
                <td className="figure">{each.level}</td>
                <td>{each.valid_until ? format.date(each.valid_until) : say(texts.no_end)}</td>
                <td>
                  <Link to="/$id" params={{ id: each.id }} className="mono">
                    {each.id}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Dialog>
  );
}
