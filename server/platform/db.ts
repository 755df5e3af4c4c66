import postgres from 'postgres';
import type { Encryption } from './database-socket.ts';
import { type MakeSocket, renewAfterLoss } from './renewed-pool.ts';

/** The connection pool. Queries are tagged templates; a transaction is `sql.begin(async (tx) => …)`. */
export type Database = postgres.Sql;
/** What a query function takes when it may run inside a transaction. */
export type Queryable = postgres.Sql | postgres.TransactionSql;

export interface DatabaseOptions {
  readonly maxConnections: number;
  readonly applicationName: string;
  /** Longest time for one statement, in milliseconds; 0 = no limit (imports, migrations). */
  readonly statementTimeoutMs: number;
  /** Settings of the connection beside the fixed ones, such as `enable_seqscan`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Is told the text of every statement as it is sent, parameters as $1, $2 …, and the server's notices. */
  readonly onStatement: ((text: string) => void) | null;
  readonly onNotice: ((message: string) => void) | null;
}

const defaults: DatabaseOptions = {
  maxConnections: 8,
  applicationName: 'one-map-one-data',
  statementTimeoutMs: 0,
  settings: {},
  onStatement: null,
  onNotice: null,
};

/**
 * Opens the pool; connections are made on first use. This is the only door to the driver.
 * `url` is a postgres:// address; a unix socket is written
 * so that libpq (psql, GDAL) reads it too: postgres://user@localhost/name?host=/directory&port=5432
 */
export function openDatabase(url: string, options: Partial<DatabaseOptions> = {}): Database {
  const { maxConnections, applicationName, statementTimeoutMs, settings, onStatement, onNotice } = {
    ...defaults,
    ...options,
  };
  const { address, host, port, encryption } = readAddress(url);
  const fixed: postgres.Options<Record<string, never>> = {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    max: maxConnections,
    connect_timeout: 10,
    // The driver's own waiting grows to 20 s, for a database that may be back after one.
    backoff: () => 0.05,
    ssl: false,
    // ST_IsValid and friends raise a notice per row.
    onnotice: ({ message }) => onNotice?.(message ?? ''),
    ...(onStatement === null ? {} : { debug: (_connection: number, text: string) => onStatement(text) }),
    connection: {
      application_name: applicationName,
      client_min_messages: 'warning',
      TimeZone: 'UTC',
      statement_timeout: statementTimeoutMs,
      // Compiling a plan pays off for long analytic queries only; ours are short.
      jit: 'off',
      ...settings,
    },
  };
  // A transaction that begins as the last one that a connection takes (the driver's 100) is refused with
  // UNSAFE_TRANSACTION and stays open on it, under the statements of others: so no one is ever the last.
  const max_pipeline = Number.MAX_SAFE_INTEGER;
  // Options that the driver's types leave out.
  const withSocket = (socket: MakeSocket): typeof fixed =>
    Object.assign({ ...fixed }, { socket, max_pipeline });
  return renewAfterLoss((makeSocket) => postgres(address, withSocket(makeSocket)), encryption);
}

/**
 * Makes `count` connections at once and lets each load PostGIS, whose first use costs about 10 ms per session
 * (measured 2026-11-21), so that no citizen's first request pays for it.
 */
export async function warmConnections(sql: Database, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => sql`select postgis_lib_version(), pg_sleep(0.005)`));
}

/** The same server, another database. */
export function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

interface Address {
  readonly address: string;
  readonly host?: string;
  readonly port?: number;
  readonly encryption: Encryption;
}

/** `sslmode` as libpq names it; without one a connection is plain, as the driver has it. */
const ENCRYPTION: Readonly<Record<string, Encryption>> = {
  allow: 'preferred',
  prefer: 'preferred',
  require: 'required',
  'verify-ca': 'verified',
  'verify-full': 'verified',
};

/**
 * The driver reads a socket directory from its options only, so `?host=` and `?port=` are taken out of the address;
 * `sslmode` too, because encryption is our sockets' own.
 */
function readAddress(url: string): Address {
  const parsed = new URL(url);
  const host = parsed.searchParams.get('host');
  const port = parsed.searchParams.get('port');
  const encryption = ENCRYPTION[parsed.searchParams.get('sslmode') ?? ''] ?? 'off';
  for (const name of ['host', 'port', 'sslmode']) parsed.searchParams.delete(name);
  return {
    address: parsed.toString(),
    ...(host === null ? {} : { host }),
    ...(port === null ? {} : { port: Number(port) }),
    encryption,
  };
}

/** Whether the database said this, and did not the client. By its class: its name is what a build leaves of it. */
export const isDatabaseError = (error: unknown): error is postgres.PostgresError =>
  error instanceof postgres.PostgresError;
