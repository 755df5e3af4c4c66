import type { FoundPlace } from '../../lib/api.ts';
import { formatPosition } from '../../lib/format.ts';
import type { Reader } from '../../locale/reader.tsx';

/** The name to show for something found; a coordinate is written as the language writes it. */
export function foundTitle(place: FoundPlace, { language }: Reader): string {
  return place.kind === 'coordinate'
    ? formatPosition([place.point[0], place.point[1]], language)
    : place.name;
}

/** What it is and where it lies: `Jalan · Klandasan Ulu, Balikpapan Kota`. */
export function foundDetail(place: FoundPlace, { t }: Reader): string {
  const areas = [place.kelurahan, place.kecamatan].filter((area) => area !== null && area !== place.name);
  return [t[`search.kind.${place.kind}`], areas.join(', ')].filter(Boolean).join(' · ');
}
