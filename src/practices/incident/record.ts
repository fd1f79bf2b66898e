// What an incident is: an interruption of a service a customer was promised; it is over when the service works again.
import { define } from '../../kernel/record.ts';
import { incidentCommands } from './commands.ts';
import { computedFields, computedRefusals } from './computed.ts';
import { incidentFields } from './fields.ts';
import { knownErrorRefusals } from './known-error.ts';

export const incident = define({
  name: 'incident',
  plural: 'incidents',
  practice: 'incident',
  level: 'operational',
  prefix: 'INC',
  label: { en: 'incident', nl: 'incident', de: 'Incident' },
  plural_label: { en: 'incidents', nl: 'incidenten', de: 'Incidents' },
  means: {
    en: 'A service does less than was agreed. Restoring it is the whole aim: a workaround is enough.',
    nl: 'Een dienst doet minder dan afgesproken. Herstel is het hele doel: een omweg is genoeg.',
    de: 'Ein Service leistet weniger als vereinbart. Ziel ist allein die Wiederherstellung: eine Umgehung genügt.',
  },
  title: 'title',
  initial: 'new',
  fields: { ...incidentFields, ...computedFields },
  states: {
    new: { label: { en: 'New', nl: 'Nieuw', de: 'Neu' }, customer_label: { en: 'Received', nl: 'Ontvangen', de: 'Eingegangen' }, tone: 'info' },
    registered: {
      label: { en: 'Registered', nl: 'Geregistreerd', de: 'Erfasst' },
      customer_label: { en: 'Received', nl: 'Ontvangen', de: 'Eingegangen' },
      tone: 'info',
    },
    assigned: {
      label: { en: 'Assigned', nl: 'Toegewezen', de: 'Zugewiesen' },
      customer_label: { en: 'Received', nl: 'Ontvangen', de: 'Eingegangen' },
      tone: 'info',
    },
    in_progress: {
      label: { en: 'In progress', nl: 'In behandeling', de: 'In Arbeit' },
      customer_label: { en: 'We are working on it', nl: 'We zijn ermee bezig', de: 'Wir arbeiten daran' },
      tone: 'info',
    },
    pending: { label: { en: 'Waiting', nl: 'Wacht', de: 'Wartet' }, customer_label: { en: 'Waiting', nl: 'Wacht', de: 'Wartet' }, tone: 'warn' },
    resolved: {
      label: { en: 'Resolved', nl: 'Opgelost', de: 'Gelöst' },
      customer_label: { en: 'Works again: please confirm', nl: 'Werkt weer: graag bevestigen', de: 'Funktioniert wieder: bitte bestätigen' },
      tone: 'good',
    },
    closed: { label: { en: 'Closed', nl: 'Gesloten', de: 'Geschlossen' }, tone: 'neutral', ends: true },
    cancelled: {
      label: { en: 'Cancelled', nl: 'Ingetrokken', de: 'Zurückgezogen' },
      customer_label: { en: 'Withdrawn or merged', nl: 'Ingetrokken of samengevoegd', de: 'Zurückgezogen oder zusammengeführt' },
      tone: 'neutral',
      ends: true,
    },
  },
  see: { any: [{ side: 'integrator' }, { all: [{ side: 'customer' }, { field: 'affected_customers', overlaps: 'parties' }] }] },
  parties: { customer: ['customer', 'affected_customers'] },
  custody: {
    party: 'party',
    team: 'team',
    person: 'agent',
    reason: 'waiting_reason',
    waited_on: 'waiting_on',
    until: 'resolved_at',
    handover: { to: 'handed_to', by: 'handed_by', refused: 'declined' },
  },
  clocks: {
    respond: {
      label: { en: 'Response', nl: 'Reactie', de: 'Reaktion' },
      metric: 'respond',
      runs_in: ['new', 'registered', 'assigned'],
      stops_in: ['in_progress', 'pending', 'resolved', 'closed'],
      cancels_in: ['cancelled'],
      once: true,
    },
    restore: {
      label: { en: 'Restoration', nl: 'Herstel', de: 'Wiederherstellung' },
      metric: 'restore',
      runs_in: ['new', 'registered', 'assigned', 'in_progress', 'pending'],
      stops_in: ['resolved', 'closed'],
      cancels_in: ['cancelled'],
    },
  },
  commands: incidentCommands,
  refusals: {
    ...knownErrorRefusals,
    ...computedRefusals,
    'incident.open.not_yours': {
      en: '{field} is for the service desk to fill in; leave it out.',
      nl: '{field} is aan de servicedesk; laat het weg.',
      de: '{field} füllt der Service Desk aus; lassen Sie es weg.',
    },
    'incident.open.no_customer': {
      en: 'customer must say for whom this is: {service} is used by more than one customer, or by none.',
      nl: 'customer moet zeggen voor wie dit is: {service} heeft meer dan één klant, of geen.',
      de: 'customer muss sagen, für wen dies ist: {service} hat mehr als einen Kunden oder keinen.',
    },
    'incident.open.not_a_customer': {
      en: '{customer} does not use {service}; choose a service of this customer.',
      nl: '{customer} gebruikt {service} niet; kies een dienst van deze klant.',
      de: '{customer} nutzt {service} nicht; wählen Sie einen Service dieses Kunden.',
    },
    'incident.open.no_team': {
      en: 'team must say who answers to the customer: {service} has no team, and no team was found for the house.',
      nl: 'team moet zeggen wie de klant te woord staat: {service} heeft geen team, en het huis ook niet.',
      de: 'team muss sagen, wer dem Kunden Rede steht: {service} hat kein Team, und das Haus auch nicht.',
    },
    'incident.priority.no_rule': {
      en: 'The priority matrix has no rule for impact {impact} and urgency {urgency}. Add one first.',
      nl: 'De prioriteitenmatrix heeft geen regel voor impact {impact} en urgentie {urgency}. Voeg die eerst toe.',
      de: 'Die Prioritätsmatrix hat keine Regel für Auswirkung {impact} und Dringlichkeit {urgency}. Fügen Sie sie zuerst hinzu.',
    },
    'incident.time.in_future': {
      en: '{field} is {value}, later than now.',
      nl: '{field} is {value}, later dan nu.',
      de: '{field} ist {value}, später als jetzt.',
    },
    'incident.resolve.before_start': {
      en: 'restored_at is before the start of the impact, {started_at}.',
      nl: 'restored_at ligt voor het begin van de last, {started_at}.',
      de: 'restored_at liegt vor dem Beginn der Beeinträchtigung, {started_at}.',
    },
    'incident.assign.other_party': {
      en: '{team} belongs to another organisation: send a work order instead.',
      nl: '{team} hoort bij een andere organisatie: stuur een werkopdracht.',
      de: '{team} gehört zu einer anderen Organisation: senden Sie einen Arbeitsauftrag.',
    },
    'incident.assign.not_in_team': {
      en: '{agent} is not a member of {team}.',
      nl: '{agent} is geen lid van {team}.',
      de: '{agent} ist kein Mitglied von {team}.',
    },
    'incident.decline.wrong_reason': {
      en: 'reason {reason} is not a reason for refusing work that is in use.',
      nl: 'reason {reason} is geen weigeringsreden die in gebruik is.',
      de: 'reason {reason} ist kein Ablehnungsgrund, der in Gebrauch ist.',
    },
    'incident.decline.nothing_handed': {
      en: 'Nothing is being handed over here: {team} has this already. Assign it to another team instead.',
      nl: 'Er wordt hier niets overgedragen: {team} heeft dit al. Wijs het toe aan een ander team.',
      de: 'Hier wird nichts übergeben: {team} hat dies bereits. Weisen Sie es einem anderen Team zu.',
    },
    'incident.take.no_team': {
      en: 'You are not in a team yet; ask an administrator to put you in one.',
      nl: 'U zit nog in geen team; vraag een beheerder om u toe te voegen.',
      de: 'Sie sind noch in keinem Team; bitten Sie einen Administrator darum.',
    },
    'incident.take.not_a_person': {
      en: 'Only a person can take an incident.',
      nl: 'Alleen een persoon kan een incident oppakken.',
      de: 'Nur eine Person kann ein Incident übernehmen.',
    },
    'incident.wait.wrong_reason': {
      en: 'waiting_reason {reason} is not a reason for waiting that is in use.',
      nl: 'waiting_reason {reason} is geen wachtreden die in gebruik is.',
      de: 'waiting_reason {reason} ist kein Wartegrund, der in Gebrauch ist.',
    },
    'incident.wait.in_past': {
      en: 'waiting_until must be later than now.',
      nl: 'waiting_until moet later zijn dan nu.',
      de: 'waiting_until muss später als jetzt sein.',
    },
    'incident.resume.not_yours': {
      en: 'This does not wait on you; reply instead.',
      nl: 'Dit wacht niet op u; antwoord in plaats daarvan.',
      de: 'Dies wartet nicht auf Sie; antworten Sie stattdessen.',
    },
    'incident.prioritise.wrong_reason': {
      en: 'reason {reason} is not a reason for setting a priority by hand that is in use.',
      nl: 'reason {reason} is geen reden voor een handmatige prioriteit die in gebruik is.',
      de: 'reason {reason} ist kein Grund für eine Priorität von Hand, der in Gebrauch ist.',
    },
    'incident.reclassify.nothing': {
      en: 'Give at least one of impact, urgency, service, part, effect or title.',
      nl: 'Geef minstens een van impact, urgency, service, part, effect of title.',
      de: 'Geben Sie mindestens impact, urgency, service, part, effect oder title an.',
    },
    'incident.resolve.duplicate': {
      en: 'A duplicate is not resolved but merged into the other incident.',
      nl: 'Een dubbel incident wordt niet opgelost maar samengevoegd met het andere.',
      de: 'Ein Duplikat wird nicht gelöst, sondern mit dem anderen Incident zusammengeführt.',
    },
    'incident.reopen.too_late': {
      en: 'This could be reopened until {until}. Report a new incident.',
      nl: 'Dit kon tot {until} heropend worden. Meld een nieuw incident.',
      de: 'Dies konnte bis {until} wieder geöffnet werden. Melden Sie ein neues Incident.',
    },
    'incident.merge_into.itself': {
      en: 'An incident cannot be merged into itself.',
      nl: 'Een incident kan niet met zichzelf worden samengevoegd.',
      de: 'Ein Incident kann nicht mit sich selbst zusammengeführt werden.',
    },
    'incident.merge_into.not_open': {
      en: 'parent {parent} is not open; choose an incident that is being worked on.',
      nl: 'parent {parent} staat niet open; kies een incident waaraan gewerkt wordt.',
      de: 'parent {parent} ist nicht offen; wählen Sie ein Incident in Arbeit.',
    },
    'incident.merge_into.other_customer': {
      en: 'parent {parent} does not cover every customer of this incident, so they would lose sight of it.',
      nl: 'parent {parent} omvat niet elke klant van dit incident; die zouden het uit het oog verliezen.',
      de: 'parent {parent} umfasst nicht jeden Kunden dieses Incidents; sie würden es aus den Augen verlieren.',
    },
    'incident.confirm.not_yours': {
      en: 'Only the customer who reported this, or leads it, confirms it.',
      nl: 'Alleen de klant die dit meldde of leidt, bevestigt het.',
      de: 'Nur der Kunde, der dies meldete oder führt, bestätigt es.',
    },
    'incident.rate.not_yours': {
      en: 'Only the customer who reported this, or leads it, rates it.',
      nl: 'Alleen de klant die dit meldde of leidt, beoordeelt het.',
      de: 'Nur der Kunde, der dies meldete oder führt, bewertet es.',
    },
    'incident.rate.changed_already': {
      en: 'The rating was changed on {when} already; it can be changed once.',
      nl: 'De beoordeling is al gewijzigd op {when}; dat kan één keer.',
      de: 'Die Bewertung wurde schon am {when} geändert; das geht einmal.',
    },
    'incident.rate.too_late': {
      en: 'The rating could be changed until {until}.',
      nl: 'De beoordeling kon tot {until} gewijzigd worden.',
      de: 'Die Bewertung konnte bis {until} geändert werden.',
    },
    'incident.audience.not_a_customer': {
      en: 'A reply goes to customers of this incident; {party} is none.',
      nl: 'Een antwoord gaat naar klanten van dit incident; {party} is dat niet.',
      de: 'Eine Antwort geht an Kunden dieses Incidents; {party} ist keiner.',
    },
  },
});
