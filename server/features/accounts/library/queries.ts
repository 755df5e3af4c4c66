import type { CleanedWhere } from 'better-auth/adapters';
import type { Row as DriverRow, PendingQuery } from 'postgres';
import type { Queryable } from '../../../platform/db.ts';

/** A row of one of the library's tables, by column. */
export type Row = Record<string, unknown>;
type Where = readonly CleanedWhere[];
type Fragment = PendingQuery<DriverRow[]>;

/** Every column name comes from the options of the library, never from a request; values are always parameters. */
export async function insertRow(sql: Queryable, table: string, row: Row): Promise<Row> {
  const [made] = await sql<Row[]>`insert into ${sql(table)} ${sql(row)} returning *`;
  return made ?? {};
}

export async function findRows(
  sql: Queryable,
  table: string,
  where: Where,
  { limit, offset = 0 }: { limit: number; offset?: number | undefined },
): Promise<Row[]> {
  return await sql<Row[]>`
    select * from ${sql(table)} where ${conditionOf(sql, where)} limit ${limit} offset ${offset}`;
}

/** @returns the rows as they are now */
export async function updateRows(sql: Queryable, table: string, where: Where, change: Row): Promise<Row[]> {
  return await sql<Row[]>`
    update ${sql(table)} set ${sql(change)} where ${conditionOf(sql, where)} returning *`;
}

/** Adds to counters and sets values in one step, where the condition still holds. */
export async function addToRow(
  sql: Queryable,
  table: string,
  where: Where,
  { increment, set }: { increment: Readonly<Record<string, number>>; set: Row },
): Promise<Row | undefined> {
  const changes = [
    ...Object.entries(increment).map(([name, by]) => sql`${sql(name)} = coalesce(${sql(name)}, 0) + ${by}`),
    ...Object.entries(set).map(([name, value]) => sql`${sql(name)} = ${value as string}`),
  ];
  const [row] = await sql<Row[]>`
    update ${sql(table)} set ${listed(sql, changes)} where ${conditionOf(sql, where)} returning *`;
  return row;
}

/** @returns how many */
export async function deleteRows(sql: Queryable, table: string, where: Where): Promise<number> {
  const { count } = await sql`delete from ${sql(table)} where ${conditionOf(sql, where)}`;
  return count;
}

/** Takes one row away; of several who want the same one gets it. */
export async function takeRow(sql: Queryable, table: string, where: Where): Promise<Row | undefined> {
  const [row] = await sql<Row[]>`
    delete from ${sql(table)}
    where id = (select id from ${sql(table)} where ${conditionOf(sql, where)} limit 1 for update)
    returning *`;
  return row;
}

const listed = (sql: Queryable, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, part) => sql`${all}, ${part}`);

function conditionOf(sql: Queryable, where: Where): Fragment {
  return where.map((one) => comparisonOf(sql, one)).reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}

function comparisonOf(sql: Queryable, { field, operator, value, connector, mode }: CleanedWhere): Fragment {
  if (connector !== 'AND' || mode === 'insensitive') throw new Error('The library asks in an unknown way.');
  const column = sql(field);
  if (operator === 'in' && Array.isArray(value)) return sql`${column} = any(${value as string[]})`;
  if (value === null && operator === 'eq') return sql`${column} is null`;
  if (value === null && operator === 'ne') return sql`${column} is not null`;
  if (value === null || Array.isArray(value)) throw new Error('The library asks in an unknown way.');
  if (operator === 'eq') return sql`${column} = ${value}`;
  if (operator === 'ne') return sql`${column} <> ${value}`;
  if (operator === 'lt') return sql`${column} < ${value}`;
  if (operator === 'lte') return sql`${column} <= ${value}`;
  if (operator === 'gt') return sql`${column} > ${value}`;
  if (operator === 'gte') return sql`${column} >= ${value}`;
  throw new Error('The library asks in an unknown way.');
}
