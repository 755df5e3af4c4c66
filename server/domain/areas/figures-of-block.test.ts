import { expect, test } from 'vitest';
import type { Figure } from '../zoning/figure.ts';
import { figuresOfBlock } from './figures-of-block.ts';

const kdb = (value: number | null): Figure => {
  const rule = {
    value,
    text: null,
    unitAsPrinted: '%',
    parcelMinM2: null,
    parcelMaxM2: null,
    roadClass: null,
    sourceId: 'rules/s1',
  };
  return {
    measure: 'kdb',
    operator: 'max',
    status: value === null ? 'notSet' : 'set',
    base: value === null ? null : rule,
    alternatives: [],
    caps: [],
    governing: value === null ? null : { value, from: 'base', sourceId: 'rules/s1' },
    bound: null,
    computedM2: null,
  };
};
const minimum = (figure: Figure): Figure => ({ ...figure, operator: 'min' });

test('what holds for every polygon stands as it is', () => {
  expect(figuresOfBlock([[kdb(60)], [kdb(60)]])).toEqual([kdb(60)]);
});

test.each([
  ['another value', [kdb(60)], [kdb(40)], [60, 40]],
  ['no value', [kdb(60)], [kdb(null)], [60]],
  ['no figure of that kind', [kdb(60)], [minimum(kdb(60))], [60]],
])('a polygon with %s leaves no value of the zone', (_, one, other, values) => {
  for (const order of [
    [one, other],
    [other, one],
  ]) {
    const [figure] = figuresOfBlock(order).filter(({ operator }) => operator === 'max');
    expect(figure).toMatchObject({ base: null, governing: null, status: 'needsParcel' });
    expect(figure?.alternatives.map(({ value }) => value).sort()).toEqual([...values].sort());
  }
});
