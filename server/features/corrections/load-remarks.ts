import type { LayerRemarks } from '#domain/correction/remark';
import type { VersionFact } from '#domain/zoning/facts';
import type { Deps } from '../../platform/deps.ts';
import { readRemarks } from './queries.ts';

/** Layers whose remarks stay in memory, each in its newest state. */
const KEPT = 100;

/** What is said beside the layers of these versions. */
type LoadRemarks = (versions: readonly VersionFact[]) => Promise<readonly LayerRemarks[]>;

/**
 * Reads what is said beside layers, and keeps it for as long as the count of remarks that comes with every fact about the
 * layer stays: a layer without any costs nothing, one with some is read once after each change.
 */
export function createRemarkLoader({ sql, city }: Pick<Deps, 'sql' | 'city'>): LoadRemarks {
  const kept = new Map<string, Promise<LayerRemarks>>();
  const load = (layerId: string, versionId: string, key: string): Promise<LayerRemarks> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const reading = readRemarks(sql, layerId, versionId, city.timeZone);
    kept.set(key, reading);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    // What could not be read is asked for again.
    reading.catch(() => kept.delete(key));
    return reading;
  };
  return async (versions) =>
    await Promise.all(
      versions
        .filter(({ remark_revision: revision }) => revision !== undefined && revision > 0)
        .map(({ layer_id: layerId, version_id: versionId, remark_revision: revision }) =>
          load(layerId, versionId, `${layerId} ${versionId} ${revision}`),
        ),
    );
}
