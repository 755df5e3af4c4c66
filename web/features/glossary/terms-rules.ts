import { formatMetres } from '../../lib/format.ts';
import type { Term } from './term.ts';

/** What may be done in a zone, and what lies on top of it. */
export const RULE_TERMS: readonly Term[] = [
  {
    slug: 'itbx',
    group: 'activities',
    word: 'ITBX',
    law: 'Diizinkan, Terbatas, Bersyarat, tidak diizinkan (X)',
    name: { id: 'huruf hasil di matriks kegiatan', en: 'the letters of the activity matrix' },
    meaning: {
      id: 'Matriks peraturan zonasi memberi setiap kegiatan di setiap zona satu huruf: I diizinkan, T diizinkan terbatas, B diizinkan bersyarat, X tidak diizinkan.',
      en: 'The matrix of the zoning rules gives every activity in every zone a letter: I allowed, T allowed with limits, B allowed with conditions, X not allowed.',
    },
    more: [
      {
        id: 'Kotak kosong bukan izin. Bila matriks tidak mengatur, jawabannya: tanyakan DPPR.',
        en: 'An empty cell is no permission. Where the matrix is silent the answer is: ask the planning office (DPPR).',
      },
      {
        id: 'Angka di belakang huruf (T1, B2) menunjuk ke syarat yang bunyinya ditulis peraturan itu sendiri. Bila ada beberapa, semuanya berlaku.',
        en: 'A number behind the letter (T1, B2) points to a condition that this very regulation spells out. Where there are several, all of them apply.',
      },
    ],
    source: 'Permen ATR/BPN 11/2021',
    related: ['diizinkan', 'terbatas', 'bersyarat', 'tidak-diizinkan', 'kbli'],
  },
  {
    slug: 'diizinkan',
    group: 'activities',
    word: 'I',
    law: 'diizinkan',
    name: { id: 'sesuai zona', en: 'allowed' },
    meaning: {
      id: 'Kegiatan ini sesuai zonanya; matriks tidak memberi syarat tambahan. Aturan lain, misalnya izin bangunan, tetap berlaku.',
      en: 'The activity fits the zone; the matrix adds no condition. Other rules, such as the building approval, still apply.',
    },
    related: ['itbx', 'kkpr', 'pbg'],
  },
  {
    slug: 'terbatas',
    group: 'activities',
    word: 'T',
    law: 'diizinkan bersyarat secara terbatas',
    name: { id: 'boleh dengan batas', en: 'allowed with limits' },
    meaning: {
      id: 'Boleh di dalam batas yang ditulis peraturan: misalnya jam, luas, jumlah atau jarak.',
      en: 'Allowed within a limit that the regulation states: hours, area, number or distance, for example.',
    },
    related: ['itbx', 'bersyarat'],
  },
  {
    slug: 'bersyarat',
    group: 'activities',
    word: 'B',
    law: 'diizinkan bersyarat tertentu',
    name: { id: 'boleh bila syaratnya dipenuhi', en: 'allowed with conditions' },
    meaning: {
      id: 'Boleh bila semua syarat yang ditulis peraturan dipenuhi: misalnya rekomendasi, persetujuan tetangga, kajian atau parkir.',
      en: 'Allowed once every condition that the regulation states is met: a recommendation, the neighbours’ consent, a study or parking, for example.',
    },
    related: ['itbx', 'terbatas', 'fpr'],
  },
  {
    slug: 'tidak-diizinkan',
    group: 'activities',
    word: 'X',
    law: 'tidak diizinkan',
    name: { id: 'tidak sesuai rencana', en: 'not allowed' },
    meaning: {
      id: 'Kegiatan ini tidak sesuai rencana di zona itu.',
      en: 'The activity does not fit the plan in that zone.',
    },
    related: ['itbx'],
  },
  {
    slug: 'kbli',
    group: 'activities',
    word: 'KBLI',
    law: 'Klasifikasi Baku Lapangan Usaha Indonesia',
    name: { id: 'nomor jenis usaha', en: 'number of a kind of business' },
    meaning: {
      id: 'Daftar baku jenis usaha dengan nomor lima angka, dipakai saat mengurus izin berusaha. Kegiatan bukan usaha, seperti rumah tinggal, tidak punya KBLI.',
      en: 'The official list of kinds of business with five-digit numbers, used when licensing a business. What is no business, such as a home, has none.',
    },
    source: 'Peraturan BPS 2/2020',
    related: ['itbx', 'kkpr'],
  },
  {
    slug: 'ketentuan-khusus',
    group: 'overlays',
    word: 'Ketentuan khusus',
    law: null,
    name: { id: 'aturan tambahan di atas zona', en: 'rules that lie on top of a zone' },
    meaning: {
      id: 'Aturan tambahan untuk tanah tertentu, misalnya rawan banjir, sempadan atau sekitar bandara. Ia dapat membatasi angka, menambah syarat atau melarang.',
      en: 'Extra rules for certain ground: prone to floods, beside a river, around the airport. They can lower a figure, add a condition or forbid.',
    },
    more: [
      {
        id: 'Angka paling ketat yang berlaku. Jawaban menunjukkan angka dasar, setiap pembatas, dan yang berlaku.',
        en: 'The strictest figure governs. An answer shows the base figure, every limit on it, and what remains.',
      },
    ],
    source: 'Permen ATR/BPN 11/2021',
    related: ['kkop', 'sempadan', 'lp2b', 'tod'],
  },
  {
    slug: 'kkop',
    group: 'overlays',
    word: 'KKOP',
    law: 'Kawasan Keselamatan Operasi Penerbangan',
    name: { id: 'batas tinggi di sekitar bandara', en: 'height limits around an airport' },
    meaning: {
      id: 'Kawasan di sekitar bandara dengan batas tinggi agar penerbangan aman.',
      en: 'The area around an airport where heights are limited so that aircraft can fly safely.',
    },
    more: [
      {
        id: 'Batasnya dihitung dari muka laut (AMSL), bukan dari tanah. Karena itu ia tidak dapat dibandingkan langsung dengan tinggi bangunan; perlu rekomendasi otoritas bandara.',
        en: 'The limit counts from sea level (AMSL), not from the ground. It cannot be compared directly with a building’s height; the airport authority has to advise.',
      },
    ],
    example: ({ language }) => {
      const [limit, ground, left] = [60, 25, 60 - 25].map((m) => formatMetres(m, language));
      return language === 'id'
        ? `Batas ${limit} di atas muka laut, tanah setinggi ${ground}: ${limit} − ${ground} = ${left} di atas tanah. Tinggi tanah harus diukur di tempat.`
        : `A limit of ${limit} above the sea, ground at ${ground}: ${limit} − ${ground} = ${left} above the ground. The height of the ground has to be measured on site.`;
    },
    source: 'UU 1/2009',
    related: ['ketentuan-khusus'],
  },
  {
    slug: 'sempadan',
    group: 'overlays',
    word: 'Sempadan',
    law: null,
    name: { id: 'jalur bebas di tepi air, jalan atau jaringan', en: 'strip along water, roads or lines' },
    meaning: {
      id: 'Jalur di tepi sungai, pantai, danau, jalan atau jaringan listrik yang harus dijaga bebas atau hanya boleh dipakai untuk kegiatan tertentu.',
      en: 'A strip along a river, the coast, a lake, a road or a power line that is kept free or open to a few uses only.',
    },
    related: ['gsb', 'ketentuan-khusus'],
  },
  {
    slug: 'lp2b',
    group: 'overlays',
    word: 'LP2B',
    law: 'Lahan Pertanian Pangan Berkelanjutan',
    name: { id: 'lahan pangan yang dilindungi', en: 'protected food-crop land' },
    meaning: {
      id: 'Lahan pertanian pangan yang dilindungi dan tidak boleh dialihfungsikan, dengan pengecualian yang ditulis undang-undang.',
      en: 'Farm land for food crops that is protected and may not be converted, with the exceptions that the law states.',
    },
    source: 'UU 41/2009',
    related: ['ketentuan-khusus'],
  },
  {
    slug: 'tod',
    group: 'overlays',
    word: 'TOD',
    law: 'kawasan berorientasi transit',
    name: { id: 'kawasan di sekitar simpul angkutan', en: 'area around a transport hub' },
    meaning: {
      id: 'Kawasan padat dan campuran di sekitar stasiun atau terminal (transit-oriented development), dengan aturan sendiri.',
      en: 'A dense, mixed area around a station or terminal (transit-oriented development), with rules of its own.',
    },
    related: ['ketentuan-khusus'],
  },
  {
    slug: 'tpz',
    group: 'overlays',
    word: 'TPZ',
    law: 'Teknik Pengaturan Zonasi',
    name: { id: 'aturan lentur di blok tertentu', en: 'flexible rules for certain blocks' },
    meaning: {
      id: 'Cara melonggarkan atau memperketat aturan di blok tertentu, misalnya bonus zonasi: boleh lebih bila menyediakan sesuatu untuk umum. Ia tidak menaikkan angka dengan sendirinya.',
      en: 'Ways to loosen or tighten the rules in certain blocks, such as bonus zoning: more is allowed if something is given to the public. It never raises a figure by itself.',
    },
    source: 'Permen ATR/BPN 11/2021',
    related: ['blok', 'rdtr'],
  },
  {
    slug: 'rtbl',
    group: 'overlays',
    word: 'RTBL',
    law: 'Rencana Tata Bangunan dan Lingkungan',
    name: { id: 'rancangan satu kawasan', en: 'design plan of one area' },
    meaning: {
      id: 'Panduan rancang bangun untuk satu kawasan: bentuk bangunan, ruang terbuka, jalan dan tampilannya.',
      en: 'Design guidance for one area: the shape of buildings, open space, streets and looks.',
    },
    related: ['rdtr', 'tpz'],
  },
];
