import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { ruleTables } from './rule-tables.ts';

const USED = (
  'BA BJ C-1 C-2 C-3 CB EM HK HL HP IK-2 K-1 K-2 K-3 KPI KR KT P-1 P-2 P-3 P-4 PL-1 PL-2 PL-3 PL-4 PL-6 PP PS PTL ' +
  'R-1 R-2 R-3 R-4 R-5 RTH-1 RTH-2 RTH-3 RTH-4 RTH-5 RTH-6 RTH-7 RTH-8 RTNH SIKM SPU-1 SPU-2 SPU-3 SPU-4 TR W'
).split(' ');
const kbli = new Set(
  readFileSync('data/code-lists/kbli-2020.csv', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(':')),
);
const checked = checkRuleTables(ruleTables(USED), { emptyMeans: null, knownKbli: kbli });
const rows = rowsOfTables(checked.tables);

describe('the rule set of the demo city', () => {
  it('is accepted by the importer; its only findings are the gaps put there on purpose', () => {
    expect(checked.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(checked.problems.map(({ code }) => code))).toEqual(new Set(['classGap', 'emptyCells']));
  });

  it('says of every regulation and source that it is an example', () => {
    expect(rows.regulations.every((row) => row.is_demo && /CONTOH Nomor 0+ Tahun 0000/.test(row.title))).toBe(
      true,
    );
    expect(rows['legal-sources'].every((row) => row.quote === 'Teks contoh, bukan peraturan.')).toBe(true);
  });

  it('has 120 to 160 activities, each with a cell for every sub-zone', () => {
    const own = rows.activities.filter((row) => row.regulation_id === 'rdtr');
    expect(own.length).toBeGreaterThanOrEqual(120);
    expect(own.length).toBeLessThanOrEqual(160);
    expect(rows['itbx-cells']).toHaveLength(own.length * USED.length);
    const cells = new Set(rows['itbx-cells'].map(({ cell }) => cell));
    for (const kind of ['I', 'X', 'T1,B2', 'B1', 'T2', '']) expect(cells).toContain(kind);
  });

  it('states an intensity for every zone, without KTB for R-2, by parcel size for R-3 and as prose for C-2', () => {
    const of = (zone: string) => rows.intensity.filter((row) => row.zone_code === zone);
    expect(USED.filter((zone) => of(zone).length === 0)).toEqual([]);
    expect(of('R-2').map(({ measure }) => measure)).not.toContain('ktb');
    expect(of('R-3').every((row) => row.parcel_min_m2 !== null)).toBe(true);
    const [prose] = of('C-2').filter(({ measure }) => measure === 'kdb');
    expect(prose).toMatchObject({ value: null, text_value: expect.stringContaining('Alternatif 1') });
    expect(of('RTH-1').find(({ measure }) => measure === 'kdb')?.value).toBe(0);
  });

  it('ties GSB to each road class and names the line it is measured from', () => {
    const general = rows.setbacks.filter((row) => row.kind === 'gsb' && row.zone_code === null);
    expect(general.map((row) => row.road_class)).toEqual(['arteri', 'kolektor', 'lokal', 'lingkungan']);
    expect(rows.setbacks.every((row) => row.reference_line !== '')).toBe(true);
  });

  it('has overlay effects of every kind, KKOP heights above the sea', () => {
    const kinds = new Set(rows['overlay-effects'].map(({ effect }) => effect));
    expect(kinds).toEqual(new Set(['text', 'cap', 'override', 'prohibition']));
    const heights = rows['overlay-effects'].filter((row) => row.theme === 'kkop' && row.effect === 'cap');
    expect(heights.every((row) => row.unit_as_printed === 'm AMSL')).toBe(true);
  });
});
