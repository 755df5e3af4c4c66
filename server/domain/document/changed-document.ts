import * as z from 'zod/mini';
import { placeComparisonSchema } from '../zoning/history.ts';
import { documentIdSchema } from './document.ts';

const listed = {
  documentId: documentIdSchema,
  number: z.string(),
  kelurahan: z.array(z.string()),
  zoneCodes: z.array(z.string()),
  /** Null where it was given out without an application. */
  applicationId: z.nullable(z.string()),
  ticket: z.nullable(z.string()),
} as const;

/** A document in force, and what the plan says about its ground today differently. */
const changedDocumentSchema = z.object({
  ...listed,
  isTrial: z.boolean(),
  issuedAt: z.string(),
  askedAt: z.string(),
  compared: placeComparisonSchema,
  /** Its holder was told of what has changed. */
  isTold: z.boolean(),
});

/** `GET /api/v1/staff/documents/changed`. `waiting`: not asked about since the plan changed. */
export const changedDocumentsSchema = z.object({
  inForce: z.int(),
  changed: z.int(),
  waiting: z.int(),
  documents: z.array(changedDocumentSchema),
  next: z.nullable(documentIdSchema),
});
export type ChangedDocuments = z.infer<typeof changedDocumentsSchema>;

/** A document in force that a release would touch: where its ground changes, or a rule of one of its zones. */
const touchedDocumentSchema = z.object({ ...listed, byGround: z.boolean(), byRules: z.boolean() });

/** `GET /api/v1/staff/releases/{id}/documents`: all of them counted, the first of them listed. */
export const touchedDocumentsSchema = z.object({
  on: z.iso.date(),
  count: z.int(),
  documents: z.array(touchedDocumentSchema),
});
export type TouchedDocuments = z.infer<typeof touchedDocumentsSchema>;
