// The stream of a record: conversation and facts in one line of time, each with its readers, the system's own folded away.
import { useMemo, useState } from 'react';
import type { Side } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import type { Entry, Refs, Row } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { recordTexts } from '../texts/record.ts';
import { AudienceChip, circleOf } from './audience.tsx';
import { useJournal } from './queries.ts';
import { isSystem, sentence } from './sentence.ts';
import { useWords } from './value.tsx';

type Filter = 'all' | 'conversation' | 'internal' | 'supplier' | 'system';
const filters: readonly Filter[] = ['all', 'conversation', 'internal', 'supplier', 'system'];
/** What an outsider reads is between them and the house: there are no circles to tell apart. */
const outsideFilters: readonly Filter[] = ['all', 'conversation', 'system'];
const filterTexts = {
  all: recordTexts.filter_all,
  conversation: recordTexts.filter_conversation,
  internal: recordTexts.filter_internal,
  supplier: recordTexts.filter_supplier,
  system: recordTexts.filter_system,
};

type Props = { readonly definition: Definition; readonly row: Row; readonly me: string; readonly house: string; readonly side: Side };

export function Timeline({ definition, row, me, house, side }: Props) {
  const say = useSay();
  const journal = useJournal(definition, row.id);
  const [filter, setFilter] = useState<Filter>('all');
  // Pages come newest first, entries within a page newest last.
  const pages = journal.data?.pages;
  const entries = useMemo(() => [...(pages ?? [])].reverse().flatMap((page) => page.data), [pages]);
  const refs: Refs = useMemo(() => Object.assign({}, ...(pages ?? []).map((page) => page.refs)), [pages]);
  const kept = entries.filter((entry) => fits(filter, entry, definition, row));
  return (
    <Panel of={journal} lines={6}>
      {() => (
        <section className="timeline" aria-label={say(recordTexts.conversation)}>
          <div className="chips" role="group" aria-label={say(recordTexts.filter_line)}>
            {(side === 'integrator' ? filters : outsideFilters).map((each) => (
              <button key={each} type="button" className="chip" aria-pressed={filter === each} onClick={() => setFilter(each)}>
                {say(filterTexts[each])}
              </button>
            ))}
          </div>
          {journal.hasNextPage ? (
            <button type="button" className="link small" onClick={() => void journal.fetchNextPage()}>
              {say(recordTexts.earlier)}
            </button>
          ) : null}
          {entries.length === 0 ? (
            <Message icon="note" title={say(recordTexts.no_history)} />
          ) : kept.length === 0 ? (
            <p className="dim small">{say(recordTexts.nothing_shown)}</p>
          ) : null}
          <ol className="entries">
            {fold(kept, filter).map((group) => (
              <Group key={group[0]?.id} group={group} definition={definition} row={row} refs={refs} me={me} house={house} side={side} />
            ))}
          </ol>
        </section>
      )}
    </Panel>
  );
}

function fits(filter: Filter, entry: Entry, definition: Definition, row: Row): boolean {
  const circle = circleOf(definition, row, entry.audience);
  switch (filter) {
    case 'conversation':
      return entry.note !== null;
    case 'internal':
      return circle === 'house' || circle === 'team';
    case 'supplier':
      return circle === 'supplier';
    case 'system':
      return entry.actor === null;
    default:
      return true;
  }
}

/** Neighbouring entries of the system become one line that opens; asked for by themselves they stay apart. */
function fold(entries: readonly Entry[], filter: Filter): Entry[][] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (filter !== 'system' && last?.[0] && isSystem(entry) && isSystem(last[0])) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

type GroupProps = Omit<Props, 'row'> & { readonly row: Row; readonly group: readonly Entry[]; readonly refs: Refs };

function Group({ group, ...rest }: GroupProps) {
  const say = useSay();
  const first = group[0];
  if (!first) return null;
  if (!isSystem(first)) return <Line entry={first} {...rest} />;
  if (group.length === 1) return <Line entry={first} {...rest} small />;
  return (
    <li className="entry folded">
      <details>
        <summary>
          <Icon name="gear" size={12} /> {group.length === 1 ? say(recordTexts.folded_one) : say(recordTexts.folded, { count: group.length })}{' '}
          <Time at={first.at} />
        </summary>
        <ol className="entries">
          {group.map((entry) => (
            <Line key={entry.id} entry={entry} {...rest} small />
          ))}
        </ol>
      </details>
    </li>
  );
}

function Line({
  entry,
  definition,
  row,
  refs,
  me,
  house,
  side,
  small = false,
}: Omit<GroupProps, 'group'> & { readonly entry: Entry; readonly small?: boolean }) {
  const say = useSay();
  const format = useFormat();
  const words = useWords();
  const circle = side === 'integrator' ? circleOf(definition, row, entry.audience) : side;
  const late = Math.abs(Date.parse(entry.recorded_at) - Date.parse(entry.at)) > 60_000;
  return (
    <li
      className="entry"
      id={`fact-${entry.id}`}
      data-circle={entry.note ? circle : undefined}
      data-small={small || !entry.note || undefined}
      data-mine={entry.actor === me || undefined}
    >
      <div className="entry-head">
        <a className="entry-time" href={`#fact-${entry.id}`} title={say(recordTexts.permalink)}>
          <Time at={entry.at} />
        </a>
        <span>
          <strong>{entry.actor_name}</strong>
          {entry.actor_party && entry.actor_party !== house ? <span className="dim"> {refs[entry.actor_party] ?? entry.actor_party}</span> : null}{' '}
          {sentence(definition, entry, { say, words, refs })}
        </span>
        {entry.note && entry.channel !== 'web' && entry.channel !== 'demo' ? (
          <span className="dim small">{say(recordTexts.via, { channel: entry.channel })}</span>
        ) : null}
        {late && !isSystem(entry) ? <span className="dim small">{say(recordTexts.written_later, { time: format.instant(entry.recorded_at) })}</span> : null}
        {side === 'integrator' ? <AudienceChip circle={circle} audience={entry.audience} refs={refs} house={house} short={!entry.note} /> : null}
      </div>
      {entry.note ? <p className="entry-note">{entry.note}</p> : null}
    </li>
  );
}
