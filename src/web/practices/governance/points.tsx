// What a forum asks of the data for its agenda, chosen by name; the order of choosing is the order of the agenda.
import { MultiSelect } from '@mantine/core';
import { points } from '../../../practices/governance/words.record.ts';
import { useSay } from '../../language.tsx';
import type { ArrangedWidget } from '../../record/arrangement.ts';
import { useBasics } from '../../record/widget-basics.ts';

export const Points: ArrangedWidget = ({ form, errorOf, ...props }) => {
  const say = useSay();
  return (
    <MultiSelect
      {...useBasics(props)}
      data={Object.entries(points).map(([value, label]) => ({ value, label: say(label) }))}
      value={Array.isArray(props.value) ? props.value.map(String) : []}
      onChange={props.onChange}
    />
  );
};
