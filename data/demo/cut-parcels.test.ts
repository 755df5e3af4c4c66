import { describe, expect, it } from 'vitest';
import { cutParcels, PARCEL_STYLES } from './cut-parcels.ts';
import { areaM2 } from './partition.ts';

/** A block of 160 × 50 m in centimetres. */
const block = [Float64Array.from([0, 0, 16_000, 0, 16_000, 5000, 0, 5000, 0, 0])];

describe('parcels of a block', () => {
  it('fill it, in two rows back to back', () => {
    const parcels = cutParcels(block, PARCEL_STYLES['R-3']!, 1);
    const sum = parcels.reduce((total, parcel) => total + areaM2(parcel), 0);
    expect(sum).toBeCloseTo(8000, 0);
    expect(parcels.length).toBeGreaterThan(16);
    const onStreet = parcels.filter(([ring]) =>
      ring!.some((value, at) => at % 2 === 1 && (value === 0 || value === 5000)),
    );
    expect(onStreet).toHaveLength(parcels.length);
  });

  it('keep to the bounds of their zone', () => {
    for (const code of ['R-1', 'R-2', 'R-4', 'R-5', 'K-2', 'KPI']) {
      const style = PARCEL_STYLES[code]!;
      for (const parcel of cutParcels(block, style, 7)) {
        expect(areaM2(parcel)).toBeGreaterThanOrEqual(style.leastM2 - 0.5);
        expect(areaM2(parcel)).toBeLessThanOrEqual(style.mostM2);
      }
    }
  });

  it('are the same for the same seed and others for another', () => {
    const once = cutParcels(block, PARCEL_STYLES['R-2']!, 3);
    expect(cutParcels(block, PARCEL_STYLES['R-2']!, 3)).toEqual(once);
    expect(cutParcels(block, PARCEL_STYLES['R-2']!, 4)).not.toEqual(once);
  });

  it('are not cut out of a block with a hole', () => {
    expect(
      cutParcels([...block, Float64Array.from([10, 10, 20, 10, 20, 20, 10, 10])], PARCEL_STYLES['R-2']!, 3),
    ).toEqual([]);
  });
});
