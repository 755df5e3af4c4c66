import { expect, test } from 'vitest';
import type { z } from 'zod/mini';
import { type FindingList, findingListSchema } from './finding.ts';
import { type Job, jobSchema } from './job.ts';
import {
  type LayerChange,
  type LayerRecord,
  layerChangeSchema,
  layerListSchema,
  type NewLayer,
  newLayerSchema,
} from './layer-record.ts';
import {
  type Approval,
  approvalSchema,
  type NewRelease,
  newReleaseSchema,
  type Reading,
  type Release,
  readingSchema,
  reasonSchema,
  releaseChangeSchema,
  releaseListSchema,
  rollbackSchema,
} from './release.ts';
import {
  type NewRevisionNotice,
  newRevisionNoticeSchema,
  type RevisionNotice,
  revisionNoticeListSchema,
} from './revision-notice.ts';
import { type Timeline, timelineSchema } from './timeline.ts';
import { type NewUpload, newUploadSchema, type Upload, uploadSchema } from './upload.ts';

const refuses = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success === false;

const someone = { accountId: 'a1', name: 'Petugas Uji' };
const version = '0123456789abcdef';
const moment = '2026-11-22T04:00:00.000Z';

const record: LayerRecord = {
  layerId: 'rdtr-uji',
  kind: 'zones',
  theme: null,
  title: 'RDTR (uji)',
  abstract: null,
  producer: 'Dinas Uji',
  producerId: null,
  walidata: null,
  accessClass: 'terbuka',
  kugiClass: null,
  planScale: 5000,
  crs: 'EPSG:9490',
  updateCycle: 'asNeeded',
  legalBasis: null,
  licence: null,
  contact: null,
  isDemo: true,
  revision: 1,
  createdAt: moment,
  changedAt: moment,
  missing: ['abstract'],
  versionCount: 1,
  inForce: {
    versionId: version,
    validFrom: '2026-01-01',
    decree: 'CONTOH',
    accessClass: 'terbuka',
    featureCount: 3,
  },
  openReleaseId: null,
};
const job: Job = {
  jobId: 'j1',
  kind: 'check',
  state: 'running',
  step: 'reading',
  share: 0.25,
  rows: { read: 100, expected: 400 },
  releaseId: 'r1',
  attempt: 2,
  interruptions: 1,
  failure: null,
  queuedAt: moment,
  startedAt: moment,
  endedAt: null,
};
const upload: Upload = {
  uploadId: 'u1',
  fileName: 'rdtr.zip',
  byteCount: 10,
  offset: 10,
  chunkBytes: 1_048_576,
  state: 'stored',
  sha256: 'ab'.repeat(32),
  by: someone,
  startedAt: moment,
  storedAt: moment,
  earlier: {
    uploadId: null,
    fileName: 'lama.zip',
    storedAt: moment,
    versions: [{ layerId: 'rdtr-uji', versionId: version }],
  },
};
const release: Release = {
  releaseId: 'r1',
  title: 'Revisi',
  note: null,
  kind: 'change',
  state: 'diajukan',
  revision: 3,
  items: [
    {
      layerId: 'rdtr-uji',
      layerTitle: 'RDTR (uji)',
      kind: 'zones',
      accessClass: 'terbuka',
      uploadId: 'u1',
      fileName: 'rdtr.zip',
      sha256: 'ab'.repeat(32),
      versionId: version,
      featureCount: 3,
      setAsideCount: 0,
      replaces: null,
      loss: null,
      isUnchanged: false,
      isDemo: true,
    },
  ],
  findings: { blocks: 0, warns: 2 },
  job,
  createdBy: someone,
  createdAt: moment,
  submittedBy: someone,
  submittedAt: moment,
  decidedBy: null,
  decidedAt: null,
  publishedAt: null,
  reason: null,
  approval: {
    decree: 'CONTOH Nomor 9',
    decreeOn: null,
    validFrom: '2026-11-01',
    note: null,
    acknowledged: ['fromInPast'],
    confirmedHectares: 12,
  },
  hands: [someone],
  warnings: [{ code: 'fromInPast', layerId: null, text: { id: 'surut', en: 'past' } }],
  steps: ['approve', 'reject'],
};
const findings: FindingList = {
  releaseId: 'r1',
  blocks: 1,
  warns: 0,
  sorts: [
    {
      layerId: 'rdtr-uji',
      code: 'codeUnknown',
      severity: 'blocks',
      text: { id: 'Kode', en: 'Code' },
      count: 1,
      listed: 1,
      totalM2: null,
    },
  ],
  findings: [
    {
      findingNo: 1,
      layerId: 'rdtr-uji',
      code: 'codeUnknown',
      severity: 'blocks',
      text: { id: 'Kode', en: 'Code' },
      featureNos: [1],
      areaM2: null,
      at: [116.8, -1.2],
    },
  ],
};
const timeline: Timeline = {
  layerId: 'rdtr-uji',
  title: 'RDTR (uji)',
  kind: 'zones',
  publications: [
    {
      publicationId: '1',
      versionId: version,
      label: 'uji',
      featureCount: 3,
      validFrom: '2026-01-01',
      validUntil: null,
      decree: 'CONTOH',
      decreeOn: null,
      note: null,
      accessClass: 'terbuka',
      recordedAt: moment,
      releaseId: null,
      submittedBy: null,
      approvedBy: null,
      isInForce: true,
      originalSha256: null,
      tiles: `/tiles/rdtr-uji/${version}/{z}/{x}/{y}.mvt`,
    },
  ],
  drafts: [
    {
      versionId: version,
      label: 'uji',
      featureCount: 3,
      importedAt: moment,
      by: null,
      releaseId: null,
      goesAt: null,
    },
  ],
};
const notice: RevisionNotice = {
  noticeId: '1',
  layerId: 'rdtr-uji',
  planningArea: 'I.A',
  since: '2026-11-01',
  until: null,
  text: { id: 'sedang direvisi', en: 'under revision' },
};

