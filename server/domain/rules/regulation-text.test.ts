import { describe, expect, test } from 'vitest';
import {
  aCitation,
  anActivity,
  anEffect,
  anIntensity,
  aRuleSet,
  aSetback,
  aZoneCode,
} from '../../../tests/support/a-rule-set.ts';
import { articleAnchor } from './article-anchor.ts';
import { describeRegulation, ruleCount } from './regulation-text.ts';

const set = aRuleSet({
  citations: [
    aCitation({ sourceId: 'rules-uji/lampiran a', article: 'Lampiran I' }),
    aCitation({ sourceId: 'rules-uji/s10', article: 'Pasal 10' }),
    aCitation({ sourceId: 'rules-uji/s1', article: 'Pasal 2', quote: 'Bunyi pasal.' }),
    aCitation({ sourceId: 'rules-uji/lain', article: 'Pasal 1', regulationId: 'rtrw' }),
  ],
  zoneCodes: [aZoneCode({ sourceId: 'rules-uji/s10' })],
  intensity: { 'R-3': [anIntensity('kdb', { sourceId: 'rules-uji/lampiran a' })] },
  setbacks: [
    aSetback({ sourceId: 'rules-uji/s10' }),
    aSetback({ zoneCode: 'R-3', sourceId: 'rules-uji/s10' }),
  ],
  effects: [anEffect({ sourceId: 'rules-uji/s10' })],
  activities: [anActivity(), anActivity({ activityId: 'gudang', name: 'Gudang', groupName: 'Industri' })],
  cells: {
    bengkel: { 'R-3': ['T1', 'B2'], 'K-1': ['I'], 'K-2': ['I'] },
    gudang: { 'R-3': [], 'K-1': ['X'] },
  },
});
const text = describeRegulation(set, 'rdtr')!;

describe('a regulation as text', () => {
  test('holds its own articles only, numbers as numbers, annexes last', () => {
    expect(text.articles.map(({ article }) => article)).toEqual(['Pasal 2', 'Pasal 10', 'Lampiran I']);
    expect(text.articles[0]?.quote).toBe('Bunyi pasal.');
    expect(describeRegulation(set, 'lain')).toBeNull();
  });

  test('names under each article every rule that rests on it, and no other', () => {
    const [two, ten, annex] = text.articles;
    expect(annex?.intensity).toEqual([expect.objectContaining({ zoneCode: 'R-3', measure: 'kdb' })]);
    expect(ten?.setbacks.map(({ zoneCode }) => zoneCode)).toEqual([null, 'R-3']);
    expect(ten?.zoneCodes.map(({ code }) => code)).toEqual(['R-3']);
    expect(ten?.effects).toHaveLength(1);
    expect(two?.matrices).toHaveLength(1);
    expect([two, ten, annex].map((article) => ruleCount(article!))).toEqual([2, 4, 1]);
  });

  test('gives a matrix by activity: what is allowed first, silent cells last', () => {
    const [matrix] = text.articles[0]!.matrices;
    expect(matrix?.groups.map(({ name }) => name)).toEqual(['Jasa', 'Industri']);
    expect(matrix?.groups[0]?.rows[0]?.outcomes).toEqual([
      { codes: ['I'], zoneCodes: ['K-1', 'K-2'] },
      { codes: ['T1', 'B2'], zoneCodes: ['R-3'] },
    ]);
    expect(matrix?.groups[1]?.rows[0]?.outcomes.map(({ codes }) => codes)).toEqual([['X'], []]);
  });

  test('gives each article an anchor that an address can carry', () => {
    expect(articleAnchor('rules-uji/lampiran a')).toBe('lampiran%20a');
    expect(text.articles[2]?.anchor).toBe('lampiran%20a');
  });
});
