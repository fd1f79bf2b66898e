// What the commands of a process mean: a code of the right form, records and commands that exist, and an owner once it is in use.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Activity } from './process-fields.record.ts';

/** The commands of every kind of record there is, by its name, with the fact that each leads to. */
export type Known = ReadonlyMap<string, Readonly<Record<string, string>>>;
export type ProcessGiven = { readonly known: Known };
type The = Case<Case['row'], ProcessGiven>;

export const processRules: Rules<ProcessGiven> = {
  open: (the) => {
    if (!/^[a-z][a-z0-9_]*$/.test(String(the.input.code))) return refuse('process.code.form', 'code');
    const wrong = described(the);
    if (wrong) return wrong;
    const { active, ...input } = the.input;
    // The product takes processes of a published model into use before anybody owns them; people name the owner first.
    if (active && !input.owner && the.actor.person !== null) return refuse('process.activate.no_owner', 'owner');
    return { changes: { state: active ? 'active' : 'draft' } };
  },
  edit: (the) => {
    const wrong = described(the);
    if (wrong) return wrong;
    const unowned = the.row?.state === 'active' && the.row.owner !== null && Object.hasOwn(the.input, 'owner') && the.input.owner === null;
    return unowned ? refuse('process.activate.no_owner', 'owner') : {};
  },
  activate: owned,
};

function owned({ row, actor }: The): Decision | Refusal {
  return row?.owner === null && actor.person !== null ? refuse('process.activate.no_owner', 'owner') : {};
}

/** What is wrong with the records and activities of a description, or null. */
function described({ input, given: { known } }: The): Refusal | null {
  const records = (input.records ?? []) as readonly string[];
  const stranger = records.find((name) => !known.has(name));
  if (stranger !== undefined) return refuse('process.records.unknown', 'records', { record: stranger, options: [...known.keys()].slice(0, 8).join(', ') });
  const list = (input.activities ?? []) as readonly Activity[];
  const codes = list.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return refuse('process.activities.twice', 'activities', { code: twice });
  for (const command of list.flatMap((each) => each.commands)) {
    const wrong = namedCommand(known, command);
    if (isRefusal(wrong)) return wrong;
  }
  return null;
}

function namedCommand(known: Known, command: string): Refusal | null {
  const [record = '', name = '', ...more] = command.split('.');
  const commands = more.length ? undefined : known.get(record);
  return commands && Object.hasOwn(commands, name) ? null : refuse('process.activities.unknown_command', 'activities', { command });
}
