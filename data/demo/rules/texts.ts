/** All texts here are invented for the demo city and say so in their titles. */
export const REGULATIONS = [
  {
    id: 'rdtr',
    kind: 'contoh',
    title: 'Peraturan CONTOH Nomor 0 Tahun 0000 tentang Rencana Detail Tata Ruang Kota Contoh',
    number: 'CONTOH Nomor 0 Tahun 0000',
  },
  {
    id: 'sempadan',
    kind: 'contoh',
    title: 'Peraturan CONTOH Nomor 00 Tahun 0000 tentang Garis Sempadan',
    number: 'CONTOH Nomor 00 Tahun 0000',
  },
  {
    id: 'rtrw',
    kind: 'contoh',
    title: 'Peraturan CONTOH Nomor 000 Tahun 0000 tentang Rencana Tata Ruang Wilayah Kota Contoh',
    number: 'CONTOH Nomor 000 Tahun 0000',
  },
  {
    id: 'kkop',
    kind: 'contoh',
    title:
      'Keputusan CONTOH Nomor 0000 Tahun 0000 tentang Kawasan Keselamatan Operasi Penerbangan Bandar Udara Contoh',
    number: 'CONTOH Nomor 0000 Tahun 0000',
  },
] as const;

const NOT_LAW = 'Teks contoh, bukan peraturan.';

export const LEGAL_SOURCES = [
  { id: 'rdtr-pasal-zona', regulation: 'rdtr', article: 'Pasal 0 ayat (1)', quote: NOT_LAW },
  { id: 'rdtr-pasal-syarat', regulation: 'rdtr', article: 'Pasal 0 ayat (2)', quote: NOT_LAW },
  { id: 'rdtr-pasal-khusus', regulation: 'rdtr', article: 'Pasal 0 ayat (3)', quote: NOT_LAW },
  { id: 'rdtr-pasal-tpz', regulation: 'rdtr', article: 'Pasal 0 ayat (4)', quote: NOT_LAW },
  { id: 'rdtr-pasal-rtbl', regulation: 'rdtr', article: 'Pasal 0 ayat (5)', quote: NOT_LAW },
  { id: 'rdtr-lampiran-intensitas', regulation: 'rdtr', article: 'Lampiran CONTOH-A', quote: NOT_LAW },
  { id: 'rdtr-lampiran-tata-bangunan', regulation: 'rdtr', article: 'Lampiran CONTOH-B', quote: NOT_LAW },
  { id: 'rdtr-lampiran-itbx', regulation: 'rdtr', article: 'Lampiran CONTOH-C', quote: NOT_LAW },
  { id: 'rdtr-lampiran-sarana', regulation: 'rdtr', article: 'Lampiran CONTOH-D', quote: NOT_LAW },
  { id: 'sempadan-pasal-jalan', regulation: 'sempadan', article: 'Pasal 0 ayat (1)', quote: NOT_LAW },
  { id: 'sempadan-pasal-pantai', regulation: 'sempadan', article: 'Pasal 0 ayat (2)', quote: NOT_LAW },
  { id: 'sempadan-pasal-sungai', regulation: 'sempadan', article: 'Pasal 0 ayat (3)', quote: NOT_LAW },
  { id: 'rtrw-pasal-kelas', regulation: 'rtrw', article: 'Pasal 0', quote: NOT_LAW },
  { id: 'kkop-pasal-tinggi', regulation: 'kkop', article: 'Pasal 0', quote: NOT_LAW },
] as const;

/** Meaning of the condition codes in this regulation alone. */
export const CONDITIONS = [
  ['T1', 'Luas kegiatan paling banyak 20 % dari luas lantai bangunan atau persil.'],
  ['T2', 'Jam kegiatan dibatasi pukul 07.00–21.00 WITA.'],
  ['T3', 'Jarak ke kegiatan sejenis paling dekat 100 m.'],
  ['T4', 'Hanya pada persil yang menghadap jalan arteri atau kolektor.'],
  ['B1', 'Mendapat rekomendasi Forum Penataan Ruang dan perangkat daerah terkait.'],
  ['B2', 'Mendapat persetujuan tertulis tetangga yang berbatasan dan ketua RT.'],
  ['B3', 'Menyediakan tempat parkir dan ruang hijau di dalam persil sesuai ketentuan sarana.'],
  ['B4', 'Memiliki dokumen lingkungan dan rencana pengelolaan limbah.'],
] as const;

type Note = {
  kind: 'parkir' | 'sarana' | 'tpz' | 'rtbl' | 'tampilan';
  zone: string | null;
  swp: string | null;
  code: string | null;
  body: string;
  source: string;
};
const facility = (kind: 'parkir' | 'sarana', zone: string, body: string): Note => ({
  kind,
  zone,
  swp: null,
  code: null,
  body,
  source: 'rdtr-lampiran-sarana',
});

