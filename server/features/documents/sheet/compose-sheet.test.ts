import { describe, expect, test } from 'vitest';
import { composeExtract } from '#domain/extract/compose-extract';
import type { Answer } from '#domain/zoning/answer';
import profile from '../../../../data/cities/balikpapan/profile.json' with { type: 'json' };
import { anAnswer, aPart } from '../../../../tests/support/an-answer.ts';
import { aCity } from '../../../../tests/support/some-facts.ts';
import { composeSheet, type SheetOrder } from './compose-sheet.ts';
import type { Block, Sheet } from './sheet.ts';

const SQUARE = [
  [
    [
      [116.83, -1.27],
      [116.8301, -1.27],
      [116.8301, -1.2701],
      [116.83, -1.27],
    ],
  ],
] as const;

function sheetOf(
  given: Partial<Answer>,
  isPoint = false,
  city = aCity(),
  {
    changes = [],
    closingText = null,
    approved = null,
  }: Partial<Pick<SheetOrder, 'changes' | 'closingText' | 'approved'>> = {},
): Sheet {
  const asked = isPoint ? ({ kind: 'point' } as const) : ({ kind: 'drawing', outline: SQUARE } as const);
  const composed = composeExtract(anAnswer(given), asked, 'Balikpapan');
  if (!composed.ok) throw new Error(composed.problem);
  return composeSheet(
    {
      kind: 'itr',
      language: 'id',
      extract: composed.value,
      documentId: 'AbCdEfGhIjKlMnOpQrStUv',
      number: null,
      isTrial: true,
      issuedAt: new Date('2026-11-30T04:00:00Z'),
      validUntil: null,
      verifyAt: 'https://peta.contoh.go.id/krk/verifikasi/AbCdEfGhIjKlMnOpQrStUv',
      signedBy: null,
      approved,
      sections: [],
      changes,
      closingText,
    },
    {
      scale: 500,
      crs: 'UTM 50S',
      epsg: 32_750,
      labels: [],
      others: [],
      hasApproved: false,
      hasRoads: false,
      hasParcels: false,
    },
    city,
  );
}

const blocksOf = (sheet: Sheet, title: string): readonly Block[] =>
  sheet.sections.find((section) => section.title.startsWith(title))?.blocks ?? [];
const tableOf = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'table');

const place: Answer['place'] = {
  kind: 'polygon',
  point: [116.83005, -1.27005],
  areaM2: 200,
  perimeterM: 60,
  areaMethod: 'geodesic-wgs84',
};
const [theme] = anAnswer().themes.concerned.filter(
  ({ order, effects }) => order >= 100 && effects.length > 0,
);

