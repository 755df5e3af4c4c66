/**
 * The registry of overlay themes (ketentuan khusus and what a certificate must list), in print order.
 * `field` is the official column of the pola ruang layer that may carry the theme's code in the row itself.
 * Which of them has data is never decided here: a theme without a published layer is "no data", not "no restriction".
 *
 * @source Permen ATR/BPN 14/2021 Lampiran III (fields); Permen ATR/BPN 11/2021 (list of ketentuan khusus).
 */
export const THEMES = [
  {
    code: 'pola-ruang',
    order: 10,
    field: null,
    title: { id: 'Pola ruang (RDTR)', en: 'Land allocation (RDTR)' },
  },
  {
    code: 'rtrw',
    order: 20,
    field: null,
    title: { id: 'Rencana tata ruang wilayah (RTRW)', en: 'City-wide plan (RTRW)' },
  },
  {
    code: 'intensitas',
    order: 30,
    field: null,
    title: { id: 'Intensitas pemanfaatan ruang', en: 'Building intensity' },
  },
  {
    code: 'tata-bangunan',
    order: 40,
    field: null,
    title: { id: 'Tata bangunan dan garis sempadan bangunan', en: 'Setbacks and building form' },
  },
  {
    code: 'kegiatan',
    order: 50,
    field: null,
    title: { id: 'Kegiatan pemanfaatan ruang (ITBX)', en: 'Activities (ITBX)' },
  },
  { code: 'jaringan-jalan', order: 60, field: null, title: { id: 'Jaringan jalan', en: 'Road network' } },
  {
    code: 'jaringan-utilitas',
    order: 70,
    field: null,
    title: { id: 'Jaringan utilitas kota', en: 'City utility networks' },
  },
  { code: 'bidang-tanah', order: 80, field: null, title: { id: 'Bidang tanah', en: 'Land parcels' } },
  {
    code: 'kkop',
    order: 110,
    field: 'KKOP_1',
    title: { id: 'Kawasan keselamatan operasi penerbangan (KKOP)', en: 'Airport flight-safety area (KKOP)' },
  },
  { code: 'banjir', order: 120, field: 'KRB_03', title: { id: 'Rawan banjir', en: 'Flood-prone area' } },
  {
    code: 'longsor',
    order: 130,
    field: 'KRB_03',
    title: { id: 'Rawan longsor', en: 'Landslide-prone area' },
  },
  {
    code: 'sempadan-pantai',
    order: 140,
    field: 'KSMPDN',
    title: { id: 'Sempadan pantai', en: 'Coastal setback' },
  },
  {
    code: 'sempadan-sungai',
    order: 150,
    field: 'KSMPDN',
    title: { id: 'Sempadan sungai, danau, waduk', en: 'River, lake and reservoir setback' },
  },
  {
    code: 'cagar-budaya',
    order: 160,
    field: 'CAGBUD',
    title: { id: 'Cagar budaya', en: 'Cultural heritage' },
  },
  {
    code: 'lp2b',
    order: 170,
    field: 'LP2B_2',
    title: { id: 'Lahan pertanian pangan berkelanjutan (LP2B)', en: 'Protected food-crop land (LP2B)' },
  },
  {
    code: 'tod',
    order: 180,
    field: 'TOD_04',
    title: { id: 'Kawasan berorientasi transit (TOD)', en: 'Transit-oriented development (TOD)' },
  },
  {
    code: 'resapan-air',
    order: 190,
    field: 'RESAIR',
    title: { id: 'Resapan air', en: 'Water recharge area' },
  },
  {
    code: 'evakuasi',
    order: 200,
    field: 'TEB_05',
    title: { id: 'Tempat evakuasi bencana', en: 'Evacuation place' },
  },
  {
    code: 'hankam',
    order: 210,
    field: 'HANKAM',
    title: { id: 'Pertahanan dan keamanan', en: 'Defence and security' },
  },
  { code: 'karst', order: 220, field: 'KKARST', title: { id: 'Kawasan karst', en: 'Karst area' } },
  {
    code: 'pertambangan',
    order: 230,
    field: 'PTBGMB',
    title: { id: 'Pertambangan mineral dan batu bara', en: 'Mineral and coal mining' },
  },
  {
    code: 'migrasi-satwa',
    order: 240,
    field: 'MGRSAT',
    title: { id: 'Migrasi satwa', en: 'Wildlife migration' },
  },
  {
    code: 'ruang-dalam-bumi',
    order: 250,
    field: 'RDBUMI',
    title: { id: 'Ruang dalam bumi', en: 'Underground space' },
  },
  {
    code: 'pusat-penelitian',
    order: 260,
    field: 'PUSLIT',
    title: { id: 'Pusat penelitian', en: 'Research centre' },
  },
] as const;

export type ThemeCode = (typeof THEMES)[number]['code'];

/** True for a code of the registry. */
export const isThemeCode = (code: string): code is ThemeCode => THEMES.some((theme) => theme.code === code);
