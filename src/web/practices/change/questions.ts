// The seven questions of a change, each with the fields that answer it, and which of those a normal change cannot do without.
import { changeTexts } from '../../texts/change.ts';

export const questions = [
  { label: changeTexts.question_1, fields: ['requester'], needed: ['requester'] },
  { label: changeTexts.question_2, fields: ['reason'], needed: ['reason'] },
  { label: changeTexts.question_3, fields: ['benefit'], needed: ['benefit'] },
  { label: changeTexts.question_4, fields: ['risks'], needed: ['risks'] },
  { label: changeTexts.question_5, fields: ['resources'], needed: ['resources'] },
  { label: changeTexts.question_6, fields: ['builder', 'tester', 'implementer'], needed: ['builder'] },
  { label: changeTexts.question_7, fields: ['relations', 'related'], needed: ['relations'] },
] as const;
