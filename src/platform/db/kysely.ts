// Kysely over a `Db`: typed query building that joins the same transactions.

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Db, Row, Value } from './types.ts';

/** `Tables` is an interface from table name to row. Transactions are the `Db`'s own: use `db.tx`, not Kysely's. */
export function kyselyOver<Tables>(db: Db): Kysely<Tables> {
  const refuse = (): never => {
    throw new Error('begin transactions with db.tx: every query inside joins it');
  };
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      return { rows: (await db.query<Row>(query.sql, query.parameters as readonly Value[])) as R[] };
    },
    streamQuery: refuse,
  };
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  };
  return new Kysely<Tables>({ dialect });
}
