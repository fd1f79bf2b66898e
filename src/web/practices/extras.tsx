// What practices add to the generic record: tabs and panels, each loaded when first shown. A practice without a line here needs none.
import { lazy, Suspense } from 'react';
import type { OneAnswer } from '../contract.ts';
import { Skeleton } from '../parts/states.tsx';
import type { ArrangedWidget, Arrangement } from '../record/arrangement.ts';
import type { Extras } from '../record/detail.tsx';
import { candidateTexts } from '../texts/candidate.ts';
import { changeTexts } from '../texts/change.ts';
import { configurationTexts } from '../texts/configuration.ts';
import { governanceTexts, improveTexts } from '../texts/governance.ts';
import { impactTexts } from '../texts/impact.ts';
import { measureTexts } from '../texts/measure.ts';
import { modelWords } from '../texts/model-words.ts';
import { pageTexts } from '../texts/pages.ts';
import { problemTexts } from '../texts/problem.ts';
import { serviceTexts } from '../texts/service.ts';
import { changeForms, changeReading, modelForms } from './change/forms.tsx';
import { templateForm } from './change/notice-template-form.tsx';
import { itemForm, itemReading, relationForm } from './configuration/arrangement.tsx';
import { forumForms, forumReading } from './governance/forum-forms.tsx';
import { improvementForms, improvementReading } from './improvement/unit-box.tsx';
import { measureForms, measureReading, objectiveForms } from './measurement/in-unit.tsx';
import { costReading, lineForms } from './planning/amounts.tsx';
import { problemForms, problemReading } from './problem/forms.tsx';
import { drafting, promiseReading } from './promise/arrangement.tsx';
import { useRiskFitting } from './promise/signing.ts';
import { WhatIfLink } from './promise/what-if-link.tsx';

