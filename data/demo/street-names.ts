import { seedFrom } from './random.ts';
import type { RoadEdge } from './road-graph.ts';

const TREES = [
  'Ulin',
  'Bangkirai',
  'Meranti',
  'Keruing',
  'Kapur',
  'Gaharu',
  'Jelutung',
  'Ramin',
  'Nyatoh',
  'Sengon',
  'Ketapang',
  'Trembesi',
  'Angsana',
  'Waru',
  'Nipah',
  'Bakau',
  'Pandan',
  'Aren',
  'Rotan',
  'Tengkawang',
  'Durian',
  'Rambai',
  'Cempedak',
  'Langsat',
  'Mangga',
  'Kelapa',
  'Belimbing',
  'Jambu',
  'Sukun',
  'Salak',
  'Enggang',
  'Bekantan',
  'Punai',
  'Tiung',
  'Pesut',
  'Penyu',
  'Lumba',
  'Tenggiri',
  'Bawal',
  'Kerapu',
  'Anggrek',
  'Kenanga',
  'Cempaka',
  'Melati',
  'Teratai',
  'Kamboja',
  'Bougenvil',
  'Seroja',
  'Dahlia',
  'Flamboyan',
];
const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
];
const KIND = {
  arteri: 'Jalan Contoh',
  kolektor: 'Jalan Contoh',
  lokal: 'Jalan Contoh',
  lingkungan: 'Gang Contoh',
} as const;

/**
 * Names every street that has none: one name per street, `Contoh` in each so that nobody takes it for a real address.
 * @returns one name per edge
 */
export function nameStreets(edges: readonly RoadEdge[], seed: number): string[] {
  const names = new Map<number, string>();
  const used = new Map<string, number>();
  return edges.map((edge) => {
    if (edge.name !== '') return edge.name;
    const known = names.get(edge.source);
    if (known !== undefined) return known;
    const [x, y] = edge.line[0] as [number, number];
    // Streets of one quarter of the town (900 m) share a word, as they do in many towns.
    const quarter = seedFrom(seed, `quarter ${Math.floor(x / 90000)} ${Math.floor(y / 90000)}`);
    const word = `${KIND[edge.class]} ${TREES[quarter % TREES.length]}`;
    const number = (used.get(word) ?? 0) + 1;
    used.set(word, number);
    const name = edge.class === 'lingkungan' ? `${word} ${number}` : `${word} ${ROMAN[number] ?? number}`;
    names.set(edge.source, name);
    return name;
  });
}
