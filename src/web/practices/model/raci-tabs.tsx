// Who does what, on the page of a process and on that of a version: reading, writing with what is wrong beside it, putting in force, comparing.
import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { proposedRows } from '../../../practices/model/catalogue-activities.record.ts';
import { processDefinition } from '../../../practices/model/process.record.ts';
import type { Activity } from '../../../practices/model/process-fields.record.ts';
import { processRole } from '../../../practices/model/process-role.record.ts';
import { raci } from '../../../practices/model/raci.record.ts';
import { compared, type RaciRow, violations } from '../../../practices/model/raci-matrix.record.ts';
import { newKey } from '../../api.ts';
import type { OneAnswer, Row } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel, Refused } from '../../parts/states.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { mayOpen } from '../../record/may-open.ts';
import { useList, useOne, useOpen, usePerform } from '../../record/queries.ts';
import { Frame } from '../../record/row-parts.tsx';
import { StateBadge } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { designTexts, raciTexts as texts } from '../../texts/model-design.ts';
import { type Column, RaciMatrix } from './raci-editor.tsx';
import '../../style/model.css';

const rowsOf = (row: Row): readonly RaciRow[] => (row.rows ?? []) as readonly RaciRow[];
const activitiesOf = (process: Row): readonly Activity[] => (process.activities ?? []) as readonly Activity[];