const WorkOrders = lazy(() => import('./incident/work-orders.tsx').then((found) => ({ default: found.WorkOrders })));
const IncidentAside = lazy(() => import('./incident/aside.tsx').then((found) => ({ default: found.IncidentAside })));
const CheckedReceiver = lazy(() => import('./incident/handover.tsx').then((found) => ({ default: found.CheckedReceiver })));
const Contest = lazy(() => import('./dispute/contest.tsx').then((found) => ({ default: found.Contest })));
const Investigation = lazy(() => import('./problem/investigation.tsx').then((found) => ({ default: found.Investigation })));
const Evidence = lazy(() => import('./problem/evidence.tsx').then((found) => ({ default: found.Evidence })));
const ProblemCost = lazy(() => import('./problem/cost.tsx').then((found) => ({ default: found.Cost })));
const KnownError = lazy(() => import('./problem/known-error.tsx').then((found) => ({ default: found.KnownError })));
const ProblemProof = lazy(() => import('./problem/proof.tsx').then((found) => ({ default: found.Proof })));
const Judgement = lazy(() => import('./change/judgement.tsx').then((found) => ({ default: found.Judgement })));
const ChangePlan = lazy(() => import('./change/plan.tsx').then((found) => ({ default: found.ChangePlan })));
const ChangeReview = lazy(() => import('./change/review.tsx').then((found) => ({ default: found.ChangeReview })));
const FromModel = lazy(() => import('./change/from-model.tsx').then((found) => ({ default: found.FromModel })));
const RaiseFromProblem = lazy(() => import('./change/raise.tsx').then((found) => ({ default: found.RaiseFromProblem })));
const ReleaseTasks = lazy(() => import('./change/release-tasks.tsx').then((found) => ({ default: found.ReleaseTasks })));
const Agreement = lazy(() => import('./promise/agreement.tsx').then((found) => ({ default: found.Agreement })));
const PromiseChain = lazy(() => import('./promise/chain.tsx').then((found) => ({ default: found.PromiseChain })));
const SignVerdict = lazy(() => import('./promise/verdict.tsx').then((found) => ({ default: found.SignVerdict })));
const LiveVerdict = lazy(() => import('./promise/verdict.tsx').then((found) => ({ default: found.LiveVerdict })));
const NewVersion = lazy(() => import('./promise/new-version.tsx').then((found) => ({ default: found.NewVersion })));
const EndingText = lazy(() => import('./promise/ending.tsx').then((found) => ({ default: found.Ending })));
const LastDay = lazy(() => import('./promise/ending.tsx').then((found) => ({ default: found.LastDay })));
const CabRoomLink = lazy(() => import('./change/cab-link.tsx').then((found) => ({ default: found.CabRoomLink })));
const ItemOverview = lazy(() => import('./configuration/item.tsx').then((found) => ({ default: found.ItemOverview })));
const AsOf = lazy(() => import('./configuration/as-of.tsx').then((found) => ({ default: found.AsOf })));
const Comparison = lazy(() => import('./configuration/comparison.tsx').then((found) => ({ default: found.Comparison })));
const Verified = lazy(() => import('./configuration/verification.tsx').then((found) => ({ default: found.Verified })));
const Relations = lazy(() => import('./configuration/relations.tsx').then((found) => ({ default: found.Relations })));
const ImpactTab = lazy(() => import('./configuration/impact.tsx').then((found) => ({ default: found.ImpactTab })));
const StandsOn = lazy(() => import('./configuration/stands-on.tsx').then((found) => ({ default: found.StandsOn })));
const AvailabilityFigures = lazy(() => import('./planning/availability.tsx').then((found) => ({ default: found.Availability })));
const CapacityFigures = lazy(() => import('./planning/capacity.tsx').then((found) => ({ default: found.Capacity })));
const ContinuityFigures = lazy(() => import('./planning/continuity.tsx').then((found) => ({ default: found.Continuity })));
const CostFigures = lazy(() => import('./planning/cost.tsx').then((found) => ({ default: found.Cost })));
const RiskReach = lazy(() => import('./planning/risk.tsx').then((found) => ({ default: found.Risk })));
const ServiceMap = lazy(() => import('./service/map.tsx').then((found) => ({ default: found.ServiceMap })));
const ServiceChain = lazy(() => import('./service/chain.tsx').then((found) => ({ default: found.ServiceChain })));
const ServiceWork = lazy(() => import('./service/work.tsx').then((found) => ({ default: found.ServiceWork })));
const ProcessTab = lazy(() => import('./model/process.tsx').then((found) => ({ default: found.ProcessPage })));
const ProcessRaci = lazy(() => import('./model/raci-tabs.tsx').then((found) => ({ default: found.ProcessRaci })));
const RaciVersion = lazy(() => import('./model/raci-tabs.tsx').then((found) => ({ default: found.RaciVersion })));
const RaciCompared = lazy(() => import('./model/raci-tabs.tsx').then((found) => ({ default: found.RaciCompared })));
const RaciLetters = lazy(() => import('./model/raci-tabs.tsx').then((found) => ({ default: found.RaciLetters })));
const DutyConflicts = lazy(() => import('./model/duties.tsx').then((found) => ({ default: found.Conflicts })));
const ModelContent = lazy(() => import('./model/compared.tsx').then((found) => ({ default: found.ModelContent })));
const ModelCompared = lazy(() => import('./model/compared.tsx').then((found) => ({ default: found.ModelCompared })));

const Timer = lazy(() => import('./workforce/timer.tsx').then((found) => ({ default: found.Timer })));
const Competent = lazy(() => import('./workforce/competent.tsx').then((found) => ({ default: found.Competent })));
const AimedFigure = lazy(() => import('./measurement/aimed.tsx').then((found) => ({ default: found.AimedFigure })));
const MeasureTab = lazy(() => import('./measurement/measure.tsx').then((found) => ({ default: found.MeasureView })));

/** The words of planning are many and come with its screens; this one is needed before. */
const planningFigures = { en: 'Figures', nl: 'Cijfers', de: 'Zahlen' } as const;

