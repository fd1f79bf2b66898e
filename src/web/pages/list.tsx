// The list of one kind of record, at /list/incidents?q=is:open.
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useCreating } from '../record/creating.tsx';
import { definitionOfPlural } from '../record/definitions.ts';
import { List } from '../record/list.tsx';
import { mayOpen } from '../record/may-open.ts';
import { opening } from '../record/queries.ts';
import { capital } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { NotFound } from './not-found.tsx';

const route = getRouteApi('/shell/list/$plural');

export function ListPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const { plural } = route.useParams();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const definition = definitionOfPlural(plural);
  const title = definition ? capital(say(definition.plural_label)) : '';
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (!definition) return <NotFound />;
  const open = opening(definition);
  const button =
    open && mayOpen(definition, session) ? (
      <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => create(definition.name)}>
        {say(open.command.label)}
      </Button>
    ) : null;
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="dim small">{say(definition.means)}</p>
        </div>
        {button}
      </header>
      <List
        key={definition.name}
        definition={definition}
        q={q ?? ''}
        onQ={(next) => void navigate({ search: next ? { q: next } : {} })}
        side={session.side ?? 'customer'}
        create={button}
      />
    </section>
  );
}
