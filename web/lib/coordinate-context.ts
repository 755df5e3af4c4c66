import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { CoordinateContext } from '#domain/geo/parse-coordinate';

/** The zone that metres without a zone are read in: that of the city's middle. */
export function contextOf({
  bbox,
  centre,
}: {
  readonly bbox: BBox;
  readonly centre: LngLat;
}): CoordinateContext {
  return {
    bbox,
    utmZone: Math.floor((centre[0] + 180) / 6) + 1,
    utmHemisphere: centre[1] < 0 ? 'S' : 'N',
  };
}
