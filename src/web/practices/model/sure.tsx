// How sure a statement is: a letter that says its meaning when asked, and in words where we rebuilt what nobody published.
import type { Certainty, Source, Sure as SureOf } from '../../../practices/model/reference.record.ts';
import { certainties } from '../../../practices/model/reference.record.ts';
import { certaintyTexts } from '../../../practices/model/reference-texts.ts';
import { useSay } from '../../language.tsx';
import { referenceTexts as texts } from '../../texts/reference.ts';

type Props = {
  readonly of: SureOf;
  /** The table of sources of the file the statement is in. */
  readonly sources?: Readonly<Record<string, Source>>;
  /** Only the letter, where a legend stands beside and the room is small; what is ours says so all the same. */
  readonly short?: boolean;
};

/** Reconstructed and not found are never only a letter: who reads in passing must not take them for what the books say. */
const spelled: readonly Certainty[] = ['I', 'X', 'L'];

export function Sure({ of: { certainty, sources: codes }, sources = {}, short = false }: Props) {
  const say = useSay();
  const from = codes.map((code) => (sources[code] ? say(sources[code].what) : code)).join('; ');
  const { label, means } = certaintyTexts[certainty];
  return (
    <span className="sure" data-sure={certainty} title={from ? `${say(means)} ${say(texts.source)}: ${from}` : say(means)}>
      <b aria-hidden="true">{certainty}</b> <span className={short && !spelled.includes(certainty) ? 'hidden' : undefined}>{say(label)}</span>
    </span>
  );
}

export function Legend() {
  const say = useSay();
  return (
    <aside className="sure-legend small" aria-label={say(texts.legend)}>
      <strong>{say(texts.legend)}</strong>
      <ul>
        {certainties.map((each) => (
          <li key={each}>
            <Sure of={{ certainty: each, sources: [] }} short /> {say(certaintyTexts[each].means)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
