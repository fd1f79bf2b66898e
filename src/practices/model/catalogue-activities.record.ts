// The activities of the processes of the catalogue with the commands that do them, and who usually has which letter: defaults, for each organisation to change.
import type { Text } from '../../kernel/text.ts';
import type { Party } from './composing.record.ts';
import type { Letter } from './raci-matrix.record.ts';

export type CatalogueActivity = { readonly code: string; readonly name: Text; readonly commands: readonly string[] };
const step = (code: string, en: string, nl: string, de: string, ...commands: string[]): CatalogueActivity => ({ code, name: { en, nl, de }, commands });

/** A process that says nothing of its own is planned, done, checked and bettered. */
const circle: readonly CatalogueActivity[] = [
  step('plan', 'Plan what is wanted', 'Plannen wat nodig is', 'Planen, was gewollt ist'),
  step('do', 'Carry it out', 'Uitvoeren', 'Ausführen'),
  step('check', 'Check against what was planned', 'Toetsen aan het plan', 'Gegen den Plan prüfen'),
  step('act', 'Better it', 'Verbeteren', 'Verbessern'),
];

const own: Readonly<Record<string, readonly CatalogueActivity[]>> = {
  desk: [
    step('receive', 'Receive and recognise', 'Ontvangen en herkennen', 'Annehmen und erkennen', 'incident.open'),
    step('match', 'Match with a service and agreement', 'Koppelen aan dienst en afspraak', 'Service und Vereinbarung zuordnen', 'incident.register'),
    step('inform', 'Keep informed', 'Op de hoogte houden', 'Auf dem Laufenden halten', 'incident.reply'),
    step('confirm', 'Confirm and close', 'Bevestigen en afsluiten', 'Bestätigen und schließen', 'incident.confirm', 'incident.close'),
  ],
  incident: [
    step(
      'register',
      'Register and classify',
      'Registreren en classificeren',
      'Erfassen und einordnen',
      'incident.open',
      'incident.register',
      'incident.prioritise',
    ),
    step(
      'diagnose',
      'Diagnose and restore',
      'Diagnose stellen en herstellen',
      'Diagnose und Wiederherstellung',
      'incident.assign',
      'incident.take',
      'incident.resolve',
    ),
    step('hand_over', 'Hand over to who can', 'Overdragen aan wie het kan', 'Übergeben an wen es betrifft', 'incident.assign', 'work_order.offer'),
    step('escalate', 'Escalate what runs late', 'Escaleren wat uitloopt', 'Eskalieren, was sich verspätet', 'incident.escalate'),
    step('close', 'Confirm and close', 'Bevestigen en afsluiten', 'Bestätigen und schließen', 'incident.confirm', 'incident.close'),
  ],
  problem: [
    step('detect', 'Detect and accept', 'Ontdekken en aannemen', 'Erkennen und annehmen', 'problem.open', 'problem_candidate.accept'),
    step('investigate', 'Investigate causes', 'Oorzaken onderzoeken', 'Ursachen untersuchen', 'problem.propose', 'problem.support', 'problem.identify'),
    step('publish', 'Publish what helps meanwhile', 'Publiceren wat intussen helpt', 'Veröffentlichen, was derweil hilft', 'known_error.publish'),
    step(
      'solve',
      'Propose and raise a change',
      'Oplossing voorstellen en wijziging aanvragen',
      'Lösung vorschlagen und Change beantragen',
      'problem.propose_solution',
      'problem.raise_change',
    ),
    step('verify', 'Verify and close', 'Verifiëren en afsluiten', 'Nachweisen und schließen', 'problem.verify', 'problem.close'),
  ],
  change: [
    step('request', 'Raise and describe', 'Aanvragen en beschrijven', 'Beantragen und beschreiben', 'change.open', 'change.submit'),
    step('assess', 'Assess risk and impact', 'Risico en impact beoordelen', 'Risiko und Auswirkung beurteilen', 'change.assess'),
    step('approve', 'Approve', 'Goedkeuren', 'Genehmigen', 'change.approve', 'change.reject'),
    step('build', 'Build and test', 'Bouwen en testen', 'Bauen und testen', 'change.build', 'change.test'),
    step(
      'implement',
      'Implement or back out',
      'Uitvoeren of terugdraaien',
      'Umsetzen oder zurücknehmen',
      'change.implement',
      'change.complete',
      'change.back_out',
    ),
    step('review', 'Review', 'Evalueren', 'Prüfen', 'change.review', 'change.close'),
  ],
  release: [
    step('agree', 'Agree what is accepted when', 'Afspreken wanneer het goed is', 'Abnahme vereinbaren', 'release.agree'),
    step('build', 'Build and test', 'Bouwen en testen', 'Bauen und testen', 'release.build', 'release.test'),
    step('accept', 'Accept', 'Accepteren', 'Abnehmen', 'release.accept'),
    step('deploy', 'Deploy and support', 'Uitrollen en nazorg', 'Ausrollen und begleiten', 'release.deploy', 'release.support', 'release.close'),
  ],
  configuration: [
    step('identify', 'Identify what is kept', 'Bepalen wat wordt bijgehouden', 'Bestimmen, was geführt wird', 'item_type.open', 'configuration_item.open'),
    step('control', 'Keep up with changes', 'Wijzigingen bijhouden', 'Änderungen nachführen', 'configuration_item.edit', 'item_relation.open'),
    step('freeze', 'Freeze what is compared with', 'Vastleggen om te vergelijken', 'Festhalten zum Vergleich', 'baseline.open'),
    step('verify', 'Verify on the spot', 'Ter plaatse verifiëren', 'Vor Ort prüfen', 'verification.open', 'verification.close'),
  ],
  event: [
    step('watch', 'Watch and filter', 'Bewaken en filteren', 'Überwachen und filtern', 'event.raise'),
    step('respond', 'Respond or raise an incident', 'Reageren of incident openen', 'Reagieren oder Incident eröffnen', 'event.link', 'event.ignore'),
    step('clear', 'Clear', 'Afmelden', 'Aufheben', 'event.clear'),
  ],
  service_level: [
    step(
      'describe',
      'Describe and compose services',
      'Diensten beschrijven en samenstellen',
      'Services beschreiben und zusammensetzen',
      'service.open',
      'service.compose',
    ),
    step('draft', 'Draft what is promised', 'Opstellen wat wordt beloofd', 'Entwerfen, was zugesagt wird', 'promise.open'),
    step('sign', 'Check the chain and sign', 'Keten controleren en tekenen', 'Kette prüfen und unterzeichnen', 'promise.sign', 'promise.accept_risk'),
    step('report', 'Measure and report', 'Meten en rapporteren', 'Messen und berichten', 'service_report.open', 'service_report.freeze'),
    step('review', 'Review with the customer', 'Bespreken met de klant', 'Mit dem Kunden besprechen'),
  ],
  supplier: [
    step('ask', 'Send work', 'Werk uitzetten', 'Arbeit vergeben', 'work_order.offer'),
    step('do', 'Do the work', 'Werk uitvoeren', 'Arbeit ausführen', 'work_order.accept', 'work_order.complete'),
    step('check', 'Check and close', 'Controleren en afsluiten', 'Prüfen und schließen', 'work_order.close', 'work_order.send_back'),
    step('settle', 'Settle what is contested', 'Betwistingen beslechten', 'Strittiges klären', 'dispute.answer', 'dispute.uphold', 'dispute.reject'),
  ],
};

