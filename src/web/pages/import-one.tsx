// One import: how far it is, what it may do next, its mapping, and the rows that could not be taken.

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Panel, Refused, Skeleton } from '../parts/states.tsx';
import { importTexts } from '../texts/imports.ts';
import { MappingEditor } from './import-mapping.tsx';
import { type Asking, type Mapping, type OneImport, useBadRows, useImport, useSteer } from './import-query.ts';
import { ImportState } from './import-state.tsx';

export function ImportOne({ id }: { readonly id: string }) {
  const one = useImport(id);
  return <Panel of={one}>{({ data }) => <Shown the={data} />}</Panel>;
}

function Shown({ the }: { readonly the: OneImport }) {
  const say = useSay();
  const steer = useSteer(the.id);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const used = mapping ?? the.mapping ?? the.look?.proposal.mapping ?? null;
  // After a real run the file is not kept: then there is nothing left to run.
  const ready = the.look !== null && ['uploaded', 'done', 'failed', 'paused'].includes(the.state);
  const ask = (asking: Asking) => steer.mutate(asking);
  const start = (dry_run: boolean) => used && ask({ command: 'start', mapping: used, dry_run });
  return (
    <>
      <section className="card">
        <h2>
          {the.name} <ImportState the={the} />
        </h2>
        {the.state === 'done' ? <p className="dim small">{say(the.dry_run ? importTexts.was_dry : importTexts.was_real)}</p> : null}
        <Progress the={the} />
        {the.failure ? <p className="refused">{say(the.failure.text)}</p> : null}
        <Refused error={steer.error} />
        <Group gap="xs">
          {ready && used ? (
            <>
              <Button size="xs" variant={the.state === 'done' ? 'default' : 'filled'} onClick={() => start(true)} loading={steer.isPending}>
                {say(importTexts.dry_run)}
              </Button>
              <Button size="xs" variant={the.state === 'done' && the.dry_run ? 'filled' : 'default'} onClick={() => start(false)} loading={steer.isPending}>
                {say(importTexts.run)}
              </Button>
            </>
          ) : null}
          {the.state === 'running' ? <Act asking="pause" ask={ask} /> : null}
          {the.state === 'paused' ? <Act asking="resume" ask={ask} /> : null}
          {['running', 'paused', 'uploaded', 'new', 'failed'].includes(the.state) ? <Act asking="cancel" ask={ask} /> : null}
        </Group>
      </section>
      <BadRows the={the} />
      {the.look && used && the.state !== 'running' ? <MappingEditor the={the} look={the.look} mapping={used} onChange={setMapping} /> : null}
    </>
  );
}

function Act({ asking, ask }: { readonly asking: 'pause' | 'resume' | 'cancel'; readonly ask: (asking: Asking) => void }) {
  const say = useSay();
  return (
    <Button size="xs" variant="default" onClick={() => ask({ command: asking })}>
      {say(importTexts[asking])}
    </Button>
  );
}

function Progress({ the }: { readonly the: OneImport }) {
  const say = useSay();
  const format = useFormat();
  const figures = [
    { label: importTexts.rows, value: the.rows_read },
    { label: importTexts.added, value: the.records_added },
    { label: importTexts.facts, value: the.facts_added },
    { label: importTexts.known, value: the.rows_known },
    { label: importTexts.bad, value: the.rows_bad },
  ];
  const text = say(importTexts.progress, { percent: format.percent(the.permille / 1_000) });
  return (
    <>
      <div className="progress" role="progressbar" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.floor(the.permille / 10)} aria-label={text}>
        <span style={{ width: `${the.permille / 10}%` }} />
      </div>
      <dl className="figures">
        {figures.map(({ label, value }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function BadRows({ the }: { readonly the: OneImport }) {
  const say = useSay();
  const bad = useBadRows(the.id, the.rows_bad);
  if (the.rows_bad === 0) return null;
  return (
    <section className="card">
      <h2>{say(importTexts.bad)}</h2>
      <p>
        <a href={`/api/imports/${the.id}/bad-rows.csv`} download>
          <Icon name="download" /> {say(importTexts.bad_file)}
        </a>
      </p>
      {bad.data ? (
        <Sideways label={say(importTexts.bad)}>
          <table className="plain">
            <Heads of={[importTexts.row, importTexts.column, importTexts.why, importTexts.value]} />
            <tbody>
              {bad.data.data.map((each) => (
                <tr key={`${each.row} ${each.column} ${each.code}`}>
                  <th scope="row">{each.row}</th>
                  <td>{each.column}</td>
                  <td>{say(each.text)}</td>
                  <td className="mono">{each.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : (
        <Skeleton />
      )}
    </section>
  );
}
