import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import {
  editDistance,
  foldSpelling,
  lightStem,
  normalText,
  queryTokens,
  tokensOf,
  toWord,
  wordLikeness,
} from './spelling.ts';

const likeness = (query: string, target: string): number => wordLikeness(toWord(query), toWord(target));

describe('normal text', () => {
  it.each([
    ['Kos-kosan', 'kos kosan'],
    ['CAFÉ & Resto', 'cafe resto'],
    ['  Rumah   Toko (Ruko) ', 'rumah toko ruko'],
    ['!!!', ''],
  ])('of %j is %j', (text, normal) => {
    expect(normalText(text)).toBe(normal);
  });

  it('is the same when taken twice', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalText(normalText(text))).toBe(normalText(text));
      }),
    );
  });

  it('leaves the filler of a question out, unless there is nothing else', () => {
    expect(queryTokens('kalau saya mau bikin bengkel di sini')).toEqual(['bengkel']);
    expect(queryTokens('mau buka usaha')).toEqual(['mau', 'buka', 'usaha']);
    expect(tokensOf('mau buka')).toEqual(['mau', 'buka']);
  });
});

describe('spellings', () => {
  it.each([
    ['photocopy', 'fotokopi'],
    ['cafe', 'kafe'],
    ['apotik', 'apotek'],
    ['kost', 'kos'],
    ['musholla', 'musola'],
    ['praktik', 'praktek'],
    ['tjutji', 'cuci'],
    ['taxi', 'taksi'],
  ])('%s and %s are the same', (a, b) => {
    expect(foldSpelling(a)).toBe(foldSpelling(b));
  });

  it.each([
    ['pencucian', 'cuci'],
    ['penjualan', 'jual'],
    ['perdagangan', 'dagang'],
    ['pergudangan', 'gudang'],
    ['rumah', 'rumah'],
    ['makan', 'makan'],
  ])('%s has the stem %s', (word, stem) => {
    expect(lightStem(word)).toBe(stem);
  });
});

describe('edit distance', () => {
  it.each([
    ['bengkel', 'bengkel', 0],
    ['begkel', 'bengkel', 1],
    ['bengkle', 'bengkel', 1],
    ['bankel', 'bengkel', 2],
    ['', 'ab', 2],
    ['hotel', 'motel', 1],
    ['abc', 'xyz', 3],
  ])('%j to %j takes %d edits', (a, b, edits) => {
    expect(editDistance(a, b, 5)).toBe(edits);
  });

  it('stops counting beyond its limit', () => {
    expect(editDistance('rumah', 'pabrik', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });

  it('is the same both ways and zero only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});

describe('likeness of words', () => {
  it('falls from the same word to a slip and to nothing', () => {
    const steps = [
      likeness('gudang', 'gudang'),
      likeness('kost', 'kos'),
      likeness('gudang', 'pergudangan'),
      likeness('gudnag', 'gudang'),
      likeness('gudang', 'masjid'),
    ];
    expect(steps[0]).toBe(1);
    expect(steps.toSorted((a, b) => b - a)).toEqual(steps);
    expect(steps[4]).toBe(0);
  });

  it('does not take short words for each other', () => {
    expect(likeness('bar', 'ban')).toBe(0);
    expect(likeness('spa', 'spb')).toBe(0);
  });

  it('takes the beginning of a word for a part of it', () => {
    expect(likeness('apart', 'apartemen')).toBeGreaterThan(0.7);
    expect(likeness('ap', 'apartemen')).toBe(0);
  });

  it('lies between 0 and 1', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abkosruetin'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('one other letter in a word of four is too far for a verdict', () => {
  expect(wordLikeness(toWord('proto'), toWord('foto'))).toBeLessThan(0.75);
  expect(wordLikeness(toWord('warug'), toWord('warung'))).toBeGreaterThan(0.75);
});
