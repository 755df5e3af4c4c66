import type { Sql } from 'postgres';

/** One round trip that needs a connection from the pool and nothing else. */
export async function pingDatabase(sql: Sql): Promise<void> {
  await sql`select 1`;
}
