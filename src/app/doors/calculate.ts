// The arithmetic over HTTP: one address per topic, open to whoever is signed in, because it reads nothing but the request.
import type { FastifyInstance } from 'fastify';
import type { Json } from '../../kernel/describe.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { actorFor } from '../../platform/http/context.ts';
import { topics } from '../calculate/topics.ts';

export function calculateDoor(app: FastifyInstance): void {
  for (const topic of topics) {
    app.post(`/api/calculate/${topic.name}`, async (request) => {
      const actor = actorFor(request, 'read');
      return isRefusal(actor) ? actor : topic.calculate(request.body);
    });
  }
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/calculate.${name}` });
const body = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const problem = (description: string): Json => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

export const calculatePaths = Object.fromEntries(
  topics.map(({ name, about }) => [
    `/api/calculate/${name}`,
    {
      post: {
        operationId: `calculate.${name}`,
        summary: about,
        tags: ['calculate'],
        requestBody: { required: true, ...body(ref(`${name}.input`)) },
        responses: {
          '200': { description: 'What comes of it', ...body(ref(`${name}.output`)) },
          '400': problem('The body is not JSON'),
          '401': problem('Not signed in'),
          '403': problem('The token lacks the scope read'),
          '422': problem('A value is wrong; `field` is its place and the detail says what would be right'),
        },
      },
    },
  ]),
);

/** `calculate.due.input`, `calculate.due.output`, and what they share. */
export const calculateSchemas: Json = placed(
  Object.fromEntries(
    topics.flatMap(({ name, input, output, defs }) => [
      ...Object.entries(defs).map(([part, schema]) => [`calculate.${part}`, schema]),
      [`calculate.${name}.input`, input],
      [`calculate.${name}.output`, output],
    ]),
  ),
);

/** References to the definitions of a topic, which are components here. */
function placed(schemas: Json): Json {
  return JSON.parse(JSON.stringify(schemas).replaceAll('"#/$defs/', '"#/components/schemas/calculate.')) as Json;
}
