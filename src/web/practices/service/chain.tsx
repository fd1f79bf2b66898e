// The promises on a service against those beneath it: does the chain carry them, and why.
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { serviceTexts } from '../../texts/service.ts';
import { useComposition, type Link } from './composition-query.ts';

export function ServiceChain({ id }: { readonly id: string }) {
  const say = useSay();
  const composition = useComposition(id);
  return (
    <Panel of={composition}>
      {({ chain, refs }) =>
        chain.length === 0 ? (
          <Message icon="handshake" title={say(serviceTexts.no_chain)} />
        ) : (
          <>
            <p className="dim small">{say(serviceTexts.chain_text)}</p>
            {chain.map((link) => (
              <Promised key={`${link.promise} ${link.metric}`} link={link} refs={refs} />
            ))}
          </>
        )
      }
    </Panel>
  );
}

function Promised({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  return (
    <section className="card">
      <h3>
        <RefLink id={link.promise} refs={refs} />
      </h3>
    </section>
  );
}
