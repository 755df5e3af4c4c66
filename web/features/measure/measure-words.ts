import type { LngLat } from '#domain/geo/lng-lat';
import { areaM2, lengthM } from '#domain/geo/measure';
import type { Language } from '#domain/language';
import { formatArea, formatMetres, formatNumber } from '../../lib/format.ts';

/** `842,3 m`; from a kilometre on also in kilometres: `1.234,5 m (1,23 km)`. */
export function distanceInWords(metres: number, language: Language): string {
  const written = formatMetres(metres, language);
  return metres < 1_000 ? written : `${written} (${formatNumber(metres / 1_000, language)} km)`;
}

/** `842,31 m²`; from a hectare on also in hectares: `12.345,67 m² (1,23 ha)`. */
export function areaInWords(m2: number, language: Language): string {
  const written = formatArea(m2, language);
  return m2 < 10_000 ? written : `${written} (${formatNumber(m2 / 10_000, language)} ha)`;
}

const WORDS = {
  id: { line: 'Jarak', polygon: 'Luas', perimeter: 'Keliling', points: 'Titik (lintang, bujur)' },
  en: { line: 'Distance', polygon: 'Area', perimeter: 'Perimeter', points: 'Points (latitude, longitude)' },
} as const;
const METHOD = { id: 'geodesik WGS 84', en: 'geodesic WGS 84' } as const;

/** The result to paste elsewhere: the measure, how it was measured, and the points to measure it again. */
export function resultAsText(
  kind: 'line' | 'polygon',
  points: readonly LngLat[],
  language: Language,
): string {
  const words = WORDS[language];
  const [first] = points;
  const measures =
    kind === 'line' || first === undefined
      ? [`${words.line}: ${distanceInWords(lengthM(points), language)}`]
      : [
          `${words.polygon}: ${areaInWords(areaM2(points), language)}`,
          `${words.perimeter}: ${distanceInWords(lengthM([...points, first]), language)}`,
        ];
  const written = points.map(([lng, lat]) => `${lat.toFixed(7)}, ${lng.toFixed(7)}`);
  return [...measures, METHOD[language], `${words.points}:`, ...written].join('\n');
}
