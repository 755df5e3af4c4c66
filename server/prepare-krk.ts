import { composeExtract, type Outline } from '#domain/extract/compose-extract';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import { type DocumentOrder, documentSections } from './features/applications/index.ts';
import {
  type DocumentDeps,
  prepareDocument,
  type SigningSecret,
  verifyOrigin,
} from './features/documents/index.ts';
import type { HttpSettings } from './platform/deps.ts';

/** The document of an application: the extract of its ground, with who asked and what was decided. It waits to be given out. */
export async function prepareKrk(
  documents: DocumentDeps,
  http: HttpSettings | undefined,
  order: DocumentOrder,
  secret: SigningSecret | null,
): Promise<Result<{ readonly documentId: string }, Problem>> {
  const { ground, nib, answer } = order;
  const outline = (ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates) as Outline;
  const asked =
    nib === null ? ({ kind: 'drawing', outline } as const) : ({ kind: 'parcel', nib, outline } as const);
  const extract = composeExtract(answer, asked, documents.city.name);
  if (!extract.ok) return fail(problem('sourceUnavailable'));
  // Demonstration rules make no document that counts, whoever signs it.
  if (extract.value.isDemo !== order.isTrial) return fail(problem('planHasChanged'));
  const document = {
    orderId: order.orderId,
    kind: 'krk' as const,
    language: order.language,
    extract: extract.value,
    number: order.number,
    validUntil: order.validUntil,
    approved: approvedOf(order),
    sections: documentSections(order),
    changes: order.sheet.overrides,
    closingText: order.closingText,
    origin: verifyOrigin(http),
    actor: order.actor,
  };
  return await prepareDocument(documents, document, secret);
}

/** What the map shows as approved: nothing where all of the ground is, or none. */
const approvedOf = ({ sheet }: DocumentOrder): Outline | null =>
  sheet.outcome === 'disetujuiSebagian' && sheet.approved !== null
    ? (sheet.approved.coordinates as Outline)
    : null;
