import type { ImportKind } from './layer-kind.ts';

/**
 * Which source columns feed a column of the register, best first. Names are compared without case.
 * @source Permen ATR/BPN 14/2021 Lampiran III (NAMOBJ … LUASHA); Permen ATR/BPN 16/2018 (BWP and Sub-BWP names);
 * OSS/GISTARU services (KODUNK, KODSZNTEXT); RTRW databases (NAMOBJ, ORDE01 … ORDE04)
 */
export interface TargetField {
  readonly target: string;
  readonly sources: readonly string[];
  /** A bare number here is a coded domain value: a decoded twin is preferred to it. */
  readonly isCode?: true;
  readonly isNumber?: true;
}

const landAllocation: readonly TargetField[] = [
  { target: 'kodzon', sources: ['KODZON'], isCode: true },
  { target: 'namzon', sources: ['NAMZON'] },
  { target: 'kodszn', sources: ['KODSZN', 'KODSZNTEXT'], isCode: true },
  { target: 'namszn', sources: ['NAMSZN'] },
  { target: 'namobj', sources: ['NAMOBJ'] },
  { target: 'jnsrpr', sources: ['JNSRPR'], isCode: true },
  { target: 'kodwp', sources: ['KODEWP', 'KODWP', 'KODBWP', 'NAMBWP'] },
  { target: 'kodswp', sources: ['KODSWP', 'KODSBWP', 'NASBWP'] },
  { target: 'kodblk', sources: ['KODBLK', 'NAMBLK'] },
  { target: 'kodsbl', sources: ['KODSBL', 'NASBLK'] },
  { target: 'wadmkc', sources: ['WADMKC'] },
  { target: 'wadmkd', sources: ['WADMKD'] },
  { target: 'remark', sources: ['REMARK'] },
  { target: 'kodunk', sources: ['KODUNK'] },
  { target: 'stated_area_ha', sources: ['LUASHA', 'LUAS_HA'], isNumber: true },
];

const names = ['NAMOBJ', 'NAMA', 'NAME'];

const tables: Record<ImportKind, readonly TargetField[]> = {
  zones: landAllocation,
  rtrw: [...landAllocation, { target: 'orde', sources: ['ORDE04', 'ORDE03', 'ORDE02', 'ORDE01'] }],
  overlay: [
    { target: 'level_code', sources: ['LEVEL_CODE', 'TINGKAT', 'KELAS', 'LEVEL'], isCode: true },
    { target: 'name', sources: names },
    { target: 'stated_area_ha', sources: ['LUASHA', 'LUAS_HA'], isNumber: true },
  ],
  road: [
    { target: 'name', sources: ['NAMRJL', 'NAMA_JALAN', ...names] },
    {
      target: 'road_class',
      sources: ['ROAD_CLASS', 'FGSJLN', 'FUNGSI', 'KLSJLN', 'KELAS', 'JNSRSR'],
      isCode: true,
    },
    // LEBAR and LBRJLN are usually the carriageway: whoever knows that they are the reserve says so in a mapping file.
    { target: 'row_width_m', sources: ['ROW_WIDTH_M', 'RUMIJA'], isNumber: true },
  ],
  parcel: [
    { target: 'nib', sources: ['NIB'] },
    { target: 'kelurahan_code', sources: ['KELURAHAN_CODE', 'KODE_DESA', 'KDEPUM'] },
    { target: 'block_code', sources: ['BLOCK_CODE', 'KODBLK'] },
    { target: 'stated_area_ha', sources: ['LUASHA', 'LUAS_HA'], isNumber: true },
  ],
  utility: [
    { target: 'network', sources: ['NETWORK', 'JARINGAN', 'JNSRSR'] },
    { target: 'name', sources: names },
  ],
  admin: [
    { target: 'level', sources: ['LEVEL'] },
    { target: 'code', sources: ['KODE_KEMENDAGRI', 'KODE', 'KDEPUM', 'KDCPUM', 'KDPKAB'] },
    { target: 'kelurahan', sources: ['KELURAHAN', 'WADMKD', 'DESA'] },
    { target: 'kecamatan', sources: ['KECAMATAN', 'WADMKC'] },
    { target: 'kota', sources: ['KOTA', 'WADMKK', 'KABUPATEN'] },
    { target: 'name', sources: names },
    { target: 'alias', sources: ['ALIAS', 'NAMA_SUMBER'] },
    { target: 'stated_area_ha', sources: ['LUASHA', 'LUAS_HA'], isNumber: true },
  ],
  place: [
    { target: 'name', sources: ['NAMA_TEMPAT', ...names] },
    { target: 'category', sources: ['KATEGORI', 'CATEGORY', 'JENIS'] },
  ],
};

/** The columns that a layer of this kind has here, each with the names that plan files give it, the likeliest first. */
export const targetFieldsOf = (kind: ImportKind): readonly TargetField[] => tables[kind];

/** Overlay columns of the land-allocation table: a code in one of them says that a special provision holds there. */
export const specialFields = [
  'KKOP_1',
  'LP2B_2',
  'KRB_03',
  'TOD_04',
  'TEB_05',
  'PUSLIT',
  'CAGBUD',
  'RESAIR',
  'KSMPDN',
  'HANKAM',
  'KKARST',
  'PTBGMB',
  'MGRSAT',
  'RDBUMI',
  'TPZ_00',
] as const;

/** Which of them an overlay layer of a theme may carry its level in. */
export const specialFieldOfTheme: Readonly<Record<string, string>> = {
  kkop: 'KKOP_1',
  lp2b: 'LP2B_2',
  tod: 'TOD_04',
};
