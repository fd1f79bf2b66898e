// The four ways in which the database says no, the same classes on both engines.

export type DatabaseErrorFields = {
  message: string;
  code: string;
  constraint?: string;
  table?: string;
  column?: string;
  detail?: string;
  hint?: string;
};

/** The server refused a statement. `code` is the SQLSTATE (PostgreSQL, appendix A). */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  /** May quote the values of the row: for the log, never for an answer. */
  readonly detail: string | undefined;
  readonly hint: string | undefined;

  constructor(fields: DatabaseErrorFields) {
    super(fields.message);
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
    this.detail = fields.detail;
    this.hint = fields.hint;
  }
}

/** A statement ran longer than it may and was stopped. The transaction it was in is over on both engines. */
export class QueryTimeout extends Error {
  override readonly name = 'QueryTimeout';
}

/** A transaction was left waiting by its own code for too long and was rolled back, so that others may go on. */
export class TransactionTimeout extends Error {
  override readonly name = 'TransactionTimeout';
}

/**
 * The server went away or cannot be reached; a later call connects again by itself.
 * `maybe_committed` is true when the answer to a commit was lost: then only a repeated command id tells.
 */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly retryable = true;
  readonly maybe_committed: boolean;

  constructor(message: string, options: { maybe_committed: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.maybe_committed = options.maybe_committed;
  }
}

/** The database exists but must not be opened; the message says what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

/** Serialization failure, deadlock, or a prepared statement outdated by a migration: the transaction may be repeated. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  return error.code === '40001' || error.code === '40P01' || isStalePlan(error);
}

/** A named statement was planned before a migration changed its columns (0A000 alone means many other things). */
export function isStalePlan(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '0A000' && error.message.startsWith('cached plan');
}

/** Whether the error is a broken unique constraint, optionally a certain one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof DatabaseError) || error.code !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}
