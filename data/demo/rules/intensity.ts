import type { RoadClass } from '../road-class.ts';

type Figure = readonly [measure: string, operator: 'max' | 'min', value: number, unit: string];
export type IntensityRow = {
  zone: string;
  parcelM2?: readonly [number | null, number | null];
  roadClass?: RoadClass;
  figures: readonly Figure[];
};

/** kdb %, klb ratio, kdh %, ktb % (null = deliberately not stated), height m, floors, least parcel m² (null = none). */
const row = (
  zone: string,
  kdb: number,
  klb: number,
  kdh: number,
  ktb: number | null,
  heightM: number,
  floors: number,
  leastM2: number | null,
  parcelM2?: readonly [number | null, number | null],
): IntensityRow => ({
  zone,
  ...(parcelM2 === undefined ? {} : { parcelM2 }),
  figures: [
    ['kdb', 'max', kdb, '%'],
    ['klb', 'max', klb, ''],
    ['kdh', 'min', kdh, '%'],
    ...(ktb === null ? [] : [['ktb', 'max', ktb, '%'] as const]),
    ['height_m', 'max', heightM, 'm'],
    ['floors', 'max', floors, 'lantai'],
    ...(leastM2 === null ? [] : [['min_parcel_m2', 'min', leastM2, 'm²'] as const]),
  ],
});

/**
 * Fictional intensity figures. On purpose: R-2 states no KTB; R-3 goes by parcel-size class with the gaps that whole
 * numbers leave (100.5 m² is in none); C-2 has its KDB as prose (below); green and water have a KDB of 0.
 */
export const INTENSITY_ROWS: readonly IntensityRow[] = [
  row('R-1', 75, 2.2, 10, 0, 12, 3, 60),
  row('R-2', 70, 2.1, 15, null, 12, 3, 72),
  row('R-3', 75, 1.5, 10, 0, 9, 2, 80, [60, 100]),
  row('R-3', 65, 1.8, 20, 40, 12, 3, 80, [101, 250]),
  row('R-3', 60, 1.8, 25, 50, 12, 3, 80, [251, 600]),
  row('R-3', 50, 1.5, 30, 50, 12, 3, 80, [601, null]),
  row('R-4', 50, 1.2, 30, 50, 12, 3, 120),
  row('R-5', 40, 0.8, 45, 40, 9, 2, 200),
  row('C-1', 65, 6.5, 15, 70, 60, 15, 400),
  {
    ...row('C-2', 0, 4, 20, 65, 40, 10, 250),
    figures: row('C-2', 0, 4, 20, 65, 40, 10, 250).figures.slice(1),
  },
  row('C-3', 60, 2.4, 20, 55, 16, 4, 150),
  row('K-1', 70, 7, 10, 75, 64, 16, 300),
  row('K-2', 70, 4.2, 15, 70, 32, 8, 200),
  row('K-3', 65, 2.6, 15, 60, 16, 4, 100),
  row('KT', 60, 4.8, 20, 65, 40, 10, 300),
  row('SPU-1', 50, 3, 30, 50, 32, 8, 1000),
  row('SPU-2', 50, 2, 30, 50, 20, 5, 500),
  row('SPU-3', 50, 1.5, 30, 45, 16, 4, 300),
  row('SPU-4', 55, 1.1, 25, 0, 12, 2, 150),
  row('SIKM', 60, 1.8, 20, 30, 16, 3, 300),
  row('KPI', 60, 1.8, 20, 30, 30, 4, 2000),
  row('PL-6', 60, 1.2, 20, 20, 20, 2, 1000),
  row('PL-1', 30, 0.6, 50, 0, 12, 2, null),
  row('PL-2', 30, 0.6, 50, 0, 12, 2, null),
  row('PL-3', 40, 0.8, 40, 20, 16, 2, null),
  row('PL-4', 40, 0.8, 40, 20, 16, 2, null),
  row('PTL', 50, 1, 30, 20, 40, 4, null),
  row('PP', 20, 0.3, 60, 0, 12, 2, null),
  row('TR', 50, 2, 20, 50, 20, 4, null),
  row('W', 30, 0.9, 50, 20, 16, 4, 500),
  row('HK', 40, 1.2, 40, 30, 16, 4, null),
  row('CB', 50, 1, 30, 0, 10, 2, null),
  row('RTNH', 10, 0.1, 30, 0, 6, 1, null),
  row('P-1', 2, 0.02, 90, 0, 6, 1, 2000),
  row('P-2', 10, 0.15, 80, 0, 8, 2, 1000),
  row('P-3', 5, 0.05, 85, 0, 8, 1, 2000),
  row('P-4', 25, 0.25, 60, 0, 8, 1, 2000),
  row('KR', 5, 0.05, 85, 0, 8, 1, 2000),
  row('IK-2', 15, 0.15, 60, 0, 8, 1, 500),
  row('HP', 1, 0.01, 98, 0, 6, 1, null),
  row('RTH-1', 0, 0, 100, 0, 0, 0, null),
  row('RTH-2', 5, 0.05, 90, 0, 6, 1, null),
  row('RTH-3', 5, 0.05, 90, 0, 6, 1, null),
  row('RTH-4', 5, 0.05, 90, 0, 6, 1, null),
  row('RTH-5', 0, 0, 95, 0, 0, 0, null),
  row('RTH-6', 0, 0, 95, 0, 0, 0, null),
  row('RTH-7', 3, 0.03, 90, 0, 5, 1, null),
  row('RTH-8', 0, 0, 100, 0, 0, 0, null),
  row('PS', 0, 0, 100, 0, 0, 0, null),
  row('HL', 0, 0, 100, 0, 0, 0, null),
  row('EM', 0, 0, 100, 0, 0, 0, null),
  row('BA', 0, 0, 100, 0, 0, 0, null),
  row('BJ', 0, 0, 10, 0, 0, 0, null),
  // Along arterial roads the city-scale shops may go higher: a figure per road class.
  {
    zone: 'K-1',
    roadClass: 'arteri',
    figures: [
      ['floors', 'max', 20, 'lantai'],
      ['height_m', 'max', 80, 'm'],
    ],
  },
];

