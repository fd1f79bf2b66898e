// What the commands of a portfolio entry mean: the catalogue holds live services that somebody decided on.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { lookAgain, ownerOf, type PlanGiven, refuseOwner } from './plan.ts';
import type { portfolioEntry } from './portfolio-entry.record.ts';

type Row = RowOf<typeof portfolioEntry>;
type The = Case<Case['row'], PlanGiven>;

export const portfolioEntryRules: Rules<PlanGiven> = {
  open: (the) => refuseTaken(the) ?? refuseOwner(the) ?? opened(the),
  edit: (the) => refuseTaken(the) ?? refuseOwner(the) ?? {},
  decide,
  launch,
  review: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
  retire,
};

function opened(the: The): Decision {
  return { changes: { owner: ownerOf(the), wanted_by: the.input.wanted_by ?? [], currency: the.input.currency ?? 'EUR' } };
}

function refuseTaken({ given: { service, other } }: The): Refusal | null {
  if (service?.state === 'retired') return refuse('portfolio_entry.not_live', 'service', { service: service.name });
  return other ? refuse('portfolio_entry.service_taken', 'service', { service: service?.name ?? '', entry: `${other.id} ${other.name}` }) : null;
}

function decide(the: The): Decision | Refusal {
  const { row, input, given } = the;
  if (input.sourcing === 'buy' && !(input.supplier ?? (row as Row).supplier)) return refuse('portfolio_entry.needs_supplier', 'supplier');
  return lookAgain(the) ?? { changes: { decided_on: given.today } };
}

function launch(the: The): Decision | Refusal {
  const { row, given, actor } = the;
  const { service } = given;
  if (!service) return refuse('portfolio_entry.no_service', 'service');
  if (service.state !== 'live') return refuse('portfolio_entry.not_live', 'service', { service: service.name });
  // A service that went live is in the catalogue, decided or not: the product tells how it is.
  if (!actor.system && (row as Row).sourcing === null) return refuse('portfolio_entry.undecided', 'sourcing');
  return refuseTaken(the) ?? { changes: { launched_on: given.today } };
}

function retire({ given: { service } }: The): Decision | Refusal {
  return service?.state === 'live' ? refuse('portfolio_entry.still_live', 'service', { service: service.name }) : {};
}
