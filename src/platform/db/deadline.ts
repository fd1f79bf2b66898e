// Time limits that a process which was itself held up (suspended, starved) does not blame on the other side.

/** Milliseconds by which a timer may come late before the time is not counted. */
const tolerated = 1_000;

/**
 * Runs `fn` after `ms`, unless the answered function is called first. A timer that comes late says that this process
 * stood still: the limit begins anew. One more turn of the event loop lets an answer be seen that is there already.
 */
export function deadline(ms: number, fn: () => void): () => void {
  let timer: NodeJS.Timeout;
  function begin(): void {
    const due = performance.now() + ms;
    timer = setTimeout(() => {
      if (performance.now() - due > tolerated) begin();
      else timer = setTimeout(fn, 10);
    }, ms);
  }
  begin();
  return () => clearTimeout(timer);
}
