import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import type { DocumentRecord } from '#domain/document/document';
import { stateOn } from '#domain/document/document';
import { problem } from '#domain/problem';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse, readerLanguage } from '../../platform/http/problem-json.ts';
import { validateJson, validateParams, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import { spendPublicTry } from '../accounts/index.ts';
import { proveLeafToHolder } from '../log/index.ts';
import { type LookupDeps, POLYGON_LIMIT_BYTES } from '../lookup/index.ts';
import { documentsDirectory, readStored } from './document-store.ts';
import { type ItrGround, issueItr } from './itr.ts';
import { readKeyList } from './key-list.ts';
import { verifyAddress } from './make-document.ts';
import type { DocumentDeps } from './order.ts';
import { findDocument, leafOfDocument } from './queries.ts';
import {
  documentParamsSchema,
  type issuedItrSchema,
  itrBodySchema,
  itrQuerySchema,
  proofQuerySchema,
  type verificationSchema,
} from './schema.ts';
import { writerOf } from './sheet/words-of.ts';

/** New ITRs in an hour for one place, and for its neighbourhood, before each further one waits: what is there is free. */
const FREE_ITRS = 120;
const FREE_ITRS_AROUND = 1_200;

/** Where documents are verified: what a request calls its host is written by whoever asks, and is never printed. */
export const verifyOrigin = (http: Deps['http']): string =>
  (http?.publicUrl ?? http?.localUrl ?? 'http://localhost').replace(/\/+$/, '');

/**
 * `GET /api/v1/itr.pdf` and `.json?lon&lat` or `?parcel`, `POST /api/v1/itr` {geometry}: an ITR, at once.
 * `GET /api/v1/documents/…`: what a document is worth, its proof in the log, the keys that it is checked with.
 */
export function documentRoutes(
  deps: LookupDeps & Pick<Deps, 'http' | 'clock' | 'keys'>,
  documents: DocumentDeps | null,
) {
  const origin = verifyOrigin(deps.http);
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const nowOf = (record: DocumentRecord): DocumentRecord => ({ ...record, state: stateOn(record, today()) });
  const send = async (c: Context, ground: ItrGround | null, as: 'pdf' | 'json'): Promise<Response> => {
    if (ground === null)
      return problemResponse(c, problem('missingParameter', { name: 'lon, lat | parcel' }));
    if (documents === null) return problemResponse(c, problem('sourceUnavailable'));
    const language = readerLanguage(c);
    const mayMake = () => spendPublicTry(deps, c, 'itr', FREE_ITRS, FREE_ITRS_AROUND);
    const issued = await issueItr({ ...deps, ...documents }, ground, language, origin, mayMake);
    if (!issued.ok) return problemResponse(c, issued.problem);
    const { record, pdf, extract } = issued.value;
    if (as === 'pdf') return sendPdf(c, record, pdf);
    const body: z.infer<typeof issuedItrSchema> = {
      schema: 'itr/1',
      mark: writerOf(language, []).t['mark.itr'],
      document: nowOf(record),
      verifyAt: verifyAddress(origin, record.documentId),
      pdf: `/api/v1/documents/${record.documentId}/pdf`,
      extract,
    };
    return c.json(body);
  };

  return new Hono()
    .get('/api/v1/itr.pdf', cachePolicy('noStore'), validateQuery(itrQuerySchema), (c) =>
      send(c, groundOf(c.req.valid('query')), 'pdf'),
    )
    .get('/api/v1/itr.json', cachePolicy('noStore'), validateQuery(itrQuerySchema), (c) =>
      send(c, groundOf(c.req.valid('query')), 'json'),
    )
    .post(
      '/api/v1/itr',
      cachePolicy('noStore'),
      withoutQuery,
      validateJson(itrBodySchema, { limitBytes: POLYGON_LIMIT_BYTES }),
      (c) => send(c, { drawing: c.req.valid('json').geometry }, 'json'),
    )
    .all('/api/v1/itr', methodNotAllowed('POST'))
    .get('/api/v1/documents/keys', cachePolicy('noStore'), withoutQuery, async (c) =>
      c.json(await readKeyList(deps)),
    )
    .get(
      '/api/v1/documents/:document',
      cachePolicy('noStore'),
      validateParams(documentParamsSchema),
      withoutQuery,
      async (c) => {
        const record = await findDocument(deps.sql, c.req.valid('param').document);
        if (record === null) return problemResponse(c, problem('notFound'));
        const body: z.infer<typeof verificationSchema> = {
          schema: 'verification/1',
          document: nowOf(record),
          verifyAt: verifyAddress(origin, record.documentId),
        };
        return c.json(body);
      },
    )
    .get(
      '/api/v1/documents/:document/pdf',
      cachePolicy('noStore'),
      validateParams(documentParamsSchema),
      withoutQuery,
      async (c) => {
        const record = await findDocument(deps.sql, c.req.valid('param').document);
        // A KRK names its applicant: whoever holds the file has it, everybody else only its state.
        if (record === null || record.kind !== 'itr') return problemResponse(c, problem('notFound'));
        const pdf =
          documents === null
            ? null
            : await readStored(documentsDirectory(documents.dataDirectory), record.pdfSha256);
        return pdf === null ? problemResponse(c, problem('documentFileGone')) : sendPdf(c, record, pdf);
      },
    )
    .get(
      '/api/v1/documents/:document/proof',
      cachePolicy('noStore'),
      validateParams(documentParamsSchema),
      validateQuery(proofQuerySchema),
      async (c) => {
        const { document } = c.req.valid('param');
        const { of = 'issue' } = c.req.valid('query');
        const leaf = await leafOfDocument(deps.sql, document, of);
        const proof = leaf === null ? undefined : await proveLeafToHolder(deps, leaf);
        if (proof === undefined) return problemResponse(c, problem('notFound'));
        const name = of === 'issue' ? document : `${document}-${of}`;
        c.header('content-disposition', `attachment; filename="${name}.tlog-proof"`);
        return c.text(proof);
      },
    );
}

function groundOf({ lon, lat, parcel }: z.infer<typeof itrQuerySchema>): ItrGround | null {
  if (parcel !== undefined) return lon === undefined && lat === undefined ? { nib: parcel } : null;
  return lon === undefined || lat === undefined ? null : { point: [lon, lat] };
}

function sendPdf(c: Context, { kind, kelurahan, documentId }: DocumentRecord, pdf: Uint8Array): Response {
  const place = (kelurahan[0] ?? '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const name = [kind.toUpperCase(), place, documentId.slice(0, 8)].filter(Boolean).join('-');
  c.header('content-type', 'application/pdf');
  c.header('content-disposition', `attachment; filename="${name}.pdf"`);
  c.header('x-document-id', documentId);
  return c.body(new Uint8Array(pdf));
}
