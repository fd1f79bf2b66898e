// The processes a model can have, with their level and the records each governs. Names and order are ours; every organisation describes its own.
import type { Catalogue } from './composing.record.ts';

export const catalogueProcesses: Catalogue['processes'] = [
  { code: 'desk', name: { en: 'Service desk', nl: 'Servicedesk', de: 'Service-Desk' }, level: 'operational', records: [] },
  {
    code: 'incident',
    name: { en: 'Incident management', nl: 'Incidentbeheer', de: 'Incident-Management' },
    level: 'operational',
    records: ['incident', 'priority_rule', 'reason'],
  },
  { code: 'request', name: { en: 'Request fulfilment', nl: 'Afhandeling van aanvragen', de: 'Anfragenerfüllung' }, level: 'operational', records: [] },
  {
    code: 'change',
    name: { en: 'Change management', nl: 'Wijzigingsbeheer', de: 'Change-Management' },
    level: 'operational',
    records: ['change', 'change_task', 'change_model', 'change_window', 'cab_meeting', 'maintenance_notice', 'notice_template'],
  },
  {
    code: 'release',
    name: { en: 'Release and deployment', nl: 'Release en uitrol', de: 'Release und Deployment' },
    level: 'operational',
    records: ['release'],
  },
  {
    code: 'configuration',
    name: { en: 'Configuration management', nl: 'Configuratiebeheer', de: 'Konfigurationsmanagement' },
    level: 'operational',
    records: ['configuration_item', 'item_relation', 'item_type', 'baseline', 'verification'],
  },
  { code: 'event', name: { en: 'Event and operations', nl: 'Bewaking en beheer', de: 'Event und Betrieb' }, level: 'operational', records: ['event'] },
  {
    code: 'service_level',
    name: { en: 'Service level management', nl: 'Service level management', de: 'Service-Level-Management' },
    level: 'tactical',
    records: ['service', 'promise', 'calendar', 'service_report'],
  },
  {
    code: 'problem',
    name: { en: 'Problem management', nl: 'Probleembeheer', de: 'Problem-Management' },
    level: 'tactical',
    records: ['problem', 'known_error', 'problem_candidate'],
  },
  {
    code: 'supplier',
    name: { en: 'Supplier management', nl: 'Leveranciersmanagement', de: 'Lieferantenmanagement' },
    level: 'tactical',
    records: ['work_order', 'dispute'],
  },
  {
    code: 'availability',
    name: { en: 'Availability management', nl: 'Beschikbaarheidsbeheer', de: 'Verfügbarkeitsmanagement' },
    level: 'tactical',
    records: ['availability_plan'],
  },
  { code: 'capacity', name: { en: 'Capacity management', nl: 'Capaciteitsbeheer', de: 'Kapazitätsmanagement' }, level: 'tactical', records: ['capacity_plan'] },
  {
    code: 'continuity',
    name: { en: 'Continuity management', nl: 'Continuïteitsbeheer', de: 'Kontinuitätsmanagement' },
    level: 'tactical',
    records: ['continuity_plan', 'continuity_test'],
  },
  { code: 'security', name: { en: 'Information security', nl: 'Informatiebeveiliging', de: 'Informationssicherheit' }, level: 'tactical', records: [] },
  {
    code: 'resource',
    name: { en: 'Resource management', nl: 'Inzet van mensen', de: 'Ressourcenmanagement' },
    level: 'tactical',
    records: ['competence', 'skill', 'capacity', 'allocation', 'time_entry', 'borrowing'],
  },
  {
    code: 'quality',
    name: { en: 'Quality management', nl: 'Kwaliteitsmanagement', de: 'Qualitätsmanagement' },
    level: 'tactical',
    records: ['measure', 'audit', 'finding', 'maturity_assessment'],
  },
  {
    code: 'strategy',
    name: { en: 'Strategy and planning', nl: 'Strategie en planning', de: 'Strategie und Planung' },
    level: 'strategic',
    records: ['objective'],
  },
  {
    code: 'portfolio',
    name: { en: 'Portfolio management', nl: 'Portfoliomanagement', de: 'Portfoliomanagement' },
    level: 'strategic',
    records: ['portfolio_entry'],
  },
  { code: 'finance', name: { en: 'Financial management', nl: 'Financieel beheer', de: 'Finanzmanagement' }, level: 'strategic', records: ['cost_model'] },
  { code: 'relationship', name: { en: 'Customer relationship', nl: 'Klantrelatie', de: 'Kundenbeziehung' }, level: 'strategic', records: [] },
  { code: 'risk', name: { en: 'Risk management', nl: 'Risicobeheer', de: 'Risikomanagement' }, level: 'strategic', records: ['risk'] },
  {
    code: 'improvement',
    name: { en: 'Continual improvement', nl: 'Voortdurend verbeteren', de: 'Fortlaufende Verbesserung' },
    level: 'strategic',
    records: ['improvement'],
  },
  {
    code: 'governance',
    name: { en: 'Governance', nl: 'Besturing', de: 'Steuerung' },
    level: 'strategic',
    records: ['forum', 'meeting', 'decision', 'action'],
  },
];
