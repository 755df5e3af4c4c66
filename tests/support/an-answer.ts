import type { Answer, Part, ThemeRow } from '#domain/zoning/answer';
import type { Figure } from '#domain/zoning/figure';
import { THEMES } from '#domain/zoning/theme';
import { THEME_TITLES_ID } from '#domain/zoning/theme-titles-id';

const RULES = 'rules-contoh';
const source = (id: string): string => `${RULES}/${id}`;

/** A figure that the plan sets as a number. */
export function aFigure(change: Partial<Figure> & Pick<Figure, 'measure'>, value = 60): Figure {
  return {
    operator: 'max',
    status: 'set',
    base: {
      value,
      text: null,
      unitAsPrinted: '%',
      parcelMinM2: null,
      parcelMaxM2: null,
      roadClass: null,
      sourceId: source('intensitas'),
    },
    alternatives: [],
    caps: [],
    governing: { value, from: 'base', sourceId: source('intensitas') },
    bound: null,
    computedM2: null,
    ...change,
  };
}

/** A figure that the plan does not regulate, or that the data lacks. */
export const aMissingFigure = (measure: Figure['measure']): Figure =>
  aFigure({ measure, status: 'notSet', base: null, governing: null });

/** One part of demonstration zone R-3 with every kind of figure, setback, note and outcome. */
export function aPart(change: Partial<Part> = {}): Part {
  return {
    layerId: 'rdtr-contoh',
    versionId: '0123456789abcdef',
    featureNo: 17,
    polygonCount: 1,
    overlays: [],
    otherVerdicts: [],
    zone: {
      code: 'R-3',
      zoneCode: 'R',
      zoneName: 'Perumahan',
      subzoneName: 'Perumahan Kepadatan Sedang',
      category: 'budi daya',
      color: '#fff005',
      colorProvisional: false,
      description: 'Tempat untuk rumah tinggal dengan kepadatan sedang dan usaha kecil pendukungnya.',
      isKnownCode: true,
    },
    kodwp: 'CONTOH-WP',
    kodswp: 'CONTOH-A',
    kodblk: 'CONTOH-A.1',
    kodsbl: null,
    kecamatanInPlan: 'Balikpapan Kota',
    kelurahanInPlan: 'Klandasan Ulu',
    remark: null,
    statedAreaHa: 1.42,
    areaM2: null,
    sharePct: null,
    isSliver: false,
    figures: [
      aFigure({ measure: 'kdb' }),
      aFigure({
        measure: 'klb',
        base: {
          value: 1.8,
          text: null,
          unitAsPrinted: '',
          parcelMinM2: null,
          parcelMaxM2: null,
          roadClass: null,
          sourceId: source('intensitas'),
        },
        governing: { value: 1.8, from: 'base', sourceId: source('intensitas') },
      }),
      aFigure({ measure: 'kdh', operator: 'min' }, 20),
      aFigure({
        measure: 'floors',
        base: {
          value: 4,
          text: null,
          unitAsPrinted: 'lantai',
          parcelMinM2: null,
          parcelMaxM2: null,
          roadClass: null,
          sourceId: source('intensitas'),
        },
        caps: [
          {
            theme: 'cagar-budaya',
            levelCode: '',
            effect: 'cap',
            operator: 'max',
            value: 2,
            unitAsPrinted: 'lantai',
            comparable: true,
            body: 'Di kawasan cagar budaya contoh bangunan paling tinggi dua lantai.',
            sourceId: source('cagar'),
          },
          {
            theme: 'kkop',
            levelCode: 'K01G',
            effect: 'cap',
            operator: 'max',
            value: 45,
            unitAsPrinted: 'm AMSL',
            comparable: false,
            body: 'Puncak bangunan paling tinggi 45 m di atas permukaan laut.',
            sourceId: source('kkop'),
          },
        ],
        governing: { value: 2, from: 'cap', sourceId: source('cagar') },
      }),
      aMissingFigure('ktb'),
      aFigure({
        measure: 'min_parcel_m2',
        operator: 'min',
        status: 'text',
        base: {
          value: null,
          text: 'Mengikuti kavling yang sudah ada; kavling baru paling kecil 90 m².',
          unitAsPrinted: 'm²',
          parcelMinM2: null,
          parcelMaxM2: null,
          roadClass: null,
          sourceId: source('intensitas'),
        },
        governing: null,
      }),
    ],
    setbacks: [
      {
        kind: 'gsb',
        roadClass: 'kolektor',
        roadName: 'Jalan Contoh Raya',
        roadDistanceM: 18.4,
        valueM: 8,
        caps: [],
        governingM: 8,
        text: null,
        referenceLine: 'as jalan',
        status: 'set',
        isStrictest: null,
        sourceId: source('gsb'),
      },
      {
        kind: 'jbb',
        roadClass: null,
        roadName: null,
        roadDistanceM: null,
        valueM: null,
        caps: [],
        governingM: null,
        text: null,
        referenceLine: null,
        status: 'notSet',
        isStrictest: null,
        sourceId: null,
      },
    ],
    notes: [
      {
        kind: 'parkir',
        code: null,
        body: 'Paling sedikit satu tempat parkir mobil untuk tiap rumah.',
        sourceId: source('parkir'),
      },
    ],
    itbx: [
      {
        itbx: 'I',
        activities: [
          { activityId: 'rumah-tunggal', name: 'Rumah tunggal', groupName: 'Hunian', codes: ['I'] },
          { activityId: 'taman', name: 'Taman lingkungan', groupName: 'Ruang terbuka', codes: ['I'] },
        ],
      },
      {
        itbx: 'T',
        activities: [
          { activityId: 'warung', name: 'Warung atau toko kecil', groupName: 'Perdagangan', codes: ['T1'] },
        ],
      },
      {
        itbx: 'B',
        activities: [
          {
            activityId: 'bengkel',
            name: 'Bengkel sepeda motor',
            groupName: 'Jasa',
            codes: ['T1', 'B2'],
          },
        ],
      },
      {
        itbx: 'X',
        activities: [
          { activityId: 'gudang', name: 'Gudang besar', groupName: 'Pergudangan', codes: ['X'] },
          { activityId: 'industri', name: 'Pabrik pengolahan', groupName: 'Industri', codes: ['X'] },
        ],
      },
      {
        itbx: 'unknown',
        activities: [
          { activityId: 'walet', name: 'Sarang burung walet', groupName: 'Peternakan', codes: [] },
        ],
      },
    ],
    conditions: [
      {
        code: 'T1',
        body: 'Hanya buka pukul 07.00 sampai 21.00 dan paling luas 20 % lantai bangunan.',
        sourceId: source('itbx'),
      },
      {
        code: 'B2',
        body: 'Ada persetujuan tetangga dan tempat parkir di dalam tanah sendiri.',
        sourceId: source('itbx'),
      },
    ],
    zoneSourceId: source('zona'),
    matrixSourceId: source('itbx'),
    verdict: null,
    warnings: [],
    regulationId: 'rdtr',
    isDemo: true,
    ...change,
  };
}

