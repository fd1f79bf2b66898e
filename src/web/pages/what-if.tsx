// What a past period would have been under another promise: period and changes on top, both sides beneath, and the records that change sides.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Field } from '../../kernel/field.ts';
import { promise } from '../../practices/promise/record.ts';
import { send } from '../api.ts';
import { serverNow } from '../clockwork.ts';
import type { OneAnswer, Row } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Message, Panel, Refused, Skeleton } from '../parts/states.tsx';
import { useOne } from '../record/queries.ts';
import { RefLink } from '../record/value.tsx';
import { FieldInput } from '../record/widgets.tsx';
import { whatIfTexts as texts } from '../texts/what-if.ts';
import { type Answer, Told } from './what-if-told.tsx';

const route = getRouteApi('/shell/what-if/$id');
const supplierField: Field = { kind: 'ref', to: 'promise', label: texts.supplier, means: texts.supplier_means };
/** The terms that may be other, in the order of the form. Times count in the support hours, which are the service hours when not said. */
const terms = ['targets', 'attainment', 'calendar', 'pauses', 'credit_bands'] as const;
const fieldOf = (name: (typeof terms)[number]) => promise.fields[name === 'calendar' ? 'support_calendar' : name];
const termOf = (row: Row, name: (typeof terms)[number]): unknown => (name === 'calendar' ? (row.support_calendar ?? row.calendar) : row[name]);

export function WhatIfPage() {
  const say = useSay();
  const { id } = route.useParams();
  const found = useOne(promise, id);
  useEffect(() => {
    document.title = `${say(texts.title)} ${id}`;
  }, [say, id]);
  return (
    <section className="page">
      <Panel of={found} lines={8}>
        {(answer) => <WhatIf answer={answer} />}
      </Panel>
    </section>
  );
}

function WhatIf({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { data: row, refs } = answer;
  const name = String(row.name);
  const asking = useMutation({ mutationFn: (body: unknown) => send<Answer>({ path: `/api/promises/${row.id}/what-if`, body }) });
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{say(texts.of, { name })}</h1>
          <p className="dim small">
            {say(texts.intro)} <RefLink id={row.id} refs={{ ...refs, [row.id]: name }} />
          </p>
        </div>
      </header>
      <Asking answer={answer} pending={asking.isPending} onAsk={(body) => asking.mutate(body)} />
      <div aria-live="polite">
        {asking.isPending ? <Skeleton lines={6} /> : null}
        {asking.isError ? <Refused error={asking.error} /> : null}
        {asking.data && !asking.isPending ? <Told answer={asking.data} /> : null}
        {asking.isIdle ? <Message icon="clock" title={say(texts.nothing_yet)} text={say(texts.nothing_yet_text)} /> : null}
      </div>
    </>
  );
}

type AskingProps = { readonly answer: OneAnswer; readonly pending: boolean; readonly onAsk: (body: unknown) => void };

function Asking({ answer, pending, onAsk }: AskingProps) {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: row, refs } = answer;
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() => Object.fromEntries(terms.map((name) => [name, termOf(row, name)])));
  const [supplier, setSupplier] = useState<string | null>(null);
  const { from, to } = { ...quarter(serverNow()), ...search };
  const change = {
    ...Object.fromEntries(
      terms.filter((name) => JSON.stringify(values[name] ?? null) !== JSON.stringify(termOf(row, name) ?? null)).map((name) => [name, values[name]]),
    ),
    ...(supplier ? { supplier: { promise: supplier } } : {}),
  };
  const period = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      size="xs"
      label={say(texts[name])}
      value={name === 'from' ? from : to}
      onChange={(event) => void navigate({ search: { from, to, [name]: event.currentTarget.value }, replace: true })}
    />
  );
  return (
    <form
      className="card what-if"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ from, to, change });
      }}
    >
      <div className="what-if-period">
        {period('from')}
        {period('to')}
      </div>
      <h2>{say(texts.other)}</h2>
      {terms.map((name) => (
        <FieldInput
          key={name}
          name={name}
          field={{ ...fieldOf(name), required: false, needed: false }}
          value={values[name]}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
          refs={refs}
        />
      ))}
      <FieldInput name="supplier" field={supplierField} value={supplier} onChange={(value) => setSupplier(value as string | null)} refs={refs} />
      <Button type="submit" size="xs" loading={pending} disabled={Object.keys(change).length === 0}>
        {say(texts.tell)}
      </Button>
    </form>
  );
}

/** The last three whole months. */
function quarter(now: number): { from: string; to: string } {
  const today = new Date(now);
  const month = (back: number, day: number): string => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, day)).toISOString().slice(0, 10);
  return { from: month(3, 1), to: month(0, 0) };
}
