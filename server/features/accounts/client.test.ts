import { expect, test } from 'vitest';
import { networkOf } from './client.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::5', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['2001:db8:1::', '2001:db8:1:0'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

test('what cannot be known counts together', () => expect(networkOf(null)).toBe('unknown'));
