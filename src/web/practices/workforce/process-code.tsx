// A process chosen by its name and kept by its code.
import { NativeSelect } from '@mantine/core';
import { processDefinition } from '../../../practices/model/process.record.ts';
import { useSay } from '../../language.tsx';
import { gather } from '../../record/list.tsx';
import { useList } from '../../record/queries.ts';
import type { WidgetProps } from '../../record/widget.ts';
import { textOf, useBasics } from '../../record/widget-basics.ts';
import { texts } from '../../texts.ts';

export function ProcessCode(props: WidgetProps) {
  const say = useSay();
  const found = useList(processDefinition, 'is:open sort:name', { limit: 200 });
  const { rows } = gather(found.data?.pages ?? []);
  const value = textOf(props.value);
  // A process that is gone keeps its code.
  const known = rows.map((row) => ({ value: String(row.code), label: String(row.name) }));
  const options = value === '' || known.some((each) => each.value === value) ? known : [...known, { value, label: value }];
  return (
    <NativeSelect
      {...useBasics(props)}
      data={[{ value: '', label: `– ${say(texts.choose)} –` }, ...options]}
      value={value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
