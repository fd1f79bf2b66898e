// Choices that governance and improvement share: levels, kinds of forum, cadences, and what stands on the agenda of each kind.

export const levels = {
  operational: { en: 'Operational', nl: 'Operationeel', de: 'Operativ' },
  tactical: { en: 'Tactical', nl: 'Tactisch', de: 'Taktisch' },
  strategic: { en: 'Strategic', nl: 'Strategisch', de: 'Strategisch' },
} as const;

export const forumKinds = {
  board: { en: 'Board', nl: 'Bestuur', de: 'Gremium' },
  review: { en: 'Service review', nl: 'Servicereview', de: 'Service-Review' },
  working_group: { en: 'Working group', nl: 'Werkgroep', de: 'Arbeitsgruppe' },
  process_forum: { en: 'Process forum', nl: 'Procesoverleg', de: 'Prozessforum' },
} as const;
export type ForumKind = keyof typeof forumKinds;

export const cadences = {
  daily: { en: 'Every working day', nl: 'Elke werkdag', de: 'Jeden Werktag' },
  weekly: { en: 'Every week', nl: 'Elke week', de: 'Jede Woche' },
  monthly: { en: 'Every month', nl: 'Elke maand', de: 'Jeden Monat' },
  quarterly: { en: 'Every quarter', nl: 'Elk kwartaal', de: 'Jedes Quartal' },
  half_yearly: { en: 'Every half year', nl: 'Elk halfjaar', de: 'Jedes Halbjahr' },
  yearly: { en: 'Every year', nl: 'Elk jaar', de: 'Jedes Jahr' },
  on_demand: { en: 'On demand', nl: 'Als het nodig is', de: 'Bei Bedarf' },
} as const;

/** What a query can put on an agenda. */
export const points = {
  breaches: { en: 'Targets missed', nl: 'Gemiste normen', de: 'Verfehlte Ziele' },
  disputes: { en: 'Disputes open', nl: 'Open betwistingen', de: 'Offene Einsprüche' },
  candidates: { en: 'Problem candidates', nl: 'Mogelijke problems', de: 'Problem-Kandidaten' },
  problems: { en: 'Problems overdue', nl: 'Problems over tijd', de: 'Überfällige Problems' },
  changes: { en: 'Changes to come', nl: 'Komende changes', de: 'Kommende Changes' },
  actions: { en: 'Actions open', nl: 'Open acties', de: 'Offene Aufgaben' },
  late: { en: 'Actions late', nl: 'Acties te laat', de: 'Überfällige Aufgaben' },
  escalated: { en: 'Escalated to this forum', nl: 'Geëscaleerd naar dit overleg', de: 'An dieses Forum eskaliert' },
  risks: { en: 'Risks to review', nl: 'Risico’s te herzien', de: 'Risiken zur Prüfung' },
  improvements: { en: 'Improvements being done', nl: 'Lopende verbeteringen', de: 'Laufende Verbesserungen' },
  measuring: { en: 'Improvements being measured', nl: 'Verbeteringen in meting', de: 'Verbesserungen in Messung' },
  findings: { en: 'Findings open', nl: 'Open bevindingen', de: 'Offene Feststellungen' },
  decisions: { en: 'Decisions of the last time', nl: 'Besluiten van de vorige keer', de: 'Beschlüsse vom letzten Mal' },
  promises: { en: 'Promises that end soon', nl: 'Afspraken die aflopen', de: 'Bald endende Zusagen' },
  maturity: { en: 'Maturity results', nl: 'Uitkomsten volwassenheid', de: 'Reifegrad-Ergebnisse' },
} as const;
export type Point = keyof typeof points;

/** The agenda a kind starts with; a forum may choose its own. */
export const pointsOf: Readonly<Record<ForumKind, readonly Point[]>> = {
  board: ['decisions', 'escalated', 'late', 'risks', 'improvements', 'maturity', 'findings'],
  review: ['decisions', 'actions', 'breaches', 'disputes', 'changes', 'promises', 'improvements'],
  working_group: ['actions', 'problems', 'improvements'],
  process_forum: ['late', 'breaches', 'disputes', 'candidates', 'changes', 'risks', 'measuring', 'findings'],
};
