// What is asked of an impact: when, and what else is taken to fail.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../clockwork.ts';
import { useReader, useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { fromLocal, toLocal } from '../../parts/time.tsx';
import { useRefs } from '../../record/queries.ts';
import { impactTexts as words } from '../../texts/impact.ts';
import { texts } from '../../texts.ts';

export type Window = { readonly at: string | null; readonly until: string | null };
export type Other = { readonly id: string; readonly name: string };
type Props = {
  readonly own: string;
  readonly window: Window;
  readonly onWindow: (window: Window) => void;
  readonly others: readonly Other[];
  readonly onOthers: (others: readonly Other[]) => void;
};

const hour = 3_600_000;
const whole = (ms: number): string => new Date(Math.ceil(ms / hour) * hour).toISOString();

export function Asking({ own, window, onWindow, others, onOthers }: Props) {
  const say = useSay();
  const kind = window.at === null ? 'now' : window.until === null ? 'moment' : 'window';
  const choose = (next: string | null): void => {
    const at = window.at ?? whole(serverNow());
    onWindow({ at: next === 'now' ? null : at, until: next === 'window' ? whole(Date.parse(at) + 2 * hour) : null });
  };
  return (
    <div className="impact-asking">
      <Select
        size="xs"
        label={say(words.when)}
        allowDeselect={false}
        value={kind}
        onChange={choose}
        data={[
          { value: 'now', label: say(words.now) },
          { value: 'moment', label: say(words.moment) },
          { value: 'window', label: say(words.window) },
        ]}
      />
      {window.at ? <Instant label={say(words.from)} value={window.at} onChange={(at) => onWindow({ ...window, at })} /> : null}
      {window.until ? <Instant label={say(words.until)} value={window.until} onChange={(until) => onWindow({ ...window, until })} /> : null}
      <More own={own} others={others} onOthers={onOthers} />
    </div>
  );
}

function Instant({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (iso: string) => void }) {
  const { zone } = useReader();
  return (
    <TextInput
      size="xs"
      type="datetime-local"
      label={label}
      value={toLocal(value, zone)}
      onChange={(event) => {
        const chosen = fromLocal(event.currentTarget.value, zone);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

/** Items and services, chosen by name. */
function More({ own, others, onOthers }: Pick<Props, 'own' | 'others' | 'onOthers'>) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const items = useRefs('configuration_item', typed);
  const services = useRefs('service', typed);
  const found = [...(services.data?.data ?? []), ...(items.data?.data ?? [])].filter(
    (each) => each.id !== own && !others.some((other) => other.id === each.id),
  );
  return (
    <div className="impact-more">
      <Select
        size="xs"
        label={say(words.with)}
        searchable
        clearable
        placeholder={say(texts.type_to_search)}
        filter={({ options }) => options}
        data={found.map((each) => ({ value: each.id, label: `${each.title} (${each.id})` }))}
        value={null}
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={say(texts.nothing_found)}
        onChange={(id) => {
          const chosen = found.find((each) => each.id === id);
          if (chosen) onOthers([...others, { id: chosen.id, name: chosen.title }]);
          setTyped('');
        }}
      />
      {others.map((each) => (
        <button
          key={each.id}
          type="button"
          className="impact-other"
          aria-label={`${say(texts.remove)}: ${each.name}`}
          onClick={() => onOthers(others.filter((other) => other !== each))}
        >
          {each.name} <Icon name="close" size={10} />
        </button>
      ))}
    </div>
  );
}
