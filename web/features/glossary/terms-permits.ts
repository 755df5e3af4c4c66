import type { Term } from './term.ts';

/** Letters and permits for which an answer is the first step, and who gives them. */
export const PERMIT_TERMS: readonly Term[] = [
  {
    slug: 'krk',
    group: 'permits',
    word: 'KRK',
    law: 'Keterangan Rencana Kota',
    name: { id: 'surat aturan untuk satu tempat', en: 'letter with the rules for one place' },
    meaning: {
      id: 'Surat dari pemerintah kota yang menyebut aturan untuk satu tempat: fungsi, tinggi, KDB, KLB, KDH, KTB, garis sempadan dan jaringan kota. Dipakai sebelum mengurus persetujuan bangunan. Ada kota yang menyebutnya SKRK.',
      en: 'A letter from the city with the rules for one place: use, height, KDB, KLB, KDH, KTB, setbacks and city networks. It comes before the building approval. Some cities call it SKRK.',
    },
    more: [
      {
        id: 'Jawaban di halaman ini bukan KRK.',
        en: 'An answer on these pages is no KRK.',
      },
    ],
    related: ['itr', 'pbg', 'kkpr'],
  },
  {
    slug: 'itr',
    group: 'permits',
    word: 'ITR',
    law: 'Informasi Tata Ruang',
    name: { id: 'keterangan tata ruang, bukan dasar izin', en: 'information, no basis for a permit' },
    meaning: {
      id: 'Keterangan resmi tentang rencana ruang di satu tempat. Isinya informasi saja, bukan dasar izin.',
      en: 'An official statement of what the plan says at a place. It informs; it is no basis for a permit.',
    },
    related: ['krk'],
  },
  {
    slug: 'kkpr',
    group: 'permits',
    word: 'KKPR',
    law: 'Kesesuaian Kegiatan Pemanfaatan Ruang',
    name: { id: 'persetujuan bahwa kegiatan sesuai rencana', en: 'confirmation that a use fits the plan' },
    meaning: {
      id: 'Kesesuaian antara rencana kegiatan dan rencana ruang, diperlukan sebelum berusaha atau membangun. Bentuknya konfirmasi (KKKPR) di tempat yang punya RDTR, persetujuan (PKKPR), atau rekomendasi (RKKPR).',
      en: 'That an intended use fits the plan, needed before a business or a building starts. It is a confirmation (KKKPR) where there is an RDTR, an approval (PKKPR), or a recommendation (RKKPR).',
    },
    source: 'PP 21/2021',
    related: ['rdtr', 'pbg', 'kbli'],
  },
  {
    slug: 'pbg',
    group: 'permits',
    word: 'PBG',
    law: 'Persetujuan Bangunan Gedung',
    name: { id: 'izin membangun', en: 'building approval' },
    meaning: {
      id: 'Persetujuan untuk membangun baru, mengubah, memperluas, mengurangi atau merawat bangunan gedung; menggantikan IMB. Diurus melalui SIMBG. Pembongkaran punya persetujuannya sendiri.',
      en: 'The approval to build, change, extend, reduce or maintain a building; it took the place of the IMB. Applied for through SIMBG. Demolition has an approval of its own.',
    },
    source: 'PP 16/2021',
    related: ['slf', 'krk', 'kkpr'],
  },
  {
    slug: 'slf',
    group: 'permits',
    word: 'SLF',
    law: 'Sertifikat Laik Fungsi',
    name: { id: 'bukti bangunan layak dipakai', en: 'proof that a building is fit for use' },
    meaning: {
      id: 'Surat bahwa bangunan yang sudah selesai layak dipakai sesuai fungsinya.',
      en: 'The certificate that a finished building is fit for the use it was approved for.',
    },
    source: 'PP 16/2021',
    related: ['pbg'],
  },
  {
    slug: 'imtn',
    group: 'permits',
    word: 'IMTN',
    law: 'Izin Membuka Tanah Negara',
    name: { id: 'izin membuka tanah negara di Balikpapan', en: 'permit to open state land in Balikpapan' },
    meaning: {
      id: 'Izin membuka tanah negara, khas Kota Balikpapan. Ia tidak menyatakan apa yang boleh dibangun.',
      en: 'A permit to open state land, particular to Balikpapan. It does not say what may be built.',
    },
    related: ['krk', 'dppr'],
  },
  {
    slug: 'dppr',
    group: 'people',
    word: 'DPPR',
    law: 'Dinas Pertanahan dan Penataan Ruang',
    name: { id: 'dinas tata ruang Kota Balikpapan', en: 'planning office of Balikpapan' },
    meaning: {
      id: 'Dinas yang menjawab bila rencana tidak jelas, tidak memuat, atau bertentangan.',
      en: 'The office to ask where the plan is unclear, silent or at odds with itself.',
    },
    related: ['fpr', 'krk'],
  },
  {
    slug: 'fpr',
    group: 'people',
    word: 'FPR',
    law: 'Forum Penataan Ruang',
    name: { id: 'forum yang memberi pertimbangan', en: 'forum that gives advice' },
    meaning: {
      id: 'Forum di daerah yang memberi pertimbangan tata ruang, misalnya untuk kegiatan bersyarat atau yang tidak ada di matriks.',
      en: 'A local forum that advises on planning, for example on conditional uses or on uses that the matrix does not name.',
    },
    source: 'PP 21/2021',
    related: ['bersyarat', 'dppr'],
  },
  {
    slug: 'ppns',
    group: 'people',
    word: 'PPNS',
    law: 'Penyidik Pegawai Negeri Sipil',
    name: { id: 'penyidik pelanggaran tata ruang', en: 'investigator of planning offences' },
    meaning: {
      id: 'Pegawai negeri yang berwenang menyidik pelanggaran, di sini pelanggaran tata ruang.',
      en: 'A civil servant with the power to investigate offences, here those against spatial plans.',
    },
    source: 'UU 26/2007',
    related: ['dppr'],
  },
];
