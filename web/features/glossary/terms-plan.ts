import type { Term } from './term.ts';

/** The plans themselves and how they divide the city. */
export const PLAN_TERMS: readonly Term[] = [
  {
    slug: 'rdtr',
    group: 'plan',
    word: 'RDTR',
    law: 'Rencana Detail Tata Ruang',
    name: { id: 'rencana rinci sebuah kota', en: 'detailed spatial plan' },
    meaning: {
      id: 'Rencana rinci pada skala 1:5.000. Ia membagi tanah menjadi zona, dan peraturan zonasinya menetapkan apa yang boleh di setiap zona.',
      en: 'The detailed plan at 1:5,000. It divides the land into zones, and its zoning rules say what each zone allows.',
    },
    more: [
      {
        id: 'Di luar cakupan RDTR, rencana kota (RTRW) tetap berlaku, tetapi tanpa angka untuk bangunan.',
        en: 'Where there is no RDTR the city-wide plan (RTRW) still holds, but without figures for buildings.',
      },
    ],
    source: 'UU 26/2007; Permen ATR/BPN 11/2021',
    related: ['rtrw', 'zona', 'swp'],
  },
  {
    slug: 'rtrw',
    group: 'plan',
    word: 'RTRW',
    law: 'Rencana Tata Ruang Wilayah',
    name: { id: 'rencana seluruh kota', en: 'plan of the whole city' },
    meaning: {
      id: 'Rencana untuk seluruh kota, lebih kasar dari RDTR (kota: skala 1:25.000). Ia menetapkan kawasan, bukan angka bangunan.',
      en: 'The plan for the whole city, coarser than an RDTR (1:25,000 for a city). It sets areas, not figures for buildings.',
    },
    source: 'UU 26/2007',
    related: ['rdtr'],
  },
  {
    slug: 'swp',
    group: 'plan',
    word: 'SWP',
    law: 'Sub Wilayah Perencanaan',
    name: { id: 'bagian dari wilayah RDTR', en: 'part of a detail plan’s area' },
    meaning: {
      id: 'Satu RDTR mencakup satu wilayah perencanaan (WP). WP dibagi menjadi SWP, dan SWP menjadi blok.',
      en: 'A detail plan covers a planning area (WP). It is divided into sub-areas (SWP), and these into blocks.',
    },
    more: [
      {
        id: 'Rencana sebelum 2021 menulis BWP dan Sub-BWP.',
        en: 'Plans from before 2021 write BWP and Sub-BWP.',
      },
    ],
    source: 'Permen ATR/BPN 11/2021',
    related: ['blok', 'rdtr'],
  },
  {
    slug: 'blok',
    group: 'plan',
    word: 'Blok',
    law: null,
    name: { id: 'bagian bernomor dari SWP', en: 'numbered part of an SWP' },
    meaning: {
      id: 'Bagian bernomor dari SWP, dibatasi jalan, sungai atau batas lain yang nyata. Ada rencana yang membaginya lagi menjadi sub-blok.',
      en: 'A numbered part of an SWP, bounded by roads, rivers or other visible lines. Some plans divide it again into sub-blocks.',
    },
    source: 'Permen ATR/BPN 11/2021',
    related: ['swp', 'zona'],
  },
  {
    slug: 'zona',
    group: 'plan',
    word: 'Zona',
    law: 'zona dan sub-zona',
    name: { id: 'tanah dengan aturan yang sama', en: 'land with the same rules' },
    meaning: {
      id: 'Tanah dengan peruntukan yang sama. Kode zona seperti R (perumahan) dirinci menjadi sub-zona seperti R-3 (kepadatan sedang).',
      en: 'Land meant for the same use. A zone code such as R (housing) is split into sub-zones such as R-3 (medium density).',
    },
    more: [
      {
        id: 'Kode hanya berarti di dalam peraturannya sendiri: R-3 di satu kota bukan R-3 di kota lain.',
        en: 'A code means something only within its own regulation: R-3 in one city is not R-3 in another.',
      },
    ],
    source: 'Permen ATR/BPN 14/2021',
    related: ['rdtr', 'itbx', 'pola-ruang'],
  },
  {
    slug: 'pola-ruang',
    group: 'plan',
    word: 'Pola ruang',
    law: null,
    name: { id: 'pembagian tanah menurut peruntukan', en: 'how the land is divided by use' },
    meaning: {
      id: 'Peta yang membagi seluruh tanah menjadi kawasan lindung dan kawasan budi daya, lalu menjadi zona. Struktur ruang adalah pasangannya: pusat-pusat dan jaringan jalan, air, listrik.',
      en: 'The map that divides all land into protected and cultivated areas, and these into zones. Its counterpart is the spatial structure: centres and networks of roads, water and power.',
    },
    source: 'UU 26/2007',
    related: ['zona', 'rdtr'],
  },
  {
    slug: 'nib',
    group: 'plan',
    word: 'NIB',
    law: 'Nomor Identifikasi Bidang',
    name: { id: 'nomor bidang tanah', en: 'number of a parcel of land' },
    meaning: {
      id: 'Nomor satu bidang tanah di kantor pertanahan. Jangan tertukar dengan Nomor Induk Berusaha, yang juga disingkat NIB.',
      en: 'The number of one parcel in the land register. Not to be confused with the business number (Nomor Induk Berusaha), which is shortened to NIB too.',
    },
    related: ['kkpr'],
  },
];
