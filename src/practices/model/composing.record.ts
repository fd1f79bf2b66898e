// Composes a model from the building blocks that were taken and the answers given, and compares two models. Pure; rules, doors and screens share it.
import type { Level } from '../../kernel/record.ts';
import type { Language, Text } from '../../kernel/text.ts';

/** One answered building block: the chosen values of its questions. */
export type Answered = { readonly step: string; readonly answers: readonly { readonly question: string; readonly values: readonly string[] }[] };
export type Party = 'customer' | 'integrator' | 'provider' | 'desk';

export type ModelProcess = { readonly code: string; readonly name: string; readonly level: Level; readonly records: readonly string[] };
export type ModelRole = { readonly name: string; readonly party: Party };
export type ModelSeparation = {
  readonly record: string;
  readonly first: string;
  readonly second: string;
  readonly name: string;
  readonly why: string;
  readonly enforced: boolean;
};
export type ModelCadence = { readonly code: string; readonly name: string; readonly level: Level; readonly kind: string; readonly cadence: string };
export type ModelFlow = { readonly from: string; readonly to: string; readonly object: string };
/** What a model says; frozen when it is published. */
export type Content = {
  readonly steps: readonly string[];
  readonly levels: readonly Level[];
  readonly processes: readonly ModelProcess[];
  readonly roles: readonly ModelRole[];
  readonly separations: readonly ModelSeparation[];
  readonly cadences: readonly ModelCadence[];
  readonly flows: readonly ModelFlow[];
};

/** What choosing something adds, by the codes of the catalogue. */
export type Adds = {
  readonly processes?: readonly string[];
  readonly roles?: readonly string[];
  readonly separations?: readonly string[];
  readonly cadences?: readonly string[];
  readonly levels?: readonly Level[];
  /** The separations of the step refuse, instead of being shown only. */
  readonly enforces?: true;
};
export type Option = { readonly value: string; readonly label: Text; readonly means?: Text; readonly adds?: Adds };
export type Question = {
  readonly code: string;
  readonly label: Text;
  readonly many: boolean;
  readonly options: readonly Option[];
  /** What is chosen when nobody answers. */
  readonly standard: readonly string[];
};
export type Block = {
  readonly code: string;
  readonly label: Text;
  /** The paradigm it stands for, and what it adds. */
  readonly paradigm: Text;
  readonly means: Text;
  readonly adds: Adds;
  readonly questions: readonly Question[];
};

/** The catalogue that codes refer to: what can be in a model. */
export type Catalogue = {
  readonly blocks: readonly Block[];
  readonly processes: readonly { readonly code: string; readonly name: Text; readonly level: Level; readonly records: readonly string[] }[];
  readonly roles: readonly { readonly code: string; readonly name: Text; readonly party: Party }[];
  readonly separations: readonly {
    readonly code: string;
    readonly record: string;
    readonly first: string;
    readonly second: string;
    readonly name: Text;
    readonly why: Text;
  }[];
  readonly cadences: readonly {
    readonly code: string;
    readonly name: Text;
    readonly level: Level;
    readonly kind: string;
    readonly cadence: string;
    readonly needs?: string;
  }[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly object: Text }[];
};

/** A process as the organisation has described it: its own name, level and records come before those of the catalogue. */
export type Described = ModelProcess;
type Composing = { readonly catalogue: Catalogue; readonly described: readonly Described[]; readonly language: Language };

/** Every level there is, from the work of today to that of the years ahead. */
export const levels = ['operational', 'tactical', 'strategic'] as const;
/** Ends of a flow that are no process: those it is done for and those who do part of it. */
export const outside = ['customers', 'suppliers'] as const;

