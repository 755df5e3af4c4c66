import * as z from 'zod/mini';
import { accessClassSchema } from './access-class.ts';
import { CONSEQUENCE_CODES, consequenceSchema } from './consequence.ts';
import { groundLossSchema } from './ground-loss.ts';
import { jobSchema } from './job.ts';
import { layerIdSchema, layerKindSchema } from './layer-record.ts';
import { RELEASE_STEPS, releaseStateSchema } from './release-state.ts';
import { staffPersonSchema } from './staff-person.ts';

const versionId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const line = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}]*$/u));

/** How a file is to be read: the options of the command `import`, all of them optional. */
export const readingSchema = z.strictObject({
  crs: z.optional(z.string().check(z.regex(/^EPSG:\d{4,6}$/))),
  sourceLayer: z.optional(line(200)),
  label: z.optional(line(200)),
  isRepairing: z.optional(z.boolean()),
  rulesLayerId: z.optional(layerIdSchema),
  regulationId: z.optional(line(60)),
  /** Other names of columns, as in a mapping file of the command. */
  mapping: z.optional(z.record(z.string().check(z.maxLength(200)), z.unknown())),
  /** Where the layer speaks: names of kelurahan, or the whole city. Overlays, roads and utility lines must say it. */
  coverage: z.optional(
    z.union([
      z.strictObject({ from: z.literal('wholeCity') }),
      z.strictObject({
        from: z.literal('kelurahan'),
        names: z.array(line(100)).check(z.minLength(1), z.maxLength(200)),
      }),
    ]),
  ),
  /** Rules: what an empty cell of the matrix means, where the tables do not say it. */
  emptyMeans: z.optional(z.enum(['tidak diatur', 'X'])),
});
export type Reading = z.infer<typeof readingSchema>;

const fileItemSchema = z.strictObject({
  layerId: layerIdSchema,
  uploadId: z.uuid(),
  reading: z._default(readingSchema, {}),
});
const versionItemSchema = z.strictObject({ layerId: layerIdSchema, versionId });

/** One layer of a release: a file that was uploaded, or a version that is there already (made by the command or the editor). */
const newReleaseItemSchema = z.union([fileItemSchema, versionItemSchema]);
export type NewReleaseItem = z.output<typeof newReleaseItemSchema>;

/** The same when a release changes; `isKept`: as it is, file and reading included, whoever brought them. */
const changedItemSchema = z.union([
  fileItemSchema,
  versionItemSchema,
  z.strictObject({ layerId: layerIdSchema, isKept: z.literal(true) }),
]);
export type ChangedItem = z.output<typeof changedItemSchema>;

const MOST_ITEMS = 20;

/** `POST /api/v1/staff/releases`. */
export const newReleaseSchema = z.strictObject({
  title: line(200),
  note: z.optional(z.string().check(z.maxLength(4_000))),
  items: z.array(newReleaseItemSchema).check(z.minLength(1), z.maxLength(MOST_ITEMS)),
});
export type NewRelease = z.output<typeof newReleaseSchema>;

/** `PATCH /api/v1/staff/releases/:id`: with items the check begins anew; what is not among them leaves the release. */
export const releaseChangeSchema = z.strictObject({
  title: z.optional(line(200)),
  note: z.optional(z.string().check(z.maxLength(4_000))),
  items: z.optional(z.array(changedItemSchema).check(z.minLength(1), z.maxLength(MOST_ITEMS))),
});
export type ReleaseChange = z.output<typeof releaseChangeSchema>;

