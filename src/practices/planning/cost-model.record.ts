// A cost model: what a period cost, passed on from pools over departments and services to customers; a run freezes it.

import type { CostOutcome } from '../../calculus/cost-flow.ts';
import { define } from '../../kernel/record.ts';
import { shape } from '../../kernel/shape.ts';
import { departments, drivers, lineSums, pools } from './cost-shapes.ts';
import { insiders, keepers, noting, owner, planRefusals, reason } from './scopes.ts';

const outcome = shape<CostOutcome>({
  description: 'What the run made of it: every flow of cost from whom to whom, in minor units. It is never changed.',
  type: 'object',
  additionalProperties: true,
});
const content = ['method', 'pools', 'departments', 'drivers', 'owner'] as const;

export const costModel = define({
  name: 'cost_model',
  plural: 'cost_models',
  practice: 'cost',
  level: 'tactical',
  prefix: 'CST',
  label: { en: 'Cost model', nl: 'Kostenmodel', de: 'Kostenmodell' },
  plural_label: { en: 'Cost models', nl: 'Kostenmodellen', de: 'Kostenmodelle' },
  means: {
    en: 'What a period cost, and who caused it: pools, departments that work for one another, services and customers.',
    nl: 'Wat een periode kostte en wie dat veroorzaakte: kostenplaatsen, afdelingen die voor elkaar werken, diensten en klanten.',
    de: 'Was ein Zeitraum kostete und wer es verursachte: Kostentöpfe, Abteilungen, die füreinander arbeiten, Services und Kunden.',
  },
  title: 'name',
  initial: 'draft',
  fields: {
    name: { kind: 'text', required: true, max: 160, search: 'A', sorts: true, listed: true, label: { en: 'Name', nl: 'Naam', de: 'Name' } },
    starts_on: { kind: 'date', required: true, sorts: true, listed: true, label: { en: 'From', nl: 'Van', de: 'Von' } },
    ends_on: { kind: 'date', required: true, listed: true, label: { en: 'Up to and including', nl: 'Tot en met', de: 'Bis einschließlich' } },
    currency: { kind: 'text', required: true, max: 3, label: { en: 'Currency', nl: 'Valuta', de: 'Währung' } },
    method: {
      kind: 'choice',
      required: true,
      listed: true,
      label: { en: 'Departments pass on', nl: 'Afdelingen belasten door', de: 'Abteilungen legen um' },
      options: {
        direct: { en: 'Directly to services only', nl: 'Rechtstreeks aan diensten', de: 'Direkt nur an Services' },
        step_down: { en: 'Step by step, never back', nl: 'Trapsgewijs, nooit terug', de: 'Stufenweise, nie zurück' },
        reciprocal: { en: 'With what they owe one another solved', nl: 'Met onderlinge verrekening opgelost', de: 'Mit gegenseitiger Verrechnung gelöst' },
      },
    },
    pools: {
      kind: 'data',
      shape: pools,
      names: 'cost_pools',
      required: true,
      label: { en: 'Cost pools', nl: 'Kostenplaatsen', de: 'Kostentöpfe' },
      means: {
        en: 'Each is borne first by a department, named by its code, or by a service such as SVC-8.',
        nl: 'Elke wordt eerst gedragen door een afdeling, genoemd met haar code, of door een dienst zoals SVC-8.',
        de: 'Jeder wird zuerst von einer Abteilung, genannt mit ihrem Code, oder von einem Service wie SVC-8 getragen.',
      },
    },
    departments: {
      kind: 'data',
      shape: departments,
      names: 'cost_departments',
      required: true,
      label: { en: 'Departments', nl: 'Afdelingen', de: 'Abteilungen' },
    },
    drivers: {
      kind: 'data',
      shape: drivers,
      names: 'cost_drivers',
      required: true,
      label: { en: 'Drivers', nl: 'Verdeelsleutels', de: 'Verteilungsschlüssel' },
    },
    owner,
    ran_at: { kind: 'instant', label: { en: 'Run', nl: 'Doorgerekend', de: 'Berechnet' } },
    total: {
      kind: 'integer',
      listed: true,
      label: { en: 'Total', nl: 'Totaal', de: 'Summe' },
      means: {
        en: 'Of what was passed on, in whole units of the currency; the run has it to the cent.',
        nl: 'Van wat is doorbelast, in hele eenheden van de valuta; de doorrekening heeft het op de cent.',
        de: 'Von dem, was umgelegt wurde, in ganzen Einheiten der Währung; die Berechnung hat es auf den Cent.',
      },
    },
    line_sums: {
      kind: 'data',
      shape: lineSums,
      names: 'cost_line_sums',
      label: { en: 'Cost lines by pool', nl: 'Kostenregels per kostenplaats', de: 'Kostenzeilen je Topf' },
    },
    outcome: { kind: 'data', shape: outcome, names: 'cost_outcome', shown_to: ['integrator'], label: { en: 'Outcome', nl: 'Uitkomst', de: 'Ergebnis' } },
  },
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    run: { label: { en: 'Run, frozen', nl: 'Doorgerekend, bevroren', de: 'Berechnet, eingefroren' }, tone: 'good' },
    withdrawn: { label: { en: 'Withdrawn', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      label: { en: 'Make a cost model', nl: 'Kostenmodel maken', de: 'Kostenmodell anlegen' },
      tells: { en: 'began this cost model', nl: 'begon dit kostenmodel', de: 'begann dieses Kostenmodell' },
      needs: ['name', 'starts_on', 'ends_on'],
      takes: ['currency', ...content],
      input: {
        like: {
          kind: 'ref',
          to: 'cost_model',
          label: { en: 'Like', nl: 'Zoals', de: 'Wie' },
          means: {
            en: 'Takes over the pools, departments and drivers of another model.',
            nl: 'Neemt kostenplaatsen, afdelingen en verdeelsleutels van een ander model over.',
            de: 'Übernimmt Töpfe, Abteilungen und Schlüssel eines anderen Modells.',
          },
        },
      },
      may: keepers,
    },
    edit: {
      fact: 'edited',
      from: ['draft'],
      prominent: 2,
      key: 'e',
      label: { en: 'Edit', nl: 'Wijzigen', de: 'Bearbeiten' },
      tells: { en: 'changed this model', nl: 'wijzigde dit model', de: 'änderte dieses Modell' },
      takes: ['name', 'starts_on', 'ends_on', 'currency', ...content],
      may: keepers,
    },
    run: {
      fact: 'ran',
      from: ['draft'],
      to: 'run',
      final: true,
      prominent: 1,
      label: { en: 'Run and freeze', nl: 'Doorrekenen en bevriezen', de: 'Berechnen und einfrieren' },
      tells: {
        en: 'passed on {total} {currency} by this model',
        nl: 'belastte {total} {currency} door met dit model',
        de: 'legte {total} {currency} mit diesem Modell um',
      },
      may: keepers,
    },
    withdraw: {
      fact: 'withdrawn',
      from: ['draft', 'run'],
      to: 'withdrawn',
      final: true,
      label: { en: 'Withdraw', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'withdrew this model', nl: 'trok dit model in', de: 'zog dieses Modell zurück' },
      needs: ['note'],
      input: { note: reason },
      may: keepers,
    },
    note: noting,
  },
  see: insiders,
  refusals: {
    'plan.no_owner': planRefusals['plan.no_owner'],
    'cost_model.wrong_period': {
      en: 'ends_on must not be before starts_on.',
      nl: 'ends_on mag niet voor starts_on liggen.',
      de: 'ends_on darf nicht vor starts_on liegen.',
    },
    'cost_model.currency': {
      en: 'currency must be three capitals, such as EUR.',
      nl: 'currency moet uit drie hoofdletters bestaan, zoals EUR.',
      de: 'currency muss aus drei Großbuchstaben bestehen, etwa EUR.',
    },
    'cost_model.twice': {
      en: '{field}: {value} is there twice; give it once.',
      nl: '{field}: {value} staat er twee keer; geef het één keer.',
      de: '{field}: {value} steht zweimal da; geben Sie es einmal an.',
    },
    'cost_model.unknown': {
      en: '{field}: {value} is neither a department of this model nor a service or organisation that is known here.',
      nl: '{field}: {value} is geen afdeling van dit model en ook geen bekende dienst of organisatie.',
      de: '{field}: {value} ist weder eine Abteilung dieses Modells noch ein bekannter Service oder eine bekannte Organisation.',
    },
    'cost_model.to_itself': {
      en: 'drivers: {value} cannot work for itself.',
      nl: 'drivers: {value} kan niet voor zichzelf werken.',
      de: 'drivers: {value} kann nicht für sich selbst arbeiten.',
    },
    'cost_model.department_to_customer': {
      en: 'drivers: department {value} cannot work for a customer directly; let it work for a service.',
      nl: 'drivers: afdeling {value} kan niet rechtstreeks voor een klant werken; laat haar voor een dienst werken.',
      de: 'drivers: Abteilung {value} kann nicht direkt für einen Kunden arbeiten; lassen Sie sie für einen Service arbeiten.',
    },
    'cost_model.service_to_department': {
      en: 'drivers: service {value} cannot be passed on to a department; make it a pool of that department.',
      nl: 'drivers: dienst {value} kan niet aan een afdeling worden doorbelast; maak er een kostenplaats van die afdeling van.',
      de: 'drivers: Service {value} kann nicht an eine Abteilung umgelegt werden; machen Sie daraus einen Topf dieser Abteilung.',
    },
    'cost_model.circle': {
      en: 'drivers: these services are passed on in a circle: {path}. Leave one step out.',
      nl: 'drivers: deze diensten worden in een kring doorbelast: {path}. Laat één stap weg.',
      de: 'drivers: diese Services werden im Kreis umgelegt: {path}. Lassen Sie einen Schritt weg.',
    },
    'cost_model.stuck': {
      en: 'drivers: the cost of {value} reaches no service by the method {method}. Say for which service it works.',
      nl: 'drivers: de kosten van {value} bereiken met de methode {method} geen dienst. Zeg voor welke dienst er gewerkt wordt.',
      de: 'drivers: die Kosten von {value} erreichen mit der Methode {method} keinen Service. Sagen Sie, für welchen Service gearbeitet wird.',
    },
    'cost_model.nothing': {
      en: 'pools: there is no cost to pass on. Enter amounts, or cost lines.',
      nl: 'pools: er zijn geen kosten om door te belasten. Voer bedragen in, of kostenregels.',
      de: 'pools: es gibt keine Kosten umzulegen. Geben Sie Beträge ein, oder Kostenzeilen.',
    },
    'cost_model.stray_lines': {
      en: 'pools: {lines} cost lines name {value}, which is no pool of this model. Add the pool, or correct the lines.',
      nl: 'pools: {lines} kostenregels noemen {value}, en dat is geen kostenplaats van dit model. Voeg die toe, of verbeter de regels.',
      de: 'pools: {lines} Kostenzeilen nennen {value}, das kein Topf dieses Modells ist. Fügen Sie ihn hinzu, oder berichtigen Sie die Zeilen.',
    },
  },
});
