// What a reference model is as data: somebody's book, told in our own words, with where we have each statement from and how sure we are of it.
import type { Level } from '../../kernel/record.ts';
import type { Language, Text } from '../../kernel/text.ts';

/**
 * H: read in a public source. M: standard professional knowledge. L: weak, one claim or memory. I: our reconstruction, for reasons, which no
 * book says. X: looked for and not found.
 */
export const certainties = ['H', 'M', 'L', 'I', 'X'] as const;
export type Certainty = (typeof certainties)[number];

/** Where a statement comes from: codes of the table of sources in the same file. Written `M common` or `H SEED ART`. */
export type Sure = { readonly certainty: Certainty; readonly sources: readonly string[] };

export type Source = { readonly what: Text; readonly where: string | null };

/** The rows of the comparison: what every model is asked. */
export const characteristics = ['origin', 'covers', 'idea', 'levels', 'incident_problem', 'parties', 'composition', 'growth', 'improvement', 'rights'] as const;
export type Characteristic = (typeof characteristics)[number];
export type Statement = { readonly text: Text; readonly sure: Sure };

export const processKinds = ['process', 'practice', 'function', 'clause', 'workflow', 'layer', 'element', 'stage'] as const;
export type ProcessKind = (typeof processKinds)[number];

export type ReferenceProcess = {
  readonly key: string;
  readonly kind: ProcessKind;
  /** Where the model numbers its parts: 8.6.1. */
  readonly number: string | null;
  readonly name: Text;
  readonly group: string | null;
  readonly levels: readonly Level[];
  readonly purpose: Text;
  readonly inputs: readonly Text[];
  readonly outputs: readonly Text[];
  readonly roles: readonly string[];
  /** Name and purpose; `level_sure` is that of its place on a level, `flow_sure` that of inputs, outputs and roles. */
  readonly sure: Sure;
  readonly level_sure: Sure;
  readonly flow_sure: Sure;
};

/** Those outside every process that may give to one or receive from it. */
export const outsiders = ['customer', 'user', 'supplier', 'all'] as const;

export type Relation = { readonly from: string; readonly to: string; readonly what: Text; readonly sure: Sure };
export type ReferenceRole = { readonly key: string; readonly name: Text; readonly does: Text; readonly sure: Sure };
export type Group = { readonly key: string; readonly name: Text; readonly sure: Sure };

/** The model's word for a thing of ours; a language that it has no word in keeps ours. */
export type Word = { readonly [L in Language]?: string };
export type Term = { readonly of: string; readonly say: Word; readonly plural: Word; readonly sure: Sure };

export type ReferenceModel = {
  readonly key: string;
  readonly name: Text;
  readonly edition: Text;
  readonly about: Text;
  /** Whose names and marks these are, and that we only describe. */
  readonly marks: Text;
  readonly sources: Readonly<Record<string, Source>>;
  readonly characteristics: Readonly<Record<Characteristic, Statement>>;
  readonly groups: readonly Group[];
  readonly processes: readonly ReferenceProcess[];
  readonly relations: readonly Relation[];
  readonly roles: readonly ReferenceRole[];
  readonly terms: readonly Term[];
};

/** Where a process of the field, or a record of ours, stands in one model. No process: the model has none, or none was found (X). */
export type Cell = { readonly at: readonly string[]; readonly sure: Sure };

/** A process that the field knows, whatever each model calls it. */
export type FieldRow = { readonly key: string; readonly name: Text; readonly levels: readonly Level[]; readonly cells: Readonly<Record<string, Cell>> };
export type FieldTable = { readonly sources: Readonly<Record<string, Source>>; readonly rows: readonly FieldRow[] };

/** Where a record or command of ours stands: in a row of the field, and where it is sharper, in a process of one model. */
export type Place = { readonly of: string; readonly row: string; readonly cells: Readonly<Record<string, Cell>> };

/** What is wrong in a file; the path leads to the place, from which the reader finds the line. */
export type Path = readonly (string | number)[];
export type Fault = { readonly path: Path; readonly code: string; readonly params?: Readonly<Record<string, string | number>> };

/** A term of ours may also speak of a screen: what navigation and titles call it. */
export const screens = [
  'problems',
  'change_calendar',
  'change_figures',
  'cab',
  'chains',
  'report_month',
  'people_teams',
  'priorities',
  'staffing',
  'forums',
  'measures',
  'conformance',
  'improvement',
  'planning',
  'workforce',
  'risks',
  'scorecard',
  'objectives',
  'house',
  'growth',
  'maturity',
  'portfolio',
  'side_integrator',
  'side_supplier',
  'side_customer',
] as const;

/** What is answered about models: those in use, and what was refused of the house's own. */
export type ModelListed = Pick<ReferenceModel, 'key' | 'name' | 'edition' | 'about' | 'marks'> & {
  /** The house's own, added or in the place of one that came with the product. */
  readonly own: boolean;
  readonly processes: number;
  /** How many of its statements are of each certainty. */
  readonly statements: Readonly<Record<Certainty, number>>;
  readonly words: number;
};
export type FaultTold = { readonly file: string; readonly line: number | null; readonly path: string; readonly reason: Text };
export type ModelsAnswer = { readonly data: readonly ModelListed[]; readonly faults: readonly FaultTold[] };
/** One model, and which of our records and commands stand in each of its processes. */
export type Standing = { readonly of: string; readonly process: string; readonly sure: Sure };
export type ModelAnswer = { readonly data: ReferenceModel; readonly standing: readonly Standing[]; readonly statements: ModelListed['statements'] };
/** The names of processes by model and key, for a table that names them. */
export type Names = Readonly<Record<string, Readonly<Record<string, Text>>>>;
export type ComparedModel = Pick<ReferenceModel, 'key' | 'name' | 'edition' | 'characteristics' | 'sources'>;
export type CompareAnswer = {
  readonly data: readonly ComparedModel[];
  readonly table: FieldTable;
  readonly names: Names;
};
/** Every record and command with its place in every model. */
export type CrosswalkAnswer = { readonly data: readonly Place[]; readonly names: Names };
export type VocabularyListed = Pick<ReferenceModel, 'key' | 'name'> & { readonly words: number };
export type VocabulariesAnswer = { readonly data: readonly VocabularyListed[]; readonly house: string };
export type VocabularyAnswer = { readonly data: readonly Term[] };
