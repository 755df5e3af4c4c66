import type { NumberRegister } from '#domain/krk/number-register';
import type { Queryable } from '../../../../platform/db.ts';

type Series = NumberRegister['years'][number]['series'];

/** How many numbers each series has in each year, the newest year first. */
export async function numberYears(sql: Queryable): Promise<NumberRegister['years']> {
  return await sql<NumberRegister['years']>`
    select series, year, count(*)::int as count from document_number group by series, year
    order by year desc, series`;
}

/** Numbers of a year with what became of them, the last one first. */
export async function numbersOf(
  sql: Queryable,
  { series, year, below, limit }: { series: Series; year: number; below: number | null; limit: number },
): Promise<NumberRegister['numbers']> {
  const rows = await sql<
    (Omit<NumberRegister['numbers'][number], 'reservedAt'> & { readonly reservedAt: Date })[]
  >`
    select n.sequence, n.number, n.state, n.reserved_at as "reservedAt", n.void_reason as "voidReason",
           n.application_id as "applicationId", a.ticket, a.state as "applicationState",
           case when n.state = 'used' then a.document_id end as "documentId"
    from document_number n join application a using (application_id)
    where n.series = ${series} and n.year = ${year} and (${below}::int is null or n.sequence < ${below})
    order by n.sequence desc limit ${limit}`;
  return rows.map((row) => ({ ...row, reservedAt: row.reservedAt.toISOString() }));
}

/** Places of a year that no row stands for. */
export async function numberGaps(sql: Queryable, series: Series, year: number): Promise<number[]> {
  const rows = await sql<{ place: number }[]>`
    with own as (select sequence from document_number where series = ${series} and year = ${year})
    select place from generate_series(1, (select max(sequence) from own)) place
    where not exists (select from own where sequence = place) order by place limit 100`;
  return rows.map(({ place }) => place);
}
