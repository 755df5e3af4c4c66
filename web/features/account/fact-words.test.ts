import { expect, it } from 'vitest';
import { wordsOfField, wordsOfValue } from './fact-words.ts';

it('values are said as people say them, and what is not known is shown as it is', () => {
  const before = { roles: ['walidata', 'lurah'], producerId: null, kelurahanCode: '64.71.06.1003' };
  expect(wordsOfValue(before, 'id')).toBe('Peran: Walidata; Lurah, Kelurahan: 64.71.06.1003');
  expect([true, null, [], 'password', 17].map((value) => wordsOfValue(value, 'id'))).toEqual([
    'ya',
    '–',
    '–',
    'kata sandi',
    '17',
  ]);
  expect(wordsOfField('tidakDikenal', 'en')).toBe('tidakDikenal');
});
