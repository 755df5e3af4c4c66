import { describe, expect, it } from 'vitest';
import { rulesFromZoneAttributes } from './zone-attributes.ts';

const OWNER = { regulationId: 'dki', sourceId: 'peta' };
const read = (attributes: Record<string, unknown>, kodunk: string | null = 'R-1.7') =>
  rulesFromZoneAttributes({ featureNo: 1, kodunk, attributes }, OWNER);

describe('rules in the row of a polygon', () => {
  it('become intensity rows keyed by the polygon', () => {
    expect(read({ KDB: '55', KLB: '3.57', KTB: 60, KDH: '20' }).intensity).toMatchObject([
      {
        regulation_id: 'dki',
        source_id: 'peta',
        zone_code: 'R-1.7',
        measure: 'kdb',
        operator: 'max',
        value: 55,
      },
      { measure: 'klb', operator: 'max', value: 3.57 },
      { measure: 'ktb', operator: 'max', value: 60 },
      { measure: 'kdh', operator: 'min', value: 20 },
    ]);
  });

  it('keep zero as a value', () => {
    expect(read({ KDB: '0', KLB: 0 }).intensity.map((row) => row.value)).toEqual([0, 0]);
  });

  it.each(['', ' ', '-', 'null', 'NULL', 'Tidak Ada', null, undefined, true])(
    'do not come of %j',
    (value) => {
      expect(read({ KDB: value, IZN: value })).toEqual({ intensity: [], notes: [], truncated: [] });
    },
  );

  it('stay text when they are prose', () => {
    const tiers = '- Luas LP kurang dari 60 m2 : Alternatif 1 : 100';
    expect(read({ KDB: tiers }).intensity).toMatchObject([
      { value: null, text_value: tiers, unit_as_printed: null },
    ]);
  });

  it('stay text when they begin like a number and are a range or ambiguous', () => {
    expect(read({ KDB: '60-80', KLB: '1.200' }).intensity).toMatchObject([
      { value: null, text_value: '60-80' },
      { value: null, text_value: '1.200' },
    ]);
  });

  it('are marked where the column was too short for them', () => {
    const cut = read({ KDB: `- ${'a'.repeat(252)}`, IZN: 'b'.repeat(254), BST: 'c'.repeat(200) });
    expect(cut.truncated).toEqual(['KDB', 'IZN']);
    expect(cut.intensity[0]?.text_value?.endsWith('a […]')).toBe(true);
    expect(cut.notes.map((note) => note.body.endsWith('[…]'))).toEqual([true, false]);
  });

  it('count the column in bytes: fewer letters fill it when they have accents', () => {
    expect(read({ IZN: 'é'.repeat(127) }).truncated).toEqual(['IZN']);
    expect(read({ IZN: 'é'.repeat(126) }).truncated).toEqual([]);
  });

  it('keep activity lists as notes under the letters of the plan', () => {
    expect(read({ IZN: 'Masjid, Toko', TBS: '-', BST: 'SPBU' }).notes).toMatchObject([
      { kind: 'kegiatan', code: 'IZN', body: 'Masjid, Toko', zone_code: 'R-1.7' },
      { kind: 'kegiatan', code: 'BST', body: 'SPBU' },
    ]);
  });

  it('come of no polygon without its key', () => {
    expect(read({ KDB: '55' }, null)).toEqual({ intensity: [], notes: [], truncated: [] });
  });
});
