// What processes hand each other, and what passes between them and customers and suppliers: the arrows of the house.
import type { Text } from '../../kernel/text.ts';

type Flow = { readonly from: string; readonly to: string; readonly object: Text };
const flow = (from: string, to: string, en: string, nl: string, de: string): Flow => ({ from, to, object: { en, nl, de } });

/** Common practice of the field in our own choice of arrows; a model shows those whose both ends it has. */
export const flows: readonly Flow[] = [
  flow('customers', 'desk', 'contact', 'contact', 'Kontakt'),
  flow('customers', 'incident', 'disturbance', 'verstoring', 'Störung'),
  flow('customers', 'relationship', 'wish, complaint', 'wens, klacht', 'Wunsch, Beschwerde'),
  flow('customers', 'service_level', 'demand', 'vraag', 'Bedarf'),
  flow('service_level', 'customers', 'report', 'rapport', 'Bericht'),
  flow('desk', 'incident', 'case', 'melding', 'Meldung'),
  flow('desk', 'request', 'request', 'aanvraag', 'Anfrage'),
  flow('event', 'incident', 'exception', 'afwijking', 'Ausnahme'),
  flow('incident', 'problem', 'candidate', 'kandidaat', 'Kandidat'),
  flow('problem', 'incident', 'workaround', 'omweg', 'Workaround'),
  flow('problem', 'change', 'request for change', 'wijzigingsverzoek', 'Change-Antrag'),
  flow('request', 'change', 'what is not standard', 'wat niet standaard is', 'was kein Standard ist'),
  flow('change', 'configuration', 'changed items', 'gewijzigde items', 'geänderte Elemente'),
  flow('change', 'release', 'bundle', 'bundel', 'Bündel'),
  flow('release', 'event', 'acceptance', 'acceptatie', 'Abnahme'),
  flow('incident', 'supplier', 'work order', 'werkopdracht', 'Arbeitsauftrag'),
  flow('supplier', 'suppliers', 'work order, contract', 'werkopdracht, contract', 'Auftrag, Vertrag'),
  flow('service_level', 'incident', 'targets', 'normen', 'Ziele'),
  flow('service_level', 'supplier', 'demand on suppliers', 'eisen aan leveranciers', 'Bedarf an Lieferanten'),
  flow('supplier', 'service_level', 'feasibility', 'haalbaarheid', 'Machbarkeit'),
  flow('service_level', 'relationship', 'report', 'rapport', 'Bericht'),
  flow('relationship', 'service_level', 'wish', 'wens', 'Wunsch'),
  flow('portfolio', 'service_level', 'catalogue entry', 'catalogusregel', 'Katalogeintrag'),
  flow('availability', 'service_level', 'plan', 'plan', 'Plan'),
  flow('capacity', 'service_level', 'plan', 'plan', 'Plan'),
  flow('continuity', 'service_level', 'plan', 'plan', 'Plan'),
  flow('finance', 'service_level', 'price', 'prijs', 'Preis'),
  flow('service_level', 'finance', 'credits', 'kortingen', 'Gutschriften'),
  flow('availability', 'problem', 'chronic cause', 'hardnekkige oorzaak', 'chronische Ursache'),
  flow('capacity', 'change', 'upgrade', 'uitbreiding', 'Ausbau'),
  flow('security', 'incident', 'security event', 'beveiligingsincident', 'Sicherheitsereignis'),
  flow('risk', 'improvement', 'treatment', 'maatregel', 'Maßnahme'),
  flow('improvement', 'change', 'improvement', 'verbetering', 'Verbesserung'),
  flow('quality', 'improvement', 'finding', 'bevinding', 'Feststellung'),
  flow('strategy', 'portfolio', 'direction', 'richting', 'Richtung'),
  flow('strategy', 'resource', 'objectives', 'doelen', 'Ziele'),
  flow('governance', 'strategy', 'decision', 'besluit', 'Entscheidung'),
];