const MeetingAgenda = lazy(() => import('./governance/agenda.tsx').then((found) => ({ default: found.MeetingAgenda })));
const ReviewLink = lazy(() => import('./governance/review-link.tsx').then((found) => ({ default: found.ReviewLink })));
const EffectEvidence = lazy(() => import('./improvement/evidence.tsx').then((found) => ({ default: found.EffectEvidence })));
const AuditQuestions = lazy(() => import('./improvement/questions.tsx').then((found) => ({ default: found.AuditQuestions })));
const Assessing = lazy(() => import('./improvement/assessing.tsx').then((found) => ({ default: found.Assessing })));

const ending: Arrangement = {
  before: (form) => (
    <Suspense fallback={<Skeleton lines={1} />}>
      <EndingText {...form} />
    </Suspense>
  ),
  widgets: { valid_to: LastDay },
};

/** Before work goes to another team: would it be done in time? */
const assigning: Arrangement = {
  before: (form) => (
    <Suspense fallback={null}>
      <Competent {...form} />
    </Suspense>
  ),
  widgets: { team: CheckedReceiver },
};
/** Letters are written in the matrix, and blocks taken in the design, which both know what there is to choose. */
const rowless: Arrangement = { boxless: { rows: null } };
const stepless: Arrangement = { boxless: { steps: null } };
const RaciBox: ArrangedWidget = (props) => (
  <Suspense fallback={<Skeleton lines={4} />}>
    <RaciLetters {...props} />
  </Suspense>
);
/** Time is booked on the record one works on. */
const timer: Extras['buttons'] = ({ data }) => (
  <Suspense fallback={null}>
    <Timer id={data.id} />
  </Suspense>
);
const contest: Extras['contest'] = (what) => (
  <Suspense fallback={null}>
    <Contest {...what} />
  </Suspense>
);
const editing: Arrangement = {
  ...drafting,
  before: (form) => (
    <Suspense fallback={null}>
      <LiveVerdict {...form} />
    </Suspense>
  ),
};

const signing: Arrangement = {
  useFitting: useRiskFitting,
  before: (form) => (
    <Suspense fallback={<Skeleton lines={2} />}>
      <SignVerdict {...form} />
    </Suspense>
  ),
};

const mapOf = ({ data }: OneAnswer) => <ServiceMap id={data.id} name={String(data.name)} />;
const impactTab = ({ data }: OneAnswer) => <ImpactTab id={data.id} name={String(data.name)} />;

