// What naming the failing item, setting the impact by hand and going back to the computed one mean for an incident.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { classify, type IncidentGiven } from './classify.ts';

type The = Case<Case['row'], IncidentGiven>;

export const computedRules: Rules<IncidentGiven> = {
  name_item: classified,
  override_impact: classified,
  follow_impact: (the) => (the.given.computed ? classified(the, { impact_reason: null }) : refuse('incident.impact.nothing_computed', 'item')),
};

function classified(the: The, more: Decision['changes'] = {}): Decision | Refusal {
  const found = classify(the, the.given);
  if (found === null || isRefusal(found)) return found ?? {};
  return { changes: { ...found, ...reckoned(the), ...more } };
}

/** What is kept of the reckoning: what an alarm brought along, or what the named item means. */
export function reckoned({ input, actor, given }: Pick<The, 'input' | 'actor' | 'given'>): Decision['changes'] {
  if (given.computed) return { computed_effect: given.computed.effect, computed_impact: given.computed.impact };
  return actor.system && input.fan_out ? { computed_effect: input.effect ?? null, computed_impact: input.impact ?? null } : {};
}
