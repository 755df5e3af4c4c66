import { expect, test } from 'vitest';
import { aPart } from '../../../tests/support/an-answer.ts';
import { activityRows, findActivities } from './activity-search.ts';

const rows = activityRows(aPart());
const names = (question: string): string[] => findActivities(rows, question).map((row) => row.name);

test('a beginning of a word finds the activity, whatever its case', () => {
  expect(names('BENGK')).toEqual(['Bengkel sepeda motor']);
});

test('every word must be found', () => {
  expect(names('bengkel mobil')).toEqual([]);
});

test('the name of a group finds its activities after those found by name', () => {
  expect(names('perdagangan')).toEqual(['Warung atau toko kecil']);
});

test('an empty question finds nothing, not everything', () => {
  expect(names('  ')).toEqual([]);
});
