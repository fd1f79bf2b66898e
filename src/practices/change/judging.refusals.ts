// Why a change cannot be assessed, voted on or decided, in words that say what would be right.
export const judgingRefusals = {
  'change.assess.unanswered': {
    en: '{field} is not answered. A normal change is judged once all seven questions are.',
    nl: '{field} is niet beantwoord. Een normale wijziging wordt beoordeeld als alle zeven vragen dat zijn.',
    de: '{field} ist nicht beantwortet. Ein normaler Change wird bewertet, sobald alle sieben Fragen es sind.',
  },
  'change.assess.nothing_touched': {
    en: 'services and items are both empty. Say what is touched, so that we know whom it hits.',
    nl: 'services en items zijn beide leeg. Zeg wat wordt aangeraakt, dan is bekend wie het raakt.',
    de: 'services und items sind beide leer. Sagen Sie, was berührt wird, damit bekannt ist, wen es trifft.',
  },
  'change.assess.no_outage': {
    en: 'outage_minutes is empty. Say how long services do not work, or 0.',
    nl: 'outage_minutes is leeg. Zeg hoe lang diensten niet werken, of 0.',
    de: 'outage_minutes ist leer. Sagen Sie, wie lange Services nicht funktionieren, oder 0.',
  },
  'change.assess.too_light': {
    en: 'category must be at least {category} with a risk of {risk}. Set the risk by hand first, with the reason.',
    nl: 'category moet met risico {risk} minstens {category} zijn. Zet eerst het risico met de hand, met reden.',
    de: 'category muss bei Risiko {risk} mindestens {category} sein. Setzen Sie zuerst das Risiko von Hand, mit Grund.',
  },
  'change.approve.not_assessed': {
    en: 'A normal change is assessed before it is approved. Assess it first.',
    nl: 'Een normale wijziging wordt beoordeeld voor ze wordt goedgekeurd. Beoordeel haar eerst.',
    de: 'Ein normaler Change wird bewertet, bevor er genehmigt wird. Bewerten Sie ihn zuerst.',
  },
  'change.approve.too_low': {
    en: 'authority is {authority}: your role cannot decide this. Ask somebody who stands that high.',
    nl: 'authority is {authority}: uw rol kan dit niet beslissen. Vraag iemand op dat niveau.',
    de: 'authority ist {authority}: Ihre Rolle kann das nicht entscheiden. Fragen Sie jemanden auf dieser Ebene.',
  },
  'change.approve.builder': {
    en: 'builder and approver are the same person. Who builds a change never approves it: let somebody else do one of the two.',
    nl: 'builder en goedkeurder zijn dezelfde persoon. Wie bouwt, keurt nooit goed: laat iemand anders een van beide doen.',
    de: 'builder und Genehmiger sind dieselbe Person. Wer baut, genehmigt nie: Lassen Sie jemand anderen eines von beidem tun.',
  },
  'change.approve.requester': {
    en: 'requester is you. A normal change is approved by somebody who did not ask for it.',
    nl: 'requester bent u zelf. Een normale wijziging wordt goedgekeurd door iemand die er niet om vroeg.',
    de: 'requester sind Sie selbst. Einen normalen Change genehmigt jemand, der ihn nicht beantragt hat.',
  },
  'change.approve.no_meeting': {
    en: 'meeting is empty: a change of this weight is decided by the change advisory board. Put it on a meeting, or name the one that decided.',
    nl: 'meeting is leeg: een wijziging van dit gewicht wordt door het CAB beslist. Zet haar op een vergadering, of noem die waarin is besloten.',
    de: 'meeting ist leer: Über einen Change dieses Gewichts entscheidet das CAB. Setzen Sie ihn auf eine Sitzung, oder nennen Sie die, die entschied.',
  },
  'change.approve.no_backout': {
    en: 'backout_plan is empty. Nothing is approved that has no way back: plan it first.',
    nl: 'backout_plan is leeg. Niets wordt goedgekeurd zonder weg terug: plan die eerst.',
    de: 'backout_plan ist leer. Nichts wird ohne Weg zurück genehmigt: Planen Sie ihn zuerst.',
  },
  'change.approve.no_service_level_consent': {
    en: 'service_level_manager is empty: the outage falls within the hours of {promise}. A service level manager must consent first.',
    nl: 'service_level_manager is leeg: de onderbreking valt binnen de uren van {promise}. Een servicelevelmanager moet eerst instemmen.',
    de: 'service_level_manager ist leer: Die Unterbrechung fällt in die Zeiten von {promise}. Ein Service Level Manager muss zuerst zustimmen.',
  },
  'change.approve.no_customer_consent': {
    en: 'answers: {customer} has not agreed to an outage within agreed hours, or objects. Ask them, move it outside the hours, or make an exception with a reason.',
    nl: 'answers: {customer} ging niet akkoord met een onderbreking binnen afgesproken uren, of maakt bezwaar. Vraag het, verplaats het, of maak een uitzondering met reden.',
    de: 'answers: {customer} hat einer Unterbrechung in vereinbarten Zeiten nicht zugestimmt oder widerspricht. Fragen Sie, verlegen Sie, oder machen Sie eine begründete Ausnahme.',
  },
} as const;
