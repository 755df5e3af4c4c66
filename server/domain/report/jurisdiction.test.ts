import { describe, expect, it } from 'vitest';
import { anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import type { Answer } from '../zoning/answer.ts';
import type { CategoryCode } from './category.ts';
import { guessJurisdiction } from './jurisdiction.ts';

const guess = (change: Partial<Answer>, category: CategoryCode | null = null) => {
  const { whose, why, evidence } = guessJurisdiction(
    { ...anAnswer(), roads: [], rtrw: [], ...change },
    'Kalimantan Timur',
    category,
  );
  return [whose, why, evidence];
};
const zoned = (zoneName: string): Partial<Answer> => ({
  parts: [aPart({ zone: { ...aPart().zone, zoneName, subzoneName: null } })],
});
const road = (roadClass: string, distanceM: number, rowWidthM: number | null): Partial<Answer> => ({
  roads: [{ name: 'Jalan Uji', roadClass, distanceM, rowWidthM }],
});
const rtrw = (className: string): Partial<Answer> => ({
  parts: [],
  rtrw: [{ className, color: null, areaM2: null, sharePct: null, agreement: 'notJudged', isDemo: true }],
});

describe('for whom a place is', () => {
  it.each<[string, Partial<Answer>, (string | null)[]]>([
    ['a zone of the city', zoned('Perumahan'), ['city', null, null]],
    ['protected forest', zoned('Hutan Lindung'), ['elsewhere', 'forest', 'Hutan Lindung']],
    ['a forest park of the city', zoned('Hutan Kota'), ['city', null, null]],
    ['forest by the city plan alone', rtrw('Hutan Produksi'), ['elsewhere', 'forest', 'Hutan Produksi']],
    [
      'the sea',
      { coverage: 'outsideCity', neighbour: 'laut (Selat Uji)' },
      ['elsewhere', 'sea', 'laut (Selat Uji)'],
    ],
    [
      'another regency',
      { coverage: 'outsideCity', neighbour: 'Kabupaten Uji' },
      ['elsewhere', 'neighbour', 'Kabupaten Uji'],
    ],
    ['outside, nobody knows where', { coverage: 'outsideCity', neighbour: null }, ['unknown', null, null]],
    ['borders that could not be read', { coverage: 'unknown' }, ['unknown', null, null]],
    ['ground without any layer', { parts: [], rtrw: [] }, ['unknown', null, null]],
    [
      'the reserve of a national road',
      road('arteri primer', 5, 20),
      ['elsewhere', 'nationalRoad', 'Jalan Uji, arteri primer'],
    ],
    ['a toll road', road('jalan tol', 1, 40), ['elsewhere', 'tollRoad', 'Jalan Uji, jalan tol']],
    ['a provincial road', road('provinsi', 1, 12), ['elsewhere', 'provincialRoad', 'Jalan Uji, provinsi']],
    ['beside a national road', road('arteri primer', 11, 20), ['city', null, null]],
    ['a national road of unknown width', road('arteri primer', 1, null), ['city', null, null]],
    ['an arterial road that may be anybody’s', road('arteri', 1, 20), ['city', null, null]],
  ])('%s', (_, change, expected) => expect(guess(change)).toEqual(expected));

  it('a report about the shore is for the province too, only where the shore is in the data', () => {
    expect(guess(zoned('Ekosistem Mangrove'), 'pesisir')).toEqual([
      'elsewhere',
      'coast',
      'Ekosistem Mangrove',
    ]);
    expect(guess(zoned('Ekosistem Mangrove'), 'alihFungsi')).toEqual(['city', null, null]);
    expect(guess(zoned('Perumahan'), 'pesisir')).toEqual(['city', null, null]);
  });

  it('names who it is for, in both languages', () => {
    const { authority } = guessJurisdiction(
      { ...anAnswer(), ...zoned('Hutan Lindung'), roads: [], rtrw: [] },
      'Kalimantan Timur',
      null,
    );
    expect(authority?.id).toContain('Kalimantan Timur');
    expect(authority?.en).toContain('Kalimantan Timur');
  });
});
