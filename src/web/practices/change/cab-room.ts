// What the screen of a meeting asks and sends: the room as the server tells it, commands on the meeting, votes and decisions on its changes.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usedMs } from '../../../practices/change/cab-agenda.record.ts';
import type { AskedAnswer, Room, RoomAnswer } from '../../../practices/change/cab-room.record.ts';
import { get, newKey, problemOf, send } from '../../api.ts';
import { useServerTime } from '../../clockwork.ts';
import { useSay } from '../../language.tsx';
import { toast } from '../../parts/toast.tsx';
import { texts } from '../../texts.ts';

/** The key lets news of the meeting and of any change find it: what is on the table is both. */
const roomKey = (id: string) => ['change', 'list', id] as const;

export const useRoom = (id: string) => useQuery({ queryKey: roomKey(id), queryFn: ({ signal }) => get<RoomAnswer>(`/api/cab_meetings/${id}/room`, signal) });

export const useAsked = () =>
  useQuery({ queryKey: ['change', 'list', 'asked'], queryFn: ({ signal }) => get<AskedAnswer>('/api/cab_meetings/asked', signal), staleTime: 30_000 });

export type Sending = {
  readonly on: 'cab_meetings' | 'changes';
  readonly id: string;
  readonly command: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** The version looked at; left out where two people may well do the same kind of thing at once, such as voting. */
  readonly version?: number;
};

/** One command at a time; what comes of it is read again from the server, also when it was refused because somebody was quicker. */
export function useSending(meeting: string) {
  const client = useQueryClient();
  const say = useSay();
  const again = () =>
    void client.invalidateQueries({ predicate: ({ queryKey: [record, what, which] }) => what === 'list' || which === meeting || record === 'change' });
  return useMutation({
    mutationFn: ({ on, id, command, input = {}, version }: Sending) =>
      send({ path: `/api/${on}/${id}/${command}`, body: input, key: newKey(), ...(version === undefined ? {} : { version }) }),
    onSettled: again,
    onError: (error) => toast(problemOf(error).detail || say(texts.error_text), true),
  });
}
export type Send = ReturnType<typeof useSending>;

export type Pace = { readonly used_ms: number; readonly planned_ms: number; readonly tone: 'good' | 'warn' | 'bad' | 'neutral' };

/** How an item stands against its plan. Nothing ticks on the server: the running stretch is counted from the server's time here. */
export function usePace(room: Room, change: string, minutes: number): Pace {
  const runs = room.timing.some((each) => each.change === change && each.to === null);
  const now = useServerTime(runs ? 1_000 : 3_600_000);
  return pace(usedMs(room.timing, change, now), minutes);
}

/** The same over all items: what was dealt with against the whole plan of the meeting. */
export function useTotal(room: Room): Pace {
  const running = room.timing.some((each) => each.to === null);
  const now = useServerTime(running ? 1_000 : 3_600_000);
  const used = [...new Set(room.timing.map((each) => each.change))].reduce((sum, change) => sum + usedMs(room.timing, change, now), 0);
  return pace(used, Number(room.meeting.planned_minutes ?? 0));
}

function pace(used_ms: number, minutes: number): Pace {
  const planned_ms = minutes * 60_000;
  const tone = used_ms === 0 ? 'neutral' : used_ms > planned_ms ? 'bad' : used_ms >= planned_ms * 0.75 ? 'warn' : 'good';
  return { used_ms, planned_ms, tone };
}
