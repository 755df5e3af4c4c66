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

type Effect = {
  regulation: string;
  theme: string;
  level: string;
  effect: 'text' | 'cap' | 'override' | 'prohibition';
  measure?: string;
  operator?: 'max' | 'min';
  value?: number;
  unit?: string;
  activity?: string;
  codes?: string;
  body: string;
  source: string;
};
const special = (
  theme: string,
  level: string,
  effect: Effect['effect'],
  body: string,
  more: Partial<Effect> = {},
): Effect => ({
  regulation: 'rdtr',
  theme,
  level,
  effect,
  body,
  source: 'rdtr-pasal-khusus',
  ...more,
});
const flight = (level: string, value: number, body: string): Effect =>
  special('kkop', level, 'cap', body, {
    regulation: 'kkop',
    source: 'kkop-pasal-tinggi',
    measure: 'height_m',
    operator: 'max',
    value,
    unit: 'm AMSL',
  });
const HEIGHT_NOTE = 'Tinggi diukur dari muka laut; tinggi tanah setempat harus diketahui lebih dulu.';

export const EFFECTS: readonly Effect[] = [
  flight(
    'K01B',
    45,
    `Ancangan pendaratan dan lepas landas: paling tinggi 45 m di atas muka laut. ${HEIGHT_NOTE}`,
  ),
  flight('K01D', 45, `Permukaan transisi: paling tinggi 45 m di atas muka laut. ${HEIGHT_NOTE}`),
  flight('CONTOH-HD', 49, `Horizontal dalam: paling tinggi 49 m di atas muka laut. ${HEIGHT_NOTE}`),
  flight('K01F', 100, `Kerucut: paling tinggi 100 m di atas muka laut. ${HEIGHT_NOTE}`),
  flight('K01G', 154, `Horizontal luar: paling tinggi 154 m di atas muka laut. ${HEIGHT_NOTE}`),
  special(
    'kkop',
    'K01B',
    'override',
    'Menara di bawah ancangan hanya dengan rekomendasi otoritas bandar udara.',
    {
      activity: 'tower',
      codes: 'B1',
    },
  ),
  special(
    'banjir',
    'tinggi',
    'text',
    'Bangunan tahan banjir, lantai dasar di atas muka banjir rencana, sumur resapan tiap persil.',
  ),
  special(
    'banjir',
    'tinggi',
    'cap',
    'KTB paling banyak 0 %: tidak ada ruang bawah tanah di rawan banjir tinggi.',
    { measure: 'ktb', operator: 'max', value: 0, unit: '%' },
  ),
  special('banjir', 'tinggi', 'cap', 'KDH paling sedikit 30 % di rawan banjir tinggi.', {
    measure: 'kdh',
    operator: 'min',
    value: 30,
    unit: '%',
  }),
  special('banjir', 'sedang', 'text', 'Sumur resapan tiap persil dan saluran terhubung ke drainase kota.'),
  special(
    'longsor',
    'tinggi',
    'prohibition',
    'Tidak untuk kegiatan pembangunan fisik baru; bangunan yang ada diperkuat atau dipindah.',
  ),
  special('longsor', 'sedang', 'cap', 'KDB paling banyak 40 % di rawan longsor sedang.', {
    measure: 'kdb',
    operator: 'max',
    value: 40,
    unit: '%',
  }),
  special('longsor', 'sedang', 'text', 'Lereng ditata berteras dengan dinding penahan dan saluran air.'),
  special(
    'sempadan-pantai',
    '',
    'prohibition',
    'Di sempadan pantai tidak boleh ada bangunan baru kecuali dermaga, pengaman pantai, dan sarana umum.',
    { regulation: 'sempadan', source: 'sempadan-pasal-pantai' },
  ),
  special(
    'sempadan-sungai',
    'sungai',
    'prohibition',
    'Di sempadan sungai tidak boleh ada bangunan baru kecuali prasarana sumber daya air dan jembatan.',
    { regulation: 'sempadan', source: 'sempadan-pasal-sungai' },
  ),
  special('sempadan-sungai', 'waduk', 'prohibition', 'Di sempadan waduk tidak boleh ada bangunan baru.', {
    regulation: 'sempadan',
    source: 'sempadan-pasal-sungai',
  }),
  special('cagar-budaya', '', 'cap', 'Paling tinggi 2 lantai di kawasan cagar budaya.', {
    measure: 'floors',
    operator: 'max',
    value: 2,
    unit: 'lantai',
  }),
  special('cagar-budaya', '', 'text', 'Perubahan muka bangunan melalui tim ahli cagar budaya.'),
  special(
    'tod',
    'inti',
    'text',
    'Lantai dasar dibuka untuk umum dan jalur pejalan kaki menerus ke simpul angkutan.',
  ),
  special(
    'tod',
    'inti',
    'override',
    'Taman parkir di inti TOD hanya dengan rekomendasi Forum Penataan Ruang.',
    { activity: 'parkir', codes: 'B1' },
  ),
  special('tod', 'penyangga', 'text', 'Jalur sepeda dan pejalan kaki disediakan di sepanjang persil.'),
  special(
    'lp2b',
    '',
    'prohibition',
    'Tidak boleh dialihfungsikan kecuali untuk kepentingan umum, proyek strategis, atau bencana.',
  ),
  special('resapan-air', '', 'cap', 'KDH paling sedikit 50 % di resapan air.', {
    measure: 'kdh',
    operator: 'min',
    value: 50,
    unit: '%',
  }),
  special('evakuasi', 'TES', 'text', 'Jalan menuju tempat evakuasi paling sempit 6,5 m dan bebas hambatan.'),
  special('evakuasi', 'TEA', 'text', 'Ruang terbuka dijaga tetap kosong dan dapat dicapai kendaraan besar.'),
  special('hankam', '', 'text', 'Pembangunan di sekitar kesatrian dikoordinasikan dengan pemilik kawasan.'),
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
