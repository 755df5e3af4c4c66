import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

test('an address that was written reads as the same state', () => {
  const state = {
    place: [116.8312, -1.2745] as const,
    centre: [116.83, -1.27] as const,
    zoom: 15.25,
    on: '2026-11-21',
    activity: 'bengkel & cuci',
    toggled: ['overlay-banjir', 'rtrw-contoh'],
    tool: 'bandingkan~2026-01-01',
    look: 'safe;overlay-banjir:60',
  };
  const address = writeAddress(state);
  expect(address).toBe(
    '/?p=116.83120,-1.27450&c=116.83000,-1.27000&z=15.25&on=2026-11-21&activity=bengkel%20%26%20cuci&layers=overlay-banjir,rtrw-contoh&alat=bandingkan~2026-01-01&look=safe;overlay-banjir:60',
  );
  expect(readAddress(address.slice(1))).toEqual(state);
});

test('what cannot be read counts as not given', () => {
  expect(readAddress('?p=116.83&z=abc&on=kemarin&c=500,1&look=<b>')).toEqual({
    place: null,
    centre: null,
    zoom: null,
    on: null,
    activity: null,
    toggled: [],
    tool: null,
    look: null,
  });
});

test('the language of the address stays in it', () => {
  const empty = readAddress('');
  expect(writeAddress(empty, '?lang=en&z=12')).toBe('/?lang=en');
});
