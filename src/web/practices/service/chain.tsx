// The promises on a service against those beneath it: does the chain carry them, by how much, and why.

import type { Link } from '../../../practices/promise/link.record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { serviceTexts } from '../../texts/service.ts';
import { Available, BackedBy, Carried, Reasons, Slack, Ways } from '../promise/link-parts.tsx';
import { useComposition } from './composition-query.ts';

export function ServiceChain({ id }: { readonly id: string }) {
  const say = useSay();
  const composition = useComposition(id);
  return (
    <Panel of={composition}>
      {({ chain, refs, data }) => {
        const names = {
          ...refs,
          ...Object.fromEntries(data.nodes.map((node) => [node.id, node.name])),
          ...Object.fromEntries(chain.map((link) => [link.promise, link.name])),
        };
        if (chain.length === 0) return <Message icon="handshake" title={say(serviceTexts.no_chain)} />;
        return (
          <>
            <p className="dim small">{say(serviceTexts.chain_text)}</p>
            {chain.map((link) => (
              <Promised key={link.promise} link={link} refs={names} />
            ))}
          </>
        );
      }}
    </Panel>
  );
}

function Promised({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  return (
    <section className="card chain-card">
      <h3>
        <RefLink id={link.promise} refs={refs} />
        <span className="dim">{refs[link.customer] ?? ''}</span>
        <Carried ok={link.ok} />
        <Slack link={link} />
      </h3>
      {link.ways.length > 0 ? <Ways ways={link.ways} refs={refs} /> : null}
      {link.availability ? (
        <>
          <Available availability={link.availability} />
          <BackedBy link={link} refs={refs} />
        </>
      ) : null}
      <Reasons reasons={link.reasons} />
    </section>
  );
}
