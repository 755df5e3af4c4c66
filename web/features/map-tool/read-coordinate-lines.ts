import type { LngLat } from '#domain/geo/lng-lat';
import { type CoordinateContext, parseCoordinate } from '#domain/geo/parse-coordinate';
import type { Language } from '#domain/language';
import { problemDetail } from '#domain/problem-text';

/** A line that gives no point: why, and the swapped reading where that one lies in the city. */
export interface LineProblem {
  readonly line: number;
  readonly text: string;
  /** The line as it would be read in the city; null where there is no such reading. */
  readonly swapOffer: LngLat | null;
}

export interface ReadLines {
  readonly points: readonly LngLat[];
  readonly problems: readonly LineProblem[];
}

/** `1.`, `2)`, `Titik 3:` before a coordinate: numbers of points in a list. */
const NUMBERING = /^\s*(?:(?:titik|point|t|p)\s*\d{1,3}\s*[.:)=]?|\d{1,3}[.)])\s+(?=\D{0,4}\d.*\d)/i;

/**
 * Reads one point per line, as people write coordinates; empty lines are skipped. A line that is outside the city
 * while its swapped reading is inside is a problem with an offer: the two numbers are never swapped silently.
 *
 * @param isOutline the last line may repeat the first, as files do: it is not a point of its own then
 */
export function readCoordinateLines(
  text: string,
  city: CoordinateContext,
  language: Language,
  isOutline: boolean,
  swapped: (lngLat: LngLat) => string,
): ReadLines {
  const points: LngLat[] = [];
  const problems: LineProblem[] = [];
  text.split('\n').forEach((written, index) => {
    const line = written.replace(NUMBERING, '').trim();
    if (line === '') return;
    const read = parseCoordinate(line, city);
    if (read.ok && read.value.swapOffer === null) points.push(read.value.lngLat);
    else if (read.ok) {
      const { lngLat, swapOffer } = read.value;
      problems.push({ line: index + 1, text: swapped(lngLat), swapOffer });
    } else {
      const offer = read.problem.params.swapOffer as LngLat | undefined;
      problems.push({
        line: index + 1,
        text: problemDetail(read.problem, language),
        swapOffer: offer ?? null,
      });
    }
  });
  const [first] = points;
  const last = points.at(-1);
  const isClosed = isOutline && points.length > 3 && first !== undefined && last !== undefined;
  if (isClosed && first[0] === last[0] && first[1] === last[1]) points.pop();
  return { points, problems };
}
