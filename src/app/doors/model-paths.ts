// What the API document says about the model in effect, the figures of processes, conflicts of duties and who answers for how much.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: component('Problem') } } });
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});
const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const many = { type: 'array', items: { type: 'object' } };
const failing = { '401': problem('Not signed in'), '403': problem('Not allowed'), '404': problem('Not there, or not yours to see') };
const id = (example: string) => ({ name: 'id', in: 'path', required: true, description: `Such as ${example}`, schema: text });
type Reading = { readonly operationId: string; readonly summary: string; readonly parameters?: readonly object[]; readonly ok: object };
const reading = ({ operationId, summary, parameters = [], ok }: Reading) => ({
  get: { operationId, summary, tags: ['model'], parameters, responses: { '200': ok, ...failing } },
});

export const modelPaths = {
  '/api/model/current': reading({
    operationId: 'model.current',
    summary:
      'The operating model in effect: its levels, content and the kinds of records it leaves out; null when none is published. Other sides read only what is out of sight',
    ok: answer('The model', { data: { type: ['object', 'null'] }, now: instant }),
  }),
  '/api/processes/figures': reading({
    operationId: 'process.figures_all',
    summary: 'The figures of all processes in use: open and late records, flow of thirty days, who answers, conflicts, maturity; for the integrator',
    ok: answer('The figures', { data: many, refs: component('Refs'), since: instant, now: instant }),
  }),
  '/api/processes/{id}/figures': reading({
    operationId: 'process.figures',
    summary: 'The figures of one process, as a list of one; for the integrator',
    parameters: [id('PRO-2')],
    ok: answer('The figures', { data: many, refs: component('Refs'), since: instant, now: instant }),
  }),
  '/api/separations/conflicts': reading({
    operationId: 'separation.conflict_counts',
    summary: 'Separations of duties in use, each with the number of records on which one person did both, counted to a thousand; for the integrator',
    ok: answer('The separations', { data: many, now: instant }),
  }),
  '/api/separations/{id}/conflicts': reading({
    operationId: 'separation.conflicts',
    summary: 'The records on which one person did both, latest first, fifty at a time; for the integrator',
    parameters: [id('SEP-1'), { name: 'after', in: 'query', required: false, description: 'The `next` of the page before', schema: text }],
    ok: answer('A page', { data: many, next: { type: ['string', 'null'] }, refs: component('Refs'), now: instant }),
  }),
  '/api/racis/accountabilities': reading({
    operationId: 'raci.accountabilities',
    summary: 'How many activities each process role answers for in the matrices in force, with its holders and side; for the integrator',
    ok: answer('The roles', { data: many, refs: component('Refs'), now: instant }),
  }),
} as const;
