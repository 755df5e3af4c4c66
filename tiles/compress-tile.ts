import { gzipSync } from 'node:zlib';
import type { TileEncoder } from './encode-tile.ts';

/**
 * Gzips a tile; when it is over its budget, its smallest features are left out, whole, until it fits.
 * @param beside bytes of another layer of the same tile; where both are too much it is left out first, whole
 * @param budget most bytes after compression
 */
export function compressTile(
  encoder: TileEncoder,
  layerName: string,
  keys: readonly string[],
  budget: number,
  beside: Uint8Array = new Uint8Array(0),
): { bytes: Buffer; omitted: number } {
  if (beside.length > 0) {
    const both = gzipSync(Buffer.concat([encoder.finish(layerName, keys), beside]), { level: 6 });
    if (both.length <= budget) return { bytes: both, omitted: 0 };
  }
  let share = 1;
  for (;;) {
    const bytes = gzipSync(encoder.finish(layerName, keys, share), { level: 6 });
    const kept = Math.ceil(encoder.featureCount * share);
    if (bytes.length <= budget || kept <= 1) return { bytes, omitted: encoder.featureCount - kept };
    share *= Math.min((budget / bytes.length) * 0.97, 0.9);
  }
}
