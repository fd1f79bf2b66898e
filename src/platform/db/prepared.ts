// The names of the statements that one connection has prepared: the latest used are kept, the rest are closed.

export type PreparedStatement = {
  name: string;
  /** Whether the server knows it already. */
  isParsed: boolean;
  /** To be called when the server has parsed it. */
  parsed(): void;
};

export type PreparedStatements = {
  find(sql: string): PreparedStatement;
  /** Names that the server may drop; each is handed out once. */
  takeClosed(): string[];
  forget(): void;
};

/** `most` bounds what the server keeps: text made from data, such as inserts of many rows, would grow without end. */
export function preparedStatements(most: number): PreparedStatements {
  const names = new Map<string, string>();
  let closed: string[] = [];
  let counter = 0;

  function parsed(sql: string, name: string): void {
    // The same text twice in one round was parsed twice: one of the two is enough.
    const before = names.get(sql);
    if (before !== undefined) closed.push(before);
    names.set(sql, name);
    const [oldest] = names;
    if (names.size <= most || !oldest) return;
    names.delete(oldest[0]);
    closed.push(oldest[1]);
  }

  return {
    find(sql) {
      const known = names.get(sql);
      if (known === undefined) {
        counter += 1;
        const name = `t${counter}`;
        return { name, isParsed: false, parsed: () => parsed(sql, name) };
      }
      names.delete(sql);
      names.set(sql, known);
      return { name: known, isParsed: true, parsed: () => undefined };
    },
    takeClosed() {
      const taken = closed;
      closed = [];
      return taken;
    },
    forget() {
      closed.push(...names.values());
      names.clear();
    },
  };
}
