// Waiting lines: how many servers (agents, lines, engineers) a load needs, and how long work waits for them.

/**
 * Offered load in erlangs: arrivals per unit of time x mean handling time in that unit. All functions here take the
 * load so, and times in one unit of the caller's choice.
 */
export function offeredLoad(arrivals: number, handling: number): number {
  return arrivals * handling;
}

/** Erlang B (1917): the share of arrivals that find all `servers` taken when nobody waits. By recursion, so it never overflows. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = nextBlocked(blocked, k, load);
  return blocked;
}

/** Erlang C: the share of arrivals that must wait (M/M/c, everybody waits until served); 1 when the load is not less than the servers. */
export function erlangC(servers: number, load: number): number {
  return waiting(servers, load, erlangB(servers, load));
}

/** Handling time `handling`, and `within` how long somebody may wait, in the same unit. */
export type Patience = { readonly handling: number; readonly within: number };

/** The share of arrivals that wait no longer than `within`; 0 when the load is not less than the servers. */
export function serviceLevel(servers: number, load: number, { handling, within }: Patience): number {
  return answered(servers, load, erlangC(servers, load), within / handling);
}

/** Average speed of answer: the mean wait over all arrivals, in the unit of `handling`; Infinity without spare servers. */
export function meanWait(servers: number, load: number, handling: number): number {
  if (load === 0) return 0;
  return load < servers ? (erlangC(servers, load) * handling) / (servers - load) : Infinity;
}

/** The part of their time in which servers are busy; at most 1. */
export function occupancy(servers: number, load: number): number {
  return Math.min(1, load / servers);
}

/**
 * The fewest servers with which at least `share` (below 1) waits no longer than `within`. One pass: the recursion of
 * Erlang B goes on from where it was.
 */
export function serversFor(load: number, share: number, { handling, within }: Patience): number {
  let blocked = 1;
  for (let servers = 1; ; servers++) {
    blocked = nextBlocked(blocked, servers, load);
    if (load < servers && answered(servers, load, waiting(servers, load, blocked), within / handling) >= share) return servers;
  }
}

/** How many must be on the roster so that `servers` are there, when the share `shrinkage` (below 1) of paid time is absence. */
export function rostered(servers: number, shrinkage: number): number {
  return Math.ceil(servers / (1 - shrinkage) - 1e-9);
}

/**
 * M/M/c in its steady state (Erlang; Little's law): the number in the queue and in the system, waiting time and time in
 * the system in the unit of `handling`, `idle` the probability of nobody there. Null when the load is not less than the servers.
 */
export type Queue = {
  readonly load: number;
  readonly occupancy: number;
  readonly idle: number;
  readonly wait_probability: number;
  readonly queue_length: number;
  readonly in_system: number;
  readonly wait: number;
  readonly stay: number;
};

export function queue({ arrivals, handling, servers }: { arrivals: number; handling: number; servers: number }): Queue | null {
  const load = offeredLoad(arrivals, handling);
  if (load >= servers) return null;
  const wait_probability = erlangC(servers, load);
  const wait = meanWait(servers, load, handling);
  const queue_length = arrivals * wait;
  return {
    load,
    occupancy: occupancy(servers, load),
    idle: idle(servers, load),
    wait_probability,
    queue_length,
    in_system: queue_length + load,
    wait,
    stay: wait + handling,
  };
}

/**
 * Mean waiting times by class when the first class always goes before the second and so on, and work that has begun is
 * finished (non-pre-emptive priorities, M/M/c with one handling time; Hillier & Lieberman, Cobham 1954). Null for every
 * class that never gets its turn in the long run: those before it and itself bring as much work as there are servers.
 */
export function priorityWaits(arrivals: readonly number[], { handling, servers }: { handling: number; servers: number }): (number | null)[] {
  const load = offeredLoad(
    arrivals.reduce((sum, each) => sum + each, 0),
    handling,
  );
  const wait_probability = erlangC(servers, load);
  let before = 1;
  return arrivals.map((each) => {
    const after = before - offeredLoad(each, handling) / servers;
    const wait = after > 0 ? (wait_probability * handling) / (servers * before * after) : null;
    before = after;
    return wait;
  });
}

function nextBlocked(blocked: number, servers: number, load: number): number {
  return (load * blocked) / (servers + load * blocked);
}

function waiting(servers: number, load: number, blocked: number): number {
  return load < servers ? (servers * blocked) / (servers - load * (1 - blocked)) : 1;
}

/** `patience` in handling times. */
function answered(servers: number, load: number, wait_probability: number, patience: number): number {
  return load < servers ? 1 - wait_probability * Math.exp(-(servers - load) * patience) : 0;
}

/** Probability of an empty system, by logarithms: the terms of the sum grow beyond what a number holds. */
function idle(servers: number, load: number): number {
  if (load === 0) return 1;
  const logs = [0];
  for (let k = 1; k <= servers; k++) logs.push((logs[k - 1] ?? 0) + Math.log(load / k));
  logs[servers] = (logs[servers] ?? 0) - Math.log(1 - load / servers);
  const most = logs.reduce((a, b) => Math.max(a, b));
  return Math.exp(-most) / logs.reduce((sum, each) => sum + Math.exp(each - most), 0);
}
