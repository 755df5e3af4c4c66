import { describe, expect, test } from 'vitest';
import { planFields } from './field-plan.ts';
import type { ImportKind } from './layer-kind.ts';
import { mapFeature, readText } from './map-feature.ts';
import { emptyMapping, type MappingFile, readMappingFile } from './mapping-file.ts';

function map(
  kind: ImportKind,
  attributes: Record<string, unknown>,
  mapping: MappingFile = emptyMapping,
  theme: string | null = null,
) {
  const plan = planFields(kind, theme, Object.keys(attributes), mapping);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
  return mapFeature(kind, plan.value, mapping, attributes);
}

describe('columns of a land-allocation plan', () => {
  test('official names are read, "Tidak Ada" is no value, and the sub-zone code is the code', () => {
    const { row, special, spoken, fault } = map('zones', {
      KODZON: 'R',
      NAMZON: 'Zona Perumahan',
      KODSZN: 'R-3',
      NAMSZN: 'Perumahan Kepadatan Sedang',
      KODEWP: 'I',
      KODSWP: 'I.A',
      KODBLK: 'I.A.1',
      WADMKD: 'Manggar',
      KKOP_1: 'K01G',
      LP2B_2: 'Tidak Ada',
      TPZ_00: '',
      REMARK: 'TIDAK ADA',
      LUASHA: '1,25',
    });
    expect(row).toMatchObject({
      code: 'R-3',
      kodzon: 'R',
      kodwp: 'I',
      kodswp: 'I.A',
      kodblk: 'I.A.1',
      wadmkd: 'Manggar',
      remark: null,
      stated_area_ha: 1.25,
    });
    expect(special).toEqual({ KKOP_1: 'K01G' });
    expect(spoken).toEqual(['KKOP_1', 'LP2B_2']);
    expect(fault).toBeNull();
  });

  test('an official field that is empty, or has no data, says nothing; the operator may say that there is none', () => {
    const row = {
      KODSZN: 'R-3',
      KKOP_1: null,
      LP2B_2: '<Null>',
      KRB_03: '-',
      CAGBUD: 'Tidak ada data',
      HK: 'kodim',
    };
    const mapping: MappingFile = {
      fields: { HANKAM: 'HK' },
      constants: { LP2B_2: 'Tidak Ada', RESAIR: 'Tidak Ada' },
    };
    expect(map('zones', row).spoken).toEqual(['KRB_03']);
    const told = map('zones', row, mapping);
    expect(told.spoken).toEqual(['LP2B_2', 'KRB_03', 'RESAIR', 'HANKAM']);
    expect(told.special).toEqual({ HANKAM: 'kodim' });
    expect(readMappingFile(JSON.stringify(mapping), 'zones').ok).toBe(true);
    expect(readMappingFile(JSON.stringify(mapping), 'parcel').ok).toBe(false);
  });

  test('names of 2018 feed the same columns', () => {
    const { row } = map('zones', { KODZON: 'SC', NAMBWP: 'BWP I', NASBWP: 'Sub BWP A' });
    expect(row).toMatchObject({ code: 'SC', kodwp: 'BWP I', kodswp: 'Sub BWP A' });
  });

  test('a coded domain gives way to its decoded twin, also when both were cut at ten characters', () => {
    const { row, special } = map('zones', {
      KODSZN: 3103,
      d_KODSZN: 'R-3',
      KKOP_1: 2,
      d_KKOP_1: 'K01F',
      JNSRPR: 32010000,
    });
    expect(row).toMatchObject({ code: 'R-3', kodszn: 'R-3', jnsrpr: 'budi daya' });
    expect(special).toEqual({ KKOP_1: 'K01F' });
  });

  test('numbered copies of a join and the text column of a service are understood; a block 19 stays 19', () => {
    expect(map('zones', { KODSZN: 7, KODSZNTEXT: 'K-3', KODZON_1: 'K', KODBLK: '19' }).row).toMatchObject({
      code: 'K-3',
      kodzon: 'K',
      kodblk: '19',
    });
  });

  test('a row without sub-zone takes the zone code, without any code it has a fault', () => {
    expect(map('zones', { KODSZN: null, KODZON: 'BA', NAMOBJ: 'Badan Air' }).row.code).toBe('BA');
    expect(map('zones', { KODSZN: null, KODZON: '-', NAMOBJ: 'Tidak Ada' })).toMatchObject({
      fault: 'missingCode',
    });
  });

  test('an RTRW is named by NAMOBJ, else by its finest order', () => {
    expect(map('rtrw', { NAMOBJ: 'Badan Air', ORDE01: 'Kawasan Lindung' }).row.code).toBe('Badan Air');
    expect(map('rtrw', { ORDE01: 'Kawasan Lindung', ORDE02: 'Badan Air' }).row.code).toBe('Badan Air');
  });

  test('a mapping file feeds columns, constants and codes', () => {
    const mapping = { fields: { code: 'zone_class' }, constants: { kodwp: 'X' }, codes: { 'RS-1': 'R-1' } };
    expect(map('zones', { zone_class: 'RS-1' }, mapping).row).toMatchObject({ code: 'R-1', kodwp: 'X' });
  });
});

