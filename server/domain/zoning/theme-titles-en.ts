import type { ThemeCode } from './theme.ts';

/** What the themes of the registry are called in English. */
export const THEME_TITLES_EN: Readonly<Record<ThemeCode, string>> = {
  'pola-ruang': 'Land allocation (RDTR)',
  rtrw: 'City-wide plan (RTRW)',
  intensitas: 'Building intensity',
  'tata-bangunan': 'Setbacks and building form',
  kegiatan: 'Activities (ITBX)',
  'jaringan-jalan': 'Road network',
  'jaringan-utilitas': 'City utility networks',
  'bidang-tanah': 'Land parcels',
  kkop: 'Airport flight-safety area (KKOP)',
  banjir: 'Flood-prone area',
  longsor: 'Landslide-prone area',
  'sempadan-pantai': 'Coastal setback',
  'sempadan-sungai': 'River, lake and reservoir setback',
  'cagar-budaya': 'Cultural heritage',
  lp2b: 'Protected food-crop land (LP2B)',
  tod: 'Transit-oriented development (TOD)',
  'resapan-air': 'Water recharge area',
  evakuasi: 'Evacuation place',
  hankam: 'Defence and security',
  karst: 'Karst area',
  pertambangan: 'Mineral and coal mining',
  'migrasi-satwa': 'Wildlife migration',
  'ruang-dalam-bumi': 'Underground space',
  'pusat-penelitian': 'Research centre',
};
