import type { ShelvedArchive } from './archive-shelf.ts';

/** Address of a tile of a version, with the placeholders that map libraries fill in; absolute within the service. */
export const tilePath = (layerId: string, versionId: string): string =>
  `/tiles/${layerId}/${versionId}/{z}/{x}/{y}.mvt`;

/**
 * TileJSON 3.0.0 of one version. `is_demo` and `revision` are additions of ours, which the format allows.
 * @param base address of the service without a slash at its end; desktop programs want whole addresses
 */
export function describeTiles(archive: ShelvedArchive, base: string): object {
  const { header, metadata, layerId, versionId } = archive;
  const [west, south, east, north] = header.bounds;
  return {
    tilejson: '3.0.0',
    name: metadata.name,
    ...(metadata.description === undefined
      ? {}
      : { description: metadata.description, attribution: metadata.attribution }),
    version: '1.0.0',
    scheme: 'xyz',
    tiles: [`${base}${tilePath(layerId, versionId)}`],
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: header.bounds,
    center: [(west + east) / 2, (south + north) / 2, header.minZoom],
    vector_layers: metadata.vector_layers,
    layer_id: layerId,
    version_id: versionId,
    is_demo: metadata.is_demo,
    revision: metadata.revision,
  };
}
