// Why a meeting cannot be planned, shared or held, in words that say what would be right.
export const meetingRefusals = {
  'meeting.plan.forum_ended': {
    en: 'forum: {forum} has ended. Take it up again first, or plan for another one.',
    nl: 'forum: {forum} is beëindigd. Hervat het eerst, of plan voor een ander overleg.',
    de: 'forum: {forum} ist beendet. Nehmen Sie es zuerst wieder auf oder planen Sie für ein anderes.',
  },
  'meeting.plan.there_already': {
    en: 'starts_at: {other} of the same forum begins at this very moment.',
    nl: 'starts_at: {other} van hetzelfde overleg begint op precies dit moment.',
    de: 'starts_at: {other} desselben Forums beginnt genau dann.',
  },
  'meeting.period_not_month': {
    en: 'period must be a month such as 2026-03.',
    nl: 'period moet een maand zijn, zoals 2026-03.',
    de: 'period muss ein Monat sein, etwa 2026-03.',
  },
  'meeting.not_a_review': {
    en: 'Only a service review of a customer has a report pack; {forum} is none.',
    nl: 'Alleen een servicereview van een klant heeft een rapportpakket; {forum} is dat niet.',
    de: 'Nur ein Service-Review eines Kunden hat ein Berichtspaket; {forum} ist keines.',
  },
  'meeting.share.not_frozen': {
    en: 'The service report of {period} is not frozen yet. Freeze it first: what is shared must not move.',
    nl: 'Het servicerapport van {period} is nog niet bevroren. Bevries het eerst: wat gedeeld is, mag niet meer schuiven.',
    de: 'Der Servicebericht von {period} ist noch nicht festgeschrieben. Schreiben Sie ihn zuerst fest: Geteiltes darf sich nicht mehr ändern.',
  },
  'meeting.share.unexplained': {
    en: 'explained: {count} breaches have no explanation yet, the first is {record}. Explain them, or wait with sharing.',
    nl: 'explained: {count} gemiste normen zijn nog niet toegelicht, als eerste {record}. Licht ze toe, of wacht met delen.',
    de: 'explained: {count} verfehlte Ziele sind noch nicht erläutert, zuerst {record}. Erläutern Sie sie oder warten Sie mit dem Teilen.',
  },
  'meeting.explain.not_in_it': {
    en: 'about: {about} is no service and no breach of {period} in the report of this customer.',
    nl: 'about: {about} is geen dienst en geen gemiste norm van {period} in het rapport van deze klant.',
    de: 'about: {about} ist kein Service und kein verfehltes Ziel von {period} im Bericht dieses Kunden.',
  },
  'meeting.hold.not_begun': {
    en: 'This begins at {starts_at}: it can be recorded as held from then on.',
    nl: 'Dit begint om {starts_at}: vanaf dan kan het als gehouden worden vastgelegd.',
    de: 'Dies beginnt um {starts_at}: ab dann kann es als abgehalten festgehalten werden.',
  },
} as const;
