import type { DocumentState } from '#domain/document/document';
import type { Queryable } from '../../../platform/db.ts';

interface IssuedThere {
  readonly documentId: string;
  readonly kind: string;
  readonly number: string | null;
  readonly state: DocumentState;
  readonly issuedAt: string;
  readonly validUntil: string | null;
  readonly isTrial: boolean;
}

const MOST = 20;

/** KRKs that were given out for ground at a place (WGS 84, longitude first), the newest first; who asked is not told. */
export async function documentsAt(
  sql: Queryable,
  [lng, lat]: readonly [number, number],
): Promise<IssuedThere[]> {
  const rows = await sql<(Omit<IssuedThere, 'issuedAt'> & { readonly issuedAt: Date })[]>`
    select d.document_id as "documentId", d.kind, d.number, d.state, d.issued_at as "issuedAt",
           d.valid_until::text as "validUntil", d.is_trial as "isTrial"
    from document d
    where d.kind = 'krk' and st_intersects(d.ground, st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4326))
    order by d.issued_at desc limit ${MOST}`;
  return rows.map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() }));
}
