import { expect, it } from 'vitest';
import { readCorners } from '#domain/krk/application-form';
import { applyAddress } from './apply-address.ts';

const ring = [
  [116.8, -1.2],
  [116.81, -1.2],
  [116.81, -1.19],
  [116.8, -1.2],
] as [number, number][];

it('ground that was chosen on the map comes to the form as it was drawn', () => {
  expect(applyAddress({ parcel: { nib: '9999000000001' } })).toBe('/krk/ajukan?bidang=9999000000001');
  const address = applyAddress({ geometry: { type: 'Polygon', coordinates: [ring] } });
  const told = new URL(address ?? '', 'http://x').searchParams.get('tanah') ?? '';
  expect(readCorners(told.replaceAll(';', '\n'))).toEqual(ring);
  expect(applyAddress({ geometry: { type: 'MultiPolygon', coordinates: [[ring]] } })).toBe(address);
});

it('what the form could not hold is not sent there in part', () => {
  expect(applyAddress({ geometry: { type: 'Polygon', coordinates: [ring, ring] } })).toBeNull();
  expect(applyAddress({ geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } })).toBeNull();
  const long = Array.from({ length: 151 }, (): [number, number] => [116.8, -1.2]);
  expect(applyAddress({ geometry: { type: 'Polygon', coordinates: [long] } })).toBeNull();
});
