import { createHash, randomBytes } from 'node:crypto';
import { CERTIFICATE_SCHEMA, writeCertificate } from '#domain/document/certificate';
import { extractText } from '#domain/extract/compose-extract';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { groundOf, kelurahanOf, zoneCodesOf } from './extract-facts.ts';
import { drawCode } from './map/draw-code.ts';
import { drawGroundMap } from './map/ground-map.ts';
import { type DocumentDeps, type DocumentOrder, signerOf } from './order.ts';
import { keepCertificate, type NewDocument } from './queries.ts';
import type { RenderJob } from './render/render-job.ts';
import type { SigningSecret } from './seal/signer.ts';
import { composeSheet } from './sheet/compose-sheet.ts';
import { printable, printableJson } from './sheet/printable.ts';

/** Random bits of an id: 128. */
const ID_BYTES = 16;

/** Where a document is verified. */
export const verifyAddress = (origin: string, documentId: string): string =>
  `${origin}/krk/verifikasi/${documentId}`;

/** A row as the register will have it. */
export type MadeRow = Omit<NewDocument, 'eventId'>;

/** A document that nobody has been given yet, and that is nowhere but in memory. */
export interface MadeDocument {
  readonly row: MadeRow;
  readonly pdf: Uint8Array;
}

/**
 * Renders and signs a document.
 * @param secret of the official who signs, where the signer asks for one
 * @returns `busy`, `sourceUnavailable`, or why it was not signed: nothing was made
 */
export async function makeDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
  secret: SigningSecret | null = null,
): Promise<Result<MadeDocument, Problem>> {
  // The database finds what the map shows while everything else that the document needs is made here.
  const drawn = drawGroundMap(deps, order, order.language);
  // Whoever awaits it is told of its failure; until then it is not one that nobody hears of.
  drawn.catch(() => {});
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
  const code = drawCode(verifyAt);
  const map = await drawn;
  const signer = signerOf(deps, { kind: order.kind, isTrial });
  const signedBy = signer === deps.signer ? null : signer.name;
  const sheet = composeSheet({ ...order, documentId, isTrial, issuedAt, verifyAt, signedBy }, map, deps.city);
  const job: RenderJob = {
    sheet: printableJson(sheet),
    foot: printable(sheet.foot),
    map: map.svg,
    code,
    extract: extract.toString(),
    certificate,
    madeAt: Math.floor(issuedAt.getTime() / 1_000),
  };
  const rendered = await deps.renderer.render(job, order.kind === 'itr' ? 'public' : 'office');
  if (!rendered.ok) return fail(problem(rendered.problem === 'busy' ? 'busy' : 'sourceUnavailable'));
  const signed = await signer.sign(rendered.value, issuedAt, secret);
  if (!signed.ok) return fail(problem(signed.problem));
  const { pdf, certificate: signedWith } = signed.value;
  // Whoever checks the file looks for it in the key list: it is there before the document is.
  if (signedWith !== null) await keepCertificate(deps.sql, signedWith, signer.name, issuedAt);
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
