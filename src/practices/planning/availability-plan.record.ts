// The availability plan of a service: what it should reach, over which months that is judged, and the steps that should get it there.
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { adopt, finding, insiders, keepers, noting, owner, planRefusals, planStates, retire, review, review_on, reviewed_on, service } from './scopes.ts';

export const stepKinds = ['improve', 'double'] as const;

/**
 * One planned step: a part raised to an availability (`to_ppm`), or a second one beside it. `before_ppm` and `expected_ppm` are the
 * availability of the service computed when it was planned, null when it could not be computed; `measured_ppm` what was measured when
 * it was reviewed.
 */
export type PlannedStep = {
  readonly code: string;
  readonly what: string;
  readonly part: string;
  readonly kind: (typeof stepKinds)[number];
  readonly to_ppm: number | null;
  readonly cost_minor: number | null;
  readonly due_on: string | null;
  readonly before_ppm: number | null;
  readonly expected_ppm: number | null;
  readonly done_on: string | null;
  readonly measured_ppm: number | null;
  readonly found: string | null;
};

const maybe = (schema: { readonly type: 'integer' | 'string' }) => ({ anyOf: [schema, { type: 'null' }] }) as const;
const steps = shape<readonly PlannedStep[]>({
  description: 'Planned steps with their expected effect, and what was measured afterwards. Availability in ppm, money in minor units.',
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    properties: {
      code: { type: 'string', maxLength: 10 },
      what: { type: 'string', maxLength: 300 },
      part: { type: 'string', pattern: '^SVC-\\d{1,15}$' },
      kind: { enum: stepKinds },
      to_ppm: maybe({ type: 'integer' }),
      cost_minor: maybe({ type: 'integer' }),
      due_on: maybe({ type: 'string' }),
      before_ppm: maybe({ type: 'integer' }),
      expected_ppm: maybe({ type: 'integer' }),
      done_on: maybe({ type: 'string' }),
      measured_ppm: maybe({ type: 'integer' }),
      found: maybe({ type: 'string' }),
    },
    required: ['code', 'what', 'part', 'kind'],
    additionalProperties: false,
  },
});
const step = { kind: 'text', max: 10, label: { en: 'Step', nl: 'Stap', de: 'Schritt' } } as const;