/** Figures that the demo regulation gives as prose, as some real ones do; they must stay text. */
export const TEXT_INTENSITY = [
  {
    zone: 'C-2',
    measure: 'kdb',
    operator: 'max' as const,
    text: 'Luas persil sampai dengan 400 m²: paling banyak 65. Luas persil lebih dari 400 m²: Alternatif 1: 60; Alternatif 2: 50 dengan tambahan ruang terbuka umum.',
  },
];

type SetbackRow = {
  regulation: string;
  kind: 'gsb' | 'jbs' | 'jbb';
  zone: string | null;
  roadClass: RoadClass | null;
  valueM: number | null;
  text: string | null;
  reference: string;
  source: string;
};
const gsb = (roadClass: RoadClass, valueM: number, zone: string | null = null): SetbackRow => ({
  regulation: 'sempadan',
  kind: 'gsb',
  zone,
  roadClass,
  valueM,
  text: null,
  reference: 'as jalan',
  source: 'sempadan-pasal-jalan',
});
const side = (kind: 'jbs' | 'jbb', zone: string, valueM: number): SetbackRow => ({
  regulation: 'rdtr',
  kind,
  zone,
  roadClass: null,
  valueM,
  text: null,
  reference: 'batas persil',
  source: 'rdtr-lampiran-tata-bangunan',
});

/** Fictional setbacks: by road class from the centre line for every zone, side and rear by sub-zone from the parcel border. */
export const SETBACK_ROWS: readonly SetbackRow[] = [
  gsb('arteri', 24),
  gsb('kolektor', 15),
  gsb('lokal', 9),
  gsb('lingkungan', 6),
  { ...gsb('arteri', 35, 'KPI'), regulation: 'rdtr', source: 'rdtr-lampiran-tata-bangunan' },
  { ...gsb('kolektor', 25, 'KPI'), regulation: 'rdtr', source: 'rdtr-lampiran-tata-bangunan' },
  {
    ...gsb('lingkungan', 3, 'R-1'),
    regulation: 'rdtr',
    source: 'rdtr-lampiran-tata-bangunan',
    reference: 'rumija',
  },
  side('jbs', 'R-3', 0),
  side('jbb', 'R-3', 2),
  side('jbs', 'R-4', 1.5),
  side('jbb', 'R-4', 3),
  side('jbs', 'R-5', 3),
  side('jbb', 'R-5', 4),
  side('jbb', 'R-1', 1),
  side('jbb', 'R-2', 1.5),
  side('jbs', 'K-1', 4),
  side('jbb', 'K-1', 4),
  side('jbs', 'K-2', 3),
  side('jbb', 'K-2', 3),
  side('jbb', 'K-3', 2),
  side('jbs', 'C-1', 4),
  side('jbb', 'C-1', 4),
  side('jbs', 'C-2', 3),
  side('jbb', 'C-2', 3),
  side('jbs', 'KT', 3),
  side('jbb', 'KT', 3),
  side('jbs', 'SPU-1', 4),
  side('jbb', 'SPU-1', 4),
  side('jbs', 'SPU-2', 3),
  side('jbb', 'SPU-2', 3),
  side('jbs', 'KPI', 6),
  side('jbb', 'KPI', 6),
  side('jbs', 'SIKM', 3),
  side('jbb', 'SIKM', 3),
  {
    regulation: 'rdtr',
    kind: 'jbs',
    zone: 'R-2',
    roadClass: null,
    valueM: null,
    reference: 'batas persil',
    text: 'Boleh berimpit pada satu sisi dengan persetujuan tetangga.',
    source: 'rdtr-lampiran-tata-bangunan',
  },
];
