// An item at a glance: its attributes by the labels of its type, how fresh that is, and how it hangs together with others.
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { useSession } from '../../session.tsx';
import { configurationTexts as words } from '../../texts/configuration.ts';
import { Relations, Seen } from './relations.tsx';
import { ItemValue, plainLabel, useAttributes } from './values.tsx';

export function ItemOverview({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const inside = useSession().side === 'integrator';
  const { id, name, open, seen_at } = answer.data;
  return (
    <>
      <p>
        {say(words.seen)}: <Seen at={String(seen_at)} />
      </p>
      <AttributeTable answer={answer} />
      {inside ? <Relations id={id} name={String(name)} open={open} /> : null}
    </>
  );
}

function AttributeTable({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { attributes } = useAttributes(answer.data.type);
  const given = answer.data.attributes as Readonly<Record<string, unknown>>;
  const known = attributes.map((each) => [each.name, each.label] as const);
  const others = Object.keys(given).flatMap((name) => (known.some(([each]) => each === name) ? [] : [[name, plainLabel(name)] as const]));
  const filled = [...known, ...others].filter(([name]) => given[name] !== undefined && given[name] !== null);
  return (
    <section className="config-part">
      <h3>{say(words.attributes)}</h3>
      {filled.length === 0 ? <p className="dim small">{say(words.own_none)}</p> : null}
      <dl className="fields attribute-list">
        {filled.map(([name, label]) => (
          <div key={name} className="field">
            <dt>{label}</dt>
            <dd>
              <ItemValue field={`attributes.${name}`} value={given[name]} refs={answer.refs} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