/** On the page of a process: what is in force, and the draft of the next one. */
export function ProcessRaci({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const list = useList(raci, `process:${answer.data.id}`, { limit: 100 });
  const open = useOpen(raci);
  const [key, setKey] = useState(newKey);
  return (
    <Panel of={list} lines={5}>
      {({ pages }) => {
        const versions = pages.flatMap((each) => each.data).toSorted((a, b) => Number(b.number) - Number(a.number));
        const [draft, force] = [versions.find(({ state }) => state === 'draft'), versions.find(({ state }) => state === 'in_force')];
        return (
          <div className="process-page">
            {draft ? <Version id={draft.id} process={answer.data} /> : null}
            {force ? <Version id={force.id} process={answer.data} /> : <Message icon="list" title={say(texts.none)} />}
            {!draft && mayOpen(raci, session) ? (
              <Button
                size="xs"
                variant="default"
                loading={open.isPending}
                onClick={() => open.mutate({ input: { process: answer.data.id }, key }, { onSettled: () => setKey(newKey()) })}
              >
                {say(versions.length ? texts.draft_next : texts.draft_first)}
              </Button>
            ) : null}
            <Refused error={open.error} />
          </div>
        );
      }}
    </Panel>
  );
}

function Version({ id, process }: { readonly id: string; readonly process: Row }) {
  const one = useOne(raci, id);
  const say = useSay();
  return (
    <Panel of={one} lines={4}>
      {(answer) => (
        <section>
          <h2>
            <Link to="/$id" params={{ id }}>
              RACI {say(texts.version, { number: Number(answer.data.number) })}
            </Link>{' '}
            <StateBadge definition={raci} state={answer.data.state} />
          </h2>
          <Matrix answer={answer} process={process} />
        </section>
      )}
    </Panel>
  );
}

/** On the page of a version. */
export function RaciVersion({ answer }: { readonly answer: OneAnswer }) {
  const process = useOne(processDefinition, String(answer.data.process));
  return <Panel of={process}>{({ data }) => <Matrix key={answer.data.id} answer={answer} process={data} />}</Panel>;
}

function Matrix({ answer, process }: { readonly answer: OneAnswer; readonly process: Row }) {
  return <WithRoles>{(known) => <Written key={answer.data.version} answer={answer} process={process} known={known} />}</WithRoles>;
}

function WithRoles({ children }: { readonly children: (known: readonly Column[]) => ReactNode }) {
  const roles = useList(processRole, 'is:open sort:name', { limit: 200 });
  return (
    <Panel of={roles} lines={4}>
      {({ pages }) => children(pages.flatMap((each) => each.data).map(({ id, name, party }): Column => ({ id, name: String(name), party: String(party) })))}
    </Panel>
  );
}

/** The same matrix as the box of a form. */
export const RaciLetters: ArrangedWidget = ({ field, value, onChange, error, form }) => {
  const say = useSay();
  const process = useOne(processDefinition, String(form.values.process ?? form.row?.process));
  const [added, setAdded] = useState<readonly string[]>([]);
  const rows = (Array.isArray(value) ? value : []) as readonly RaciRow[];
  return (
    <Frame field={field} error={error ?? null}>
      <p className="dim small">{say(texts.legend)}</p>
      <Panel of={process}>
        {({ data }) => (
          <WithRoles>
            {(known) => {
              const columns = columnsOf(rows, known, added);
              const roles = new Set(known.map(({ id }) => id));
              return (
                <>
                  <RaciMatrix activities={activitiesOf(data)} columns={columns} rows={rows} roles={roles} label={say(field.label)} onChange={onChange} />
                  <AddRole known={known} columns={columns} onAdd={(id) => setAdded([...added, id])} />
                </>
              );
            }}
          </WithRoles>
        )}
      </Panel>
    </Frame>
  );
};

function Written({ answer, process, known }: { readonly answer: OneAnswer; readonly process: Row; readonly known: readonly Column[] }) {
  const say = useSay();
  const { data, may } = answer;
  const perform = usePerform(raci, data.id);
  const [rows, setRows] = useState(rowsOf(data));
  const [added, setAdded] = useState<readonly string[]>([]);
  const activities = activitiesOf(process);
  const roles = new Set(known.map(({ id }) => id));
  const columns = columnsOf(rows, known, added);
  const edits = may.includes('edit');
  const wrong = violations(rows, { activities, roles });
  const dirty = rows !== rowsOf(data);
  const propose = (): void => {
    const first = known.filter(({ party }, at) => known.findIndex((each) => each.party === party) === at);
    setRows(proposedRows(String(process.code), activities, columns.length ? columns : first));
  };
  const label = String(data.title);
  if (!edits) return <RaciMatrix activities={activities} columns={columns} rows={rows} roles={roles} label={label} />;
  return (
    <>
      <p className="dim small">{say(texts.legend)}</p>
      <RaciMatrix activities={activities} columns={columns} rows={rows} roles={roles} label={label} onChange={setRows} />
      <p className={wrong.length ? 'raci-wrong small' : 'raci-right small'} role="status">
        {wrong.length ? say(texts.violations, { count: wrong.length }) : say(texts.all_right)}
      </p>
      <div className="raci-buttons">
        <AddRole known={known} columns={columns} onAdd={(id) => setAdded([...added, id])} />
        <Button size="xs" variant="default" onClick={propose}>
          {say(texts.propose)}
        </Button>
        <Button
          size="xs"
          variant={dirty ? 'filled' : 'default'}
          disabled={!dirty}
          loading={perform.isPending}
          onClick={() => perform.mutate({ command: 'edit', input: { rows } })}
        >
          {say(texts.save)}
        </Button>
        {may.includes('enact') ? (
          <Button
            size="xs"
            variant={dirty ? 'default' : 'filled'}
            disabled={dirty || wrong.length > 0}
            loading={perform.isPending}
            onClick={() => perform.mutate({ command: 'enact', input: {} })}
          >
            {say(texts.enact)}
          </Button>
        ) : null}
      </div>
      <Refused error={perform.error} />
    </>
  );
}

/** The roles that have a letter, then those that were added to get one; a role that is gone keeps its number as name. */
function columnsOf(rows: readonly RaciRow[], known: readonly Column[], added: readonly string[]): readonly Column[] {
  const used = [...new Set([...rows.flatMap((row) => row.letters.map(({ role }) => role)), ...added])];
  return used.map((id) => known.find((each) => each.id === id) ?? { id, name: id, party: '' });
}

function AddRole({ known, columns, onAdd }: { readonly known: readonly Column[]; readonly columns: readonly Column[]; readonly onAdd: (id: string) => void }) {
  const say = useSay();
  const others = known.filter(({ id }) => !columns.some((each) => each.id === id));
  return (
    <NativeSelect
      size="xs"
      aria-label={say(texts.add_role)}
      data={[{ value: '', label: say(texts.add_role) }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
      value=""
      onChange={(event) => event.currentTarget.value && onAdd(event.currentTarget.value)}
    />
  );
}

/** Two versions of the same process: each cell that differs. */
export function RaciCompared({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { data } = answer;
  const list = useList(raci, `process:${String(data.process)}`, { limit: 100 });
  const process = useOne(processDefinition, String(data.process));
  const roles = useList(processRole, '', { limit: 200 });
  return (
    <Panel of={list} lines={3}>
      {({ pages }) => {
        const others = pages.flatMap((each) => each.data).filter(({ id }) => id !== data.id);
        const names = new Map(roles.data?.pages.flatMap((each) => each.data).map(({ id, name }) => [id, String(name)]));
        const activities = process.data ? activitiesOf(process.data.data) : [];
        if (!others.length) return <Message icon="list" title={say(designTexts.no_other)} />;
        return <Cells row={data} others={others} names={names} activities={activities} />;
      }}
    </Panel>
  );
}

type CellsProps = { readonly row: Row; readonly others: readonly Row[]; readonly names: ReadonlyMap<string, string>; readonly activities: readonly Activity[] };

function Cells({ row, others, names, activities }: CellsProps) {
  const say = useSay();
  const sorted = others.toSorted((a, b) => Number(b.number) - Number(a.number));
  const [chosen, setChosen] = useState((sorted.find((each) => Number(each.number) < Number(row.number)) ?? sorted[0])?.id ?? '');
  const other = sorted.find(({ id }) => id === chosen) ?? (sorted[0] as Row);
  const [old, fresh] = Number(other.number) < Number(row.number) ? [other, row] : [row, other];
  const found = compared(rowsOf(old), rowsOf(fresh));
  const title = (of: Row): string => say(texts.version, { number: Number(of.number) });
  return (
    <>
      <NativeSelect
        size="xs"
        className="model-overlay"
        label={say(designTexts.compare_with)}
        data={sorted.map((each) => ({ value: each.id, label: title(each) }))}
        value={other.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {found.length ? (
        <Sideways label={say(designTexts.compare)}>
          <table className="plain">
            <Heads of={[texts.activity, processRole.label, designTexts.before, designTexts.after]} />
            <tbody>
              {found.map((each) => (
                <tr key={`${each.activity} ${each.role}`}>
                  <th scope="row">{activities.find(({ code }) => code === each.activity)?.name ?? each.activity}</th>
                  <td>{names.get(each.role) ?? each.role}</td>
                  <td>{each.before ?? say(texts.no_letter)}</td>
                  <td>{each.after ?? say(texts.no_letter)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : (
        <p>{say(designTexts.no_difference)}</p>
      )}
    </>
  );
}
