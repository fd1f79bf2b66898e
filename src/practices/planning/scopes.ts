// Who may see and keep tactical plans, and the states, commands and fields that the plans of a service share.
import type { Field } from '../../kernel/field.ts';
import type { Command, State } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

/** Plans hold prices and weak spots of other parties: they are the integrator's own. */
export const insiders = { side: 'integrator' } as const satisfies Scope;
export const keepers = { all: [{ side: 'integrator' }, { role: ['process_manager', 'service_level_manager', 'administrator'] }] } as const satisfies Scope;
/** Those who may bind the house: what it offers, and what it lives with. */
export const deciders = {
  all: [{ side: 'integrator' }, { role: ['executive', 'service_level_manager', 'process_manager', 'administrator'] }],
} as const satisfies Scope;
/** Nobody but the product itself: a reaction, the clock. */
export const itself = { any: [] } as const satisfies Scope;

export const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const reason = { kind: 'prose', max: 20_000, label: { en: 'Reason', nl: 'Reden', de: 'Grund' } } as const satisfies Field;

export const service = {
  kind: 'ref',
  to: 'service',
  required: true,
  listed: true,
  label: { en: 'Service', nl: 'Dienst', de: 'Service' },
} as const satisfies Field;
export const owner = {
  kind: 'ref',
  to: 'person',
  required: true,
  listed: true,
  label: { en: 'Owner', nl: 'Eigenaar', de: 'Verantwortlich' },
  means: {
    en: 'Who answers for the plan; whoever makes it when left out.',
    nl: 'Wie voor het plan instaat; wie het maakt als dit leeg blijft.',
    de: 'Wer für den Plan einsteht; wer ihn anlegt, wenn dies leer bleibt.',
  },
} as const satisfies Field;
export const review_on = {
  kind: 'date',
  sorts: true,
  listed: true,
  label: { en: 'Next review', nl: 'Volgende evaluatie', de: 'Nächste Überprüfung' },
} as const satisfies Field;
export const reviewed_on = { kind: 'date', label: { en: 'Last reviewed', nl: 'Laatst geëvalueerd', de: 'Zuletzt überprüft' } } as const satisfies Field;
export const finding = {
  kind: 'prose',
  max: 20_000,
  label: { en: 'Finding', nl: 'Bevinding', de: 'Befund' },
  means: { en: 'What the last review found.', nl: 'Wat de laatste evaluatie opleverde.', de: 'Was die letzte Überprüfung ergab.' },
} as const satisfies Field;

export const planStates = {
  draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
  in_force: { label: { en: 'In force', nl: 'Van kracht', de: 'In Kraft' }, tone: 'good' },
  retired: { label: { en: 'Retired', nl: 'Vervallen', de: 'Außer Kraft' }, tone: 'neutral', ends: true },
} as const satisfies Readonly<Record<string, State>>;

export const adopt = {
  fact: 'adopted',
  from: ['draft'],
  to: 'in_force',
  prominent: 1,
  label: { en: 'Adopt', nl: 'Vaststellen', de: 'In Kraft setzen' },
  tells: {
    en: 'adopted this plan until its review on {review_on}',
    nl: 'stelde dit plan vast tot de evaluatie op {review_on}',
    de: 'setzte diesen Plan bis zur Überprüfung am {review_on} in Kraft',
  },
  needs: ['review_on'],
  may: keepers,
} as const satisfies Command;

export const review = {
  fact: 'reviewed',
  from: ['in_force'],
  prominent: 2,
  label: { en: 'Review', nl: 'Evalueren', de: 'Überprüfen' },
  tells: {
    en: 'reviewed this plan: {finding}. Next review on {review_on}',
    nl: 'evalueerde dit plan: {finding}. Volgende evaluatie op {review_on}',
    de: 'überprüfte diesen Plan: {finding}. Nächste Überprüfung am {review_on}',
  },
  needs: ['finding', 'review_on'],
  may: keepers,
} as const satisfies Command;

export const retire = {
  fact: 'retired',
  from: ['draft', 'in_force'],
  to: 'retired',
  final: true,
  label: { en: 'Retire', nl: 'Laten vervallen', de: 'Außer Kraft setzen' },
  tells: { en: 'retired this plan', nl: 'liet dit plan vervallen', de: 'setzte diesen Plan außer Kraft' },
  needs: ['note'],
  input: { note: reason },
  may: keepers,
} as const satisfies Command;

export const noting = {
  fact: 'noted',
  key: 'n',
  label: { en: 'Add note', nl: 'Notitie toevoegen', de: 'Notiz hinzufügen' },
  tells: { en: 'wrote a note', nl: 'schreef een notitie', de: 'schrieb eine Notiz' },
  needs: ['note'],
  input: { note },
  may: insiders,
} as const satisfies Command;

/** Refusals of what the plans of a service have in common. */
export const planRefusals = {
  'plan.taken': {
    en: '{service} has {plan} already. Review that one, or retire it first.',
    nl: '{service} heeft {plan} al. Evalueer dat plan, of laat het eerst vervallen.',
    de: '{service} hat bereits {plan}. Überprüfen Sie jenen Plan, oder setzen Sie ihn zuerst außer Kraft.',
  },
  'plan.service_retired': {
    en: 'service {service} is out of production: choose one that is live or in preparation.',
    nl: 'service {service} is uit productie: kies een dienst die in productie of in voorbereiding is.',
    de: 'service {service} ist außer Betrieb: wählen Sie einen, der in Betrieb oder in Vorbereitung ist.',
  },
  'plan.no_owner': {
    en: 'owner must be a person of the integrator: name who answers for this plan.',
    nl: 'owner moet een persoon van de integrator zijn: noem wie voor dit plan instaat.',
    de: 'owner muss eine Person des Integrators sein: nennen Sie, wer für diesen Plan einsteht.',
  },
  'plan.review_in_past': {
    en: 'review_on must be after {today} and no later than {latest}.',
    nl: 'review_on moet na {today} liggen en uiterlijk op {latest}.',
    de: 'review_on muss nach dem {today} und spätestens am {latest} liegen.',
  },
} as const;