export const NOTES: readonly Note[] = [
  facility('parkir', 'R-2', 'Satu tempat parkir sepeda motor di dalam persil.'),
  facility('parkir', 'R-3', 'Satu tempat parkir mobil untuk rumah di persil lebih dari 150 m².'),
  facility('parkir', 'R-4', 'Satu tempat parkir mobil tiap rumah.'),
  facility('parkir', 'R-5', 'Dua tempat parkir mobil tiap rumah.'),
  facility('parkir', 'K-1', 'Satu tempat parkir mobil tiap 60 m² lantai usaha.'),
  facility('parkir', 'K-2', 'Satu tempat parkir mobil tiap 60 m² lantai usaha.'),
  facility('parkir', 'K-3', 'Satu tempat parkir mobil tiap 80 m² lantai usaha.'),
  facility('parkir', 'C-1', 'Satu tempat parkir mobil tiap 80 m² lantai.'),
  facility('parkir', 'C-2', 'Satu tempat parkir mobil tiap 80 m² lantai.'),
  facility('parkir', 'KT', 'Satu tempat parkir mobil tiap 100 m² lantai kantor.'),
  facility('parkir', 'SPU-1', 'Satu tempat parkir mobil tiap 100 m² lantai.'),
  facility('parkir', 'KPI', 'Tempat parkir truk di dalam kawasan; bongkar muat tidak di badan jalan.'),
  facility('sarana', 'R-1', 'Hidran lingkungan dalam jarak 200 m dan sumur resapan bersama.'),
  facility('sarana', 'R-3', 'Sumur resapan tiap persil dan tempat sampah terpilah.'),
  facility('sarana', 'K-1', 'Jalur pejalan kaki paling sempit 2 m dan akses bagi penyandang disabilitas.'),
  facility('sarana', 'KPI', 'Instalasi pengolahan air limbah kawasan dan jalur hijau penyangga.'),
  facility('sarana', 'W', 'Toilet umum, tempat sampah terpilah, dan jalur evakuasi.'),
  {
    kind: 'tpz',
    zone: 'K-1',
    swp: null,
    code: 'CONTOH-b',
    body: 'Bonus intensitas dapat diajukan bila menyediakan ruang terbuka umum; nilai KLB pada tabel tidak berubah dengan sendirinya.',
    source: 'rdtr-pasal-tpz',
  },
  {
    kind: 'tpz',
    zone: 'C-1',
    swp: null,
    code: 'CONTOH-b',
    body: 'Bonus intensitas dapat diajukan bila menyediakan ruang terbuka umum; nilai KLB pada tabel tidak berubah dengan sendirinya.',
    source: 'rdtr-pasal-tpz',
  },
  {
    kind: 'tpz',
    zone: 'R-1',
    swp: null,
    code: 'CONTOH-k',
    body: 'Zona pengendalian pertumbuhan: penambahan hunian melalui penilaian Forum Penataan Ruang.',
    source: 'rdtr-pasal-tpz',
  },
  {
    kind: 'tampilan',
    zone: 'CB',
    swp: null,
    code: null,
    body: 'Muka bangunan lama dipertahankan; papan nama paling besar 2 m².',
    source: 'rdtr-lampiran-tata-bangunan',
  },
  {
    kind: 'tampilan',
    zone: 'W',
    swp: null,
    code: null,
    body: 'Atap miring dan bahan yang menyatu dengan pantai dianjurkan.',
    source: 'rdtr-lampiran-tata-bangunan',
  },
  {
    kind: 'rtbl',
    zone: null,
    swp: 'CONTOH-VI.C',
    code: 'RTBL-CONTOH',
    body: 'Kawasan dengan rencana tata bangunan dan lingkungan (contoh): lantai dasar aktif dan menerus sepanjang jalan utama.',
    source: 'rdtr-pasal-rtbl',
  },
];

/** Zones that agree with an RTRW class; elsewhere the two disagree and the place is marked "periksa". */
export const RTRW_MATCHES: Readonly<Record<string, readonly string[]>> = {
  'Kawasan Permukiman': [
    'R',
    'K',
    'C',
    'KT',
    'SPU',
    'RTH',
    'RTNH',
    'SIKM',
    'PL',
    'TR',
    'CB',
    'HK',
    'BJ',
    'BA',
    'PS',
    'PP',
  ],
  'Perlindungan terhadap Kawasan Bawahannya': ['HL', 'BA', 'PS', 'BJ', 'RTH-1'],
  'Hutan Produksi': ['KHP', 'BA', 'PS', 'BJ', 'RTH-1'],
  Pertanian: ['P', 'KR', 'IK', 'BJ', 'BA', 'PS', 'RTH-1'],
  Pariwisata: ['W', 'PS', 'RTH', 'BJ', 'BA', 'EM', 'K', 'SPU'],
  'Kawasan Peruntukan Industri': ['KPI', 'SIKM', 'PL-6', 'PTL', 'BJ', 'BA', 'PS', 'TR', 'RTH'],
  Transportasi: ['TR', 'BJ', 'RTH', 'PS'],
  'Kawasan Konservasi': ['EM', 'PS', 'BA', 'RTH-1', 'BJ'],
  Perikanan: ['IK', 'BA', 'PS', 'BJ'],
  'Pertahanan dan Keamanan': ['HK', 'BJ', 'RTH'],
};
