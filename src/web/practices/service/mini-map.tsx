// A service in a few lines beside a record: how it is now, and the parts it stands on.
import { useSay } from '../../language.tsx';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { serviceTexts } from '../../texts/service.ts';
import { type Part, stateOf, useComposition } from './composition-query.ts';

export function MiniMap({ id, name, failing = false }: { readonly id: string; readonly name: string | undefined; readonly failing?: boolean }) {
  const say = useSay();
  const inside = useSession().side === 'integrator';
  return (
    <section className="card">
      <h3>{say(failing ? serviceTexts.failing_part : serviceTexts.part)}</h3>
      <p>
        <RefLink id={id} refs={name ? { [id]: name } : {}} />
      </p>
      {inside && !failing ? <Parts id={id} /> : null}
    </section>
  );
}

function Parts({ id }: { readonly id: string }) {
  const say = useSay();
  const answer = useComposition(id).data;
  if (!answer) return null;
  const direct = new Set(answer.data.edges.filter((edge) => edge.from === id).map((edge) => edge.to));
  const parts = answer.data.nodes.filter((node) => direct.has(node.id) || (node.id !== id && stateOf(node) !== 'up'));
  if (parts.length === 0) return null;
  return (
    <>
      <h4>{say(serviceTexts.stands_on)}</h4>
      <ul className="link-list small">
        {parts.slice(0, 8).map((part) => (
          <li key={part.id}>
            <RefLink id={part.id} refs={{ [part.id]: part.name }} /> <State part={part} />
            {part.owner ? <span className="dim"> {answer.refs[part.owner] ?? part.owner}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const tones = { up: 'good', degraded: 'warn', down: 'bad' } as const;
const words = { up: serviceTexts.up, degraded: serviceTexts.degraded, down: serviceTexts.down };

export function State({ part }: { readonly part: Part }) {
  const say = useSay();
  const state = stateOf(part);
  return (
    <span className="badge" data-tone={tones[state]}>
      {say(words[state])}
    </span>
  );
}
