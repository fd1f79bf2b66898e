// What a record is connected to, by the relation they have: children, events, promises.
import { Link as To } from '@tanstack/react-router';
import type { Definition } from '../../kernel/record.ts';
import type { Link } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { recordTexts } from '../texts/record.ts';
import { definitionOf } from './definitions.ts';
import { useLinks } from './queries.ts';
import { capital, StateBadge } from './value.tsx';

export function Links({ definition, id, only }: { readonly definition: Definition; readonly id: string; readonly only?: string }) {
  const say = useSay();
  const links = useLinks(definition, id);
  return (
    <Panel of={links}>
      {({ data }) => {
        const shown = only ? data.filter((each) => each.record === only) : data;
        if (shown.length === 0) return <Message icon="chain" title={say(recordTexts.no_links)} />;
        return [...grouped(shown)].map(([record, each]) => <Kind key={record} record={record} links={each} />);
      }}
    </Panel>
  );
}

function Kind({ record, links }: { readonly record: string; readonly links: readonly Link[] }) {
  const say = useSay();
  const definition = definitionOf(record);
  return (
    <section>
      <h3>{definition ? capital(say(definition.plural_label)) : record}</h3>
      <ul className="link-list">
        {links.map((each) => (
          <LinkLine key={`${each.relation} ${each.id}`} link={each} />
        ))}
      </ul>
    </section>
  );
}

export function LinkLine({ link }: { readonly link: Omit<Link, 'relation'> }) {
  const definition = definitionOf(link.record);
  return (
    <li data-closed={!link.open || undefined}>
      <To to="/$id" params={{ id: link.id }}>
        <span className="mono">{link.id}</span> {link.title}
      </To>
      {definition ? <StateBadge definition={definition} state={link.state} /> : null}
    </li>
  );
}

function grouped(links: readonly Link[]): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) groups.set(link.record, [...(groups.get(link.record) ?? []), link]);
  return groups;
}
