import { describe, expect, test } from 'vitest';
import { changedFields, changeOf, faultsOf, mergeDrafts, NEW_DRAFT } from './record-draft.ts';

const base = { ...NEW_DRAFT, title: 'RDTR', licence: 'CC BY 4.0', planScale: '5000' };

describe('the record of a layer as it is written', () => {
  test('only what changed is sent: empty is null, a scale is a number, spaces at the ends are nothing', () => {
    const mine = { ...base, licence: ' ', planScale: '10000', title: 'RDTR ' };
    expect(changeOf(mine, changedFields(base, mine))).toEqual({ licence: null, planScale: 10_000 });
  });

  test('what cannot be read is said before it is sent', () => {
    expect(faultsOf({ ...base, title: ' ', planScale: '1:5000', crs: '9490' })).toEqual({
      title: 'required',
      planScale: 'scaleWrong',
      crs: 'crsWrong',
    });
    expect(faultsOf({ ...base, crs: 'EPSG:9490' })).toEqual({});
  });

  test('a new layer is closed until somebody opens it', () => {
    expect(NEW_DRAFT.accessClass).toBe('internal');
  });
});

describe('two people change one record', () => {
  test('what only one of them changed is kept from both', () => {
    const merged = mergeDrafts(base, { ...base, contact: 'DPPR' }, { ...base, walidata: 'Diskominfo' });
    expect(merged.contested).toEqual([]);
    expect(merged.draft).toMatchObject({ contact: 'DPPR', walidata: 'Diskominfo' });
  });

  test('what both changed differently is for somebody to choose, and mine is not lost', () => {
    const merged = mergeDrafts(base, { ...base, title: 'RDTR A' }, { ...base, title: 'RDTR B' });
    expect(merged).toMatchObject({ contested: ['title'], draft: { title: 'RDTR A' } });
    const same = mergeDrafts(base, { ...base, title: 'RDTR C' }, { ...base, title: 'RDTR C' });
    expect(same.contested).toEqual([]);
  });
});
