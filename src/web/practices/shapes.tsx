// The shapes of practices: how each is edited and said. A shape without a line here is shown and edited as JSON.
import { type ComponentType, lazy, Suspense } from 'react';
import type { Composition as Made } from '../../calculus/composition.ts';
import { incident } from '../../practices/incident/record.ts';
import type { Format } from '../format.ts';
import { Skeleton } from '../parts/states.tsx';
import { type Columns, rowWords } from '../record/row-words.ts';
import type { ShapeKind, Tongue, WidgetProps } from '../record/widget.ts';
import { configurationTexts } from '../texts/configuration.ts';
import { serviceTexts } from '../texts/service.ts';
import {
  cabActionWords,
  cabAgendaWords,
  cabCorrectionWords,
  cabFilterWords,
  cabMinutesWords,
  cabRuleWords,
  cabSettledWords,
  cabTimingWords,
} from './change/cab-shape-words.ts';
import { answerWords, criteriaWords, exceptedWords, hurtWords, riskWords, stepWords, updateWords, voteWords } from './change/shape-words.ts';
import { attributeWords, typeWords } from './configuration/values.tsx';
import { agendaWords, governanceColumns } from './governance/row-columns.ts';
import { auditAnswerWords, clauseWords, evidenceWords, maturityAnswerWords, monthColumns } from './improvement/shape-words.ts';
import { baselineColumns, scorecardWords } from './measurement/shape-words.ts';
import { activityColumns, contentWords, raciWords, stepsWords } from './model/shape-words.ts';
import { outcomeWords, planningColumns } from './planning/row-columns.ts';
import { fishboneWords, hypothesesWords, proofWords, timelineWords, whysWords } from './problem/words.ts';
import { creditWords, escalationWords, maintenanceWords, routingWords } from './promise/words.ts';
import { workforceColumns } from './workforce/row-columns.tsx';

const Targets = lazy(() => import('./promise/targets.tsx').then((found) => ({ default: found.Targets })));
const Week = lazy(() => import('./promise/week.tsx').then((found) => ({ default: found.Week })));
const Holidays = lazy(() => import('./promise/week.tsx').then((found) => ({ default: found.Holidays })));
const Maintenance = lazy(() => import('./promise/maintenance.tsx').then((found) => ({ default: found.Maintenance })));
const Credit = lazy(() => import('./promise/credit.tsx').then((found) => ({ default: found.Credit })));
const Escalation = lazy(() => import('./promise/passing.tsx').then((found) => ({ default: found.Escalation })));
const Routing = lazy(() => import('./promise/passing.tsx').then((found) => ({ default: found.Routing })));
const TypeAttributes = lazy(() => import('./configuration/attributes.tsx').then((found) => ({ default: found.TypeAttributes })));
const FoundList = lazy(() => import('./configuration/found.tsx').then((found) => ({ default: found.FoundList })));
const Composition = lazy(() => import('./service/composition.tsx').then((found) => ({ default: found.Composition })));

const Criteria = lazy(() => import('./change/criteria.tsx').then((found) => ({ default: found.Criteria })));
const Steps = lazy(() => import('./change/steps.tsx').then((found) => ({ default: found.Steps })));
const CabFilter = lazy(() => import('./change/cab-rule.tsx').then((found) => ({ default: found.CabFilterEditor })));
const CabRule = lazy(() => import('./change/cab-rule.tsx').then((found) => ({ default: found.CabRuleEditor })));
const Whys = lazy(() => import('./problem/editors.tsx').then((found) => ({ default: found.Whys })));
const Fishbone = lazy(() => import('./problem/editors.tsx').then((found) => ({ default: found.Fishbone })));

const MaturityAnswers = lazy(() => import('./improvement/assessing.tsx').then((found) => ({ default: found.MaturityAnswers })));
const Rows = lazy(() => import('../record/rows.tsx').then((found) => ({ default: found.Rows })));

const waited = (Editor: ComponentType<WidgetProps>) =>
  function Waited(props: WidgetProps) {
    return (
      <Suspense fallback={<Skeleton lines={2} />}>
        <Editor {...props} />
      </Suspense>
    );
  };

/** A list that is edited row by row. */
const rows = (columns: Columns): ShapeKind => ({
  edit: waited((props) => <Rows {...props} columns={columns} />),
  words: rowWords(columns),
});

type Opening = { readonly days: readonly number[]; readonly from: string; readonly to: string };

/** P1 4h, P2 8h */
const targetWords = (value: unknown, { format }: Tongue): string =>
  Object.entries(value as Readonly<Record<string, number>>)
    .map(([level, minutes]) => `P${level} ${format.minutes(minutes)}`)
    .join(', ');

const weekWords = (value: unknown, { format }: Tongue): string =>
  (value as readonly Opening[]).map((each) => `${spanOfDays(each.days, format)} ${each.from}–${each.to}`).join('\n');

/** Mon–Fri when they follow each other, Mon, Wed otherwise. */
function spanOfDays(days: readonly number[], format: Format): string {
  const follow = days.length > 2 && days.every((day, index) => index === 0 || day === (days[index - 1] as number) + 1);
  const names = (follow ? [days[0], days.at(-1)] : days).map((day) => format.weekday(day as number, 'short'));
  return names.join(follow ? '–' : ', ');
}

