// The guided design: versions of the model, and for a draft its building blocks one by one, with what each adds and what publishing does.
import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { starter } from '../../practices/model/building-blocks.record.ts';
import { operatingModel } from '../../practices/model/operating-model.record.ts';
import { newKey } from '../api.ts';
import type { OneAnswer, Row } from '../contract.ts';
import { useReader, useSay } from '../language.tsx';
import { Message, Panel, Refused } from '../parts/states.tsx';
import { Design } from '../practices/model/design.tsx';
import { Forums } from '../practices/model/forums.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useList, useOne, useOpen } from '../record/queries.ts';
import { StateBadge } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { modelTexts } from '../texts/model.ts';
import { designTexts as texts } from '../texts/model-design.ts';
import '../style/model.css';

export function ModelDesignPage() {
  const say = useSay();
  const { id } = useSearch({ from: '/shell/model/design' });
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  return (
    <section className="page model-page">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(texts.text)}</p>
        </div>
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/model" {...props} />}>
          {say(modelTexts.title)}
        </Button>
      </header>
      {id ? <One key={id} id={id} /> : <Versions />}
    </section>
  );
}

function One({ id }: { readonly id: string }) {
  const one = useOne(operatingModel, id);
  return <Panel of={one}>{(answer: OneAnswer) => <Design answer={answer} />}</Panel>;
}

function Versions() {
  const say = useSay();
  const session = useSession();
  const list = useList(operatingModel, '', { limit: 100 });
  const may = mayOpen(operatingModel, session);
  return (
    <Panel of={list} lines={4}>
      {({ pages }) => {
        const rows = pages.flatMap((each) => each.data).toSorted((a, b) => Number(b.number) - Number(a.number));
        const published = rows.find(({ state }) => state === 'published');
        return (
          <>
            {may ? <Begin rows={rows} /> : <p className="dim small">{say(texts.may_not)}</p>}
            <h2>{say(texts.versions)}</h2>
            {rows.length ? <List rows={rows} may={may} /> : <Message icon="list" title={say(texts.no_versions)} />}
            {published ? <Forums model={published} /> : null}
          </>
        );
      }}
    </Panel>
  );
}

function List({ rows, may }: { readonly rows: readonly Row[]; readonly may: boolean }) {
  const say = useSay();
  return (
    <ul className="model-versions">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/$id" params={{ id: row.id }}>
            {say(modelTexts.version, { name: String(row.name), number: Number(row.number) })}
          </Link>
          <StateBadge definition={operatingModel} state={row.state} />
          {row.state === 'draft' && may ? (
            <Link to="/model/design" search={{ id: row.id }}>
              {say(texts.go_on)}
            </Link>
          ) : (
            <Link to="/$id" params={{ id: row.id }} search={{ tab: 'compare' }}>
              {say(texts.compare)}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A first model in one click, the next one from what is published in another. */
function Begin({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay();
  const { language } = useReader();
  const navigate = useNavigate();
  const open = useOpen(operatingModel);
  const [key, setKey] = useState(newKey);
  const begin = (input: Readonly<Record<string, unknown>>): void =>
    open.mutate(
      { input: { language, ...input }, key },
      {
        onSuccess: (answer) => void navigate({ to: '/model/design', search: { id: answer.data.id } }),
        onError: () => setKey(newKey()),
      },
    );
  const number = Math.max(0, ...rows.map((row) => Number(row.number))) + 1;
  return (
    <div className="model-begin">
      <div className="card">
        <h2>{say(texts.start_small)}</h2>
        <p className="small">{say(texts.start_small_text)}</p>
        <Button
          size="xs"
          loading={open.isPending}
          variant={rows.length ? 'default' : 'filled'}
          onClick={() => begin({ name: say(texts.starter_name), steps: starter })}
        >
          {say(texts.start_small)}
        </Button>
      </div>
      <div className="card">
        <h2>{say(texts.next_version)}</h2>
        <p className="small">{say(texts.text)}</p>
        <Button
          size="xs"
          loading={open.isPending}
          variant={rows.length ? 'filled' : 'default'}
          onClick={() => begin({ name: say(texts.new_name, { number }) })}
        >
          {say(texts.next_version)}
        </Button>
      </div>
      <Refused error={open.error} />
    </div>
  );
}
