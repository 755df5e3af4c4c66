import type { Text } from '../language.ts';

/**
 * Under which law something is looked into: how ground is used (UU 26/2007, PP 21/2021), or what is built on it (rules of
 * bangunan gedung). One form takes both.
 */
export const TRACKS = ['ruang', 'bangunan'] as const;
export type Track = (typeof TRACKS)[number];

interface Category {
  readonly track: Track;
  readonly title: Text;
  readonly help: Text;
}

/** What a report can be about. Who sends one cannot know the law: the words are those of the street. */
export const CATEGORIES = {
  alihFungsi: {
    track: 'ruang',
    title: { id: 'Dipakai untuk kegiatan lain', en: 'Used for something else' },
    help: {
      id: 'Misalnya rumah menjadi gudang, bengkel, atau tempat usaha.',
      en: 'A house that became a warehouse, a workshop or a business, for instance.',
    },
  },
  pengupasanLahan: {
    track: 'ruang',
    title: { id: 'Lahan dikupas, dipotong, atau diurug', en: 'Ground stripped, cut or filled' },
    help: {
      id: 'Bukit dipotong, lahan dibuka, atau tanah diurug.',
      en: 'A hill cut, land cleared, or ground filled up.',
    },
  },
  pesisir: {
    track: 'ruang',
    title: { id: 'Mangrove ditimbun atau laut direklamasi', en: 'Mangroves filled in, or sea reclaimed' },
    help: {
      id: 'Penimbunan di tepi laut, muara, atau hutan bakau.',
      en: 'Filling at the coast, a river mouth or mangroves.',
    },
  },
  kawasanLindung: {
    track: 'ruang',
    title: {
      id: 'Kegiatan di hutan lindung, taman, atau jalur hijau',
      en: 'Activity in protected forest, a park or green belt',
    },
    help: {
      id: 'Bangunan, kebun, atau galian di kawasan yang dilindungi.',
      en: 'A building, a plantation or digging where ground is protected.',
    },
  },
  aksesPublik: {
    track: 'ruang',
    title: { id: 'Jalan atau pantai umum ditutup', en: 'Public road or beach closed off' },
    help: {
      id: 'Pagar atau bangunan menghalangi pantai, tepi sungai, atau jalan umum.',
      en: 'A fence or a building keeps people from a beach, a river bank or a public road.',
    },
  },
  ruangLain: {
    track: 'ruang',
    title: { id: 'Pemanfaatan ruang lainnya', en: 'Other use of ground' },
    help: { id: 'Ceritakan pada uraian.', en: 'Describe it below.' },
  },
  tanpaIzin: {
    track: 'bangunan',
    title: { id: 'Membangun tanpa papan izin', en: 'Building without a permit board' },
    help: {
      id: 'Tidak terlihat papan PBG (dahulu IMB) di lokasi.',
      en: 'No board of a building approval (PBG, formerly IMB) on site.',
    },
  },
  sempadanJalan: {
    track: 'bangunan',
    title: { id: 'Terlalu dekat ke jalan', en: 'Too close to the road' },
    help: {
      id: 'Bangunan melewati garis sempadan bangunan (GSB).',
      en: 'The building stands beyond the building line (GSB).',
    },
  },
  sempadanAir: {
    track: 'bangunan',
    title: { id: 'Di tepi sungai atau pantai', en: 'On the bank of a river or the coast' },
    help: {
      id: 'Bangunan di sempadan sungai, waduk, atau pantai.',
      en: 'A building within the setback of a river, reservoir or coast.',
    },
  },
  terlaluBesar: {
    track: 'bangunan',
    title: { id: 'Terlalu padat atau terlalu tinggi', en: 'Too dense or too high' },
    help: {
      id: 'Menutup hampir seluruh lahan, terlalu banyak lantai, atau tanpa ruang hijau.',
      en: 'Covers nearly all of its ground, has too many floors, or leaves no green.',
    },
  },
  bangunanLain: {
    track: 'bangunan',
    title: { id: 'Bangunan lainnya', en: 'Other building' },
    help: { id: 'Ceritakan pada uraian.', en: 'Describe it below.' },
  },
} as const satisfies Readonly<Record<string, Category>>;

export type CategoryCode = keyof typeof CATEGORIES;
export const CATEGORY_CODES = Object.keys(CATEGORIES) as [CategoryCode, ...CategoryCode[]];

/** Under which law a category is looked into. */
export const trackOf = (category: CategoryCode): Track => CATEGORIES[category].track;

/** The categories of one track, in the order in which they are offered. */
export const categoriesOf = (track: Track): CategoryCode[] =>
  CATEGORY_CODES.filter((code) => trackOf(code) === track);

export const TRACK_TITLES: Readonly<Record<Track, Text>> = {
  ruang: { id: 'Tanah dan cara memakainya', en: 'Ground and how it is used' },
  bangunan: { id: 'Bangunan', en: 'Buildings' },
};
