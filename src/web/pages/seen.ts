// Which version of a record somebody last looked at, on this device; only for the dot that says "changed since".

const place = 'seen';
const most = 2_000;

export function lastSeen(id: string): number {
  return read()[id] ?? 0;
}

export function markSeen(id: string, version: number): void {
  const seen = read();
  if (seen[id] === version) return;
  const { [id]: _before, ...rest } = seen;
  localStorage.setItem(place, JSON.stringify(Object.fromEntries([...Object.entries(rest).slice(-most), [id, version]])));
  cache = null;
}

let cache: Record<string, number> | null = null;

function read(): Record<string, number> {
  if (cache) return cache;
  try {
    cache = JSON.parse(localStorage.getItem(place) ?? '{}') as Record<string, number>;
  } catch {
    cache = {};
  }
  return cache;
}
