// Choosing the columns of a list; fetched after the list is there.
import { ActionIcon, Checkbox, Popover } from '@mantine/core';
import type { Definition } from '../../kernel/record.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useSession } from '../session.tsx';
import { recordTexts } from '../texts/record.ts';
import { possibleColumns } from './columns.tsx';
import { labelOf } from './value.tsx';

export function ColumnPicker({
  definition,
  columns,
  onChange,
}: {
  readonly definition: Definition;
  readonly columns: readonly string[];
  readonly onChange: (columns: string[] | null) => void;
}) {
  const say = useSay();
  const all = possibleColumns(definition, useSession().side ?? 'customer');
  return (
    <Popover position="bottom-end" trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={say(recordTexts.columns)} title={say(recordTexts.columns)}>
          <Icon name="columns" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="tall">
        {all.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            my={6}
            label={say(labelOf(definition, name))}
            checked={columns.includes(name)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? all.filter((each) => each === name || columns.includes(each)) : columns.filter((each) => each !== name))
            }
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
