// The doors of tactical plans in the API document.
const failing = Object.fromEntries(['401', '403', '404'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const whole = { type: 'integer' };
const maybeWhole = { type: ['integer', 'null'] };
const number = { type: 'number' };
const maybeNumber = { type: ['number', 'null'] };
const yes = { type: 'boolean' };
const verdict = { enum: ['good', 'warn', 'bad', 'unknown'] };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const id = { name: 'id', in: 'path', required: true, schema: text };

const answer = (description: string, data: object): object => ({
  description,
  content: { 'application/json': { schema: object({ data, refs: { $ref: '#/components/schemas/Refs' }, now: { type: 'string', format: 'date-time' } }) } },
});
const asked = (name: string, summary: string, data: object, one = true): Readonly<Record<string, unknown>> => ({
  get: {
    operationId: `${name}.figures`,
    summary,
    tags: [name.split('.')[0]],
    ...(one ? { parameters: [id] } : {}),
    responses: { '200': answer(summary, data), ...failing },
  },
});

const part = object({
  part: text,
  provider: maybe,
  promise: maybe,
  promised_ppm: maybeWhole,
  measured_ppm: maybeWhole,
  down_ms: whole,
  outages: whole,
  incidents: many(text),
  slope: maybeNumber,
  to_ppm: maybeWhole,
  doubled_ppm: maybeWhole,
  alone: yes,
});
const availability = object({
  plan: text,
  service: text,
  target_ppm: maybeWhole,
  target_from: maybe,
  from: text,
  to: text,
  months: many(text),
  measured_ppm: maybeWhole,
  by_promises_ppm: maybeWhole,
  by_measures_ppm: maybeWhole,
  unpromised: many(text),
  agreed_ms: whole,
  down_ms: whole,
  budget_ms: maybeWhole,
  burn: maybeNumber,
  means: { anyOf: [object({ mtbsi_ms: number, mtbf_ms: number, mtrs_ms: number }), { type: 'null' }] },
  outages: many(object({ from: text, to: text, incidents: many(text) })),
  parts: many(part),
  single_points: many(text),
  redundant: many(object({ within: text, members: many(text), need: whole, common_cause: whole, same_provider: yes })),
  lifecycle: object({
    incidents: whole,
    detect_ms: number,
    taken: whole,
    respond_ms: number,
    repair_ms: number,
    restore: many(object({ party: text, ms: number })),
    confirm_ms: number,
  }),
  verdict,
});
const point = object({ period: text, value: whole });
const capacity = object({
  plan: text,
  service: text,
  unit: text,
  contracted: whole,
  points: many(point),
  ahead: many(object({ period: text, value: whole, lower: whole, upper: whole })),
  method: maybe,
  mape: maybeNumber,
  naive_mape: maybeNumber,
  crosses_on: maybe,
  earliest_on: maybe,
  latest_on: maybe,
  headroom_gone_on: maybe,
  headroom_ppm: maybeWhole,
  headroom_wanted_ppm: whole,
  unused_minor: maybeWhole,
  currency: text,
  peak: object({ sum: whole, spare: whole, counted: many(text), within: many(text), silent: many(text) }),
  verdict,
});
const continuity = object({
  plan: text,
  service: text,
  rto: whole,
  rpo: whole,
  time: object({ minutes: whole, unknown: many(text), path: many(object({ part: text, minutes: whole, own: yes })), slowest: maybe }),
  loss: object({ minutes: whole, part: maybe, unknown: many(text) }),
  slack: maybeWhole,
  parts: many(object({ part: text, provider: maybe, plan: maybe, rto: maybeWhole, rpo: maybeWhole })),
  suppliers: many(object({ supplier: text, valid_until: maybe, verdict })),
  tests: many(object({ id: text, name: text, state: text, on: text })),
  age_days: maybeWhole,
  tested_days: maybeWhole,
  verdict,
});
const component = object({ from: text, kind: { enum: ['pool', 'department', 'service'] }, amount_minor: whole, q: maybe });
const cost = object({
  model: text,
  currency: text,
  frozen: yes,
  fault: maybe,
  outcome: { anyOf: [{ type: 'object', additionalProperties: true }, { type: 'null' }] },
  prices: many(object({ service: text, amount_minor: whole, kept_minor: whole, parts: many(component) })),
  charges: many(
    object({ customer: text, service: text, cost_minor: whole, fees_minor: whole, credits_minor: whole, margin_minor: whole, promises: many(text) }),
  ),
  unallocated_minor: whole,
  compared: many(object({ service: text, direct: maybeWhole, step_down: maybeWhole, reciprocal: maybeWhole })),
  names: { type: 'object', additionalProperties: text },
});
const reach = object({ services: many(text), customers: many(text), appetite: object({ most: whole, id: maybe }), within: yes });
const shown = (rest: Readonly<Record<string, unknown>>): object => object({ id: text, title: text, score: whole, ...rest });
const register = object({
  cells: many(object({ likelihood: whole, impact: whole, open: whole, accepted: whole, over: whole })),
  expired: many(shown({ owner: maybe, expired_on: text })),
  ending: many(shown({ owner: maybe, accepted_until: text })),
  over: many(shown({ most: whole, state: text })),
  elsewhere: many(object({ id: text, record: { enum: ['promise', 'problem'] }, title: text, because: maybe, owner: maybe, until: maybe, expired: yes })),
});
const overview = object({
  services: many(
    object({
      service: text,
      name: text,
      criticality: text,
      integrated: yes,
      availability: object({ verdict, plan: maybe, computed_ppm: maybeWhole, target_ppm: maybeWhole }),
      capacity: object({ verdict, plan: maybe, crosses_on: maybe, plans: whole }),
      continuity: object({ verdict, plan: maybe, slack: maybeWhole, rto: maybeWhole }),
      cost: object({ verdict, model: maybe, margin_minor: maybeWhole, currency: text }),
      risk: object({ verdict, score: maybeWhole, open: whole }),
    }),
  ),
  tested: whole,
  critical: whole,
});
const amounts = {
  value_minor: maybeWhole,
  cost_minor: maybeWhole,
  value_now_minor: maybeWhole,
  cost_now_minor: maybeWhole,
  fees_minor: maybeWhole,
  run_minor: maybeWhole,
};
const card = object({
  id: text,
  name: text,
  state: text,
  service: maybe,
  sourcing: maybe,
  owner: text,
  currency: text,
  ...amounts,
  run: maybe,
  risk: maybeWhole,
  review_on: maybe,
  overdue: yes,
});

export const planningPaths = {
  '/api/availability_plans/{id}/figures': asked(
    'availability_plan',
    'Promised, computed and measured availability of a service, and what a step on each part would bring',
    availability,
  ),
  '/api/capacity_plans/{id}/figures': asked('capacity_plan', 'Use with its forecast against what is contracted, and whether the peak fits', capacity),
  '/api/continuity_plans/{id}/figures': asked(
    'continuity_plan',
    'Whether the parts of a service are back in time for it, and how much is lost on the way',
    continuity,
  ),
  '/api/cost_models/{id}/figures': asked('cost_model', 'Prices by sub-service, charges and margin per customer, and the methods side by side', cost),
  '/api/risks/{id}/figures': asked('risk', 'Whom a risk would hit, and whether the house may accept it', reach),
  '/api/planning': asked('planning', 'Of each service one verdict per register', overview, false),
  '/api/planning/risks': asked('planning.risks', 'The risk matrix, acceptances that end or ended, and risks that were accepted elsewhere', register, false),
  '/api/planning/portfolio': asked('planning.portfolio', 'The portfolio with planned and found value, fees and cost per year', many(card), false),
} as const;
