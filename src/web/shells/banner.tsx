// One line above the content when it matters: the connection is gone and how old the picture is, or this is a demonstration.
import { useServerTime } from '../clockwork.ts';
import type { Session } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { useLine } from '../live.ts';
import { Icon } from '../parts/icons.tsx';
import { shellTexts } from '../texts/shell.ts';

export function Banner({ session }: { readonly session: Session }) {
  const say = useSay();
  const line = useLine();
  if (line.state === 'lost') return <Lost since={line.heard_at} />;
  return session.demo ? (
    <p className="banner" data-kind="demo">
      <Icon name="flag" size={12} /> {say(shellTexts.demo)}
    </p>
  ) : null;
}

function Lost({ since }: { readonly since: number }) {
  const say = useSay();
  const format = useFormat();
  useServerTime(15_000);
  return (
    <p className="banner" data-kind="lost" role="status">
      <Icon name="bolt" size={12} /> {say(shellTexts.lost, { span: format.span(Date.now() - since) })}
    </p>
  );
}
