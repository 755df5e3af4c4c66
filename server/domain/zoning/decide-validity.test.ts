import { describe, expect, test } from 'vitest';
import { aCitation, anActivity, anIntensity, aRuleSet, aSetback } from '../../../tests/support/a-rule-set.ts';
import { ask, byId } from '../../../tests/support/ask-decide.ts';
import { aRoad, aZone, someFacts } from '../../../tests/support/some-facts.ts';

describe('validity', () => {
  test('a rule whose source has ended no longer speaks: the number is not set', () => {
    const set = aRuleSet({
      intensity: { 'R-3': [anIntensity('kdb')] },
      citations: [aCitation({ validTo: '2026-11-22' })],
    });
    const kdb = (asOf: string) =>
      ask(someFacts(), set, { asOf }).parts[0]!.figures.find((row) => row.measure === 'kdb')!;
    expect(kdb('2026-11-21').status).toBe('set');
    expect(kdb('2026-11-22').status).toBe('notSet');
  });
  test('an activity of a matrix that has ended is unknown, no longer allowed', () => {
    const set = aRuleSet({
      activities: [anActivity()],
      cells: { bengkel: { 'R-3': ['I'] } },
      citations: [aCitation({ validTo: '2026-11-22' })],
    });
    const ended = ask(someFacts(), set, { findActivities: byId('bengkel') }).parts[0]!;
    expect(ended.verdict).toMatchObject({ governing: 'unknown', reason: 'noMatrix' });
    expect(ended.itbx).toEqual([]);
  });
  test('a plan under revision is announced', () => {
    expect(ask(someFacts(), aRuleSet({ status: 'dalam revisi' })).revisions).toHaveLength(1);
  });
  test('a polygon with rules of its own keeps them before those of its zone code', () => {
    const set = aRuleSet({
      intensity: {
        'R-3': [anIntensity('kdb', { value: 60 }), anIntensity('klb', { value: 2 })],
        'U-1': [anIntensity('kdb', { value: 30 })],
      },
    });
    const part = ask(someFacts({ zones: [aZone({ kodunk: 'U-1' })] }), set).parts[0]!;
    expect(part.figures.find((row) => row.measure === 'kdb')?.governing?.value).toBe(30);
    expect(part.figures.find((row) => row.measure === 'klb')?.governing?.value).toBe(2);
  });
  describe('what is keyed by the polygon itself stands before what its zone code says', () => {
    const here = (kodunk: string | null) => someFacts({ zones: [aZone({ kodunk })], roads: [aRoad()] });
    test('in the matrix: its column, or that of the code where it has no cell', () => {
      const set = aRuleSet({
        activities: [anActivity(), anActivity({ activityId: 'warung', name: 'Warung' })],
        cells: { bengkel: { 'R-3': ['I'], 'R-3.7': ['X'] }, warung: { 'R-3': ['I'] } },
      });
      const verdictOn = (kodunk: string | null, id: string) =>
        ask(here(kodunk), set, { findActivities: byId(id) }).parts[0]!.verdict;
      expect(verdictOn('R-3.7', 'bengkel')).toMatchObject({ base: 'X', governing: 'X' });
      expect(verdictOn('R-3.7', 'warung')).toMatchObject({ base: 'I', governing: 'I' });
      expect(verdictOn('R-3.8', 'bengkel')).toMatchObject({ base: 'I', governing: 'I' });
      const listed = (kodunk: string) =>
        ask(here(kodunk), set).parts[0]!.itbx.map(({ itbx, activities }) => [
          itbx,
          ...activities.map(({ activityId }) => activityId),
        ]);
      expect(listed('R-3.8')).toEqual([['I', 'bengkel', 'warung']]);
      expect(listed('R-3.7')).toEqual([
        ['I', 'warung'],
        ['X', 'bengkel'],
      ]);
    });
    test('an empty cell of its own is what the operator says an empty cell is, not the cell of its code', () => {
      const set = aRuleSet({ activities: [anActivity()], cells: { bengkel: { 'R-3': ['I'], 'R-3.7': [] } } });
      const { verdict } = ask(here('R-3.7'), set, { findActivities: byId('bengkel') }).parts[0]!;
      expect(verdict).toMatchObject({ governing: 'unknown', reason: 'emptyCell' });
    });
    test('a matrix that speaks of the polygon alone is not one without its zone', () => {
      const set = aRuleSet({ activities: [anActivity()], cells: { bengkel: { 'R-3.7': ['I'] } } });
      const verdictOn = (kodunk: string | null) =>
        ask(here(kodunk), set, { findActivities: byId('bengkel') }).parts[0]!.verdict;
      expect(verdictOn('R-3.7')).toMatchObject({ governing: 'I' });
      expect(verdictOn(null)).toMatchObject({ governing: 'unknown', reason: 'zoneNotInMatrix' });
    });
    test('among free distances: its row for a road class, and beside it what the code says of other kinds', () => {
      const set = aRuleSet({
        setbacks: [
          aSetback({ zoneCode: 'R-3', roadClass: 'lokal', valueM: 6 }),
          aSetback({ zoneCode: 'R-3', kind: 'jbs', valueM: 2 }),
          aSetback({ zoneCode: 'R-3.7', roadClass: 'lokal', valueM: 30 }),
        ],
      });
      const metresOn = (kodunk: string | null) =>
        ask(here(kodunk), set).parts[0]!.setbacks.map(({ kind, valueM }) => [kind, valueM]);
      expect(metresOn('R-3.7')).toEqual([
        ['gsb', 30],
        ['jbs', 2],
        ['jbb', null],
      ]);
      expect(metresOn('R-3.8')).toEqual([
        ['gsb', 6],
        ['jbs', 2],
        ['jbb', null],
      ]);
    });
    test('a least value of its own leaves the greatest value of the code', () => {
      const set = aRuleSet({
        intensity: {
          'R-3': [anIntensity('kdb', { value: 60 })],
          'R-3.7': [anIntensity('kdb', { value: 20 }, { operator: 'min' })],
        },
      });
      const kdb = ask(here('R-3.7'), set).parts[0]!.figures.filter(({ measure }) => measure === 'kdb');
      expect(kdb.map(({ operator, governing }) => [operator, governing?.value]).sort()).toEqual([
        ['max', 60],
        ['min', 20],
      ]);
    });
    test('a row of its own that holds no longer does not hide that of the code', () => {
      const set = aRuleSet({
        intensity: {
          'R-3': [anIntensity('kdb', { value: 60 })],
          'R-3.7': [anIntensity('kdb', { value: 30, sourceId: 'rules-uji/old' })],
        },
        citations: [aCitation(), aCitation({ sourceId: 'rules-uji/old', validTo: '2026-01-01' })],
      });
      const kdb = ask(here('R-3.7'), set).parts[0]!.figures.find(({ measure }) => measure === 'kdb');
      expect(kdb?.governing?.value).toBe(60);
    });
  });
});
