import { createHash, randomBytes } from 'node:crypto';
import { renderSVG } from 'uqr';
import { CERTIFICATE_SCHEMA, writeCertificate } from '#domain/document/certificate';
import { extractText } from '#domain/extract/compose-extract';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { audit } from '../log/index.ts';
import { documentsDirectory, readStored, storeBytes } from './document-store.ts';
import { groundOf, kelurahanOf, zoneCodesOf } from './extract-facts.ts';
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
 * @returns `busy`, `diskFull`, `signerUnavailable`: nothing was issued
 */
export async function issueDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
): Promise<Result<IssuedDocument, Problem>> {
  const earlier = await readOrdered(deps, order.orderId);
  if (earlier !== null) return ok(earlier);
  const directory = documentsDirectory(deps.dataDirectory);
  const extract = Buffer.from(extractText(order.extract));
  // The disk takes the extract while the document is typeset.
  const [made, stored] = await Promise.all([
    makeDocument(deps, order, extract),
    storeBytes(directory, extract).then(
      () => null,
      (error: unknown) => ({ error }),
    ),
  ]);
  if (!made.ok) return made;
  const { row, pdf } = made.value;
  try {
    if (stored !== null) throw stored.error;
    await storeBytes(directory, pdf);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail(problem('diskFull', { byteCount: pdf.length }));
    throw error;
  }
  await record(deps, order, row);
  // Of two that made the same order at once, the register took one: both give that one.
  const issued = await readOrdered(deps, order.orderId);
  return issued === null ? fail(problem('sourceUnavailable')) : ok(issued);
}

/** The document of an order, from its stored bytes; null when there is none, or its bytes are not what was issued. */
async function readOrdered(deps: DocumentDeps, orderId: string): Promise<IssuedDocument | null> {
  const found = await findOrdered(deps.sql, orderId);
  if (found === null) return null;
  const pdf = await readStored(documentsDirectory(deps.dataDirectory), found.pdfSha256);
  if (pdf === null) throw new Error(`the bytes of document ${found.documentId} are gone or damaged`);
  return { record: found, pdf };
}

interface MadeDocument {
  readonly row: Omit<NewDocument, 'eventId'>;
  readonly pdf: Uint8Array;
}

async function makeDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
  extract: Buffer,
): Promise<Result<MadeDocument, Problem>> {
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
    code: renderSVG(verifyAt, { ecc: 'M', border: 2 }),
    extract: extract.toString(),
    certificate,
    madeAt: Math.floor(issuedAt.getTime() / 1_000),
  };
  const rendered = await deps.renderer.render(job);
  if (!rendered.ok) return fail(problem('busy'));
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

/** The row and its leaf, both or neither. */
async function record(deps: DocumentDeps, order: DocumentOrder, row: MadeDocument['row']): Promise<void> {
  const { documentId, kind, number, isTrial, pdfSha256, extractSha256 } = row;
  await deps.sql
    .begin(async (tx) => {
      const facts = { documentId, documentKind: kind, number, isTrial, pdfSha256, extractSha256 };
      const eventId = await audit(tx, { kind: 'document.issued', actor: order.actor, facts }, deps.clock);
      if (!(await insertDocument(tx, { ...row, eventId }))) throw new OrderedAlready();
    })
    .catch((error: unknown) => {
      if (!(error instanceof OrderedAlready)) throw error;
    });
}

/** Rolls back what a second maker of the same order wrote. */
class OrderedAlready extends Error {}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