describe('the sheet of a piece of ground', () => {
  test('sums border noise up in one row, gives it no rules, and the rows still add up to the ground', () => {
    const noise = { sharePct: 0.02, areaM2: 0.04, isSliver: true };
    const sheet = sheetOf({
      place,
      parts: [
        aPart({ areaM2: 199.9, sharePct: 99.95 }),
        aPart({ ...noise, zone: { ...aPart().zone, code: 'K-1' } }),
        aPart({ ...noise, areaM2: 0.06, sharePct: 0.03, zone: { ...aPart().zone, code: 'B' } }),
      ],
      remainder: { areaM2: 0, sharePct: 0, invalidGeometryM2: null, overlapM2: 0 },
    });
    const table = tableOf(blocksOf(sheet, 'Zona'));
    expect(table?.rows.map(([code, name, area]) => [code, name?.slice(0, 30), area])).toEqual([
      ['R-3', 'Perumahan Kepadatan Sedang', '199,9 m²'],
      ['–', 'Selisih garis: 2 potongan (K-1', '0,1 m²'],
      ['Jumlah', '', '200 m²'],
    ]);
    expect(sheet.sections.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'rules'))).toHaveLength(
      1,
    );
  });

  test('a theme that touches only the edge is named as that, and rules nothing', () => {
    if (theme === undefined) throw new Error('the sample has no theme with an effect');
    const edge = { ...theme, areas: theme.areas.map((area) => ({ ...area, areaM2: 0.04, isSliver: true })) };
    const rulesOf = (concerned: readonly (typeof theme)[]): string =>
      JSON.stringify(
        sheetOf({ place, themes: { ...anAnswer().themes, concerned: [...concerned] } }).sections.filter(
          ({ blocks }) => blocks.some(({ kind }) => kind === 'rules'),
        ),
      );
    const body = theme.effects[0]?.body ?? '';
    expect(rulesOf([theme])).toContain(body);
    expect(rulesOf([edge])).not.toContain(body);
    const themes = blocksOf(
      sheetOf({ place, themes: { ...anAnswer().themes, concerned: [edge] } }),
      'Aturan tambahan',
    );
    expect(tableOf(themes)).toBeUndefined();
    expect(JSON.stringify(themes)).toContain('Hanya menyentuh tepinya');
  });

  test('a figure that the office changed stands in its own row as what holds, beside what the plan says, and why', () => {
    const part = aPart({ areaM2: 200, sharePct: 100 });
    const rowsOf = (changes: SheetOrder['changes']) => {
      const sheet = sheetOf({ place, parts: [part] }, false, aCity(), { changes, closingText: 'Sekian.' });
      const titles = sheet.sections.map(({ title }) => title);
      expect(titles.indexOf('Penutup')).toBe(titles.indexOf('Penting') - 1);
      const rules = sheet.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'rules'));
      expect(rules).toHaveLength(1);
      return rules.flatMap((block) => (block.kind === 'rules' ? block.rows : []));
    };
    const gsb = part.setbacks.findIndex(({ kind }) => kind === 'gsb') + 1;
    const before = rowsOf([]);
    const after = rowsOf([
      { field: '1.kdb', original: 60, value: 40, unit: '%', reason: 'Sempadan saluran.' },
      { field: '1.klb', original: null, value: 1.2, unit: '', reason: 'Kesepakatan.' },
      { field: `1.gsb-${gsb}`, original: 8, value: 10, unit: 'm', reason: 'Jalan diperlebar.' },
      { field: '2.kdh', original: 10, value: 90, unit: '%', reason: 'Bagian lain.' },
    ]);
    expect(after.map(({ label }) => label)).toEqual(before.map(({ label }) => label));
    const changed = after.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
    expect(changed.map(({ value, isFigure }) => [value, isFigure])).toEqual([
      ['10 m', true],
      ['40 %', true],
      ['1,2 kali luas tanah', true],
    ]);
    const [line, coverage, floors] = changed;
    expect(coverage?.detail).toBe(
      '80 m² dari 200 m²; ditetapkan kantor; menurut rencana 60 %; alasan: Sempadan saluran.',
    );
    expect(floors?.detail).toContain('semua lantai bersama 240 m²; ditetapkan kantor');
    expect(line?.detail).toContain('menurut rencana 8 m; alasan: Jalan diperlebar.');
    // The law behind what was changed is still named.
    expect(coverage?.basis).toBe(before.find(({ value }) => value === '60 %')?.basis);
  });

  test('what is there is never written as nothing, and a code stands once in its row', () => {
    const sheet = sheetOf({
      place,
      parts: [
        aPart({ areaM2: 199.999, sharePct: 99.9995 }),
        aPart({ areaM2: 0.001, sharePct: 0.0005, isSliver: true }),
      ],
      remainder: { areaM2: 0, sharePct: 0, invalidGeometryM2: null, overlapM2: 0 },
    });
    const rows = tableOf(blocksOf(sheet, 'Zona'))?.rows ?? [];
    expect(rows[1]?.slice(2)).toEqual(['< 0,01 m²', '< 0,01 %']);
    expect(rows[0]?.slice(0, 2)).toEqual(['R-3', 'Perumahan Kepadatan Sedang']);
  });

  test('says once what it is not and whose land disputes are, each in a line of its own', () => {
    const { disclaimer, landDispute } = profile;
    const sheet = sheetOf({ place }, false, aCity({ disclaimer, landDispute }));
    const lines = blocksOf(sheet, 'Penting').map((block) => (block.kind === 'text' ? block.text : ''));
    expect(lines.slice(0, 2)).toEqual([disclaimer.id, 'Sengketa tanah menjadi tanggung jawab pemohon.']);
    expect(JSON.stringify(sheet).match(/sengketa/gi)).toHaveLength(1);
    expect(JSON.stringify(sheet).match(/bukti hak atas tanah/gi)).toHaveLength(1);
    expect(JSON.stringify(sheetOf({ place }))).not.toMatch(/"text":""/);
  });

  test('names the corners of the approved part behind those of the ground, longitude first, each once', () => {
    const ring = (west: number) =>
      [
        [west, -1.27],
        [west + 0.00004, -1.27],
        [west + 0.00004, -1.2701],
        [west, -1.27],
      ] as const;
    const approved = [[ring(116.83)], [ring(116.83005)]];
    const blocks = blocksOf(sheetOf({ place }, false, aCity(), { approved }), 'Koordinat');
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'heading', 'table', 'text']);
    expect(tableOf(blocks.slice(2))).toMatchObject({
      head: ['Titik', 'Bujur (°)', 'Lintang (°)'],
      rows: [
        ['1.1', '116,8300000', '-1,2700000'],
        ['1.2', '116,8300400', '-1,2700000'],
        ['1.3', '116,8300400', '-1,2701000'],
        ['2.1', '116,8300500', '-1,2700000'],
        ['2.2', '116,8300900', '-1,2700000'],
        ['2.3', '116,8300900', '-1,2701000'],
      ],
    });
    expect(blocksOf(sheetOf({ place }), 'Koordinat').map(({ kind }) => kind)).toEqual(['table', 'text']);
  });

  test('CLK03: data that came late in the evening of UTC was received on the next day of the city', () => {
    const [version] = anAnswer().versions;
    const versions = [{ ...version!, importedAt: '2026-11-30T21:54:49.548421+00:00' }];
    expect(tableOf(blocksOf(sheetOf({ place, versions }), 'Data yang dipakai'))?.rows[0]?.[3]).toBe(
      '1 Desember 2026',
    );
  });

  test('of a point says what holds on the rest of its parcel, and of what of it nothing is known', () => {
    const { zone } = aPart();
    const sheet = sheetOf(
      {
        parcelZones: [
          { zone: { ...zone, code: 'K-1' }, areaM2: 40, sharePct: 20, isSliver: false },
          { zone, areaM2: 30, sharePct: 15, isSliver: false, hasOtherRules: true },
          { zone: { ...zone, code: 'BJ' }, areaM2: 0.1, sharePct: 0.05, isSliver: true },
        ],
        parcelGaps: [{ layerId: 'banjir', title: 'Rawan banjir', areaM2: 20, sharePct: 10 }],
      },
      true,
    );
    const told = JSON.stringify(sheet);
    expect(told).toMatch(/di titik ini: 20[^"]{0,4}% terletak di [^"]*K-1/);
    expect(told).toMatch(
      /di titik ini: 15[^"]{0,4}% di [^"]*R-3[^"]* punya angka sendiri menurut blok, SWP, atau poligonnya/,
    );
    expect(told).toMatch(/Rawan banjir tidak mencakup 10[^"]{0,4}% dari bidang tanah/);
    expect(told).not.toMatch(/terletak di [^"]*BJ/);
  });

  test('of a point has no column that nothing can stand in, and no two rules of one name', () => {
    const sheet = sheetOf({}, true);
    expect(tableOf(blocksOf(sheet, 'Zona'))?.head).toEqual(['Kode', 'Zona dan subzona']);
    for (const { blocks } of sheet.sections)
      for (const block of blocks)
        if (block.kind === 'rules')
          expect(new Set(block.rows.map(({ label }) => label)).size).toBe(block.rows.length);
  });
});
