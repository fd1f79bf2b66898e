// The checklists and the maturity questionnaire as they stand in models/checklists: read once, checked, and handed to the practice.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Checklist, Questionnaire } from '../practices/improvement/checklist.record.ts';
import { packaged } from './packaged.ts';

const folder = 'models/checklists';
const questions = 'maturity.yaml';
let known: readonly Checklist[] | undefined;
let asked: Questionnaire | undefined;

/** Every checklist, by its code. Errors: Error naming the file when one has no clauses or a clause twice. */
export function checklists(): readonly Checklist[] {
  known ??= readdirSync(packaged(folder))
    .filter((file) => file.endsWith('.yaml') && file !== questions)
    .sort()
    .map((file) => checked(file, read<Checklist>(file)));
  return known;
}

export function questionnaire(): Questionnaire {
  asked ??= read<Questionnaire>(questions);
  return asked;
}

function read<T>(file: string): T {
  return parse(readFileSync(join(packaged(folder), file), 'utf8')) as T;
}

function checked(file: string, list: Checklist): Checklist {
  const numbers = (list.clauses ?? []).map((each) => each.clause);
  const twice = numbers.find((each, index) => numbers.indexOf(each) < index);
  if (!list.code || !numbers.length) throw new Error(`${folder}/${file}: a checklist needs a code and clauses`);
  if (twice) throw new Error(`${folder}/${file}: clause ${twice} stands there twice`);
  return list;
}
