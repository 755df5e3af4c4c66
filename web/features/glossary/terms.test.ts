import { expect, test } from 'vitest';
import { en } from '../../locale/en.ts';
import { id } from '../../locale/id.ts';
import { findTerm, TERMS } from './terms.ts';

const [inIndonesian, inEnglish] = [{ language: 'id', t: id } as const, { language: 'en', t: en } as const];

test('every word has one address, and what it refers to is there', () => {
  expect(new Set(TERMS.map(({ slug }) => slug)).size).toBe(TERMS.length);
  expect(TERMS.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  const lost = TERMS.flatMap(({ slug, related }) =>
    related
      .filter((other) => other === slug || findTerm(other) === undefined)
      .map((other) => `${slug} → ${other}`),
  );
  expect(lost).toEqual([]);
});

test('nothing is left in the other language', () => {
  const texts = TERMS.flatMap(({ name, meaning, more }) => [name, meaning, ...(more ?? [])]);
  expect(texts.filter((text) => text.id === text.en || text.id === '' || text.en === '')).toEqual([]);
});

test('the words that answers use are explained', () => {
  const wanted =
    'rdtr rtrw swp blok zona itbx kbli kdb klb kdh ktb gsb jbs jbb kkop krk itr kkpr pbg fpr dppr'.split(' ');
  expect(wanted.filter((slug) => findTerm(slug) === undefined)).toEqual([]);
});

test('examples are computed and written as the language writes numbers', () => {
  const example = (slug: string) => findTerm(slug)?.example;
  expect(example('kdb')?.(inIndonesian)).toContain('200 m² × 60 % = 120 m²');
  expect(example('klb')?.(inIndonesian)).toContain('200 m² × 1,8 = 360 m²');
  expect(example('klb')?.(inIndonesian)).toContain('itu 3 lantai');
  expect(example('klb')?.(inEnglish)).toContain('200 m² × 1.8 = 360 m²');
  expect(example('kkop')?.(inEnglish)).toContain('60 m − 25 m = 35 m');
});