function themeRow(code: string, change: Partial<ThemeRow> = {}): ThemeRow {
  const theme = THEMES.find((candidate) => candidate.code === code);
  if (theme === undefined) throw new Error(`no theme ${code}`);
  return {
    code,
    title: THEME_TITLES_ID[theme.code],
    order: theme.order,
    layerId: `overlay-${code}`,
    versionId: 'fedcba9876543210',
    reason: null,
    areas: [],
    effects: [],
    ...change,
  };
}

const citation = (id: string, article: string, quote: string | null = null): Answer['sources'][number] => ({
  sourceId: source(id),
  regulationId: 'rdtr',
  regulationTitle: 'Peraturan Contoh tentang Rencana Detail Tata Ruang',
  numberText: 'Nomor CONTOH-1',
  article,
  quote,
  validFrom: '2026-01-01',
  validTo: null,
  status: 'berlaku',
  url: null,
  isDemo: true,
});

/** A whole answer at a point, demonstration data, every theme in exactly one of the three lists. */
export function anAnswer(change: Partial<Answer> = {}): Answer {
  const concerned = new Set(['kkop', 'cagar-budaya', 'banjir']);
  const noData = new Set(['karst', 'migrasi-satwa']);
  return {
    schema: 'answer/1',
    isComplete: true,
    parcelCount: 1,
    cityId: 'balikpapan',
    asOf: '2026-11-21',
    place: {
      kind: 'point',
      point: [116.8312, -1.2745],
      areaM2: null,
      perimeterM: null,
      areaMethod: null,
    },
    coverage: 'inside',
    swapOffer: null,
    neighbour: null,
    admin: [
      { level: 'kelurahan', code: '64.71.06.1003', name: 'Klandasan Ulu', sharePct: null },
      { level: 'kecamatan', code: '64.71.06', name: 'Balikpapan Kota', sharePct: null },
      { level: 'kota', code: '64.71', name: 'Balikpapan', sharePct: null },
    ],
    parcels: [{ nib: 'CONTOH-0000017', areaM2: 212.4, sharePct: null, isDemo: true }],
    plan: 'found',
    parts: [aPart()],
    remainder: null,
    nearBorder: [],
    nearOverlays: [],
    parcelZones: [],
    borderToleranceM: 5,
    sliverThresholdM2: 1,
    rtrw: [
      {
        className: 'Kawasan Permukiman',
        color: '#ff7d00',
        areaM2: null,
        sharePct: null,
        agreement: 'agrees',
        isDemo: true,
      },
    ],
    themes: {
      concerned: [
        themeRow('kkop', {
          areas: [
            {
              name: 'Kerucut',
              levelCode: 'K01G',
              areaM2: null,
              sharePct: null,
              lengthM: null,
              isSliver: false,
            },
          ],
          effects: [
            {
              effect: 'cap',
              levelCode: 'K01G',
              measure: 'height_m',
              value: 45,
              unitAsPrinted: 'm AMSL',
              activityName: null,
              body: 'Puncak bangunan paling tinggi 45 m di atas permukaan laut.',
              sourceId: source('kkop'),
            },
          ],
        }),
        themeRow('banjir', {
          areas: [
            {
              name: 'Sedang',
              levelCode: 'sedang',
              areaM2: null,
              sharePct: null,
              lengthM: null,
              isSliver: false,
            },
          ],
          effects: [
            {
              effect: 'text',
              levelCode: '',
              measure: null,
              value: null,
              unitAsPrinted: null,
              activityName: null,
              body: 'Lantai dasar dibuat lebih tinggi dari muka banjir dan ada sumur resapan.',
              sourceId: source('banjir'),
            },
          ],
        }),
        themeRow('cagar-budaya', {
          areas: [
            {
              name: 'Kota lama contoh',
              levelCode: '',
              areaM2: null,
              sharePct: null,
              lengthM: null,
              isSliver: false,
            },
          ],
          effects: [
            {
              effect: 'cap',
              levelCode: '',
              measure: 'floors',
              value: 2,
              unitAsPrinted: 'lantai',
              activityName: null,
              body: 'Di kawasan cagar budaya contoh bangunan paling tinggi dua lantai.',
              sourceId: source('cagar'),
            },
          ],
        }),
      ],
      notConcerned: THEMES.filter(({ code }) => !concerned.has(code) && !noData.has(code)).map(({ code }) =>
        themeRow(code),
      ),
      noData: [...noData].map((code) =>
        themeRow(code, { layerId: null, versionId: null, reason: 'notMapped' }),
      ),
    },
    roads: [{ name: 'Jalan Contoh Raya', roadClass: 'kolektor', distanceM: 18.4, rowWidthM: 16 }],
    utilities: [{ network: 'air minum', name: null, distanceM: 12.1 }],
    sources: [
      citation('intensitas', 'Lampiran Contoh I', 'Intensitas pemanfaatan ruang sub-zona R-3.'),
      citation('gsb', 'Pasal 21 ayat (2)'),
      citation('parkir', 'Pasal 30'),
      citation('itbx', 'Lampiran Contoh II'),
      citation('zona', 'Lampiran Contoh III'),
      citation('kkop', 'Pasal 40'),
      citation('banjir', 'Pasal 41 ayat (1)'),
      citation('cagar', 'Pasal 44'),
    ],
    versions: [
      {
        layerId: 'rdtr-contoh',
        kind: 'zones',
        title: 'RDTR Contoh',
        versionId: '0123456789abcdef',
        validFrom: '2026-01-01',
        decree: 'CONTOH Nomor 1',
        importedAt: '2026-11-20T02:00:00Z',
        planScale: 5000,
        isDemo: true,
      },
    ],
    isDemo: true,
    revisions: [],
    planRevisions: [],
    rowNotes: [],
    ...change,
  };
}
