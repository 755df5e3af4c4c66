import { expect, test } from 'vitest';
import { type MapLook, readLook, USUAL_LOOK, writeLook } from './map-look.ts';

test('a look that was written reads as the same look', () => {
  const look: MapLook = {
    colors: 'safe',
    base: 'none',
    opacity: new Map([['banjir-contoh', 60]]),
    order: ['banjir-contoh', 'rdtr-contoh'],
  };
  const text = 'safe;base:none;banjir-contoh:60;order:banjir-contoh,rdtr-contoh';
  expect(writeLook(look)).toBe(text);
  expect(readLook(text)).toEqual(look);
});

test('the usual look leaves nothing in the address', () => {
  expect(writeLook(USUAL_LOOK)).toBeNull();
  expect(writeLook({ ...USUAL_LOOK, opacity: new Map([['rdtr', 100]]) })).toBeNull();
  expect(readLook(null)).toEqual(USUAL_LOOK);
});

test.each(['pelangi', 'rdtr:5', 'rdtr:1e9', 'order:', ';;:', 'rdtr:-20'])(
  'what cannot be read counts as not given: %s',
  (text) => {
    expect(readLook(text)).toEqual(USUAL_LOOK);
  },
);
