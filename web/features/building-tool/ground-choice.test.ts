import { expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { fc } from '../../../tests/support/properties.ts';
import { outlineOf, readGround, writeGround } from './ground-choice.ts';

test('a parcel and an outline are read from the address as they were written', () => {
  expect(readGround(writeGround({ parcel: { nib: '9971050802380' } }))).toEqual({
    parcel: { nib: '9971050802380' },
  });
  const degree = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(7)));
  const corners = fc.array(fc.tuple(degree(116, 118), degree(-2, -1)), { minLength: 3, maxLength: 24 });
  fc.assert(
    fc.property(corners, (drawn) => {
      const ground = outlineOf(drawn as LngLat[]);
      const written = writeGround(ground);
      if (drawn.length < 24) expect(readGround(written)).toEqual(ground);
      else expect(written).toBe('');
    }),
  );
});

test('an address that names no ground is no ground', () => {
  for (const text of ['', 'abc', '12', 'o1,2', 'o116,-1_116,-1', 'o116,-1_117,-1_x,-2'])
    expect(readGround(text)).toBeNull();
});
