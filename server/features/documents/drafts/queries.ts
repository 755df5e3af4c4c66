import type { Queryable } from '../../../platform/db.ts';
import type { MadeRow } from '../make-document.ts';

type Stored = Omit<MadeRow, 'issuedAt'> & { readonly issuedAt: string };

const madeOf = ({ document }: { readonly document: Stored }): MadeRow => ({
  ...document,
  issuedAt: new Date(document.issuedAt),
});

/** The newest document that waits for an order, made by this hand. */
export async function findDraft(
  sql: Queryable,
  orderId: string,
  madeBy: string,
): Promise<MadeRow | undefined> {
  const [row] = await sql<{ document: Stored }[]>`
    select document from document_draft where order_id = ${orderId} and made_by = ${madeBy} and not is_dropped
    order by made_at desc, document_id limit 1`;
  return row === undefined ? undefined : madeOf(row);
}

export async function insertDraft(sql: Queryable, made: MadeRow, madeBy: string, now: Date): Promise<void> {
  const document = { ...made, issuedAt: made.issuedAt.toISOString() };
  await sql`
    insert into document_draft (document_id, order_id, made_by, document, made_at)
    values (${made.documentId}, ${made.orderId}, ${madeBy}, ${sql.json(document)}, ${now})`;
}

/** Takes a draft out of waiting; undefined when it does not wait any more. */
export async function takeDraft(tx: Queryable, documentId: string): Promise<MadeRow | undefined> {
  const [row] = await tx<{ document: Stored }[]>`
    delete from document_draft where document_id = ${documentId} and not is_dropped returning document`;
  return row === undefined ? undefined : madeOf(row);
}

/** Nobody is given these documents any more; their bytes go with the next sweep. */
export async function dropDrafts(tx: Queryable, orderId: string): Promise<void> {
  await tx`update document_draft set is_dropped = true where order_id = ${orderId} and not is_dropped`;
}

/** Drafts that nobody will be given, with the name of their bytes where no document has the same. */
export async function droppedDrafts(
  sql: Queryable,
): Promise<{ readonly documentId: string; readonly pdfSha256: string | null }[]> {
  return await sql<{ documentId: string; pdfSha256: string | null }[]>`
    select d.document_id as "documentId",
           case when not exists (select from document o where o.pdf_sha256 = d.document ->> 'pdfSha256')
                then d.document ->> 'pdfSha256' end as "pdfSha256"
    from document_draft d where d.is_dropped order by d.made_at limit 1000`;
}

export async function deleteDraft(sql: Queryable, documentId: string): Promise<void> {
  await sql`delete from document_draft where document_id = ${documentId} and is_dropped`;
}
