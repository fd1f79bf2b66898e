// What the commands of a change mean beyond their declaration.
import type { Rules } from '../../kernel/decide.ts';
import type { ChangeGiven } from './given.ts';
import { open, report } from './raising.ts';

export const changeRules: Rules<ChangeGiven> = { open, report };