const holidayWords = (value: unknown, { format }: Tongue): string =>
  (value as readonly { date: string; name: string }[]).map((each) => `${format.date(each.date)} ${each.name}`).join('\n');

function compositionWords(value: unknown, tongue: Tongue): string {
  const made = value as Made;
  if ('part' in made) return tongue.refs[made.part] ?? made.part;
  const list = (parts: readonly Made[]) => parts.map((each) => compositionWords(each, tongue)).join(', ');
  if ('all' in made) return `${tongue.say(serviceTexts.gate_all)}: ${list(made.all)}`;
  const common = made.common_cause ? ` (${tongue.say(serviceTexts.common_cause)} ${tongue.format.ppm(made.common_cause)})` : '';
  if ('any' in made) return `${tongue.say(serviceTexts.gate_any)}: ${list(made.any)}${common}`;
  return `${tongue.say(serviceTexts.gate_k, { k: made.k, n: made.of.length })}: ${list(made.of)}${common}`;
}

const effects = incident.fields.effect.options;
type Felt = { readonly service: string; readonly customer: string; readonly effect: keyof typeof effects };

const feltWords = (value: unknown, { refs, say }: Tongue): string =>
  (value as readonly Felt[])
    .map((each) => `${refs[each.customer] ?? each.customer}: ${refs[each.service] ?? each.service} (${say(effects[each.effect]).toLowerCase()})`)
    .join('\n');

export const shapes: Readonly<Record<string, ShapeKind>> = {
  targets: { edit: waited(Targets), words: targetWords },
  week: { edit: waited(Week), words: weekWords },
  holidays: { edit: waited(Holidays), words: holidayWords },
  maintenance: { edit: waited(Maintenance), words: maintenanceWords },
  credit_bands: { edit: waited(Credit), words: creditWords },
  escalation: { edit: waited(Escalation), words: escalationWords },
  routing: { edit: waited(Routing), words: routingWords },
  item_attributes: { words: attributeWords },
  item_type_attributes: { edit: waited(TypeAttributes), words: typeWords },
  verification_found: {
    edit: waited(FoundList),
    words: (value, { say }) => say(configurationTexts.found_count, { count: (value as readonly unknown[]).length }),
  },
  verification_differences: { words: (value, { say }) => say(configurationTexts.differences_count, { count: (value as readonly unknown[]).length }) },
  composition: { edit: waited(Composition), words: compositionWords },
  problem_hypotheses: { words: hypothesesWords },
  problem_timeline: { words: timelineWords },
  problem_whys: { edit: waited(Whys), words: whysWords },
  problem_fishbone: { edit: waited(Fishbone), words: fishboneWords },
  problem_proof: { words: proofWords },
  incident_fan_out: { words: feltWords },
  change_risk: { words: riskWords },
  change_hurt: { words: hurtWords },
  change_excepted: { words: exceptedWords },
  change_answers: { words: answerWords },
  change_votes: { words: voteWords },
  change_item_updates: { words: updateWords },
  change_model_steps: { edit: waited(Steps), words: stepWords },
  release_acceptance: { edit: waited(Criteria), words: criteriaWords },
  release_exit: { edit: waited(Criteria), words: criteriaWords },
  obligations: rows(governanceColumns.obligations),
  attested: { words: rowWords(governanceColumns.attested) },
  effects: rows(governanceColumns.effects),
  agenda: { words: agendaWords },
  explained: { words: rowWords(governanceColumns.explained) },
  effect_evidence: { words: evidenceWords },
  month_values: rows(monthColumns),
  clauses: { words: clauseWords },
  audit_answers: { words: auditAnswerWords },
  maturity_answers: { edit: waited(MaturityAnswers), words: maturityAnswerWords },
  measure_baselines: { words: rowWords(baselineColumns) },
  scorecard_figures: { words: scorecardWords },
  competence_demands: rows(workforceColumns.competence_demands),
  protected_hours: { edit: waited(Week), words: weekWords },
  lent_minutes: { words: rowWords(workforceColumns.lent_minutes) },
  process_activities: rows(activityColumns),
  raci_rows: { words: raciWords },
  operating_model_steps: { words: stepsWords },
  operating_model_content: { words: contentWords },
  availability_steps: { words: rowWords(planningColumns.availability_steps) },
  capacity_demands: rows(planningColumns.capacity_demands),
  capacity_points: rows(planningColumns.capacity_points),
  recovery_steps: rows(planningColumns.recovery_steps),
  continuity_impact: rows(planningColumns.continuity_impact),
  continuity_evidence: rows(planningColumns.continuity_evidence),
  cost_pools: rows(planningColumns.cost_pools),
  cost_departments: rows(planningColumns.cost_departments),
  cost_drivers: rows(planningColumns.cost_drivers),
  cost_line_sums: { words: rowWords(planningColumns.cost_line_sums) },
  cost_outcome: { words: outcomeWords },
  cab_filter: { edit: waited(CabFilter), words: cabFilterWords },
  cab_rule: { edit: waited(CabRule), words: cabRuleWords },
  cab_agenda: { words: cabAgendaWords },
  cab_actions: { words: cabActionWords },
  cab_timing: { words: cabTimingWords },
  cab_settled: { words: cabSettledWords },
  cab_minutes: { words: cabMinutesWords },
  cab_corrections: { words: cabCorrectionWords },
};
