import type { BBox } from '#domain/geo/lng-lat';
import { useReader } from '../../locale/reader.tsx';
import { degreesInWords, gridOf } from './print-scale.ts';

/** Ticks at the edges and crosses in the field at round degrees of WGS 84, labelled at the left and at the top. */
export function MapGrid({ bounds, width, height }: { bounds: BBox; width: number; height: number }) {
  const { language } = useReader();
  const { lngs, lats } = gridOf(bounds);
  const x = (at: number): number => Math.round(at * width * 100) / 100;
  const y = (at: number): number => Math.round(at * height * 100) / 100;
  const ticks = [
    ...lngs.map(({ at }) => `M${x(at)} 0v3M${x(at)} ${height}v-3`),
    ...lats.map(({ at }) => `M0 ${y(at)}h3M${width} ${y(at)}h-3`),
    ...lngs.flatMap((lng) =>
      lats.map((lat) => `M${x(lng.at) - 1.5} ${y(lat.at)}h3M${x(lng.at)} ${y(lat.at) - 1.5}v3`),
    ),
  ].join('');
  return (
    <svg className="sheet-grid" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path className="sheet-grid-halo" d={ticks} />
      <path d={ticks} />
      {lngs
        .filter(({ at }) => at > 0.06 && at < 0.94)
        .map(({ value, at }) => (
          <text key={value} x={x(at)} y={5.6} textAnchor="middle">
            {degreesInWords(value, 'lng', language)}
          </text>
        ))}
      {lats
        .filter(({ at }) => at > 0.08 && at < 0.94)
        .map(({ value, at }) => (
          <text key={value} x={3.6} y={y(at) + 0.8}>
            {degreesInWords(value, 'lat', language)}
          </text>
        ))}
    </svg>
  );
}
