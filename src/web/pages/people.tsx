// People and teams: four lists in tabs, each the generic one.
import { Button, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { membership } from '../../practices/organisation/membership.record.ts';
import { person } from '../../practices/organisation/person.record.ts';
import { site } from '../../practices/organisation/site.record.ts';
import { team } from '../../practices/organisation/team.record.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useCreating } from '../record/creating.tsx';
import { List } from '../record/list.tsx';
import { mayOpen, mightSee } from '../record/may-open.ts';
import { opening } from '../record/queries.ts';
import { useSession } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { shellTexts } from '../texts/shell.ts';

const route = getRouteApi('/shell/people');
const kinds = [
  { definition: person, label: pageTexts.people_of },
  { definition: team, label: pageTexts.teams_of },
  { definition: membership, label: pageTexts.roles_of },
  { definition: site, label: pageTexts.sites_of },
] as const;

export function PeoplePage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const { tab, q } = route.useSearch();
  const navigate = route.useNavigate();
  const [first] = kinds;
  const shown = kinds.find(({ definition }) => definition.name === tab) ?? first;
  const open = opening(shown.definition);
  useEffect(() => {
    document.title = say(shellTexts.people_teams);
  }, [say]);
  const button =
    open && mayOpen(shown.definition, session) ? (
      <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => create(shown.definition.name)}>
        {say(open.command.label)}
      </Button>
    ) : null;
  return (
    <section className="page">
      <header className="page-head">
        <h1>{say(shellTexts.people_teams)}</h1>
        {button}
      </header>
      <Tabs value={shown.definition.name} onChange={(next) => void navigate({ search: { tab: next ?? undefined } })} keepMounted={false} className="page-tabs">
        <Tabs.List>
          {kinds
            .filter(({ definition }) => mightSee(definition, session))
            .map(({ definition, label }) => (
              <Tabs.Tab key={definition.name} value={definition.name}>
                {say(label)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value={shown.definition.name} className="page-panel">
          <List
            definition={shown.definition}
            q={q ?? ''}
            onQ={(next) => void navigate({ search: (before) => ({ ...before, q: next || undefined }) })}
            side={session.side ?? 'customer'}
            create={button}
          />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
