// The gates of the ladder by name: what kind of evidence each looks at, and which record brings it nearer. Their queries are in gates.sql.ts.
import type { Evidence } from './growth.record.ts';

type GateKind = { readonly evidence: Evidence; readonly makes: string };

export const gates = {
  in_catalogue: { evidence: 'contracted', makes: 'service' },
  promised: { evidence: 'contracted', makes: 'promise' },
  clock_data: { evidence: 'measured', makes: 'incident' },
  level_promised: { evidence: 'contracted', makes: 'promise' },
  items_registered: { evidence: 'governed', makes: 'item_relation' },
  incident_in_place: { evidence: 'measured', makes: 'incident' },
  change_in_place: { evidence: 'governed', makes: 'change' },
  composed: { evidence: 'contracted', makes: 'service' },
  end_to_end: { evidence: 'contracted', makes: 'promise' },
  chain_backed: { evidence: 'contracted', makes: 'promise' },
  chain_feasible: { evidence: 'governed', makes: 'promise' },
  problem_in_place: { evidence: 'governed', makes: 'problem' },
  reported: { evidence: 'measured', makes: 'service_report' },
  priced: { evidence: 'contracted', makes: 'promise' },
  outcome_promised: { evidence: 'contracted', makes: 'promise' },
  reviewed: { evidence: 'governed', makes: 'meeting' },
  improved: { evidence: 'governed', makes: 'improvement' },
  continuity_tested: { evidence: 'governed', makes: 'continuity_test' },
  experience_measured: { evidence: 'measured', makes: 'incident' },
} as const satisfies Readonly<Record<string, GateKind>>;
export type GateName = keyof typeof gates;

export const isGate = (name: unknown): name is GateName => typeof name === 'string' && Object.hasOwn(gates, name);
