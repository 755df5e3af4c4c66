import { describe, expect, test } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { editDistance } from './edit-distance.ts';
import { fit, rank } from './rank.ts';
import { parcelCodeOf, readQuery } from './read-query.ts';
import type { Candidate, TargetKind } from './target.ts';

const candidate = (kind: TargetKind, key: string, given: Partial<Candidate> = {}): Candidate => ({
  kind,
  key,
  target: key,
  versionId: 'v1',
  isAlias: false,
  ...given,
});

test.each([
  ['', '', 0],
  ['damai', 'damai', 0],
  ['dmai', 'damai', 1],
  ['daami', 'damai', 1],
  ['damia', 'damai', 1],
  ['dammai', 'damai', 1],
  ['', 'damai', 5],
  ['abc', 'xyz', 3],
])('from “%s” to “%s” it is %d letters', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test('the distance is symmetric and never more than the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      return (
        distance === editDistance(b, a) &&
        distance <= Math.max(a.length, b.length) &&
        (distance === 0) === (a === b)
      );
    }),
  );
});

describe('fit', () => {
  test('falls from the name itself over missing spaces and beginnings to other names', () => {
    const fits = ['sungai nangka', 'sungainangka', 'sungai', 'sungai nagka', 'muara rapak'].map((q) =>
      fit(q, 'sungai nangka'),
    );
    expect(fits[0]).toBe(1);
    expect(fits[1]).toBe(0.99);
    expect(fits[4]).toBeLessThan(0.45);
    for (const middle of fits.slice(1, 4)) expect(middle).toBeGreaterThan(0.8);
  });

  test('a single letter stands for a name without taking another word’s place', () => {
    expect(fit('a yani', 'jenderal ahmad yani')).toBeGreaterThan(0.7);
  });

  test('stays between nothing and one for any two names', () => {
    const name = fc
      .array(fc.string({ unit: fc.constantFrom(...'abij0'), minLength: 1, maxLength: 6 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = fit(a, b);
        return score >= 0 && score <= 1 && (a !== b || score === 1);
      }),
    );
  });
});

describe('rank', () => {
  test('an area comes before a shop of the same name, unless a place fits clearly better', () => {
    const given = [
      candidate('place', 'damai'),
      candidate('kelurahan', 'damai'),
      candidate('place', 'depot damai'),
    ];
    const order = (query: string) =>
      rank(query, given, { said: null, limit: 3 }).map((c) => `${c.kind} ${c.key}`);
    expect(order('damai')).toEqual(['kelurahan damai', 'place damai', 'place depot damai']);
    expect(order('depot damai')[0]).toBe('place depot damai');
  });

  test('the kind that was said comes first', () => {
    const given = [candidate('kelurahan', 'damai'), candidate('street', 'damai raya')];
    expect(rank('damai', given, { said: 'street', limit: 2 })[0]?.kind).toBe('street');
  });

  test('one target appears once, by its name rather than by an alias that fits as well', () => {
    const given = [
      candidate('kelurahan', 'sungainangka', { target: 'x', isAlias: true }),
      candidate('kelurahan', 'sungai nangka', { target: 'x' }),
    ];
    expect(rank('sungai nangka', given, { said: null, limit: 5 })).toEqual([given[1]]);
  });

  test('names that have nothing to do with the words are left out', () => {
    expect(rank('zzz', [candidate('place', 'damai')], { said: null, limit: 5 })).toEqual([]);
  });

  test('few letters bear one slip, not two', () => {
    const damai = candidate('kelurahan', 'damai');
    expect(rank('dmai', [damai], { said: null, limit: 5 })).toEqual([damai]);
    expect(rank('dxmxi', [damai], { said: null, limit: 5 })).toEqual([]);
    expect(rank('ksksf', [candidate('street', 'salak ksks')], { said: null, limit: 5 })).toEqual([]);
  });
});

test.each([
  ['Kel. Klandasan Ulu', 'Klandasan Ulu', 'kelurahan'],
  ['jl.sudirman', 'sudirman', 'street'],
  ['JLN  Ahmad\tYani', 'Ahmad Yani', 'street'],
  ['blok II.A', 'II.A', 'block'],
  ['NIB: 9971', '9971', 'parcel'],
  ['jalan', 'jalan', null],
  ['Kelapa Gading', 'Kelapa Gading', null],
  ['Damai', 'Damai', null],
])('“%s” asks for “%s” as %s', (text, words, kind) => {
  expect(readQuery(text)).toEqual({ words, kind });
});

test('a parcel number has at least four digits and loses its dots', () => {
  expect(parcelCodeOf('9971.00-12 3')).toBe('997100123');
  expect(parcelCodeOf('RT 11')).toBeNull();
  expect(parcelCodeOf('1'.repeat(41))).toBeNull();
});
