import { createHash, randomBytes } from 'node:crypto';
import { CERTIFICATE_SCHEMA, writeCertificate } from '#domain/document/certificate';
import type { DocumentRecord } from '#domain/document/document';
import { extractText } from '#domain/extract/compose-extract';
import type { Actor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { audit } from '../log/index.ts';
import { documentsDirectory, readStored, removeStored, storeBytes } from './document-store.ts';
import { groundOf, kelurahanOf, zoneCodesOf } from './extract-facts.ts';
import { drawCode } from './map/draw-code.ts';
import { drawGroundMap } from './map/ground-map.ts';
import type { DocumentDeps, DocumentOrder, IssuedDocument } from './order.ts';
import { findOrdered, insertDocument, type NewDocument } from './queries.ts';
import type { RenderJob } from './render/render-job.ts';
import { composeSheet } from './sheet/compose-sheet.ts';
import { printableJson } from './sheet/printable.ts';

/** Random bits of an id: 128. */
const ID_BYTES = 16;

/** Where a document is verified. */
export const verifyAddress = (origin: string, documentId: string): string =>
  `${origin}/krk/verifikasi/${documentId}`;

/**
 * Gives out a document: rendered, signed, on the disk, and last in the register and the log together. Killed at any moment
 * before that, nothing was issued and the same order can be made again; afterwards it gives the stored bytes.
 *
 * @returns `busy`, `documentNotStored`, `signerUnavailable`: nothing was issued. `documentFileGone`: it was, and its bytes
 * are lost; an ITR is made anew then, under another id, anything else is for the office to replace
 */
export async function issueDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
): Promise<Result<IssuedDocument, Problem>> {
  const earlier = await readOrdered(deps, order);
  if (earlier === 'gone') return fail(problem('documentFileGone'));
  if ('pdf' in earlier) return ok(earlier);
  const made = await makeDocument(deps, { ...order, orderId: earlier.orderId });
  if (!made.ok) return made;
  const { row, pdf } = made.value;
  try {
    if (await record(deps, order.actor, made.value)) return ok({ record: recordOf(row), pdf });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail(problem('documentNotStored'));
    throw error;
  }
  // Of two that made the same order at once, the register took one: both give that one.
  await removeStored(documentsDirectory(deps.dataDirectory), row.pdfSha256);
  const issued = await readOrdered(deps, order);
  return issued !== 'gone' && 'pdf' in issued ? ok(issued) : fail(problem('sourceUnavailable'));
}

/**
 * What an order has come to: its document, from its stored bytes; the id that it is to be made under; or `gone`. An ITR whose
 * bytes are gone stays in the register, and the next one of the same order is named after it.
 */
async function readOrdered(
  deps: DocumentDeps,
  order: DocumentOrder,
): Promise<IssuedDocument | { readonly orderId: string } | 'gone'> {
  const directory = documentsDirectory(deps.dataDirectory);
  for (let { orderId } = order; ; ) {
    const found = await findOrdered(deps.sql, orderId);
    if (found === null) return { orderId };
    const pdf = await readStored(directory, found.pdfSha256);
    if (pdf !== null) return { record: found, pdf };
    deps.log.warn({ documentId: found.documentId, kept: found.hasFile }, 'the file of a document is gone');
    if (order.kind !== 'itr') return 'gone';
    orderId = `${order.orderId}:${found.documentId}`;
  }
}

interface MadeDocument {
  readonly row: Omit<NewDocument, 'eventId'>;
  readonly pdf: Uint8Array;
}

async function makeDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
): Promise<Result<MadeDocument, Problem>> {
  const extract = Buffer.from(extractText(order.extract));
  const documentId = randomBytes(ID_BYTES).toString('base64url');
  const issuedAt = deps.clock.now();
  const extractSha256 = sha256(extract);
  const isTrial = order.extract.isDemo;
  const verifyAt = verifyAddress(order.origin, documentId);
  const [key] = deps.keys.signingKeys('document');
  if (key === undefined) throw new Error('there is no key for certificates');
  const certificate = writeCertificate(
    {
      schema: CERTIFICATE_SCHEMA,
      documentId,
      kind: order.kind,
      number: order.number,
      isTrial,
      issuedAt: issuedAt.toISOString(),
      extractSha256,
      verifyAt,
    },
    key.kid,
    (text) => deps.keys.sign('document', text),
  );
  const map = await drawGroundMap(deps, order.extract, order.language);
  const sheet = composeSheet({ ...order, documentId, isTrial, issuedAt, verifyAt }, map, deps.city);
  const job: RenderJob = {
    sheet: printableJson(sheet),
    map: map.svg,
    code: drawCode(verifyAt),
    extract: extract.toString(),
    certificate,
    madeAt: Math.floor(issuedAt.getTime() / 1_000),
  };
  const rendered = await deps.renderer.render(job);
  if (!rendered.ok) return fail(problem(rendered.problem === 'busy' ? 'busy' : 'sourceUnavailable'));
  const signed = await deps.signer.sign(rendered.value, issuedAt);
  if (!signed.ok) return fail(problem('signerUnavailable'));
  const pdf = signed.value;
  const row = {
    documentId,
    orderId: order.orderId,
    kind: order.kind,
    number: order.number,
    isTrial,
    language: order.language,
    issuedAt,
    validUntil: order.validUntil,
    kelurahan: kelurahanOf(order.extract),
    zoneCodes: zoneCodesOf(order.extract),
    areaM2: order.extract.ground.areaM2,
    ground: groundOf(order.extract),
    versionIds: order.extract.versions.map(({ versionId }) => versionId),
    pdfSha256: sha256(pdf),
    pdfBytes: pdf.length,
    extractSha256,
    certificate,
  };
  return ok({ row, pdf });
}

/**
 * File, row and leaf, all of them or nothing that anybody sees: the disk writes while the register is asked, and the register
 * ends its transaction once the disk has it.
 * @returns false when the order had its document meanwhile
 */
async function record(deps: DocumentDeps, actor: Actor, { row, pdf }: MadeDocument): Promise<boolean> {
  const { documentId, kind, number, isTrial, pdfSha256, extractSha256 } = row;
  const facts = { documentId, documentKind: kind, number, isTrial, pdfSha256, extractSha256 };
  try {
    await deps.sql.begin(async (tx) => {
      const [isFirst] = await Promise.all([
        audit(tx, { kind: 'document.issued', actor, facts }, deps.clock).then((eventId) =>
          insertDocument(tx, { ...row, eventId }),
        ),
        storeBytes(documentsDirectory(deps.dataDirectory), pdfSha256, pdf),
      ]);
      if (!isFirst) throw new OrderedAlready();
    });
    return true;
  } catch (error) {
    if (error instanceof OrderedAlready) return false;
    throw error;
  }
}

/** A row as the register tells it, right after it was written. */
const recordOf = ({
  orderId: _orderId,
  ground: _ground,
  versionIds: _versionIds,
  issuedAt,
  ...row
}: MadeDocument['row']): DocumentRecord => ({
  ...row,
  issuedAt: issuedAt.toISOString(),
  state: 'berlaku',
  reason: null,
  replacedBy: null,
  hasFile: true,
});

/** Rolls back what a second maker of the same order wrote. */
class OrderedAlready extends Error {}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
