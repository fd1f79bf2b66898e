// A checklist as data: what is asked per clause, in our own words, and which question the data itself can answer.
import type { Text } from '../../kernel/text.ts';

export type ChecklistClause = {
  /** The number in the source: 8.6.1, PR9. */
  readonly clause: string;
  readonly title: Text;
  readonly question: Text;
  /** A query that says what the records show; one of `automatic.queries.ts`. */
  readonly automatic?: string;
};
export type Checklist = {
  readonly code: string;
  readonly name: Text;
  /** Whose structure it follows, under which licence, and that the words are our own. */
  readonly source: string;
  readonly clauses: readonly ChecklistClause[];
};
/** A question of the maturity questionnaire. */
export type MaturityQuestion = {
  readonly code: string;
  readonly attribute: string;
  readonly level: number;
  readonly question: Text;
  readonly automatic?: string;
};
export type Questionnaire = {
  readonly source: string;
  readonly levels: readonly { readonly level: number; readonly name: Text }[];
  readonly attributes: readonly { readonly code: string; readonly level: number; readonly name: Text }[];
  readonly questions: readonly MaturityQuestion[];
};
