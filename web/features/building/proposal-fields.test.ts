import { expect, test } from 'vitest';
import { readProposal } from './proposal-fields.ts';

const read = (given: Record<string, string>) => readProposal((name) => given[name] ?? '');

test('entries are read with a comma or a point; what is left out is not zero', () => {
  expect(read({ dasar: '120,5', lantai: '2', 'tinggi-lantai': '3.5' })).toEqual({
    proposal: { footprintM2: 120.5, floors: 2, storeyHeightM: 3.5 },
    unread: [],
  });
  expect(read({}).proposal).toEqual({});
});

test('what is no number, or none that a building can have, is named and left out', () => {
  expect(read({ dasar: '120 m²', lantai: '2.5', tinggi: '-3', 'tinggi-lantai': '40', hijau: '30' })).toEqual({
    proposal: { greenM2: 30 },
    unread: ['dasar', 'lantai', 'tinggi', 'tinggi-lantai'],
  });
});
