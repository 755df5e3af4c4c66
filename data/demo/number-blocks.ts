import type { CitySource } from './city-source.ts';
import type { Tract } from './classify-faces.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];
const OUTSIDE_BLOCKS = new Set(['BJ', 'BA', 'PS']);

/**
 * SWP per kelurahan (`CONTOH-<kecamatan>.<letter>`) and a block number for every tract that is not road or water,
 * counted from the north-west to the south-east of the kelurahan, row by row as on a plan sheet.
 */
export function numberBlocks(
  source: CitySource,
  tracts: readonly Tract[],
  codes: readonly string[],
): { kodswp: string[]; kodblk: string[] } {
  const kecamatan = [...new Set(source.kelurahan.map(({ kecamatanCode }) => kecamatanCode))].sort();
  const swp = source.kelurahan.map(({ kecamatanCode, code }) => {
    const siblings = source.kelurahan.filter((other) => other.kecamatanCode === kecamatanCode);
    const letter = String.fromCharCode(65 + siblings.findIndex((other) => other.code === code));
    return `CONTOH-${ROMAN[kecamatan.indexOf(kecamatanCode)]}.${letter}`;
  });
  const ROW_CM = 40000;
  const order = tracts
    .map((_, index) => index)
    .filter((index) => !OUTSIDE_BLOCKS.has(codes[index] as string))
    .sort((a, b) => {
      const [ax, ay] = (tracts[a] as Tract).inside;
      const [bx, by] = (tracts[b] as Tract).inside;
      return Math.floor(by / ROW_CM) - Math.floor(ay / ROW_CM) || ax - bx || a - b;
    });
  const counts = new Map<number, number>();
  const kodblk = tracts.map(() => '');
  for (const index of order) {
    const { kelurahan } = tracts[index] as Tract;
    const number = (counts.get(kelurahan) ?? 0) + 1;
    counts.set(kelurahan, number);
    kodblk[index] = `${swp[kelurahan]}.${number}`;
  }
  return { kodswp: tracts.map(({ kelurahan }) => swp[kelurahan] as string), kodblk };
}
