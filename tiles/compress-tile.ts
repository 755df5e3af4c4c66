import { gzipSync } from 'node:zlib';
import type { TileEncoder } from './encode-tile.ts';

/**
 * Gzips a tile; when it is over its budget, its smallest features are left out, whole, until it fits.
 * @param budget most bytes after compression
 */
export function compressTile(
  encoder: TileEncoder,
  layerName: string,
  keys: readonly string[],
  budget: number,
): { bytes: Buffer; omitted: number } {
  let share = 1;
  for (;;) {
    const bytes = gzipSync(encoder.finish(layerName, keys, share), { level: 6 });
    const kept = Math.ceil(encoder.featureCount * share);
    if (bytes.length <= budget || kept <= 1) return { bytes, omitted: encoder.featureCount - kept };
    share *= Math.min((budget / bytes.length) * 0.97, 0.9);
  }
}
