// How the filter of an agenda and the rule of a vote are filled in.
import { Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core';
import { type CabFilter, type CabRule, majorities } from '../../../practices/change/cab-data.record.ts';
import { useSay } from '../../language.tsx';
import { definitionOf } from '../../record/definitions.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { References } from '../../record/widget-refs.tsx';
import { majorityTexts, cabFormTexts as texts } from '../../texts/cab-form.ts';

const judged = ['submitted', 'assessed', 'deferred'];

export function CabFilterEditor({ field, value, onChange, refs, error }: WidgetProps) {
  const say = useSay();
  const change = definitionOf('change');
  const filter = (value ?? {}) as CabFilter;
  const set = (more: Partial<CabFilter>) => onChange({ ...filter, ...more });
  const type = change?.fields.type;
  const types = type?.kind === 'choice' ? Object.entries(type.options) : [];
  return (
    <fieldset className="form-group">
      <legend>{say(field.label)}</legend>
      {error ? <p className="refused">{error}</p> : null}
      <MultiSelect
        size="xs"
        label={say(texts.states)}
        data={judged.map((each) => ({ value: each, label: change?.states[each] ? say(change.states[each].label) : each }))}
        value={[...(filter.states ?? ['submitted', 'assessed'])]}
        onChange={(states) => set({ states })}
      />
      <MultiSelect
        size="xs"
        label={say(texts.types)}
        data={types.map(([each, text]) => ({ value: each, label: say(text) }))}
        value={[...(filter.types ?? [])]}
        onChange={(chosen) => set({ types: chosen })}
        placeholder={filter.types?.length ? '' : say(texts.all)}
      />
      <References
        name="services"
        field={{ kind: 'refs', to: 'service', label: texts.services }}
        value={filter.services ?? []}
        onChange={(services) => set({ services: (services ?? []) as readonly string[] })}
        refs={refs}
      />
      <NumberInput
        size="xs"
        label={say(texts.risk_from)}
        min={0}
        max={100}
        value={filter.risk_from ?? ''}
        onChange={(next) => set({ risk_from: typeof next === 'number' ? next : null })}
      />
      <NumberInput
        size="xs"
        label={say(texts.within_days)}
        min={1}
        max={366}
        value={filter.within_days ?? ''}
        onChange={(next) => set({ within_days: typeof next === 'number' ? next : null })}
      />
    </fieldset>
  );
}

export function CabRuleEditor({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const rule = { quorum: 1, majority: 'unanimous', everybody: false, ...((value ?? {}) as Partial<CabRule>) } as CabRule;
  const set = (more: Partial<CabRule>) => onChange({ ...rule, ...more });
  return (
    <fieldset className="form-group">
      <legend>{say(field.label)}</legend>
      {error ? <p className="refused">{error}</p> : null}
      <NumberInput
        size="xs"
        label={say(texts.quorum)}
        min={1}
        max={100}
        value={rule.quorum}
        onChange={(next) => set({ quorum: typeof next === 'number' ? next : 1 })}
      />
      <Select
        size="xs"
        label={say(texts.majority)}
        data={majorities.map((each) => ({ value: each, label: majorityTexts[each] ? say(majorityTexts[each]) : each }))}
        value={rule.majority}
        allowDeselect={false}
        onChange={(next) => set({ majority: (next ?? 'unanimous') as CabRule['majority'] })}
      />
      <Checkbox label={say(texts.everybody)} checked={rule.everybody} onChange={(event) => set({ everybody: event.currentTarget.checked })} />
      <p className="dim small">{say(texts.rule_means)}</p>
    </fieldset>
  );
}
