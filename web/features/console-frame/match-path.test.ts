import { expect, test } from 'vitest';
import { matchPath } from './match-path.ts';

test('names in an address are read, and another address is none', () => {
  expect(matchPath('/konsol/lapisan/:layerId', '/konsol/lapisan/rdtr%20a')).toEqual({ layerId: 'rdtr a' });
  expect(matchPath('/konsol', '/konsol/')).toEqual({});
  expect(matchPath('/konsol/lapisan/:layerId', '/konsol/lapisan/')).toBeNull();
  expect(matchPath('/konsol/lapisan/:layerId', '/konsol/lapisan/a/b')).toBeNull();
  expect(matchPath('/konsol/lapisan/:layerId', '/konsol/lapisan/%E0%A4%A')).toBeNull();
});
