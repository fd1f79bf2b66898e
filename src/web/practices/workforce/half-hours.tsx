// The half hours of a week as a table: on the roster against there, with a sign where it is too few; each can be chosen.
import type { Staffing, StaffingSlot } from '../../../practices/workforce/staffing.record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';

export const clockOf = (slot: number): string => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;
type Props = { readonly data: Staffing; readonly chosen: StaffingSlot | null; readonly choose: (slot: StaffingSlot) => void };

const week = [1, 2, 3, 4, 5, 6, 7];

export function HalfHours({ data, chosen, choose }: Props) {
  const say = useSay();
  const format = useFormat();
  const rows = [...new Set(data.slots.map((each) => each.slot))].sort((a, b) => a - b);
  return (
    <div>
      <p className="dim small">{say(texts.cell_key)}</p>
      <Sideways label={say(texts.staffing)}>
        <table className="plain wf-slots">
          <thead>
            <tr>
              <th scope="col">{say(texts.half_hour)}</th>
              {week.map((day) => (
                <th key={day} scope="col">
                  {format.weekday(day, 'short')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((slot) => (
              <tr key={slot}>
                <th scope="row">{clockOf(slot)}</th>
                {week.map((day) => {
                  const found = data.slots.find((each) => each.day === day && each.slot === slot);
                  return <td key={day}>{found ? <Half slot={found} pressed={found === chosen} choose={choose} /> : null}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </div>
  );
}

function Half({ slot, pressed, choose }: { readonly slot: StaffingSlot; readonly pressed: boolean; readonly choose: Props['choose'] }) {
  const say = useSay();
  const format = useFormat();
  const there = slot.staff_hundredths / 100;
  const short = there < slot.rostered;
  const one = (value: number): string => format.number(Math.round(value * 10) / 10);
  const words = {
    day: format.weekday(slot.day),
    time: clockOf(slot.slot),
    need: slot.rostered,
    there: one(there),
    expected: format.number(Math.round(slot.value * 100) / 100),
  };
  // What is read aloud begins with what is seen, so that who speaks to the screen can say what they see.
  const shown = `${short ? '▲ ' : ''}${slot.rostered} / ${one(there)}`;
  return (
    <button
      type="button"
      className="wf-slot"
      data-short={short || undefined}
      aria-pressed={pressed}
      aria-label={`${shown} · ${say(texts.cell, words)}`}
      onClick={() => choose(slot)}
    >
      {shown}
    </button>
  );
}
