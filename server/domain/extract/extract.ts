import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';
import { answerSchema, partSchema } from '../zoning/answer.ts';

/** The form that an extract is written in. A change of its fields is another number, and a sample of each number is kept. */
export const EXTRACT_SCHEMA = 'omod-extract/2';
/** The form that a document of it is laid out in. */
export const DOCUMENT_TEMPLATE = 'omod-document/2';

const ring = z.array(lngLatSchema);

/** The ground that was asked about: a point, a registered parcel, or what somebody drew. */
export const extractGroundSchema = z.object({
  kind: z.enum(['point', 'parcel', 'drawing']),
  /** NIB bidang, the number of the land; never the number of a business. */
  nib: z.nullable(z.string()),
  point: lngLatSchema,
  /** Polygons with their rings, closed, longitude first; null for a point. */
  outline: z.nullable(z.array(z.array(ring))),
  /** Every corner once, in order, numbered from 1 over all rings. */
  corners: z.array(z.object({ number: z.int(), lng: z.number(), lat: z.number() })),
  /** Geodesic, WGS 84: the denominator of every share. */
  areaM2: z.nullable(z.number()),
  perimeterM: z.nullable(z.number()),
  /** As the land register writes it; null when no parcel was asked for. */
  registeredAreaM2: z.nullable(z.number()),
  admin: answerSchema.shape.admin,
});
export type ExtractGround = z.infer<typeof extractGroundSchema>;

/** What the shares are taken of, and what was left out as noise: nothing, only flagged. */
export const sharesSchema = z.object({
  denominator: z.literal('geodesicArea'),
  denominatorM2: z.number(),
  sliverThresholdM2: z.number(),
  partsM2: z.number(),
  remainderM2: z.nullable(z.number()),
  overlapM2: z.nullable(z.number()),
});

/** A part without the answer to a question about one activity, which an extract does not ask. */
export const extractPartSchema = z.omit(partSchema, { verdict: true, otherVerdicts: true });
export type ExtractPart = z.infer<typeof extractPartSchema>;

/**
 * Everything that the plan says about a piece of ground, in one value that is the same for the same ground, plan versions and
 * template: no moment, no reader, no chance. A document shows it, a certificate signs its bytes.
 */
export const extractSchema = z.object({
  /** `/2` says of each part where its zone and its matrix stand in the law. */
  schema: z.enum(['omod-extract/1', EXTRACT_SCHEMA]),
  /** `/2` prints that, the data behind networks, and on a certificate the approved ground on the map. */
  template: z.enum(['omod-document/1', DOCUMENT_TEMPLATE]),
  city: z.object({ id: z.string(), name: z.string() }),
  ground: extractGroundSchema,
  shares: z.nullable(sharesSchema),
  coverage: answerSchema.shape.coverage,
  plan: answerSchema.shape.plan,
  parts: z.array(extractPartSchema),
  remainder: answerSchema.shape.remainder,
  themes: answerSchema.shape.themes,
  nearBorder: answerSchema.shape.nearBorder,
  nearOverlays: answerSchema.shape.nearOverlays,
  parcelZones: answerSchema.shape.parcelZones,
  parcelGaps: answerSchema.shape.parcelGaps,
  borderToleranceM: z.number(),
  rtrw: answerSchema.shape.rtrw,
  roads: answerSchema.shape.roads,
  utilities: answerSchema.shape.utilities,
  sources: answerSchema.shape.sources,
  versions: answerSchema.shape.versions,
  revisions: answerSchema.shape.revisions,
  isDemo: z.boolean(),
});
export type Extract = z.infer<typeof extractSchema>;
