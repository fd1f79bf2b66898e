// What was found, pasted as lines with a heading: from a spreadsheet, a scan or a supplier's list.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Found } from '../../../practices/configuration/difference.record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import type { WidgetProps } from '../../record/widget.ts';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { foundLines, linesOf } from './found-lines.ts';

export function FoundList({ field, value, onChange, error }: WidgetProps) {
  const say = useSay();
  const format = useFormat();
  const given = (Array.isArray(value) ? value : []) as readonly Found[];
  const [typed, setTyped] = useState(() => linesOf(given));
  return (
    <Textarea
      label={say(field.label)}
      description={`${say(words.found_help)} ${say(words.found_count, { count: format.number(given.length) })}`}
      classNames={{ input: 'mono' }}
      autosize
      minRows={6}
      maxRows={20}
      error={error}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(foundLines(event.currentTarget.value));
      }}
    />
  );
}
