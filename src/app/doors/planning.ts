// The arithmetic behind tactical plans, over HTTP: one plan at a time, the overview of all services, the risk register and the portfolio.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { availabilityPlan } from '../../practices/planning/availability-plan.record.ts';
import { capacityPlan } from '../../practices/planning/capacity-plan.record.ts';
import { continuityPlan } from '../../practices/planning/continuity-plan.record.ts';
import { costModel } from '../../practices/planning/cost-model.record.ts';
import { risk } from '../../practices/planning/risk.record.ts';
import { availabilityOf, capacityOf, continuityOf, costOf, reachOf } from '../planning.ts';
import { planningOverview, portfolioBoard, riskRegister } from '../planning-overview.ts';

type Named = { Params: { id: string } };
type Figures = (house: House, row: AnyRow) => Promise<object>;
const ofOne: readonly { readonly definition: Definition; readonly figures: Figures }[] = [
  { definition: availabilityPlan, figures: availabilityOf },
  { definition: capacityPlan, figures: capacityOf },
  { definition: continuityPlan, figures: continuityOf },
  { definition: costModel, figures: costOf },
  { definition: risk, figures: reachOf },
];
const ofAll: Readonly<Record<string, (house: House) => Promise<object>>> = {
  '/api/planning': planningOverview,
  '/api/planning/risks': riskRegister,
  '/api/planning/portfolio': portfolioBoard,
};

export function planningDoor(app: FastifyInstance, house: House): void {
  for (const { definition, figures } of ofOne)
    app.get<Named>(`/api/${definition.plural}/:id/figures`, async (request, reply) => {
      request.definition = definition;
      const actor = insider(request);
      if (isRefusal(actor)) return actor;
      const row = isId(request.params.id) ? await readRecord(house, { actor, definition, id: request.params.id }) : null;
      if (!row) return refuse('not_found');
      privately(reply);
      return answered(house, actor, await figures(house, row));
    });
  for (const [path, figures] of Object.entries(ofAll))
    app.get(path, async (request, reply) => {
      const actor = insider(request);
      if (isRefusal(actor)) return actor;
      privately(reply);
      return answered(house, actor, await figures(house));
    });
}

async function answered(house: House, actor: Actor, data: object): Promise<object> {
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}

/** Plans hold prices and weak spots of other parties. */
function insider(request: FastifyRequest): Actor | Refusal {
  const actor = actorFor(request, 'read');
  return isRefusal(actor) || actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command: 'figures' });
}
