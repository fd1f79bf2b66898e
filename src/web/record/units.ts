// Reading and writing figures as people type them: `4h 30m` for minutes, `99.95` for parts per million, `2.500,00` for money.

const spans: Readonly<Record<string, number>> = { m: 1, h: 60, u: 60, d: 1_440, w: 10_080 };

/** `90`, `90m`, `1h 30m`, `1:30`, `2d` -> minutes; null when it is none. */
export function readMinutes(text: string): number | null {
  const clean = text.trim().toLowerCase();
  if (/^\d+$/.test(clean)) return Number(clean);
  const colon = /^(\d+):([0-5]\d)$/.exec(clean);
  if (colon) return Number(colon[1]) * 60 + Number(colon[2]);
  if (!/^(\d+\s*[mhudw]\s*)+$/.test(clean)) return null;
  return [...clean.matchAll(/(\d+)\s*([mhudw])/g)].reduce((sum, [, number, unit]) => sum + Number(number) * (spans[unit ?? 'm'] ?? 1), 0);
}

/** The largest units that divide it: 270 -> `4h 30m`. Days are calendar days, so they are never written. */
export function writeMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

/** `99.95`, `99,95 %` -> 999500; null when it is no percentage from 0 to 100. */
export function readPercent(text: string): number | null {
  const clean = text.replace('%', '').replace(',', '.').trim();
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(clean)) return null;
  const ppm = Math.round(Number(clean) * 10_000);
  return ppm <= 1_000_000 ? ppm : null;
}

export const writePercent = (ppm: number): string => String(ppm / 10_000);

/** How many decimals a currency has: 2 for EUR, 0 for JPY; 2 when it is not known. */
export function decimalsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** `2500`, `2.500,00`, `2,500.00`, `2500,5` -> minor units; a last separator before three digits groups thousands. Null when it is no amount. */
export function readMoney(text: string, decimals: number): number | null {
  const clean = text.trim().replaceAll(/[\s\u00a0']/g, '');
  const found = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(clean);
  const part = found?.[3] ?? '';
  if (!found || part.length > decimals) return null;
  const minor = Number((found[1] as string).replaceAll(/[.,]/g, '') + part.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

export const writeMoney = (minor: number, decimals: number): string => (minor / 10 ** decimals).toFixed(decimals);