describe('columns of the other layers', () => {
  test.each([
    ['Jalan Arteri Primer', 'arteri primer'],
    ['KP', 'kolektor primer'],
    ['Ling', 'lingkungan'],
    ['lokal', 'lokal'],
    [null, 'tidak diketahui'],
  ])('the road class %s is %s', (raw, expected) => {
    expect(map('road', { KELAS: raw, NAMRJL: 'Jalan Uji' }).row).toMatchObject({
      road_class: expected,
      name: 'Jalan Uji',
    });
  });

  test('the finest name of an administrative row gives its level, its parent the next', () => {
    const { row, aliases } = map(
      'admin',
      {
        KODE: '64.71.05.1010',
        KELURAHAN: 'Sungai Nangka',
        KECAMATAN: 'Balikpapan Selatan',
        NAMA_SUMBER: 'SUNGAI NANGKA',
      },
      { ...emptyMapping, aliases: { 'Sungai Nangka': ['Sungainangka'] } },
    );
    expect(row).toMatchObject({
      level: 'kelurahan',
      name: 'Sungai Nangka',
      parent_name: 'Balikpapan Selatan',
    });
    expect(aliases).toEqual(['Sungainangka']);
  });

  test('an overlay of a theme takes its level from the official column of that theme', () => {
    expect(map('overlay', { KKOP_1: 'K01G' }, emptyMapping, 'kkop').row.level_code).toBe('K01G');
  });

  test('a parcel without NIB has a fault', () => {
    expect(map('parcel', { NIB: '' }).fault).toBe('missingNib');
  });
});

test.each(['Tidak Ada', 'tidak ada', '', '-', 'NULL', null, undefined])(
  '%j says that there is nothing',
  (value) => {
    expect(readText(value)).toBeNull();
  },
);

test('zero is a value', () => {
  expect(readText(0)).toBe('0');
});

describe('the mapping file', () => {
  test('a column that the register does not have, and a misspelt member, are refused', () => {
    expect(readMappingFile('{"fields":{"kode":"X"}}', 'zones')).toMatchObject({
      problem: { code: 'mappingInvalid' },
    });
    expect(readMappingFile('{"feilds":{}}', 'zones')).toMatchObject({ problem: { code: 'mappingInvalid' } });
    expect(readMappingFile('[', 'zones')).toMatchObject({ problem: { code: 'mappingInvalid' } });
  });

  test('a source column that the file does not have is named', () => {
    const plan = planFields('zones', null, ['KODZON'], { fields: { code: 'zone_class' }, constants: {} });
    expect(plan).toMatchObject({
      problem: { code: 'fieldsUnknown', params: { wanted: 'zone_class', found: 'KODZON' } },
    });
  });
});

describe('the width of a road reserve', () => {
  const widthOf = (attributes: Record<string, unknown>, mapping?: MappingFile) => {
    const { row, leftOutWidth } = map('road', { FGSJLN: 'AP', ...attributes }, mapping);
    return [row.row_width_m, leftOutWidth];
  };

  test.each([
    [12, 12, null],
    ['7,5', 7.5, null],
    [2, 2, null],
    [200, 200, null],
    [0, null, 0],
    ['0', null, 0],
    [-9999, null, -9999],
    [1.5, null, 1.5],
    [2000, null, 2000],
    [null, null, null],
  ])('%j is %j, and %j is left out', (raw, width, leftOut) => {
    expect(widthOf({ RUMIJA: raw })).toEqual([width, leftOut]);
  });

  test('a constant is looked at too', () => {
    expect(widthOf({}, { fields: {}, constants: { row_width_m: 0 } })).toEqual([null, 0]);
  });

  test('a column that is usually the carriageway is the reserve only where the operator says so', () => {
    for (const name of ['LEBAR', 'LBRJLN']) {
      expect(widthOf({ [name]: 6 })).toEqual([null, null]);
      expect(widthOf({ [name]: 12 }, { fields: { row_width_m: name }, constants: {} })).toEqual([12, null]);
    }
  });
});