/** `POST /api/v1/staff/releases/:id/approve`. */
export const approvalSchema = z.strictObject({
  /** In one line. For layers of the plan in full: “… Nomor … Tahun … tentang …”, and with its date. */
  decree: line(500),
  decreeOn: z.optional(z.iso.date()),
  validFrom: z.iso.date(),
  note: z.optional(z.string().check(z.maxLength(4_000))),
  /** The hectares that will be lost, as `GET …/consequences` tells them: whoever approves a large loss repeats the number. */
  confirmedHectares: z.optional(z.int().check(z.gte(1))),
  /** What must be taken knowingly, as `GET …/consequences` names it: written into the log. */
  acknowledged: z._default(z.array(z.enum(CONSEQUENCE_CODES)).check(z.maxLength(10)), []),
  /**
   * `seen` of the consequences that were looked at, as `GET …/consequences?on=` tells it: nobody approves what nobody has
   * looked at. Refused when it would be otherwise by now.
   */
  seen: z.prefault(
    z
      .string()
      .check(z.refine((stamp) => /^[0-9a-f]{16}$/.test(stamp), { params: { problem: 'approvalUnseen' } })),
    '',
  ),
});
export type Approval = z.output<typeof approvalSchema>;

/** `POST …/reject`, `POST …/withdraw`, and `POST /api/v1/staff/layers/:id/opening`: why. */
export const reasonSchema = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000)),
});

/** `POST /api/v1/staff/layers/:id/rollback`: makes a release of versions that were public before, for a second person. */
export const rollbackSchema = z.strictObject({
  versionId,
  /** Layers that go back together with it, such as the rules that explain its codes. */
  together: z._default(
    z.array(z.strictObject({ layerId: layerIdSchema, versionId })).check(z.maxLength(19)),
    [],
  ),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000)),
});
export type Rollback = z.output<typeof rollbackSchema>;

/** `opening`: what is in force of a closed layer, for everybody from now on. */
export const RELEASE_KINDS = ['change', 'rollback', 'opening'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

export const releaseSchema = z.object({
  releaseId: z.string(),
  title: z.string(),
  note: z.nullable(z.string()),
  kind: z.enum(RELEASE_KINDS),
  state: releaseStateSchema,
  /** Rises with every change; the entity tag is made of it, `If-Match` must name it. */
  revision: z.int(),
  items: z.array(
    z.object({
      layerId: z.string(),
      layerTitle: z.string(),
      kind: layerKindSchema,
      accessClass: accessClassSchema,
      uploadId: z.nullable(z.string()),
      fileName: z.nullable(z.string()),
      sha256: z.nullable(z.string()),
      /** The draft that the check made; null before, and when the file could not be read. */
      versionId: z.nullable(z.string()),
      featureCount: z.nullable(z.int()),
      setAsideCount: z.nullable(z.int()),
      /** What is in force today and would be replaced. */
      replaces: z.nullable(z.string()),
      /** What it takes away from the version in force, as the check measured it; null: too little to tell, or nothing was in force. */
      loss: z.nullable(groundLossSchema),
      /** This very content is in force already. */
      isUnchanged: z.boolean(),
      isDemo: z.boolean(),
    }),
  ),
  /** Null until the check has ended. */
  findings: z.nullable(z.object({ blocks: z.int(), warns: z.int() })),
  job: z.nullable(jobSchema),
  createdBy: staffPersonSchema,
  createdAt: z.string(),
  submittedBy: staffPersonSchema,
  submittedAt: z.nullable(z.string()),
  decidedBy: staffPersonSchema,
  decidedAt: z.nullable(z.string()),
  publishedAt: z.nullable(z.string()),
  /** Of a rejection or a withdrawal. */
  reason: z.nullable(z.string()),
  approval: z.nullable(
    z.object({
      decree: z.string(),
      decreeOn: z.nullable(z.string()),
      validFrom: z.string(),
      note: z.nullable(z.string()),
      /** Consequences that were told and taken. */
      acknowledged: z.array(z.string()),
      /** Hectares that were lost and confirmed; null: nothing had to be. */
      confirmedHectares: z.nullable(z.int()),
    }),
  ),
  /** Who has made, amended, drafted or submitted it: none of them decides. */
  hands: z.array(staffPersonSchema),
  /** What holds although it is published; empty before. */
  warnings: z.array(consequenceSchema),
  /** What the person who asks can do with it now: state, rights and four eyes together. */
  steps: z.array(z.enum(RELEASE_STEPS)),
});
export type Release = z.infer<typeof releaseSchema>;

export const releaseListSchema = z.object({
  releases: z.array(releaseSchema),
  /** Pass it as `before` for the next page; null at the end. */
  next: z.nullable(z.string()),
});
