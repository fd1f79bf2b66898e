// The shapes of a cost model: where cost gathers, who works for whom, and what a run made of it.
import { type Schema, shape } from '../../kernel/shape.ts';

/** A place where cost gathers. `to` is who bears it first: the code of a department, or a service. `amount_minor` is what is known beside cost lines. */
export type CostPool = { readonly code: string; readonly name: string; readonly to: string; readonly amount_minor: number };
export type CostDepartment = { readonly code: string; readonly name: string };
/** So much of the work of `from` (a department or a service) is for `to` (a department, a service or a customer), counted by `name`. */
export type CostDriver = { readonly from: string; readonly to: string; readonly name: string; readonly quantity: number };
/** What the cost lines of a pool came to when it was run, and how many they were. */
export type LineSum = { readonly pool: string; readonly amount_minor: number; readonly lines: number };

const code = { type: 'string', pattern: '^[a-z][a-z0-9_-]{0,30}$' } as const;
const bearer = { type: 'string', pattern: '^([a-z][a-z0-9_-]{0,30}|SVC-\\d{1,15})$' } as const;
const receiver = { type: 'string', pattern: '^([a-z][a-z0-9_-]{0,30}|(SVC|ORG)-\\d{1,15})$' } as const;
const words = { type: 'string', maxLength: 120 } as const;
const money = { type: 'integer', minimum: 0, maximum: 1_000_000_000_000 } as const;
const list = (description: string, properties: Readonly<Record<string, Schema>>, maxItems: number): Schema => ({
  description,
  type: 'array',
  maxItems,
  items: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});

export const pools = shape<readonly CostPool[]>(
  list(
    'Where cost gathers: [{"code": "salaries", "name": "Salaries of the desk", "to": "desk", "amount_minor": 1200000}]; "to" is a department or a service.',
    { code, name: words, to: bearer, amount_minor: money },
    200,
  ),
);
export const departments = shape<readonly CostDepartment[]>(
  list('Departments that work for others: [{"code": "desk", "name": "Service desk"}].', { code, name: words }, 50),
);
export const drivers = shape<readonly CostDriver[]>(
  list(
    'Who works how much for whom: [{"from": "desk", "to": "SVC-8", "name": "contacts", "quantity": 420}]; "to" may be a customer when "from" is a service.',
    { from: bearer, to: receiver, name: words, quantity: { type: 'integer', minimum: 0, maximum: 1_000_000_000 } },
    2_000,
  ),
);
export const lineSums = shape<readonly LineSum[]>(
  list('Cost lines by pool when it was run.', { pool: code, amount_minor: money, lines: { type: 'integer', minimum: 0 } }, 200),
);
