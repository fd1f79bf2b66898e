// Imports: what was brought in, a new one by uploading a file, and one import with its mapping, progress and bad rows.

import { Button, FileInput, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel, Refused } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { definitionOf, definitions } from '../record/definitions.ts';
import { mayImport } from '../record/may-open.ts';
import { opening } from '../record/queries.ts';
import { capital } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { importTexts } from '../texts/imports.ts';
import { shellTexts } from '../texts/shell.ts';
import { texts } from '../texts.ts';
import { NetboxImport } from './import-netbox.tsx';
import { ImportOne } from './import-one.tsx';
import { useImports, useUpload } from './import-query.ts';
import { ImportState } from './import-state.tsx';

const route = getRouteApi('/shell/imports');

export function ImportsPage() {
  const say = useSay();
  const { id } = route.useSearch();
  const may = mayImport(useSession());
  useEffect(() => {
    document.title = say(shellTexts.imports);
  }, [say]);
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(shellTexts.imports)}</h1>
          <p className="dim small">{say(importTexts.intro)}</p>
        </div>
        {id ? (
          <Link to="/imports" search={{}}>
            {say(texts.back)}
          </Link>
        ) : null}
      </header>
      {id ? (
        <ImportOne key={id} id={id} />
      ) : (
        <>
          {may ? <NewImport /> : null}
          {may ? <NetboxImport /> : null}
          <All />
        </>
      )}
    </section>
  );
}

function NewImport() {
  const say = useSay();
  const navigate = route.useNavigate();
  const [name, setName] = useState('');
  const [record, setRecord] = useState('person');
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload();
  const possible = definitions().filter((each) => opening(each));
  return (
    <form
      className="card import-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) upload.mutate({ name: name || file.name, record, file }, { onSuccess: (made) => void navigate({ search: { id: made } }) });
      }}
    >
      <h2>{say(importTexts.new_import)}</h2>
      <div className="import-fields">
        <NativeSelect
          label={say(importTexts.kind)}
          value={record}
          onChange={(event) => setRecord(event.currentTarget.value)}
          data={possible.map((each) => ({ value: each.name, label: capital(say(each.plural_label)) }))}
        />
        <FileInput
          label={say(importTexts.file)}
          placeholder={say(texts.choose)}
          accept=".csv,.json,.txt,text/csv,application/json"
          value={file}
          onChange={setFile}
          clearable
          clearButtonProps={{ 'aria-label': say(texts.remove) }}
        />
        <TextInput label={say(importTexts.what)} value={name} placeholder={file?.name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" disabled={!file} loading={upload.isPending}>
          {say(importTexts.upload)}
        </Button>
      </div>
      <Refused error={upload.error} />
    </form>
  );
}

function All() {
  const say = useSay();
  const format = useFormat();
  const imports = useImports();
  return (
    <Panel of={imports}>
      {({ data }) =>
        data.length === 0 ? (
          <Message icon="upload" title={say(importTexts.none)} />
        ) : (
          <Sideways label={say(shellTexts.imports)}>
            <table className="plain">
              <thead>
                <tr>
                  {[importTexts.what, importTexts.kind, texts.state].map((text) => (
                    <th key={text.en} scope="col">
                      {say(text)}
                    </th>
                  ))}
                  {[importTexts.rows, importTexts.added, importTexts.bad].map((text) => (
                    <th key={text.en} scope="col" className="figure">
                      {say(text)}
                    </th>
                  ))}
                  <th scope="col">{say(texts.opened_at)}</th>
                </tr>
              </thead>
              <tbody>
                {data.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <Link to="/imports" search={{ id: each.id }} className="ref">
                        {each.name}
                      </Link>
                    </th>
                    <td>{say(definitionOf(each.record)?.plural_label ?? { en: each.record, nl: each.record, de: each.record })}</td>
                    <td>
                      <ImportState the={each} /> {each.dry_run ? <span className="dim small">{say(importTexts.dry_run)}</span> : null}
                    </td>
                    <td className="figure">{format.number(each.rows_read)}</td>
                    <td className="figure">{format.number(each.records_added)}</td>
                    <td className="figure">{format.number(each.rows_bad)}</td>
                    <td>
                      <Time at={each.created_at} /> <span className="dim">{each.by_name}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
        )
      }
    </Panel>
  );
}
