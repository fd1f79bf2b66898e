// The model of the demo world: its processes with owners, the roles in them, who does what, and the versions of the whole.
import { blocks, starter } from '../../practices/model/building-blocks.record.ts';
import { catalogue } from '../../practices/model/catalogue.record.ts';
import { activitiesOf, proposedRows } from '../../practices/model/catalogue-activities.record.ts';
import { withLetter } from '../../practices/model/raci-matrix.record.ts';
import { theRegistry } from '../registry.ts';
import { described, holders, whose } from './process-cast.ts';
import type { Stage } from './stage.ts';

export async function describeProcesses(stage: Stage): Promise<void> {
  const { act, ids, id } = stage;
  for (const { code, name, level, records } of catalogue.processes) {
    const { owner, manager, team } = whose[code] ?? { owner: 'eva', manager: 'eva' };
    const people = { owner: id(`person.${owner}`), manager: id(`person.${manager}`), ...(team ? { team: id(`team.${team}`) } : {}) };
    const known = records.filter((each) => theRegistry.practices.has(each));
    const activities = activitiesOf(code).map((each) => ({ code: each.code, name: each.name.en, commands: each.commands }));
    const input = { code, name: name.en, level, records: known, activities, ...people, ...described[code], active: true };
    ids[`process.${code}`] = (await act('eva', 'process', 'open', { input })).id;
  }
  for (const { code, name, party } of catalogue.roles) {
    const held = (holders[code] ?? []).map((each) => id(`person.${each}`));
    ids[`process_role.${code}`] = (await act('eva', 'process_role', 'open', { input: { name: name.en, party, holders: held } })).id;
  }
  for (const { code, name, why, record, first, second } of catalogue.separations)
    ids[`separation.${code}`] = (await act('eva', 'separation', 'open', { input: { name: name.en, why: why.en, record, first, second } })).id;
  await whoDoesWhat(stage);
  await versions(stage);
}

const managers: Readonly<Record<string, string>> = {
  desk: 'desk_agent',
  incident: 'incident_manager',
  problem: 'problem_manager',
  change: 'change_manager',
  release: 'change_manager',
  configuration: 'configuration_manager',
  service_level: 'service_level_manager',
  supplier: 'integration_manager',
  strategy: 'director',
};

/** Most processes have a matrix in force; one has a second version, one a draft with what is often wrong, some have none. */
async function whoDoesWhat({ act, ids, id, settle }: Stage): Promise<void> {
  for (const [code, manager] of Object.entries(managers)) {
    const roles = [manager, 'desk_agent', 'provider_engineer', ['service_level', 'supplier', 'strategy'].includes(code) ? 'contract_owner' : 'user'];
    const columns = roles.map((each) => ({ id: id(`process_role.${each}`), party: catalogue.roles.find((role) => role.code === each)?.party ?? '' }));
    const rows = proposedRows(code, activitiesOf(code), columns);
    const drafted = await act('eva', 'raci', 'open', { input: { process: id(`process.${code}`), rows } });
    ids[`raci.${code}`] = (await act('eva', 'raci', 'enact', { target: drafted.id })).id;
  }
  const slm = id('process_role.service_level_manager');
  const second = await act('eva', 'raci', 'open', { input: { process: id('process.incident') } });
  const rows = withLetter(second.rows as Parameters<typeof withLetter>[0], { activity: 'escalate', role: slm, letter: 'C' });
  await act('eva', 'raci', 'edit', { target: second.id, input: { rows: withLetter(rows, { activity: 'close', role: slm, letter: 'I' }) } });
  await act('eva', 'raci', 'enact', { target: second.id });
  await act('eva', 'raci', 'note', { target: second.id, input: { note: 'The desk asked for the letter at escalating.' } });
  await settle();
  const draft = [
    { activity: 'plan', letters: [{ role: id('process_role.desk_agent'), letter: 'R' }] },
    {
      activity: 'do',
      letters: [
        { role: id('process_role.desk_agent'), letter: 'AR' },
        { role: id('process_role.incident_manager'), letter: 'A' },
      ],
    },
    { activity: 'check', letters: [{ role: id('process_role.process_owner'), letter: 'A' }] },
  ];
  ids['raci.request'] = (await act('eva', 'raci', 'open', { input: { process: id('process.request'), rows: draft } })).id;
}

/** It began with four processes; now it has all, and the next version is being thought of. */
async function versions({ act, ids, settle }: Stage): Promise<void> {
  const whole = blocks.map(({ code, questions }) => ({
    step: code,
    answers: questions.map((question) => ({ question: question.code, values: question.many ? question.options.map(({ value }) => value) : question.standard })),
  }));
  const enforced = whole.map((each) =>
    each.step === 'separation'
      ? { ...each, answers: each.answers.map((answer) => (answer.question === 'force' ? { ...answer, values: ['enforced'] } : answer)) }
      : each,
  );
  const first = await act('eva', 'operating_model', 'open', { input: { name: 'Four processes to begin with', steps: starter } });
  await act('eva', 'operating_model', 'publish', { target: first.id });
  const second = await act('eva', 'operating_model', 'open', { input: { name: 'One service from many parties', steps: whole } });
  await act('eva', 'operating_model', 'publish', { target: second.id });
  await settle();
  ids['operating_model.first'] = first.id;
  ids['operating_model.current'] = second.id;
  const next = await act('eva', 'operating_model', 'open', { input: { name: 'Duties that are enforced', steps: enforced } });
  ids['operating_model.next'] = next.id;
}
