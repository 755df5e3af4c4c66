import { expect, test } from 'vitest';
import { measureWords, readMeasure } from './read-measure.ts';

test('a measure is read as people write numbers here, and floors are whole', () => {
  for (const [text, value] of [
    ['1,25', 1.25],
    ['1.25', 1.25],
    ['1.250,5', 1_250.5],
    ['0', 0],
    [' 12 ', 12],
  ] as const)
    expect(readMeasure('offset', text), text).toBe(value);
  for (const text of ['', '-1', 'lima', '1,2,3', '1000001', 'Infinity', '1e9'])
    expect(readMeasure('offset', text), text).toBeNull();
  expect([readMeasure('floors', '4'), readMeasure('floors', '2,5')]).toEqual([4, null]);
});

test('it is said with its unit, in both languages', () => {
  expect(measureWords('offset', 1.25, 'id')).toBe('1,25 m');
  expect(measureWords('area', 1_250.5, 'en')).toBe('1,250.5 m²');
  expect([measureWords('floors', 4, 'id'), measureWords('floors', 4, 'en')]).toEqual([
    '4 lantai',
    '4 floors',
  ]);
});
