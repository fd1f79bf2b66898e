// What a measure is: a figure the house has chosen to steer by. What it counts is a formula in code; what it should be is kept here.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { measureRefusals } from './measure.refusals.ts';
import { boardFields, measureFields } from './measure-fields.record.ts';

/** `period` is 'YYYY-Www', 'YYYY-MM' or 'YYYY-Qn'. Shares are in ppm, times in minutes, money in minor units; null: nothing to count. */
export type MeasureValue = { readonly period: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null };
/** Values of one measure, in the order of the periods asked. `now` in epoch milliseconds; customer and service narrow what is counted. */
export type ValuesOf<Query = unknown> = (
  db: Query,
  the: { readonly code: string; readonly periods: readonly string[]; readonly customer?: string; readonly service?: string; readonly now: number },
) => Promise<readonly MeasureValue[]>;

const inside = { side: 'integrator' } as const satisfies Scope;
const keepers = { all: [inside, { role: ['process_manager', 'service_level_manager', 'executive', 'administrator'] }] } as const satisfies Scope;
const live = ['draft', 'in_use'] as const;

export const measure = define({
  name: 'measure',
  plural: 'measures',
  practice: 'measurement',
  level: 'tactical',
  prefix: 'MSR',
  label: { en: 'measure', nl: 'meetwaarde', de: 'Kennzahl' },
  plural_label: { en: 'measures', nl: 'meetwaarden', de: 'Kennzahlen' },
  means: {
    en: 'A figure to steer by, counted in one way only from the records themselves. What is counted is a formula that nobody can bend; the target is a choice.',
    nl: 'Een cijfer om op te sturen, op één manier geteld uit de records zelf. Wat er wordt geteld is een formule waar niemand aan kan buigen; de norm is een keuze.',
    de: 'Eine Zahl zum Steuern, auf nur eine Weise aus den Datensätzen selbst gezählt. Was gezählt wird, ist eine Formel, die niemand biegen kann; das Ziel ist eine Wahl.',
  },
  title: 'name',
  initial: 'draft',
  fields: { ...measureFields, ...boardFields },
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    in_use: { label: { en: 'In use', nl: 'In gebruik', de: 'In Gebrauch' }, tone: 'good' },
    retired: { label: { en: 'Retired', nl: 'Buiten gebruik', de: 'Außer Gebrauch' }, tone: 'neutral', ends: true },
  },
  see: inside,
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: ['draft', 'in_use'],
      label: { en: 'Choose a measure', nl: 'Meetwaarde kiezen', de: 'Kennzahl wählen' },
      tells: { en: 'chose the measure {code}', nl: 'koos de meetwaarde {code}', de: 'wählte die Kennzahl {code}' },
      needs: ['code'],
      takes: ['name', 'definition', 'target', 'owner', 'charted', 'board_group', 'board_place'],
      input: { at_once: { kind: 'boolean', label: { en: 'Take into use at once', nl: 'Meteen in gebruik nemen', de: 'Sofort in Gebrauch nehmen' } } },
      may: keepers,
    },
    edit: {
      fact: 'edited',
      from: live,
      prominent: 3,
      key: 'e',
      label: { en: 'Edit', nl: 'Bewerken', de: 'Bearbeiten' },
      tells: { en: 'changed this', nl: 'wijzigde dit', de: 'änderte dies' },
      takes: ['name', 'definition', 'owner', 'charted'],
      may: keepers,
    },
    use: {
      fact: 'used',
      from: ['draft'],
      to: 'in_use',
      prominent: 1,
      label: { en: 'Take into use', nl: 'In gebruik nemen', de: 'In Gebrauch nehmen' },
      tells: { en: 'took this into use', nl: 'nam dit in gebruik', de: 'nahm dies in Gebrauch' },
      may: keepers,
    },
    set_target: {
      fact: 'target_set',
      from: live,
      prominent: 2,
      label: { en: 'Set the target', nl: 'Norm zetten', de: 'Ziel setzen' },
      tells: { en: 'set the target to {target}', nl: 'zette de norm op {target}', de: 'setzte das Ziel auf {target}' },
      needs: ['target', 'note'],
      input: {
        note: {
          kind: 'prose',
          max: 5_000,
          label: { en: 'Why', nl: 'Waarom', de: 'Warum' },
          means: {
            en: 'The decision it follows from, or the reason.',
            nl: 'Het besluit waaruit dit volgt, of de reden.',
            de: 'Der Beschluss, aus dem dies folgt, oder der Grund.',
          },
        },
      },
      may: keepers,
    },
    rebase: {
      fact: 'rebased',
      from: live,
      label: { en: 'Begin a new baseline', nl: 'Nieuwe nullijn beginnen', de: 'Neue Basislinie beginnen' },
      tells: {
        en: 'began a new baseline on {since}: {reason}',
        nl: 'begon een nieuwe nullijn op {since}: {reason}',
        de: 'begann eine neue Basislinie am {since}: {reason}',
      },
      needs: ['since', 'reason'],
      input: {
        since: {
          kind: 'date',
          label: { en: 'Since', nl: 'Sinds', de: 'Seit' },
          means: {
            en: 'The day on which the way of working changed; from the period of that day on the limits are those of the new way.',
            nl: 'De dag waarop de werkwijze veranderde; vanaf de periode van die dag horen de grenzen bij de nieuwe werkwijze.',
            de: 'Der Tag, an dem sich die Arbeitsweise änderte; ab dem Zeitraum dieses Tages gelten die Grenzen der neuen.',
          },
        },
        reason: {
          kind: 'text',
          max: 300,
          label: { en: 'What changed', nl: 'Wat er veranderde', de: 'Was sich änderte' },
          means: {
            en: 'A known change of the way of working. A bad month is not one.',
            nl: 'Een bekende verandering van de werkwijze. Een slechte maand is dat niet.',
            de: 'Eine bekannte Änderung der Arbeitsweise. Ein schlechter Monat ist keine.',
          },
        },
      },
      may: keepers,
    },
    put_on_board: {
      fact: 'put_on_board',
      from: ['in_use'],
      label: { en: 'Put on the scorecard', nl: 'Op de scorekaart zetten', de: 'Auf die Scorecard setzen' },
      tells: { en: 'put this on the scorecard', nl: 'zette dit op de scorekaart', de: 'setzte dies auf die Scorecard' },
      needs: ['board_group'],
      takes: ['board_place'],
      may: keepers,
    },
    take_off_board: {
      fact: 'taken_off_board',
      from: live,
      label: { en: 'Take off the scorecard', nl: 'Van de scorekaart halen', de: 'Von der Scorecard nehmen' },
      tells: { en: 'took this off the scorecard', nl: 'haalde dit van de scorekaart', de: 'nahm dies von der Scorecard' },
      may: keepers,
    },
    retire: {
      fact: 'retired',
      from: live,
      to: 'retired',
      label: { en: 'Retire', nl: 'Buiten gebruik stellen', de: 'Außer Gebrauch nehmen' },
      tells: { en: 'retired this measure', nl: 'stelde deze meetwaarde buiten gebruik', de: 'nahm diese Kennzahl außer Gebrauch' },
      may: keepers,
    },
  },
  refusals: measureRefusals,
});
