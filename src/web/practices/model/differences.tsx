// What differs between two models, part by part, each with a sign and a word beside the colour.

import { blocks } from '../../../practices/model/building-blocks.record.ts';
import { catalogueProcesses } from '../../../practices/model/catalogue-processes.record.ts';
import { type Difference, parts } from '../../../practices/model/comparison.record.ts';
import { flows } from '../../../practices/model/flows.record.ts';
import { levelOptions } from '../../../practices/model/process-fields.record.ts';
import { processRole } from '../../../practices/model/process-role.record.ts';
import { type Say, useReader, useSay } from '../../language.tsx';
import { modelTexts } from '../../texts/model.ts';
import { designTexts as texts } from '../../texts/model-design.ts';

const signs = { added: '+', removed: '−', changed: '~' } as const;

export function Differences({ of }: { readonly of: readonly Difference[] }) {
  const say = useSay();
  const { language } = useReader();
  return (
    <ul className="model-differences">
      {parts.map((part) => {
        const found = of.filter((each) => each.part === part);
        return found.length ? (
          <li key={part}>
            <h4>{say(texts[`part_${part}`])}</h4>
            <ul>
              {found.map((each) => (
                <li key={each.key} data-kind={each.kind}>
                  <span aria-hidden="true">{signs[each.kind]}</span> {nameOf(each, say)} <span className="dim small">{say(texts[each.kind])}</span>
                </li>
              ))}
            </ul>
          </li>
        ) : null;
      })}
      {of.length === 0 ? <li lang={language}>{say(texts.no_difference)}</li> : null}
    </ul>
  );
}

type Thing = Readonly<Record<string, unknown>>;

/** The thing by its name, with what changed of it where that is one word. */
export function nameOf({ part, key, before, after }: Difference, say: Say): string {
  const thing = (after ?? before) as Thing | string;
  if (part === 'steps') {
    const block = blocks.find(({ code }) => code === key);
    return block ? say(block.label) : key;
  }
  if (part === 'levels') return key in levelOptions ? say(levelOptions[key as keyof typeof levelOptions]) : key;
  if (typeof thing === 'string') return thing;
  if (part === 'flows') return `${endOf(String(thing.from), say)} → ${endOf(String(thing.to), say)}: ${objectOf(thing, say)}`;
  if (part === 'separations') return `${String(thing.name)} (${say(thing.enforced ? texts.enforced : texts.shown)})`;
  if (part === 'roles') {
    const { options } = processRole.fields.party;
    return `${String(thing.name)} (${say(options[thing.party as keyof typeof options])})`;
  }
  return String(thing.name ?? key);
}

/** What flows, in the reader's language where it is one of ours; a model keeps it in its own. */
function objectOf({ from, to, object }: Thing, say: Say): string {
  const known = flows.find((each) => each.from === from && each.to === to && Object.values(each.object).includes(String(object)));
  return known ? say(known.object) : String(object);
}

function endOf(code: string, say: Say): string {
  if (code === 'customers' || code === 'suppliers') return say(modelTexts[code]);
  const found = catalogueProcesses.find((each) => each.code === code);
  return found ? say(found.name) : code;
}
