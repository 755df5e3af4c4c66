import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRuleSet, rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import type { ZoneWithRules } from '#domain/rules/zone-attributes';

const POLYGONS = join(import.meta.dirname, '../fixtures/rules/jakarta/polygon-rules.json');
const zones = JSON.parse(readFileSync(POLYGONS, 'utf8')) as readonly (ZoneWithRules & { code: string })[];

const CODES = [...new Set(zones.map((zone) => zone.code))];
const texts = new Map([
  ['regulations', 'regulation_id,kind,title,is_demo\ndki,pergub,RDTR DKI Jakarta (data uji),ya\n'],
  ['legal-sources', 'source_id,regulation_id,article\npeta,dki,atribut peta pola ruang\n'],
  [
    'zone-codes',
    `regulation_id,code,zone_name,category\n${CODES.map((code) => `dki,${code},Zona ${code},budi daya\n`).join('')}`,
  ],
]);

const { tables, problems } = checkRuleTables(texts, {
  emptyMeans: null,
  knownKbli: null,
  plan: { sourceId: 'peta', zones },
});
const ruleSet = buildRuleSet(rowsOfTables(tables), { layerId: 'dki', versionId: '0'.repeat(16), isDemo: true });
const rules = ruleSet.byRegulation.get('dki');
const valuesOf = (kodunk: string) =>
  Object.fromEntries((rules?.intensity.get(kodunk) ?? []).map(({ measure, rule }) => [measure, rule.value]));

describe('the rules in the rows of 25 real polygons of DKI Jakarta (not Balikpapan)', () => {
  it('go in without an error: 17 polygons state four measures each, 8 state none', () => {
    expect(problems.filter((entry) => entry.severity === 'error')).toEqual([]);
    expect(zones).toHaveLength(25);
    expect(tables.intensity).toHaveLength(68);
    expect(rules?.intensity.size).toBe(17);
  });

  it('read numbers as numbers, keyed by the polygon', () => {
    expect(valuesOf('K-3.42411')).toEqual({ kdb: 55, klb: 3.57, ktb: 60, kdh: 20 });
    expect(valuesOf('SPU-1.42232')).toEqual({ kdb: 60, klb: 5, ktb: 60, kdh: 20 });
  });

  it('keep the zeros of a road as zeros, and the word "null" as missing', () => {
    expect(valuesOf('BJ.41856')).toEqual({ kdb: 0, klb: 0, ktb: 0, kdh: 0 });
    expect(rules?.intensity.get('TR.42106')).toBeUndefined();
  });

  it('keep the tiers of housing as text that is marked where the source cuts it', () => {
    const kdb = rules?.intensity.get('R-1.41948')?.find((row) => row.measure === 'kdb');
    expect(kdb?.rule.value).toBeNull();
    expect(kdb?.rule.text).toMatch(/^- Luas LP kurang dari 60 m2 : Alternatif 1 : 100/);
    expect(kdb?.rule.text).toMatch(/ \[…\]$/);
  });

  it('report every cut text with its polygon and column', () => {
    const cut = problems.filter((entry) => entry.code === 'textCut');
    expect(cut.length).toBeGreaterThan(20);
    expect(cut.find((entry) => entry.params.text === 'R-1.41948' && entry.column === 'KDB')?.row).toBe(3);
  });

  it('keep the activity lists under the letters that the plan prints', () => {
    const notes = rules?.notes.filter((note) => note.zoneCode === 'K-3.42411') ?? [];
    expect(notes.map((note) => [note.kind, note.code])).toEqual([
      ['kegiatan', 'IZN'],
      ['kegiatan', 'TBT'],
      ['kegiatan', 'BST'],
    ]);
    expect(notes.find((note) => note.code === 'BST')?.body).toContain('SPBU/ SPBG');
    expect(tables.notes).toHaveLength(39);
  });

  it('refuse a legal source that the rule set does not have', () => {
    const wrong = checkRuleTables(texts, {
      emptyMeans: null,
      knownKbli: null,
      plan: { sourceId: 'lain', zones },
    });
    expect(wrong.problems).toMatchObject([{ severity: 'error', code: 'unknownSource', params: { text: 'lain' } }]);
  });
});
