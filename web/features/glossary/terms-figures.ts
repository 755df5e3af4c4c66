import { formatArea, formatMetres, formatNumber, formatPercent } from '../../lib/format.ts';
import type { Reader } from '../../locale/reader.tsx';
import type { Term } from './term.ts';

/** The piece of land of every example: round numbers, of no place. */
const LAND_M2 = 200;

const percentOf = (pct: number): number => (LAND_M2 * pct) / 100;

/** `200 m² × 60 % = 120 m²` in the reader's way of writing numbers. */
const product = (pct: number, { language }: Reader): string =>
  `${formatArea(LAND_M2, language)} × ${formatPercent(pct, language)} = ${formatArea(percentOf(pct), language)}`;

/** Numbers that a plan sets for a zone. */
export const FIGURE_TERMS: readonly Term[] = [
  {
    slug: 'kdb',
    group: 'figures',
    word: 'KDB',
    law: 'Koefisien Dasar Bangunan',
    name: {
      id: 'bagian tanah yang boleh tertutup bangunan',
      en: 'share of the land that buildings may cover',
    },
    meaning: {
      id: 'Berapa persen luas tanah yang paling banyak boleh tertutup bangunan, dilihat dari atas.',
      en: 'How many percent of the land buildings may cover at most, seen from above.',
    },
    more: [
      {
        id: 'KDB 0 % berarti tidak boleh ada bangunan. Itu berbeda dari “belum tersedia”, yang berarti angkanya tidak diketahui.',
        en: 'A KDB of 0 % means that no building is allowed. “Not available” is something else: the figure is not known.',
      },
    ],
    example: (reader) =>
      reader.language === 'id'
        ? `KDB 60 % pada tanah ${formatArea(LAND_M2, 'id')}: ${product(60, reader)}. Sisanya tidak tertutup bangunan.`
        : `A KDB of 60 % on ${formatArea(LAND_M2, 'en')} of land: ${product(60, reader)}. The rest stays uncovered.`,
    source: 'Permen ATR/BPN 11/2021',
    related: ['klb', 'kdh', 'ktb'],
  },
  {
    slug: 'klb',
    group: 'figures',
    word: 'KLB',
    law: 'Koefisien Lantai Bangunan',
    name: { id: 'luas semua lantai dibanding luas tanah', en: 'area of all floors compared with the land' },
    meaning: {
      id: 'Jumlah luas semua lantai, paling banyak sekian kali luas tanah. Ditulis sebagai angka kali, misalnya 1,8.',
      en: 'The area of all floors together, at most so many times the area of the land. Written as a factor, such as 1.8.',
    },
    example: (reader) => {
      const total = formatArea(LAND_M2 * 1.8, reader.language);
      const factor = formatNumber(1.8, reader.language);
      const land = formatArea(LAND_M2, reader.language);
      const floor = formatArea(percentOf(60), reader.language);
      const floors = formatNumber((LAND_M2 * 1.8) / percentOf(60), reader.language);
      return reader.language === 'id'
        ? `KLB ${factor} pada tanah ${land}: ${land} × ${factor} = ${total} untuk semua lantai. Dengan tapak ${floor}, itu ${floors} lantai penuh.`
        : `A KLB of ${factor} on ${land}: ${land} × ${factor} = ${total} for all floors. On a footprint of ${floor} that is ${floors} full floors.`;
    },
    source: 'Permen ATR/BPN 11/2021',
    related: ['kdb', 'ktb'],
  },
  {
    slug: 'kdh',
    group: 'figures',
    word: 'KDH',
    law: 'Koefisien Dasar Hijau',
    name: { id: 'bagian tanah yang tetap hijau', en: 'share of the land that stays green' },
    meaning: {
      id: 'Berapa persen luas tanah yang paling sedikit tetap terbuka dan ditanami, tanpa bangunan dan tanpa perkerasan.',
      en: 'How many percent of the land must at least stay open and planted, without buildings or paving.',
    },
    example: (reader) =>
      reader.language === 'id'
        ? `KDH 20 % pada tanah ${formatArea(LAND_M2, 'id')}: ${product(20, reader)} tetap hijau.`
        : `A KDH of 20 % on ${formatArea(LAND_M2, 'en')}: ${product(20, reader)} stay green.`,
    source: 'Permen ATR/BPN 11/2021',
    related: ['kdb'],
  },
  {
    slug: 'ktb',
    group: 'figures',
    word: 'KTB',
    law: 'Koefisien Tapak Basemen',
    name: { id: 'bagian tanah yang boleh menjadi basemen', en: 'share of the land that a basement may take' },
    meaning: {
      id: 'Berapa persen luas tanah yang paling banyak boleh dipakai untuk basemen. Basemen boleh lebih luas dari bangunan di atasnya, sampai batas ini.',
      en: 'How many percent of the land a basement may take at most. It may be larger than the building above it, up to this limit.',
    },
    example: (reader) =>
      reader.language === 'id'
        ? `KTB 60 % pada tanah ${formatArea(LAND_M2, 'id')}: ${product(60, reader)}.`
        : `A KTB of 60 % on ${formatArea(LAND_M2, 'en')}: ${product(60, reader)}.`,
    related: ['kdb', 'klb'],
  },
  {
    slug: 'gsb',
    group: 'figures',
    word: 'GSB',
    law: 'Garis Sempadan Bangunan',
    name: { id: 'jarak bangunan dari jalan', en: 'distance of the building from the road' },
    meaning: {
      id: 'Garis yang tidak boleh dilewati bangunan di sisi jalan. Jaraknya tergantung kelas jalan, dan selalu diukur dari garis tertentu.',
      en: 'The line towards the road that a building may not cross. The distance depends on the class of the road and is always measured from a named line.',
    },
    more: [
      {
        id: 'Dari mana diukur sama pentingnya dengan angkanya: dari sumbu jalan (as jalan), dari batas ruang milik jalan (rumija), atau dari pagar. Bidang di sudut dua jalan punya dua GSB.',
        en: 'Where it is measured from matters as much as the figure: the road’s centre line (as jalan), the edge of the road reserve (rumija), or the fence. Land at a corner has two of them.',
      },
    ],
    example: ({ language }) => {
      const [from, half, left] = [10, 4, 10 - 4].map((m) => formatMetres(m, language));
      return language === 'id'
        ? `GSB ${from} dari as jalan; separuh lebar jalan sampai batas bidang ${half}. Di dalam bidang: ${from} − ${half} = ${left} kosong.`
        : `A GSB of ${from} from the centre line; from there to the edge of the land it is ${half}. Inside the land: ${from} − ${half} = ${left} free.`;
    },
    related: ['jbs', 'jbb', 'rumija', 'sempadan'],
  },
  {
    slug: 'jbs',
    group: 'figures',
    word: 'JBS',
    law: 'Jarak Bebas Samping',
    name: { id: 'jarak bangunan dari batas samping', en: 'distance from the side boundary' },
    meaning: {
      id: 'Jarak yang harus kosong antara bangunan dan batas kavling di kiri dan kanan.',
      en: 'The distance that must stay free between the building and the boundary on the left and the right.',
    },
    more: [
      {
        id: 'Jarak 0 m berarti bangunan boleh menempel batas.',
        en: 'A distance of 0 m means that the building may stand on the boundary.',
      },
    ],
    related: ['gsb', 'jbb'],
  },
  {
    slug: 'jbb',
    group: 'figures',
    word: 'JBB',
    law: 'Jarak Bebas Belakang',
    name: { id: 'jarak bangunan dari batas belakang', en: 'distance from the rear boundary' },
    meaning: {
      id: 'Jarak yang harus kosong antara bangunan dan batas kavling di belakang.',
      en: 'The distance that must stay free between the building and the rear boundary.',
    },
    related: ['gsb', 'jbs'],
  },
  {
    slug: 'rumija',
    group: 'figures',
    word: 'Rumija',
    law: 'ruang milik jalan',
    name: { id: 'tanah yang termasuk jalan', en: 'land that belongs to the road' },
    meaning: {
      id: 'Ruang jalan dengan bahu, trotoar dan salurannya. Batasnya sering menjadi garis ukur GSB.',
      en: 'The road with its shoulders, pavements and drains. Its edge is often the line that the GSB is measured from.',
    },
    source: 'UU 38/2004',
    related: ['gsb'],
  },
];
