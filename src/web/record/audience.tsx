// Who reads it: always said in words, with a colour and a pattern; the narrowest circle first.

import { partiesOf } from '../../kernel/decide.ts';
import type { Definition } from '../../kernel/record.ts';
import type { Address, Refs, Row } from '../contract.ts';
import { type Say, useSay } from '../language.tsx';
import { useWide } from '../parts/wide.ts';
import { recordTexts } from '../texts/record.ts';

export type Circle = 'team' | 'house' | 'supplier' | 'customer';
export type AudienceChoice = { readonly circle: Circle; readonly ids: readonly string[]; readonly label: string };

const words = { team: recordTexts.word_team, house: recordTexts.word_house, supplier: recordTexts.word_supplier, customer: recordTexts.word_customer };
const names = { team: recordTexts.of_team, house: recordTexts.of_house, supplier: recordTexts.of_supplier, customer: recordTexts.of_customer };
const order: readonly Circle[] = ['team', 'house', 'supplier', 'customer'];

/**
 * The circles that can be addressed, narrowest first. Somebody of the house chooses how far words go; whoever stands
 * outside it writes to the house, and their own side reads along.
 */
export function choicesOf(audiences: readonly Address[], say: Say, inside = true): AudienceChoice[] {
  const house = audiences.find((each) => each.kind === 'house');
  if (!inside) {
    const circle = audiences.some((each) => each.kind === 'supplier') ? ('supplier' as const) : ('customer' as const);
    return house ? [{ circle, ids: audiences.filter((each) => each.kind !== 'team').map((each) => each.id), label: house.name }] : [];
  }
  const sorted = [...audiences].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const single = sorted.map((each): AudienceChoice => {
    const ids = each.kind === 'supplier' || each.kind === 'customer' ? [...(house ? [house.id] : []), each.id] : [each.id];
    return { circle: each.kind, ids, label: say(names[each.kind], { name: each.name }) };
  });
  const outside = sorted.filter((each) => each.kind === 'supplier' || each.kind === 'customer');
  if (outside.length < 2) return single;
  const everybody = {
    circle: 'customer' as const,
    ids: [...(house ? [house.id] : []), ...outside.map((each) => each.id)],
    label: say(recordTexts.of_everybody, { names: outside.map((each) => each.name).join(', ') }),
  };
  return [...single, everybody];
}

export const sameAudience = (a: readonly string[] | null, b: readonly string[]): boolean =>
  a !== null && a.length === b.length && a.every((each) => b.includes(each));

type PickerProps = {
  readonly choices: readonly AudienceChoice[];
  readonly chosen: readonly string[] | null;
  readonly onChoose: (ids: readonly string[]) => void;
};

export function AudiencePicker({ choices, chosen, onChoose }: PickerProps) {
  const say = useSay();
  const wide = useWide(900);
  if (!wide || choices.length > 4) return <AudienceList choices={choices} chosen={chosen} onChoose={onChoose} />;
  return (
    <fieldset className="audiences">
      <legend className="hidden">{say(recordTexts.audience)}</legend>
      {choices.map((choice) => (
        <label key={choice.ids.join()} className="audience" data-circle={choice.circle} data-chosen={sameAudience(chosen, choice.ids) || undefined}>
          <input type="radio" name="audience" checked={sameAudience(chosen, choice.ids)} onChange={() => onChoose(choice.ids)} />
          <span className="pattern" aria-hidden="true" />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

/** The same choice in one line, where space is short or the circles are many. */
function AudienceList({ choices, chosen, onChoose }: PickerProps) {
  const say = useSay();
  const at = choices.findIndex((each) => sameAudience(chosen, each.ids));
  return (
    <label className="audience-list" data-circle={choices[at]?.circle}>
      <span className="pattern" aria-hidden="true" />
      <span className="hidden">{say(recordTexts.audience)}</span>
      <select value={String(at)} onChange={(event) => onChoose(choices[Number(event.currentTarget.value)]?.ids ?? [])}>
        {choices.map((each, index) => (
          <option key={each.ids.join()} value={String(index)}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The widest circle an entry reached. */
export function circleOf(definition: Definition, row: Row, audience: readonly string[]): Circle {
  const reaches = (relation: 'customer' | 'supplier') => partiesOf(definition, row, relation).some((each) => audience.includes(each));
  if (reaches('customer')) return 'customer';
  if (reaches('supplier')) return 'supplier';
  return audience.some((each) => !each.startsWith('TEAM-')) ? 'house' : 'team';
}

type ChipProps = { readonly circle: Circle; readonly audience: readonly string[]; readonly refs: Refs; readonly house?: string; readonly short?: boolean };

export function AudienceChip({ circle, audience, refs, house, short = false }: ChipProps) {
  const say = useSay();
  const others = audience.filter((each) => each !== house).map((each) => refs[each] ?? each);
  const name = circle === 'house' || short ? '' : ` ${others.join(', ')}`;
  return (
    <span
      className="chip audience-chip"
      data-circle={circle}
      title={say(recordTexts.readers, { names: audience.map((each) => refs[each] ?? each).join(', ') })}
    >
      {say(words[circle])}
      <span className="audience-name">{name}</span>
    </span>
  );
}