test('every answer of the staff’s API is what its schema says', () => {
  expect(layerListSchema.parse({ layers: [record] }).layers[0]).toEqual(record);
  expect(jobSchema.parse(job)).toEqual(job);
  expect(uploadSchema.parse(upload)).toEqual(upload);
  expect(releaseListSchema.parse({ releases: [release], next: null }).releases[0]).toEqual(release);
  expect(findingListSchema.parse(findings)).toEqual(findings);
  expect(timelineSchema.parse(timeline)).toEqual(timeline);
  expect(revisionNoticeListSchema.parse({ notices: [notice] }).notices).toEqual([notice]);
});

test('a new layer must say who may see it; what nobody said stays empty', () => {
  const given = { layerId: 'banjir-2026', kind: 'overlay', theme: 'banjir', title: 'Banjir' };
  expect(refuses(newLayerSchema, given)).toBe(true);
  const layer: NewLayer = newLayerSchema.parse({ ...given, accessClass: 'internal' });
  expect(layer).toMatchObject({ accessClass: 'internal', licence: null, isDemo: false });
  for (const layerId of ['Banjir', '-a', 'a--b', 'a_b', '../a', 'a'.repeat(61)])
    expect(refuses(newLayerSchema, { ...given, accessClass: 'internal', layerId }), layerId).toBe(true);
});

test('a change names its fields, and only those of the record', () => {
  const change: LayerChange = layerChangeSchema.parse({ title: ' Judul ', licence: null });
  expect(change).toEqual({ title: 'Judul', licence: null });
  for (const wrong of [{ kind: 'road' }, { title: '' }, { title: 'a\u0000' }, { crs: '9490' }])
    expect(refuses(layerChangeSchema, wrong), JSON.stringify(wrong)).toBe(true);
});

test('an upload has a size within the limit', () => {
  const announced: NewUpload = newUploadSchema.parse({ fileName: 'a.zip', byteCount: 209_715_200 });
  expect(announced.sha256).toBeUndefined();
  for (const byteCount of [0, -1, 1.5, 209_715_201])
    expect(refuses(newUploadSchema, { fileName: 'a.zip', byteCount }), String(byteCount)).toBe(true);
});

test('a release holds files with their reading, or versions; nothing else', () => {
  const uploadId = '3f2b7c1e-8d7d-4c52-9a55-0c7a1a6f4b10';
  const reading: Reading = readingSchema.parse({ crs: 'EPSG:23837', coverage: { from: 'wholeCity' } });
  const made: NewRelease = newReleaseSchema.parse({
    title: 'Revisi',
    items: [
      { layerId: 'rdtr-uji', uploadId, reading },
      { layerId: 'rules-uji', versionId: version },
    ],
  });
  expect(made.items).toHaveLength(2);
  expect(newReleaseSchema.parse({ title: 'x', items: [{ layerId: 'a', uploadId }] }).items[0]).toEqual({
    layerId: 'a',
    uploadId,
    reading: {},
  });
  expect(refuses(newReleaseSchema, { title: 'x', items: [] })).toBe(true);
  expect(
    refuses(newReleaseSchema, { title: 'x', items: [{ layerId: 'a', uploadId, versionId: version }] }),
  ).toBe(true);
  expect(refuses(releaseChangeSchema, { items: [] })).toBe(true);
  expect(refuses(readingSchema, { crs: 'UTM' })).toBe(true);
});

test('an approval has a decree and a day; a refusal a reason', () => {
  const right = { decree: 'CONTOH Nomor 1', validFrom: '2026-11-22', seen: 'a'.repeat(16) };
  const approval: Approval = approvalSchema.parse(right);
  expect(approval.decreeOn).toBeUndefined();
  for (const wrong of [
    { decree: ' ' },
    { validFrom: '2026-02-30' },
    { seen: undefined },
    { seen: '' },
    { seen: 'a'.repeat(15) },
  ])
    expect(refuses(approvalSchema, { ...right, ...wrong })).toBe(true);
  expect(refuses(reasonSchema, { reason: ' ' })).toBe(true);
  expect(rollbackSchema.parse({ versionId: version, reason: 'salah' }).together).toEqual([]);
});

test('a notice of revision is of a planning area or of the whole layer', () => {
  const whole: NewRevisionNotice = newRevisionNoticeSchema.parse({ since: '2026-11-01' });
  expect(whole).toEqual({ planningArea: null, since: '2026-11-01', until: null });
});
