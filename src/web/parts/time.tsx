// One component renders every time: short in the reader's zone, exact (and in the other zone, if any) on hover.
import { serverNow, useServerTime } from '../clockwork.ts';
import { useFormat } from '../format.ts';

type Props = {
  /** ISO instant. */
  readonly at: string;
  /** A second zone to name in the tooltip, such as that of an agreement. */
  readonly zone?: string;
  readonly style?: 'short' | 'instant' | 'time' | 'ago';
};

export function Time({ at, zone, style = 'short' }: Props) {
  const format = useFormat();
  const exact = zone && zone !== format.zone ? `${format.full(at)} · ${format.full(at, zone)}` : format.full(at);
  return (
    <time dateTime={at} title={exact}>
      {style === 'ago' ? <Ago at={at} /> : style === 'short' ? format.short(at, serverNow()) : format[style](at)}
    </time>
  );
}

function Ago({ at }: { readonly at: string }) {
  const format = useFormat();
  const now = useServerTime(60_000);
  return <>{format.span(Math.max(0, now - Date.parse(at)))}</>;
}

/** `2026-04-28T13:27` as somebody in `zone` writes it -> ISO instant; null when it is none. */
export function fromLocal(text: string, zone: string): string | null {
  const guess = Date.parse(`${text}Z`);
  if (!Number.isFinite(guess)) return null;
  // Twice, because the offset may differ between the guess and the answer on the night the clocks change.
  const first = guess - offsetAt(guess, zone);
  return new Date(guess - offsetAt(first, zone)).toISOString();
}

export function toLocal(iso: string, zone: string): string {
  const at = Date.parse(iso);
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second')) - Math.floor(at / 1_000) * 1_000;
}
