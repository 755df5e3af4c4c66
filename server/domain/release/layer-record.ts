import * as z from 'zod/mini';
import { importKindSchema } from '../publication/layer-kind.ts';
import { accessClassSchema } from './access-class.ts';

/** How often the producer promises a new state: the codes of ISO 19115 `MD_MaintenanceFrequencyCode`. */
export const UPDATE_CYCLES = [
  'continual',
  'daily',
  'weekly',
  'fortnightly',
  'monthly',
  'quarterly',
  'biannually',
  'annually',
  'asNeeded',
  'irregular',
  'notPlanned',
  'unknown',
] as const;

const text = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));
const longText = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*(?:\n[^\p{Cc}]*)*$/u));
const perhaps = <S extends z.ZodMiniType>(schema: S) => z.nullable(schema);

export const layerIdSchema = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,12}$/), z.maxLength(60));

/** What a record by SNI 8843 / ISO 19115 says of a layer, as far as a person must say it; extent and dates are computed. */
const described = {
  title: text(200),
  abstract: perhaps(longText(4_000)),
  /** Name of the agency that makes the data (produsen data), as it is printed. */
  producer: perhaps(text(200)),
  /** Its code: who belongs to it may keep this layer. */
  producerId: perhaps(text(60)),
  walidata: perhaps(text(200)),
  accessClass: accessClassSchema,
  /** Code of the feature catalogue, as the walidata gives it: no list of them is shipped. */
  kugiClass: perhaps(text(60)),
  /** Denominator: 5000 is 1:5.000. */
  planScale: perhaps(z.int().check(z.gte(1), z.lte(100_000_000))),
  /** Of the source, `EPSG:9490`; what is stored is always EPSG:4326. */
  crs: perhaps(z.string().check(z.regex(/^EPSG:\d{4,6}$/))),
  updateCycle: perhaps(z.enum(UPDATE_CYCLES)),
  legalBasis: perhaps(longText(1_000)),
  licence: perhaps(text(200)),
  contact: perhaps(longText(500)),
};

export const layerKindSchema = z.enum([...importKindSchema.options, 'rules']);
export type LayerKind = z.infer<typeof layerKindSchema>;

/** A new layer. Who it is for must be said: nothing becomes public because a switch was forgotten. */
export const newLayerSchema = z.strictObject({
  layerId: layerIdSchema,
  kind: layerKindSchema,
  /** Overlays, and they alone. */
  theme: z._default(perhaps(text(60)), null),
  title: described.title,
  accessClass: described.accessClass,
  abstract: z._default(described.abstract, null),
  producer: z._default(described.producer, null),
  producerId: z._default(described.producerId, null),
  walidata: z._default(described.walidata, null),
  kugiClass: z._default(described.kugiClass, null),
  planScale: z._default(described.planScale, null),
  crs: z._default(described.crs, null),
  updateCycle: z._default(described.updateCycle, null),
  legalBasis: z._default(described.legalBasis, null),
  licence: z._default(described.licence, null),
  contact: z._default(described.contact, null),
  isDemo: z._default(z.boolean(), false),
});
export type NewLayer = z.output<typeof newLayerSchema>;

/** A change of what is said about a layer; what is left out stays. Kind, theme and data are no part of it. */
export const layerChangeSchema = z.strictObject(
  Object.fromEntries(Object.entries(described).map(([name, schema]) => [name, z.optional(schema)])) as {
    [K in keyof typeof described]: z.ZodMiniOptional<(typeof described)[K]>;
  },
);
export type LayerChange = z.output<typeof layerChangeSchema>;

/** Fields that the catalogue record cannot do without (SNI 8843 core); empty ones are named, not invented. */
export const CORE_FIELDS = [
  'abstract',
  'producer',
  'walidata',
  'kugiClass',
  'crs',
  'updateCycle',
  'legalBasis',
  'licence',
  'contact',
] as const;

/** A layer of the register with its record. `GET /api/v1/staff/layers`, and one of them. */
export const layerRecordSchema = z.object({
  layerId: z.string(),
  kind: layerKindSchema,
  theme: z.nullable(z.string()),
  ...described,
  isDemo: z.boolean(),
  /** Rises with every change of the record; the entity tag of the record is made of it. */
  revision: z.int(),
  createdAt: z.string(),
  changedAt: z.string(),
  /** Core fields that are empty. */
  missing: z.array(z.enum(CORE_FIELDS)),
  versionCount: z.int(),
  /** What is in force today, seen from inside: also for layers that nobody outside sees. */
  inForce: z.nullable(
    z.object({
      versionId: z.string(),
      validFrom: z.string(),
      decree: z.string(),
      accessClass: accessClassSchema,
      featureCount: z.int(),
    }),
  ),
  /** A release that is on its way and holds this layer. */
  openReleaseId: z.nullable(z.string()),
});
export type LayerRecord = z.infer<typeof layerRecordSchema>;

export const layerListSchema = z.object({ layers: z.array(layerRecordSchema) });
