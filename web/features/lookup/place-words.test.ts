import { expect, test } from 'vitest';
import type { Verdict } from '#domain/zoning/itbx';
import { id } from '../../locale/id.ts';
import type { Reader } from '../../locale/reader.tsx';
import { verdictWords } from './place-words.ts';

const reader = { language: 'id', t: id } as Reader;
const verdict = (governing: Verdict['governing'], ...nearby: Verdict['governing'][]): Verdict =>
  ({ governing, nearby: nearby.map((itbx) => ({ itbx })) }) as unknown as Verdict;

test('a verdict that stands alone is never a plain yes where stricter ground begins beside it', () => {
  expect(verdictWords(verdict('I'), reader)).toBe('Diizinkan');
  expect(verdictWords(verdict('I', 'B', 'X'), reader)).toBe(
    'Diizinkan di titik ini, tetapi ada larangan di dekatnya',
  );
  expect(verdictWords(verdict('T', 'B'), reader)).toBe(
    'Diizinkan terbatas di titik ini, tetapi aturan di dekatnya lebih ketat',
  );
});
