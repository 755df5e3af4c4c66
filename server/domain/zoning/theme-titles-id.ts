import type { ThemeCode } from './theme.ts';

/** What the themes of the registry are called in Indonesian. */
export const THEME_TITLES_ID: Readonly<Record<ThemeCode, string>> = {
  'pola-ruang': 'Pola ruang (RDTR)',
  rtrw: 'Rencana tata ruang wilayah (RTRW)',
  intensitas: 'Intensitas pemanfaatan ruang',
  'tata-bangunan': 'Tata bangunan dan garis sempadan bangunan',
  kegiatan: 'Kegiatan pemanfaatan ruang (ITBX)',
  'jaringan-jalan': 'Jaringan jalan',
  'jaringan-utilitas': 'Jaringan utilitas kota',
  'bidang-tanah': 'Bidang tanah',
  kkop: 'Kawasan keselamatan operasi penerbangan (KKOP)',
  banjir: 'Rawan banjir',
  longsor: 'Rawan longsor',
  'sempadan-pantai': 'Sempadan pantai',
  'sempadan-sungai': 'Sempadan sungai, danau, waduk',
  'cagar-budaya': 'Cagar budaya',
  lp2b: 'Lahan pertanian pangan berkelanjutan (LP2B)',
  tod: 'Kawasan berorientasi transit (TOD)',
  'resapan-air': 'Resapan air',
  evakuasi: 'Tempat evakuasi bencana',
  hankam: 'Pertahanan dan keamanan',
  karst: 'Kawasan karst',
  pertambangan: 'Pertambangan mineral dan batu bara',
  'migrasi-satwa': 'Migrasi satwa',
  'ruang-dalam-bumi': 'Ruang dalam bumi',
  'pusat-penelitian': 'Pusat penelitian',
};
