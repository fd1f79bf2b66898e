// What the commands of a change mean beyond their declaration, by the step of its life.
import type { Rules } from '../../kernel/decide.ts';
import { doingRules } from './doing.ts';
import { finishingRules } from './finishing.ts';
import type { ChangeGiven } from './given.ts';
import { judgingRules } from './judging.ts';
import { open } from './raising.ts';

export const changeRules: Rules<ChangeGiven> = { open, ...judgingRules, ...doingRules, ...finishingRules };
