import { describe, expect, it } from 'vitest';
import { parseTileAddress } from './tile-address.ts';

describe('parseTileAddress', () => {
  it('reads the three last parts of a tile path', () => {
    expect(parseTileAddress('14', '13503', '8250.mvt')).toEqual({ zoom: 14, column: 13503, row: 8250 });
  });

  it('takes the whole world at zoom 0 and nothing beside it', () => {
    expect(parseTileAddress('0', '0', '0.mvt')).toEqual({ zoom: 0, column: 0, row: 0 });
    expect(parseTileAddress('0', '1', '0.mvt')).toBeUndefined();
  });

  it.each([
    ['-1', '0', '0.mvt'],
    ['14', '16384', '0.mvt'],
    ['14', '0', '16384.mvt'],
    ['23', '0', '0.mvt'],
    ['99', '0', '0.mvt'],
    ['1e1', '0', '0.mvt'],
    ['14', '0x10', '0.mvt'],
    ['14', ' 1', '0.mvt'],
    ['14', '1', '0'],
    ['14', '1', '0.mvt.mvt'],
    ['14', '1', '0.pbf'],
    ['14', '99999999999999999999', '0.mvt'],
    ['', '', '.mvt'],
    ['..', '..', '..'],
    ['14', '1', '٣.mvt'],
  ])('refuses %s/%s/%s', (z, x, y) => {
    expect(parseTileAddress(z, x, y)).toBeUndefined();
  });
});
