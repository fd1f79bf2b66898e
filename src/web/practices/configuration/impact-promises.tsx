// The promises on what is hit: what was agreed, and for a window how much of their hours it takes.
import type { PromiseHit } from '../../../practices/configuration/impact.record.ts';
import { promise } from '../../../practices/promise/record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { RefLink } from '../../record/value.tsx';
import { impactTexts as words } from '../../texts/impact.ts';

/** Beside the customer and the service, so that what was agreed is name enough. */
export function PromisesHit({ promises }: { readonly promises: readonly PromiseHit[] }) {
  return (
    <ul className="plain-list">
      {promises.map((each) => (
        <li key={each.id}>
          <Agreed hit={each} />
        </li>
      ))}
    </ul>
  );
}

/** The target of the most pressing case, or the share that is promised. */
function Agreed({ hit }: { readonly hit: PromiseHit }) {
  const say = useSay();
  const format = useFormat();
  const { options } = promise.fields.metric;
  const metric = Object.hasOwn(options, hit.metric) ? say(options[hit.metric as keyof typeof options]) : hit.metric;
  const [level, minutes] = Object.entries(hit.targets ?? {}).sort(([a], [b]) => Number(a) - Number(b))[0] ?? [];
  const target = hit.availability !== null ? format.ppm(hit.availability) : minutes !== undefined ? `P${level}: ${format.minutes(minutes)}` : '';
  const hours = hit.minutes === null ? null : hit.minutes > 0 ? say(words.in_hours, { span: format.minutes(hit.minutes) }) : say(words.out_of_hours);
  return (
    <>
      <RefLink id={hit.id} refs={{ [hit.id]: [metric, target].filter(Boolean).join(' ') }} />
      {hours ? (
        <span className="dim small">
          {' · '}
          <span className={hit.minutes ? 'strong' : undefined}>{hours}</span>
        </span>
      ) : null}
    </>
  );
}
