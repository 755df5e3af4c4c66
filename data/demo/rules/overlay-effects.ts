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
/** An activity that a prohibition of all building of the same regulation does not reach; the matrix decides about it. */
const exempt = (
  theme: string,
  level: string,
  activity: string,
  body: string,
  more: Partial<Effect> = {},
): Effect => special(theme, level, 'override', body, { activity, codes: 'I', ...more });
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
  exempt(
    'sempadan-pantai',
    '',
    'pelabuhan',
    'Dermaga dikecualikan dari larangan bangunan di sempadan pantai.',
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
  exempt('lp2b', '', 'sawah', 'Budi daya tanaman pangan adalah peruntukan lahan ini dan tidak dilarang.'),
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