/** The model that follows from the blocks taken. Unknown steps, questions and values add nothing; `wrongAnswers` names them. */
export function compose(steps: readonly Answered[], { catalogue, described, language }: Composing): Content {
  const taken = catalogue.blocks.filter(({ code }) => steps.some(({ step }) => step === code));
  const added = taken.flatMap((block) => addedBy(block, steps, described));
  const codes = (of: (adds: Adds) => readonly string[] | undefined): ReadonlySet<string> => new Set(added.flatMap((each) => of(each) ?? []));
  const wanted = codes((adds) => adds.processes);
  const processes = processesOf(wanted, catalogue, { described, language });
  const within = new Set([...processes.map(({ code }) => code), ...outside]);
  const [roles, separations, cadences, chosen] = [
    codes((adds) => adds.roles),
    codes((adds) => adds.separations),
    codes((adds) => adds.cadences),
    codes((adds) => adds.levels),
  ];
  const enforces = added.some((adds) => adds.enforces);
  const governed = new Set(processes.flatMap(({ records }) => records));
  return {
    steps: taken.map(({ code }) => code),
    levels: levels.filter((level) => level === 'operational' || chosen.has(level)),
    processes,
    roles: catalogue.roles.filter(({ code }) => roles.has(code)).map(({ name, party }) => ({ name: name[language], party })),
    separations: catalogue.separations
      .filter(({ code, record }) => separations.has(code) && governed.has(record))
      .map(({ record, first, second, name, why }) => ({ record, first, second, name: name[language], why: why[language], enforced: enforces })),
    cadences: catalogue.cadences
      .filter(({ code, needs }) => cadences.has(code) && (needs === undefined || within.has(needs)))
      .map(({ code, name, level, kind, cadence }) => ({ code, name: name[language], level, kind, cadence })),
    flows: catalogue.flows.filter(({ from, to }) => within.has(from) && within.has(to)).map(({ from, to, object }) => ({ from, to, object: object[language] })),
  };
}

function addedBy({ code, adds, questions }: Block, steps: readonly Answered[], described: readonly Described[]): Adds[] {
  const own = new Set(described.map((each) => each.code));
  return [
    adds,
    ...questions.flatMap((question) =>
      question.options.filter(({ value }) => chosenOf(steps, code, question).includes(value)).map((option) => option.adds ?? {}),
    ),
  ].concat(
    // A process of the organisation's own that is in no catalogue is chosen by its code.
    questions.flatMap((question) =>
      chosenOf(steps, code, question)
        .filter((value) => own.has(value))
        .map((value): Adds => ({ processes: [value] })),
    ),
  );
}

/** What was chosen at a question of a step, or the standard when the step was taken without an answer to it. */
export function chosenOf(steps: readonly Answered[], step: string, question: Pick<Question, 'code' | 'standard'>): readonly string[] {
  const answered = steps.find((each) => each.step === step);
  return answered?.answers.find((each) => each.question === question.code)?.values ?? question.standard;
}

/** A process that the organisation has described goes by its own name and level, and governs what the catalogue says beside its own. */
function processesOf(wanted: ReadonlySet<string>, catalogue: Catalogue, { described, language }: Pick<Composing, 'described' | 'language'>): ModelProcess[] {
  const own = described.filter(({ code }) => wanted.has(code));
  const known = catalogue.processes
    .filter(({ code }) => wanted.has(code))
    .map(({ code, name, level, records }) => {
      const found = own.find((each) => each.code === code) ?? { name: name[language], level, records: [] };
      return { code, name: found.name, level: found.level, records: [...new Set([...found.records, ...records])] };
    });
  const others = own.filter(({ code }) => !known.some((each) => each.code === code));
  return [...known, ...others.map(({ code, name, level, records }) => ({ code, name, level, records: [...records] }))];
}

/** The first answer that is no answer: an unknown step, question or value, a step taken twice, two values where one may be chosen. */
export function wrongAnswer(
  steps: readonly Answered[],
  catalogue: Pick<Catalogue, 'blocks'>,
  own: ReadonlySet<string>,
): { readonly step: string; readonly question: string; readonly value: string } | null {
  for (const [index, { step, answers }] of steps.entries()) {
    const block = catalogue.blocks.find(({ code }) => code === step);
    if (!block || steps.findIndex((each) => each.step === step) < index) return { step, question: '', value: '' };
    for (const { question, values } of answers) {
      const asked = block.questions.find(({ code }) => code === question);
      const wrong = values.find((value) => !asked?.options.some((option) => option.value === value) && !(asked?.many && own.has(value)));
      if (!asked || wrong !== undefined || (!asked.many && values.length > 1)) return { step, question, value: wrong ?? values.join(', ') };
    }
  }
  return null;
}

/** Kinds of records that the processes of the catalogue or the organisation govern and that no process of the model does. */
export function recordsOff({ processes }: Pick<Content, 'processes'>, everything: readonly { readonly records: readonly string[] }[]): string[] {
  const on = new Set(processes.flatMap(({ records }) => records));
  return [...new Set(everything.flatMap(({ records }) => records))].filter((name) => !on.has(name)).toSorted();
}
