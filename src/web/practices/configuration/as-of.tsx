// An item as it was at a moment one chooses: its values and relations then, and what is different today.
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PicturedRelation, ValueDifference } from '../../../practices/configuration/picture.record.ts';
import { configurationItem } from '../../../practices/configuration/record.ts';
import { get, query } from '../../api.ts';
import { serverNow } from '../../clockwork.ts';
import type { OneAnswer, Refs, Row } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useReader, useSay } from '../../language.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { fromLocal, toLocal } from '../../parts/time.tsx';
import { StateBadge } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { RelationLines, ValueTable } from './differences.tsx';
import { ItemValue, useLabels } from './values.tsx';

type Answer = {
  readonly data: Row | null;
  readonly relations: readonly PicturedRelation[];
  readonly differences: readonly ValueDifference[];
  readonly at: string;
  readonly refs: Refs;
};

const monthBefore = (): string => new Date(serverNow() - 30 * 86_400_000).toISOString();

export function AsOf({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { zone } = useReader();
  const { id, opened_at, version } = answer.data;
  const [at, setAt] = useState(() => [monthBefore(), opened_at].toSorted().at(-1) ?? opened_at);
  const then = useQuery({
    queryKey: [configurationItem.name, 'as-of', id, at, version],
    queryFn: ({ signal }) => get<Answer>(`/api/configuration_items/${id}/as-of${query({ at })}`, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <TextInput
        className="as-of-when"
        type="datetime-local"
        label={say(words.as_of_at)}
        description={zone}
        value={toLocal(at, zone)}
        onChange={(event) => {
          const chosen = fromLocal(event.currentTarget.value, zone);
          if (chosen) setAt(chosen);
        }}
      />
      <Panel of={then}>{(told) => <Then told={told} />}</Panel>
    </>
  );
}

function Then({ told }: { readonly told: Answer }) {
  const say = useSay();
  const format = useFormat();
  const inside = useSession().side === 'integrator';
  const { data: row, refs } = told;
  if (!row) return <Message icon="clock" title={say(words.as_of_none)} />;
  return (
    <>
      <section className="config-part">
        <h3>
          {String(row.name)} · {format.instant(told.at)}
        </h3>
        <p>
          {say(words.as_of_state)}: <StateBadge definition={configurationItem} state={row.state} />
        </p>
        <Values row={row} refs={refs} />
      </section>
      <section className="config-part">
        <h3>{say(words.different)}</h3>
        {told.differences.length === 0 ? (
          <p className="dim">{say(words.not_different)}</p>
        ) : (
          <ValueTable values={told.differences} type={row.type} refs={refs} before={say(words.in_those_days)} after={say(words.today)} />
        )}
      </section>
      {inside ? (
        <section className="config-part">
          <h3>{say(words.relations_then)}</h3>
          {told.relations.length === 0 ? <p className="dim">{say(words.relations_none)}</p> : <RelationLines relations={told.relations} refs={refs} />}
        </section>
      ) : null}
    </>
  );
}

function Values({ row, refs }: { readonly row: Row; readonly refs: Refs }) {
  const labelled = useLabels(row.type);
  const attributes = Object.entries(row.attributes as Readonly<Record<string, unknown>>).map(([name, value]) => [`attributes.${name}`, value] as const);
  const all = [['type', row.type] as const, ['owner', row.owner] as const, ['team', row.team] as const, ...attributes].filter(([, value]) => value !== null);
  return (
    <dl className="fields attribute-list">
      {all.map(([field, value]) => (
        <div key={field} className="field">
          <dt>{labelled(field)}</dt>
          <dd>
            <ItemValue field={field} value={value} refs={refs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