export const availabilityPlan = define({
  name: 'availability_plan',
  plural: 'availability_plans',
  practice: 'availability',
  level: 'tactical',
  prefix: 'AVP',
  label: { en: 'Availability plan', nl: 'Beschikbaarheidsplan', de: 'Verfügbarkeitsplan' },
  plural_label: { en: 'Availability plans', nl: 'Beschikbaarheidsplannen', de: 'Verfügbarkeitspläne' },
  means: {
    en: 'How available a service should be, what its parts make of that, and the steps that close the gap.',
    nl: 'Hoe beschikbaar een dienst moet zijn, wat de onderdelen daarvan maken, en de stappen die het gat dichten.',
    de: 'Wie verfügbar ein Service sein soll, was seine Teile daraus machen, und die Schritte, die die Lücke schließen.',
  },
  title: 'name',
  initial: 'draft',
  fields: {
    name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    service,
    target: {
      kind: 'ppm',
      listed: true,
      label: { en: 'Target', nl: 'Streefwaarde', de: 'Zielwert' },
      means: {
        en: 'What it should reach; the highest availability that is promised on it when left out.',
        nl: 'Wat de dienst moet halen; de hoogste toegezegde beschikbaarheid als dit leeg blijft.',
        de: 'Was er erreichen soll; die höchste zugesagte Verfügbarkeit, wenn dies leer bleibt.',
      },
    },
    months: {
      kind: 'integer',
      required: true,
      min: 1,
      max: 24,
      label: { en: 'Months measured', nl: 'Gemeten maanden', de: 'Gemessene Monate' },
      means: {
        en: 'How many whole months back the outages are measured.',
        nl: 'Over hoeveel hele maanden terug de uitval wordt gemeten.',
        de: 'Über wie viele ganze Monate zurück die Ausfälle gemessen werden.',
      },
    },
    owner,
    steps: { kind: 'data', shape: steps, names: 'availability_steps', required: true, label: { en: 'Steps', nl: 'Stappen', de: 'Schritte' } },
    review_on,
    reviewed_on,
    finding,
  },
  states: planStates,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Plan availability', nl: 'Beschikbaarheid plannen', de: 'Verfügbarkeit planen' },
      tells: { en: 'began this availability plan', nl: 'begon dit beschikbaarheidsplan', de: 'begann diesen Verfügbarkeitsplan' },
      needs: ['service'],
      takes: ['name', 'target', 'months', 'owner'],
      may: keepers,
    },
    edit: {
      fact: 'edited',
      prominent: 4,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this plan', nl: 'wijzigde dit plan', de: 'änderte diesen Plan' },
      takes: ['name', 'target', 'months', 'owner'],
      may: keepers,
    },
    plan_step: {
      fact: 'step_planned',
      prominent: 3,
      label: { en: 'Plan a step', nl: 'Stap plannen', de: 'Schritt planen' },
      tells: { en: 'planned {code}: {what}', nl: 'plande {code}: {what}', de: 'plante {code}: {what}' },
      needs: ['what', 'part', 'kind'],
      input: {
        what: { kind: 'text', max: 300, label: { en: 'What', nl: 'Wat', de: 'Was' } },
        part: { kind: 'ref', to: 'service', label: { en: 'Part', nl: 'Onderdeel', de: 'Teil' } },
        kind: {
          kind: 'choice',
          label: { en: 'Kind of step', nl: 'Soort stap', de: 'Art des Schritts' },
          options: {
            improve: { en: 'Raise its availability', nl: 'De beschikbaarheid verhogen', de: 'Verfügbarkeit erhöhen' },
            double: { en: 'Put a second one beside it', nl: 'Een tweede ernaast zetten', de: 'Einen zweiten danebenstellen' },
          },
        },
        to: { kind: 'ppm', label: { en: 'Raised to', nl: 'Verhogen tot', de: 'Erhöht auf' } },
        cost_minor: {
          kind: 'integer',
          minor: true,
          min: 0,
          label: { en: 'Cost per year, in euros', nl: 'Kosten per jaar, in euro', de: 'Kosten pro Jahr, in Euro' },
        },
        due_on: { kind: 'date', label: { en: 'Due', nl: 'Gereed op', de: 'Fällig' } },
      },
      may: keepers,
    },
    review_step: {
      fact: 'step_reviewed',
      from: ['draft', 'in_force'],
      label: { en: 'Review a step', nl: 'Stap evalueren', de: 'Schritt überprüfen' },
      tells: { en: 'reviewed {step}: {found}', nl: 'evalueerde {step}: {found}', de: 'überprüfte {step}: {found}' },
      needs: ['step', 'done_on', 'found'],
      input: {
        step,
        done_on: { kind: 'date', label: { en: 'Done on', nl: 'Klaar op', de: 'Erledigt am' } },
        measured: { kind: 'ppm', label: { en: 'Measured since', nl: 'Gemeten sindsdien', de: 'Seitdem gemessen' } },
        found: { kind: 'text', max: 300, label: { en: 'What came of it', nl: 'Wat het opleverde', de: 'Was daraus wurde' } },
      },
      may: keepers,
    },
    drop_step: {
      fact: 'step_dropped',
      label: { en: 'Drop a step', nl: 'Stap schrappen', de: 'Schritt streichen' },
      tells: { en: 'dropped {step}', nl: 'schrapte {step}', de: 'strich {step}' },
      needs: ['step', 'note'],
      input: { step, note: { kind: 'prose', max: 20_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } },
      may: keepers,
    },
    adopt,
    review,
    retire,
    note: noting,
  },
  see: insiders,
  refusals: {
    ...planRefusals,
    'availability_plan.step.not_a_part': {
      en: 'part {part} is not among the parts of {service}. Choose one of: {parts}.',
      nl: 'part {part} is geen onderdeel van {service}. Kies uit: {parts}.',
      de: 'part {part} ist kein Teil von {service}. Wählen Sie aus: {parts}.',
    },
    'availability_plan.step.needs_to': {
      en: 'to is needed for a step that raises availability: say to what, such as 99.95 %.',
      nl: 'to is nodig voor een stap die de beschikbaarheid verhoogt: zeg tot hoeveel, zoals 99,95 %.',
      de: 'to ist für einen Schritt nötig, der die Verfügbarkeit erhöht: sagen Sie auf wie viel, etwa 99,95 %.',
    },
    'availability_plan.step.unknown': {
      en: 'step {step} is not in this plan. Its steps are: {steps}.',
      nl: 'step {step} staat niet in dit plan. De stappen zijn: {steps}.',
      de: 'step {step} steht nicht in diesem Plan. Seine Schritte sind: {steps}.',
    },
    'availability_plan.step.in_future': {
      en: 'done_on must not be after {today}: a step is reviewed when it was done.',
      nl: 'done_on mag niet na {today} liggen: een stap wordt geëvalueerd als die klaar is.',
      de: 'done_on darf nicht nach dem {today} liegen: ein Schritt wird überprüft, wenn er erledigt ist.',
    },
    'availability_plan.step.reviewed': {
      en: 'step {step} was reviewed and stays: what was done is not dropped.',
      nl: 'step {step} is geëvalueerd en blijft staan: wat gedaan is, wordt niet geschrapt.',
      de: 'step {step} wurde überprüft und bleibt: was getan ist, wird nicht gestrichen.',
    },
  },
});
