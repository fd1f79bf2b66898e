// Public holidays over HTTP: a proposal for the closed days of service hours; nothing is changed by asking.
import type { FastifyInstance } from 'fastify';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { holidayCountries, holidayRegions, publicHolidays } from '../../platform/holidays.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, languageOf } from '../../platform/http/context.ts';

type Query = { country?: string; region?: string; from?: string; to?: string };

export function holidayDoor(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: Query }>('/api/holidays', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    // Hours are the integrator's to agree on; others read the hours themselves.
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'holidays' });
    const { country, region, from, to } = request.query;
    const language = languageOf(request);
    if (!country) return { data: [], countries: await holidayCountries(language), regions: [] };
    const regions = await holidayRegions(country, language);
    if (isRefusal(regions)) return regions;
    const year = new Date(house.clock.now()).getUTCFullYear();
    const data = await publicHolidays({ country, region: region ?? null, from: yearOf(from, year), to: yearOf(to, yearOf(from, year)), language });
    return isRefusal(data) ? data : { data, countries: [], regions };
  });
}

/** A year in four digits; anything else is refused further on, not guessed. */
const yearOf = (text: string | undefined, otherwise: number): number =>
  text === undefined || text === '' ? otherwise : /^\d{4}$/.test(text) ? Number(text) : Number.NaN;

const place = { type: 'array', items: { type: 'object', properties: { code: { type: 'string' }, name: { type: 'string' } }, required: ['code', 'name'] } };

const query = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

export const holidayPaths = {
  '/api/holidays': {
    get: {
      operationId: 'holidays',
      summary: 'Public holidays of a country or region, proposed as closed days of service hours; without a country: which countries are known',
      tags: ['doors'],
      parameters: [
        query('country', 'ISO 3166-1, such as NL'),
        query('region', 'ISO 3166-2 without the country, such as BY, or a part of it, such as BY/A'),
        query('from', 'First year, such as 2026; the present year when absent'),
        query('to', 'Last year; the first when absent; at most ten years'),
      ],
      responses: {
        '200': {
          description: 'Days in order of date, and the regions that can be asked for',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  data: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: { date: { type: 'string', format: 'date' }, name: { type: 'string' } },
                      required: ['date', 'name'],
                    },
                  },
                  countries: place,
                  regions: place,
                },
                required: ['data', 'countries', 'regions'],
              },
            },
          },
        },
        '401': problem('Not signed in'),
        '403': problem('Not allowed'),
        '422': problem('The country, the region or a year is wrong'),
      },
    },
  },
} as const;
