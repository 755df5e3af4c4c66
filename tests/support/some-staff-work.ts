import type { FindingList } from '#domain/release/finding';
import type { Job } from '#domain/release/job';
import type { LayerRecord } from '#domain/release/layer-record';
import type { Release } from '#domain/release/release';

export const SITI = { accountId: 'a-1', name: 'Siti Rahma' };
export const BUDI = { accountId: 'a-2', name: 'Budi Santoso' };

/** A layer of the register; whoever needs another says what differs. */
export const aLayerRecord = (given: Partial<LayerRecord> = {}): LayerRecord => ({
  layerId: 'rdtr-contoh',
  kind: 'zones',
  theme: null,
  title: 'RDTR kota contoh',
  abstract: 'Zona dan sub-zona rencana detail yang karangan.',
  producer: 'Dinas contoh',
  producerId: 'dppr',
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
  revision: 3,
  createdAt: '2026-11-02T01:00:00Z',
  changedAt: '2026-11-28T06:30:00Z',
  missing: ['walidata', 'kugiClass', 'legalBasis', 'licence', 'contact'],
  versionCount: 2,
  inForce: {
    versionId: '0123456789abcdef',
    validFrom: '2026-01-02',
    decree: 'CONTOH Nomor 1',
    accessClass: 'terbuka',
    featureCount: 6724,
  },
  openReleaseId: null,
  ...given,
});

/** A check at work. */
export const aJob = (given: Partial<Job> = {}): Job => ({
  jobId: 'j-1',
  kind: 'check',
  state: 'running',
  step: 'checking',
  share: 0.42,
  rows: { read: 2800, expected: 6724 },
  releaseId: 'r-1',
  attempt: 1,
  interruptions: 0,
  failure: null,
  queuedAt: '2026-11-29T03:00:00Z',
  startedAt: '2026-11-29T03:00:01Z',
  endedAt: null,
  ...given,
});

/** A release that was checked and waits for its submission. */
export const aRelease = (given: Partial<Release> = {}): Release => ({
  releaseId: 'r-1',
  title: 'RDTR: koreksi batas contoh',
  note: 'Batas dua zona digeser ke tepi jalan.',
  kind: 'change',
  state: 'diperiksa',
  revision: 4,
  items: [
    {
      layerId: 'rdtr-contoh',
      layerTitle: 'RDTR kota contoh',
      kind: 'zones',
      accessClass: 'terbuka',
      uploadId: 'u-1',
      fileName: 'rdtr-koreksi.gpkg',
      sha256: 'ab'.repeat(32),
      versionId: 'fedcba9876543210',
      featureCount: 6722,
      setAsideCount: 2,
      replaces: '0123456789abcdef',
      loss: null,
      isUnchanged: false,
      isDemo: true,
    },
  ],
  findings: { blocks: 1, warns: 2 },
  job: null,
  createdBy: SITI,
  createdAt: '2026-11-29T02:41:00Z',
  submittedBy: null,
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  publishedAt: null,
  reason: null,
  approval: null,
  hands: [SITI],
  warnings: [],
  steps: ['amend', 'submit', 'withdraw'],
  ...given,
});

/** One code that has no rule, and two slivers. */
export const someFindings = (): FindingList => ({
  releaseId: 'r-1',
  blocks: 1,
  warns: 2,
  sorts: [
    {
      layerId: 'rdtr-contoh',
      code: 'codeWithoutRule',
      severity: 'blocks',
      text: { id: 'Kode zona tanpa baris aturan', en: 'Zone code without a rule row' },
      count: 1,
      listed: 1,
      totalM2: 8120.4,
    },
    {
      layerId: 'rdtr-contoh',
      code: 'sliver',
      severity: 'warns',
      text: { id: 'Serpihan', en: 'Slivers' },
      count: 2,
      listed: 2,
      totalM2: 3.1,
    },
  ],
  findings: [
    {
      findingNo: 1,
      layerId: 'rdtr-contoh',
      code: 'codeWithoutRule',
      severity: 'blocks',
      text: {
        id: 'Kode R-9 dipakai 1 poligon, tetapi tidak ada baris aturannya.',
        en: 'The code R-9 is used by 1 polygon, but has no rule row.',
      },
      featureNos: [231],
      areaM2: 8120.4,
      at: [116.8312, -1.2745],
    },
    {
      findingNo: 2,
      layerId: 'rdtr-contoh',
      code: 'sliver',
      severity: 'warns',
      text: { id: 'Serpihan 2,1 m² antara dua zona.', en: 'A sliver of 2.1 m² between two zones.' },
      featureNos: [17, 18],
      areaM2: 2.1,
      at: [116.845, -1.262],
    },
    {
      findingNo: 3,
      layerId: 'rdtr-contoh',
      code: 'sliver',
      severity: 'warns',
      text: { id: 'Serpihan 1,0 m² antara dua zona.', en: 'A sliver of 1.0 m² between two zones.' },
      featureNos: [801, 802, 803, 804, 805, 806],
      areaM2: 1,
      at: null,
    },
  ],
});
