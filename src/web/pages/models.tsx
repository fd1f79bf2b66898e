// The reference models: which there are, and side by side by their characteristics, by the processes of the field, and by our records.
import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CompareAnswer, CrosswalkAnswer } from '../../practices/model/reference.record.ts';
import { get } from '../api.ts';
import { usePlainSay } from '../language.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { useWide } from '../parts/wide.ts';
import { Characteristics } from '../practices/model/characteristics.tsx';
import { ModelList } from '../practices/model/model-list.tsx';
import { useOurName } from '../practices/model/our-name.ts';
import { Places } from '../practices/model/places.tsx';
import { Legend } from '../practices/model/sure.tsx';
import { referenceTexts as texts } from '../texts/reference.ts';
import { shellTexts } from '../texts/shell.ts';
import '../style/reference.css';

const views = ['models', 'characteristics', 'processes', 'records'] as const;
type View = (typeof views)[number];
/** What fits beside ours on a screen of a desk; the rest is a tick away. */
const usual = ['itil-v2', 'itil-4', 'ism', 'usm', 'iso20000-1', 'siam'];

export function ModelsPage() {
  const say = usePlainSay();
  const { view: asked } = useSearch({ from: '/shell/models' });
  const view = views.find((each) => each === asked) ?? 'models';
  const go = useGo();
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  return (
    <section className="page models">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(texts.intro)}</p>
        </div>
      </header>
      <SegmentedControl
        aria-label={say(texts.views)}
        size="xs"
        value={view}
        data={views.map((value) => ({ value, label: say(texts[`view_${value}`]) }))}
        onChange={(next) => go({ view: next })}
      />
      {view === 'models' ? <ModelList /> : <Compared view={view} />}
      <Legend />
    </section>
  );
}

function useGo() {
  const navigate = useNavigate();
  const before = useSearch({ from: '/shell/models' });
  return (change: Partial<Record<'view' | 'of' | 'level' | 'q', string>>) => void navigate({ to: '/models', search: { ...before, ...change }, replace: true });
}

function Compared({ view }: { readonly view: Exclude<View, 'models'> }) {
  const compared = useQuery({
    queryKey: ['models', 'compare'],
    queryFn: ({ signal }) => get<CompareAnswer>('/api/models/compare', signal),
    staleTime: 300_000,
  });
  return (
    <Panel of={compared} lines={8}>
      {(answer) => <Beside view={view} answer={answer} />}
    </Panel>
  );
}

function Beside({ view, answer }: { readonly view: Exclude<View, 'models'>; readonly answer: CompareAnswer }) {
  const say = usePlainSay();
  const go = useGo();
  const wide = useWide(720);
  const { of } = useSearch({ from: '/shell/models' });
  const known = answer.data.map((each) => ({ key: each.key, name: say(each.name) }));
  const wished = known.filter((each) => (of ? of.split(',') : usual).includes(each.key));
  const columns = wide ? wished : wished.slice(0, 1);
  return (
    <>
      {wide ? (
        <Checkbox.Group
          className="models-columns"
          label={say(texts.columns)}
          value={columns.map((each) => each.key)}
          onChange={(next) => next.length > 0 && go({ of: next.join(',') })}
        >
          {known.map((each) => (
            <Checkbox key={each.key} size="xs" value={each.key} label={each.name} />
          ))}
        </Checkbox.Group>
      ) : (
        <NativeSelect
          label={say(texts.one_column)}
          value={columns[0]?.key}
          data={known.map((each) => ({ value: each.key, label: each.name }))}
          onChange={(event) => go({ of: event.currentTarget.value })}
        />
      )}
      {view === 'characteristics' ? <Characteristics models={answer.data.filter((each) => columns.some((one) => one.key === each.key))} /> : null}
      {view === 'processes' ? <Processes answer={answer} columns={columns} /> : null}
      {view === 'records' ? <Records columns={columns} sources={answer.table.sources} rows={answer.table.rows} /> : null}
    </>
  );
}

type Columns = { readonly columns: readonly { readonly key: string; readonly name: string }[] };
const levels = ['operational', 'tactical', 'strategic'] as const;

function Processes({ answer: { table, names }, columns }: Columns & { readonly answer: CompareAnswer }) {
  const say = usePlainSay();
  const go = useGo();
  const { level, q = '' } = useSearch({ from: '/shell/models' });
  const chosen = levels.find((each) => each === level);
  const wanted = q.toLowerCase();
  const said = (key: string, at: readonly string[]) => at.map((process) => (names[key]?.[process] ? say(names[key][process]) : process)).join(' ');
  const rows = table.rows.filter((row) => {
    if (chosen && !row.levels.includes(chosen)) return false;
    return [say(row.name), ...columns.map(({ key }) => said(key, row.cells[key]?.at ?? []))].some((each) => each.toLowerCase().includes(wanted));
  });
  const lines = rows.map((row) => ({
    key: row.key,
    cells: row.cells,
    head: (
      <>
        {say(row.name)} <span className="dim small">{row.levels.map((each) => say(shellTexts[each])).join(', ')}</span>
      </>
    ),
  }));
  return (
    <>
      <div className="models-filters">
        <NativeSelect
          size="xs"
          label={say(texts.level)}
          value={chosen ?? ''}
          data={[{ value: '', label: say(texts.every_level) }, ...levels.map((value) => ({ value, label: say(shellTexts[value]) }))]}
          onChange={(event) => go({ level: event.currentTarget.value })}
        />
        <TextInput size="xs" type="search" label={say(texts.find)} value={q} onChange={(event) => go({ q: event.currentTarget.value })} />
      </div>
      {lines.length === 0 ? (
        <Message icon="search" title={say(texts.nothing_found)} text={say(texts.nothing_text)} />
      ) : (
        <Places label={say(texts.view_processes)} head={say(texts.row)} columns={columns} lines={lines} names={names} sources={table.sources} />
      )}
    </>
  );
}

function Records({ columns, sources, rows }: Columns & { readonly sources: CompareAnswer['table']['sources']; readonly rows: CompareAnswer['table']['rows'] }) {
  const say = usePlainSay();
  const go = useGo();
  const nameOf = useOurName();
  const { q = '' } = useSearch({ from: '/shell/models' });
  const asked = useQuery({
    queryKey: ['models', 'crosswalk'],
    queryFn: ({ signal }) => get<CrosswalkAnswer>('/api/models/crosswalk', signal),
    staleTime: 300_000,
  });
  const rowName = (key: string) => rows.find((each) => each.key === key)?.name;
  return (
    <Panel of={asked} lines={8}>
      {({ data, names }) => {
        const lines = data
          .map((each) => ({ ...each, name: nameOf(each.of), field: rowName(each.row) }))
          .filter((each) => `${each.name} ${each.of}`.toLowerCase().includes(q.toLowerCase()))
          .map((each) => ({
            key: each.of,
            cells: each.cells,
            head: (
              <>
                {each.name} <span className="dim small">{each.field ? say(each.field) : each.row}</span>
              </>
            ),
          }));
        return (
          <>
            <div className="models-filters">
              <TextInput size="xs" type="search" label={say(texts.find_record)} value={q} onChange={(event) => go({ q: event.currentTarget.value })} />
            </div>
            {lines.length === 0 ? (
              <Message icon="search" title={say(texts.nothing_found)} text={say(texts.nothing_text)} />
            ) : (
              <Places label={say(texts.view_records)} head={say(texts.record)} columns={columns} lines={lines} names={names} sources={sources} />
            )}
          </>
        );
      }}
    </Panel>
  );
}