const extras: Readonly<Record<string, Extras>> = {
  forum: { forms: forumForms, reading: forumReading },
  meeting: {
    tabs: [{ name: 'agenda', label: governanceTexts.agenda, first: true, content: (answer) => <MeetingAgenda answer={answer} /> }],
    buttons: (answer) => (
      <Suspense fallback={null}>
        <ReviewLink answer={answer} />
      </Suspense>
    ),
    reading: { hide: ['agenda', 'explained'] },
  },
  improvement: {
    tabs: [{ name: 'effect', label: improveTexts.evidence, content: (answer) => <EffectEvidence answer={answer} /> }],
    forms: improvementForms,
    reading: improvementReading,
  },
  audit: {
    tabs: [{ name: 'questions', label: improveTexts.questions, first: true, content: (answer) => <AuditQuestions answer={answer} /> }],
    reading: { hide: ['clauses', 'answers'] },
  },
  maturity_assessment: {
    tabs: [{ name: 'questions', label: improveTexts.questions, first: true, content: (answer) => <Assessing answer={answer} /> }],
    reading: { hide: ['answers'] },
  },
  process: {
    tabs: [
      { name: 'process', label: modelWords.process, first: true, inside: true, content: (answer) => <ProcessTab answer={answer} /> },
      { name: 'raci', label: modelWords.raci, first: true, inside: true, content: (answer) => <ProcessRaci answer={answer} /> },
    ],
    // Its tab says these in words.
    reading: { hide: ['purpose', 'inputs', 'throughput', 'outputs', 'control', 'outcome', 'activities'] },
  },
  raci: {
    tabs: [
      { name: 'matrix', label: modelWords.matrix, first: true, inside: true, content: (answer) => <RaciVersion answer={answer} /> },
      { name: 'compare', label: modelWords.compare, inside: true, content: (answer) => <RaciCompared answer={answer} /> },
    ],
    forms: { open: rowless, edit: { widgets: { rows: RaciBox } } },
    reading: { hide: ['rows'] },
  },
  separation: {
    tabs: [{ name: 'conflicts', label: modelWords.conflicts, first: true, inside: true, content: (answer) => <DutyConflicts id={answer.data.id} /> }],
  },
  operating_model: {
    tabs: [
      { name: 'content', label: modelWords.content, first: true, inside: true, content: (answer) => <ModelContent answer={answer} /> },
      { name: 'compare', label: modelWords.compare, first: true, inside: true, content: (answer) => <ModelCompared answer={answer} /> },
    ],
    forms: { open: stepless, edit: stepless },
    reading: { hide: ['steps', 'content', 'records_off'] },
  },
  organisation: {
    tabs: [
      { name: 'map', label: serviceTexts.map, inside: true, content: mapOf },
      { name: 'stands', label: impactTexts.beneath, inside: true, content: (answer) => <StandsOn plural="organisations" id={answer.data.id} /> },
    ],
  },
  incident: {
    tabs: [{ name: 'work', label: pageTexts.work_orders, inside: true, content: (answer) => <WorkOrders answer={answer} /> }],
    aside: (answer) => <IncidentAside answer={answer} />,
    buttons: timer,
    forms: { assign: assigning },
    contest,
  },
  work_order: { contest },
  change: {
    tabs: [
      { name: 'assessment', label: changeTexts.assessment, first: true, inside: true, content: (answer) => <Judgement answer={answer} /> },
      { name: 'plan', label: changeTexts.plan, first: true, content: (answer) => <ChangePlan answer={answer} /> },
      { name: 'review', label: changeTexts.review, first: true, inside: true, content: (answer) => <ChangeReview answer={answer} /> },
    ],
    buttons: timer,
    forms: changeForms,
    reading: changeReading,
  },
  availability_plan: {
    tabs: [{ name: 'figures', label: planningFigures, first: true, inside: true, content: (answer) => <AvailabilityFigures answer={answer} /> }],
    reading: { hide: ['steps'] },
  },
  capacity_plan: {
    tabs: [{ name: 'figures', label: planningFigures, first: true, inside: true, content: (answer) => <CapacityFigures answer={answer} /> }],
    reading: { hide: ['points', 'demands'] },
  },
  continuity_plan: {
    tabs: [{ name: 'figures', label: planningFigures, first: true, inside: true, content: (answer) => <ContinuityFigures answer={answer} /> }],
    reading: { hide: ['evidence'] },
  },
  cost_model: {
    tabs: [{ name: 'figures', label: planningFigures, first: true, inside: true, content: (answer) => <CostFigures answer={answer} /> }],
    reading: costReading,
  },
  cost_line: { forms: lineForms },
  risk: { tabs: [{ name: 'figures', label: planningFigures, first: true, inside: true, content: (answer) => <RiskReach answer={answer} /> }] },
  problem_candidate: {
    tabs: [{ name: 'evidence', label: candidateTexts.evidence, first: true, inside: true, content: (answer) => <Evidence answer={answer} /> }],
    // Its tab says these in words.
    reading: { hide: ['key', 'also', 'incidents', 'seen', 'expected_milli', 'odds_one_in', 'window_days', 'yearly_cost_minor', 'currency', 'dismissed_seen'] },
  },
  change_model: {
    forms: modelForms,
    buttons: (answer) => (
      <Suspense fallback={null}>
        <FromModel model={answer.data} refs={answer.refs} />
      </Suspense>
    ),
  },
  measure: {
    tabs: [{ name: 'chart', label: measureTexts.open_page, first: true, content: (answer) => <MeasureTab code={String(answer.data.code)} /> }],
    forms: measureForms,
    reading: measureReading,
  },
  objective: { forms: objectiveForms, aside: (answer) => <AimedFigure answer={answer} />, reading: { hide: ['target'] } },
  scorecard: { reading: { hide: ['figures'] } },
  notice_template: { forms: { add: templateForm, edit: templateForm } },
  release: { tabs: [{ name: 'plan', label: changeTexts.plan, first: true, content: (answer) => <ReleaseTasks answer={answer} /> }] },
  cab_meeting: {
    buttons: (answer) => <CabRoomLink id={answer.data.id} />,
    reading: { hide: ['agenda', 'timing', 'settled', 'actions', 'minutes', 'corrections', 'current', 'present'] },
  },
  problem: {
    tabs: [
      { name: 'investigation', label: problemTexts.investigation, first: true, inside: true, content: (answer) => <Investigation answer={answer} /> },
      { name: 'cost', label: problemTexts.cost_tab, inside: true, content: (answer) => <ProblemCost answer={answer} /> },
      { name: 'proof', label: problemTexts.proof_tab, inside: true, content: (answer) => <ProblemProof answer={answer} /> },
    ],
    buttons: (answer) => (
      <>
        <RaiseFromProblem answer={answer} />
        {timer(answer)}
      </>
    ),
    forms: problemForms,
    reading: problemReading,
  },
  known_error: {
    tabs: [{ name: 'text', label: problemTexts.known_tab, first: true, content: (answer) => <KnownError answer={answer} /> }],
    reading: { hide: ['symptoms', 'cause', 'workaround', 'no_workaround', 'customer_text', 'used_by'] },
  },
  promise: {
    tabs: [
      { name: 'agreement', label: pageTexts.agreement, first: true, content: (answer) => <Agreement answer={answer} /> },
      { name: 'chain', label: pageTexts.chain, first: true, inside: true, content: (answer) => <PromiseChain id={answer.data.id} /> },
    ],
    buttons: (answer) => (
      <>
        <WhatIfLink answer={answer} />
        {answer.data.state === 'active' ? <NewVersion answer={answer} /> : null}
      </>
    ),
    forms: { open: drafting, edit: editing, sign: signing, end: ending },
    reading: promiseReading,
  },
  configuration_item: {
    tabs: [
      { name: 'overview', label: configurationTexts.overview, first: true, content: (answer) => <ItemOverview answer={answer} /> },
      { name: 'map', label: serviceTexts.map, first: true, inside: true, content: mapOf },
      { name: 'impact', label: impactTexts.impact, first: true, content: impactTab },
      { name: 'as-of', label: configurationTexts.as_of, content: (answer) => <AsOf answer={answer} /> },
    ],
    forms: { open: itemForm, edit: itemForm },
    reading: itemReading,
  },
  item_relation: { forms: { open: relationForm } },
  baseline: { tabs: [{ name: 'comparison', label: configurationTexts.compare, first: true, content: (answer) => <Comparison answer={answer} /> }] },
  verification: { tabs: [{ name: 'differences', label: configurationTexts.differences, first: true, content: (answer) => <Verified answer={answer} /> }] },
  service: {
    tabs: [
      {
        name: 'stands',
        label: configurationTexts.stands,
        inside: true,
        content: (answer) => (
          <>
            <Relations id={answer.data.id} name={String(answer.data.name)} open={answer.data.open} />
            <StandsOn plural="services" id={answer.data.id} />
          </>
        ),
      },
      { name: 'map', label: serviceTexts.map, first: true, inside: true, content: mapOf },
      { name: 'impact', label: impactTexts.impact, first: true, inside: true, content: impactTab },
      { name: 'chain', label: serviceTexts.chain, first: true, inside: true, content: (answer) => <ServiceChain id={answer.data.id} /> },
      { name: 'work', label: serviceTexts.work, first: true, content: (answer) => <ServiceWork answer={answer} /> },
    ],
  },
};

const none: Extras = {};
export const extrasOf = (record: string): Extras => extras[record] ?? none;
