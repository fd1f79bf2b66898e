// The failing item of an incident, what its failure was reckoned to mean, and the person who says otherwise: both are kept and both are shown.
import type { Field } from '../../kernel/field.ts';
import type { Command } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { effects, levels } from './fields.ts';

export const computedFields = {
  item: {
    kind: 'ref',
    to: 'configuration_item',
    shown_to: ['integrator'],
    listed: true,
    label: { en: 'Failing item', nl: 'Falend item', de: 'Ausgefallenes Element' },
    means: {
      en: 'The item that fails, when known: its impact is reckoned from what stands on it.',
      nl: 'Het item dat faalt, indien bekend: de impact wordt berekend uit wat erop staat.',
      de: 'Das Element, das ausfällt, falls bekannt: die Auswirkung wird aus dem berechnet, was darauf steht.',
    },
  },
  computed_effect: {
    kind: 'choice',
    options: effects,
    shown_to: ['integrator'],
    label: { en: 'Computed effect', nl: 'Berekend gevolg', de: 'Berechnete Wirkung' },
    means: {
      en: 'The worst that any customer notices, by what stands on what and the redundancy that is left.',
      nl: 'Het ergste dat een klant merkt, volgens wat waarop staat en de redundantie die over is.',
      de: 'Das Schlimmste, was ein Kunde merkt, nach dem, was worauf steht und welche Redundanz bleibt.',
    },
  },
  computed_impact: {
    kind: 'choice',
    options: levels,
    shown_to: ['integrator'],
    label: { en: 'Computed impact', nl: 'Berekende impact', de: 'Berechnete Auswirkung' },
    means: {
      en: 'Stays beside the impact in force, whoever set that.',
      nl: 'Blijft naast de geldende impact staan, wie die ook zette.',
      de: 'Bleibt neben der geltenden Auswirkung stehen, wer diese auch setzte.',
    },
  },
  impact_reason: {
    kind: 'prose',
    max: 2_000,
    shown_to: ['integrator'],
    label: { en: 'Why not as computed', nl: 'Waarom niet zoals berekend', de: 'Warum nicht wie berechnet' },
    means: {
      en: 'Given by the person who set the impact by hand; empty while nobody did.',
      nl: 'Van wie de impact met de hand zette; leeg zolang niemand dat deed.',
      de: 'Von der Person, die die Auswirkung von Hand setzte; leer, solange es niemand tat.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

const note = { kind: 'prose', max: 20_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;

export function computedCommands({ from, may }: { readonly from: readonly string[]; readonly may: Scope }) {
  return {
    name_item: {
      fact: 'item_named',
      from,
      label: { en: 'Name the failing item', nl: 'Falend item aanwijzen', de: 'Ausgefallenes Element benennen' },
      tells: { en: 'named {item} as what fails', nl: 'wees {item} aan als wat faalt', de: 'benannte {item} als das, was ausfällt' },
      needs: ['item'],
      input: { note },
      may,
    },
    override_impact: {
      fact: 'impact_overridden',
      from,
      label: { en: 'Set impact by hand', nl: 'Impact met de hand zetten', de: 'Auswirkung von Hand setzen' },
      tells: {
        en: 'set the impact to {impact} by hand: {impact_reason}',
        nl: 'zette de impact met de hand op {impact}: {impact_reason}',
        de: 'setzte die Auswirkung von Hand auf {impact}: {impact_reason}',
      },
      needs: ['impact', 'impact_reason'],
      takes: ['effect'],
      may,
    },
    follow_impact: {
      fact: 'impact_followed',
      from,
      label: { en: 'Take the computed impact', nl: 'Berekende impact overnemen', de: 'Berechnete Auswirkung übernehmen' },
      tells: {
        en: 'took over the computed impact, with every customer it hits',
        nl: 'nam de berekende impact over, met elke klant die geraakt wordt',
        de: 'übernahm die berechnete Auswirkung mit jedem betroffenen Kunden',
      },
      audience: 'all',
      input: { note },
      may,
    },
  } as const satisfies Readonly<Record<string, Command>>;
}

export const computedRefusals = {
  'incident.impact.nothing_computed': {
    en: 'Nothing was computed: name the failing item first, with item.',
    nl: 'Er is niets berekend: wijs eerst het falende item aan, met item.',
    de: 'Es wurde nichts berechnet: benennen Sie zuerst das ausgefallene Element, mit item.',
  },
} as const;
