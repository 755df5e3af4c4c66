import { describe, expect, it } from 'vitest';
import { checkSmallRules } from '../../../tests/support/rule-tables.ts';
import { citationSchema } from '../zoning/citation.ts';
import { ruleValueSchema } from '../zoning/figure.ts';
import { buildRuleSet, rowsOfTables } from './build-rule-set.ts';

const owner = { layerId: 'rules-contoh', versionId: '0123456789abcdef', isDemo: false };
const build = (changes: Readonly<Record<string, string | null>> = {}) =>
  buildRuleSet(rowsOfTables(checkSmallRules(changes).tables), owner);

describe('a rule set built from its rows', () => {
  const ruleSet = build();
  const rdtr = ruleSet.byRegulation.get('rdtr');

  it('cites every source with the layer in front, in the shape of an answer', () => {
    expect([...ruleSet.citations.keys()]).toEqual([
      'rules-contoh/lampiran-17',
      'rules-contoh/pasal-45',
      'rules-contoh/garis',
    ]);
    const citation = ruleSet.citations.get('rules-contoh/pasal-45');
    expect(citationSchema.parse(citation)).toEqual(citation);
    expect(citation).toMatchObject({
      regulationTitle: 'RDTR CONTOH',
      article: 'Pasal 45',
      quote: 'kutipan',
      validFrom: '2026-01-01',
      validTo: null,
      status: 'berlaku',
    });
  });

  it('names only sources that it has', () => {
    const used = [
      ...[...(rdtr?.intensity.values() ?? [])].flat().map((row) => row.rule.sourceId),
      ...[...(rdtr?.setbacks.values() ?? [])].flat().map((row) => row.sourceId),
      ...(rdtr?.notes ?? []).map((row) => row.sourceId),
      ...[...(rdtr?.conditions.values() ?? [])].map((row) => row.sourceId),
      ...[...ruleSet.overlayEffects.values()].flat().map((row) => row.sourceId),
      ...ruleSet.generalSetbacks.map((row) => row.sourceId),
      rdtr?.matrix?.sourceId ?? '',
    ];
    expect(used.length).toBeGreaterThan(9);
    expect(used.filter((id) => !ruleSet.citations.has(id))).toEqual([]);
  });

  it('gives intensity by zone code, in the shape of an answer, words kept as words', () => {
    const rules = rdtr?.intensity.get('R-3') ?? [];
    expect(
      rules.map(({ measure, operator, rule }) => [measure, operator, rule.value, rule.unitAsPrinted]),
    ).toEqual([
      ['kdb', 'max', 60, '%'],
      ['kdh', 'min', 20, '%'],
    ]);
    expect(ruleValueSchema.parse(rules[0]?.rule)).toEqual(rules[0]?.rule);
    expect(rdtr?.intensity.get('K-1')?.[0]?.rule).toMatchObject({ value: null, text: 'sesuai RTBL' });
    expect(rdtr?.intensity.get('R-4')).toBeUndefined();
  });

  it("keeps a stored number in another unit than the measure's own as words, so that nothing compares it", () => {
    const header = 'regulation_id,zone_code,measure,operator,value,text_value,unit_as_printed,source_id\n';
    const { byRegulation } = build({
      intensity:
        `${header}rdtr,R-3,floors,max,12,,m,lampiran-17\nrdtr,R-3,height_m,max,45,,m AMSL,lampiran-17\n` +
        'rdtr,R-3,klb,max,240,,%,lampiran-17\nrdtr,R-3,kdb,max,60,,persen,lampiran-17\n',
    });
    const rules = byRegulation.get('rdtr')?.intensity.get('R-3') ?? [];
    expect(rules.map(({ measure, rule }) => [measure, rule.value, rule.text, rule.unitAsPrinted])).toEqual([
      ['floors', null, '12 m', null],
      ['height_m', null, '45 m AMSL', null],
      ['klb', 240, null, '%'],
      ['kdb', 60, null, 'persen'],
    ]);
  });

  it('explains the codes of an overlay with the texts of its own regulation', () => {
    const { overlayEffects } = build({
      conditions:
        'regulation_id,code,body,source_id\nrdtr,T1,jam operasi,pasal-45\nrdtr,B2,rekomendasi FPR,pasal-45\n' +
        'sempadan,B2,rekomendasi balai sungai,garis\n',
      'overlay-effects':
        'regulation_id,theme,level_code,effect,measure,operator,value,unit_as_printed,activity_id,itbx_codes,body,source_id\n' +
        'sempadan,sempadan-sungai,,override,,,,,,B2,hanya dengan rekomendasi,garis\n',
    });
    expect(overlayEffects.get('sempadan-sungai')?.map(({ conditions }) => conditions)).toEqual([
      [{ code: 'B2', body: 'rekomendasi balai sungai', sourceId: 'rules-contoh/garis' }],
    ]);
  });

  it('puts setbacks without a zone code where every plan finds them, whatever their regulation', () => {
    expect(ruleSet.generalSetbacks).toMatchObject([
      { kind: 'gsb', roadClass: 'arteri', valueM: 20, referenceLine: 'as jalan' },
    ]);
    expect(rdtr?.setbacks.get('R-3')).toMatchObject([
      { kind: 'jbs', valueM: 2, referenceLine: 'batas persil' },
    ]);
  });

  it('gives each cell its codes, and an empty cell none', () => {
    expect(rdtr?.matrix?.cells.get('kos')?.get('R-3')).toEqual({ raw: 'T1,B2', codes: ['T1', 'B2'] });
    expect(rdtr?.matrix?.cells.get('kos')?.get('K-1')?.codes).toEqual(['I']);
    expect(rdtr?.matrix?.cells.get('jasa.bengkel')?.get('K-1')?.codes).toEqual([]);
    expect(rdtr?.matrix?.emptyMeans).toBe('tidak diatur');
    expect(rdtr?.matrix?.zoneCodes).toEqual(new Set(['R-3', 'K-1']));
  });

  it('gives activities with synonyms and KBLI links', () => {
    expect(rdtr?.activities.get('kos')).toEqual({
      activityId: 'kos',
      groupName: 'Hunian',
      name: 'Rumah Kos',
      synonyms: ['kost', 'indekos'],
      kbli: [{ edition: '2020', code: '55900' }],
    });
  });

  it('gives overlay effects by theme and RTRW matches by class', () => {
    expect(ruleSet.overlayEffects.get('banjir')).toMatchObject([
      { effect: 'cap', measure: 'basement_floors', value: 0 },
    ]);
    expect(ruleSet.overlayEffects.get('sempadan-sungai')).toMatchObject([
      { activityId: 'kos', itbxCodes: ['X'] },
    ]);
    expect(ruleSet.overlayEffects.get('tod')).toBeUndefined();
    expect(rdtr?.rtrwMatches.get('Kawasan Permukiman')).toEqual(new Set(['R', 'K-1']));
    expect(rdtr?.rtrwMatches.get('Badan Air')).toBeUndefined();
  });

  it('keeps the flag of demonstration on every citation of a demo regulation', () => {
    expect([...ruleSet.citations.values()].every((citation) => citation.isDemo)).toBe(true);
  });

  it('has no matrix where the regulation has none, and keeps codes of two regulations apart', () => {
    expect(ruleSet.byRegulation.get('sempadan')?.matrix).toBeNull();
    const two = build({
      'zone-codes':
        'regulation_id,code,zone_name,category\nrdtr,R-3,Perumahan,budi daya\nrdtr,K-1,Dagang,budi daya\nsempadan,R-3,Arti lain,lainnya\n',
    });
    expect(two.byRegulation.get('rdtr')?.zoneCodes.get('R-3')?.zoneName).toBe('Perumahan');
    expect(two.byRegulation.get('sempadan')?.zoneCodes.get('R-3')?.zoneName).toBe('Arti lain');
  });
});
