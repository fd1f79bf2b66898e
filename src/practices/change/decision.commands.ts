// How a change is judged: the assessment, the risk, the votes, the consents, and the decision.
import type { Command } from '../../kernel/record.ts';
import { voteCommands } from './cab-vote.commands.ts';
import { agents, changeManagers, deciders, note, serviceLevelManagers } from './scopes.ts';

const waiting = ['submitted', 'assessed'] as const;

/** `questions` are the fields that the seven questions fill. */
export const decisionCommands = <const Q extends readonly string[]>(questions: Q) =>
  ({
    assess: {
      fact: 'assessed',
      from: waiting,
      to: 'assessed',
      prominent: 1,
      label: { en: 'Assess', nl: 'Beoordelen', de: 'Bewerten' },
      tells: { en: 'assessed it: risk {risk_score}', nl: 'beoordeelde het: risico {risk_score}', de: 'bewertete ihn: Risiko {risk_score}' },
      takes: [...questions, 'outage_minutes', 'affected_customers', 'category', 'planned_start', 'planned_end'],
      may: agents,
    },
    override_risk: {
      fact: 'risk_overridden',
      from: ['assessed'],
      label: { en: 'Set risk by hand', nl: 'Risico met de hand zetten', de: 'Risiko von Hand setzen' },
      tells: { en: 'set the risk to {risk_score}', nl: 'zette het risico op {risk_score}', de: 'setzte das Risiko auf {risk_score}' },
      needs: ['risk_score', 'note'],
      input: { note },
      may: changeManagers,
    },
    ...voteCommands,
    consent: {
      fact: 'consented',
      from: ['assessed', 'submitted', 'approved', 'scheduled', 'building', 'tested'],
      label: { en: 'Consent for service levels', nl: 'Instemmen voor serviceniveaus', de: 'Für Service Level zustimmen' },
      tells: { en: 'consented that promises are touched', nl: 'stemde ermee in dat afspraken worden geraakt', de: 'stimmte zu, dass Zusagen berührt werden' },
      input: { note },
      may: serviceLevelManagers,
      prominent: 3,
    },
    except: {
      fact: 'excepted',
      from: ['draft', 'submitted', 'assessed', 'deferred', 'approved', 'scheduled', 'building', 'tested'],
      label: { en: 'Make an exception', nl: 'Uitzondering maken', de: 'Ausnahme machen' },
      tells: { en: 'made an exception: {exception}', nl: 'maakte een uitzondering: {exception}', de: 'machte eine Ausnahme: {exception}' },
      needs: ['exception'],
      may: { any: [changeManagers, serviceLevelManagers, deciders] },
    },
    approve: {
      fact: 'approved',
      from: waiting,
      to: 'approved',
      audience: 'all',
      outward: true,
      prominent: 2,
      label: { en: 'Approve', nl: 'Goedkeuren', de: 'Genehmigen' },
      tells: { en: 'approved it', nl: 'keurde het goed', de: 'genehmigte ihn' },
      takes: ['conditions', 'decision_reason', 'meeting'],
      may: deciders,
    },
    defer: {
      fact: 'deferred',
      from: waiting,
      to: 'deferred',
      audience: 'all',
      prominent: 6,
      label: { en: 'Defer', nl: 'Uitstellen', de: 'Vertagen' },
      tells: { en: 'deferred it: {decision_reason}', nl: 'stelde het uit: {decision_reason}', de: 'vertagte ihn: {decision_reason}' },
      needs: ['decision_reason'],
      takes: ['deferred_until', 'meeting'],
      may: deciders,
    },
    reject: {
      fact: 'rejected',
      from: waiting,
      to: 'rejected',
      audience: 'all',
      outward: true,
      final: true,
      prominent: 6,
      label: { en: 'Reject', nl: 'Afwijzen', de: 'Ablehnen' },
      tells: { en: 'rejected it: {decision_reason}', nl: 'wees het af: {decision_reason}', de: 'lehnte ihn ab: {decision_reason}' },
      needs: ['decision_reason'],
      takes: ['meeting'],
      may: deciders,
    },
  }) as const satisfies Readonly<Record<string, Command>>;
