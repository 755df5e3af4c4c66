/**
 * The registry of overlay themes (ketentuan khusus and what a certificate must list), in print order.
 * `field` is the official column of the pola ruang layer that may carry the theme's code in the row itself.
 * What each is called stands beside it, one file for each language: a browser loads one of them.
 * Which of them has data is never decided here: a theme without a published layer is "no data", not "no restriction".
 *
 * @source Permen ATR/BPN 14/2021 Lampiran III (fields); Permen ATR/BPN 11/2021 (list of ketentuan khusus).
 */
export const THEMES = [
  { code: 'pola-ruang', order: 10, field: null },
  { code: 'rtrw', order: 20, field: null },
  { code: 'intensitas', order: 30, field: null },
  { code: 'tata-bangunan', order: 40, field: null },
  { code: 'kegiatan', order: 50, field: null },
  { code: 'jaringan-jalan', order: 60, field: null },
  { code: 'jaringan-utilitas', order: 70, field: null },
  { code: 'bidang-tanah', order: 80, field: null },
  { code: 'kkop', order: 110, field: 'KKOP_1' },
  { code: 'banjir', order: 120, field: 'KRB_03' },
  { code: 'longsor', order: 130, field: 'KRB_03' },
  { code: 'sempadan-pantai', order: 140, field: 'KSMPDN' },
  { code: 'sempadan-sungai', order: 150, field: 'KSMPDN' },
  { code: 'cagar-budaya', order: 160, field: 'CAGBUD' },
  { code: 'lp2b', order: 170, field: 'LP2B_2' },
  { code: 'tod', order: 180, field: 'TOD_04' },
  { code: 'resapan-air', order: 190, field: 'RESAIR' },
  { code: 'evakuasi', order: 200, field: 'TEB_05' },
  { code: 'hankam', order: 210, field: 'HANKAM' },
  { code: 'karst', order: 220, field: 'KKARST' },
  { code: 'pertambangan', order: 230, field: 'PTBGMB' },
  { code: 'migrasi-satwa', order: 240, field: 'MGRSAT' },
  { code: 'ruang-dalam-bumi', order: 250, field: 'RDBUMI' },
  { code: 'pusat-penelitian', order: 260, field: 'PUSLIT' },
] as const;

export type ThemeCode = (typeof THEMES)[number]['code'];

/** True for a code of the registry. */
export const isThemeCode = (code: string): code is ThemeCode => THEMES.some((theme) => theme.code === code);