export const activitiesOf = (code: string): readonly CatalogueActivity[] => own[code] ?? circle;

type Usual = Readonly<Partial<Record<Party, Letter>>>;
const usually: Usual = { customer: 'I', integrator: 'AR', provider: 'C' };
/** The usual letter of each side in a process, by common practice of services with several parties. */
const letterOf: Readonly<Record<string, Usual>> = {
  desk: { customer: 'I', desk: 'AR', provider: 'C' },
  incident: { customer: 'I', integrator: 'A', provider: 'R', desk: 'R' },
  request: { customer: 'I', integrator: 'A', provider: 'R', desk: 'R' },
  problem: { customer: 'I', integrator: 'A', provider: 'R' },
  change: { customer: 'C', integrator: 'A', provider: 'R' },
  release: { customer: 'C', integrator: 'A', provider: 'R' },
  configuration: { customer: 'I', integrator: 'AR', provider: 'R' },
  event: { customer: 'I', integrator: 'C', provider: 'AR' },
  service_level: { customer: 'A', integrator: 'R', provider: 'C' },
  finance: { customer: 'A', integrator: 'R', provider: 'C' },
  security: { customer: 'A', integrator: 'R', provider: 'R' },
  supplier: { customer: 'A', integrator: 'R', provider: 'C' },
  strategy: { customer: 'A', integrator: 'R', provider: 'C' },
  portfolio: { customer: 'A', integrator: 'R', provider: 'C' },
  quality: { customer: 'C', integrator: 'A', provider: 'R' },
};

type Column = { readonly id: string; readonly party: string };

/** A first matrix: the usual letter of each side, for the first role on it; whose side does it when nobody does is the one who answers. */
export function proposedRows(code: string, activities: readonly { readonly code: string }[], roles: readonly Column[]) {
  const cells = Object.entries(letterOf[code] ?? usually).flatMap(([party, letter]) => {
    const role = roles.find((each) => each.party === party)?.id;
    return role === undefined ? [] : [{ role, letter }];
  });
  const does = cells.some(({ letter }) => letter === 'R' || letter === 'AR');
  const letters = does ? cells : cells.map((cell) => (cell.letter === 'A' ? { ...cell, letter: 'AR' as const } : cell));
  return activities.map((activity) => ({ activity: activity.code, letters }));
}
