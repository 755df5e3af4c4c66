import type { Plot } from '#domain/krk/application-answers';
import type { Sheet } from '#domain/krk/sheet';
import { useTexts } from '../../locale/feature-texts.ts';
import { sheetTexts } from './sheet-texts.ts';

type Place = readonly [number, number];
type Polygons = readonly (readonly (readonly Place[])[])[];
const SIDE = 320;
const MARGIN = 24;

/** The plot as a plan, north up: its parts with their codes, the roads beside it, and what is approved of it. */
export function PlotDrawing({
  plot,
  approved,
  area,
}: {
  plot: Plot;
  approved: Sheet['approved'];
  area: string;
}) {
  const t = useTexts(sheetTexts);
  const at = fitting(plot.outline.flat(2));
  const path = (polygons: Polygons): string =>
    polygons.flatMap((rings) => rings.map((ring) => `${line(ring, at)}Z`)).join('');
  return (
    <svg className="plot-drawing" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={t.plotLabel(area)}>
      {plot.roads.map(({ name, axis }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: roads have no number of their own
        <path key={`${name} ${index}`} className="plot-road" d={axis.map((one) => line(one, at)).join('')} />
      ))}
      {plot.parts.map(({ key, color, outline }) => (
        <path key={key} className="plot-part" d={path(outline)} style={{ fill: color ?? 'none' }} />
      ))}
      <path className="plot-outline" d={path(plot.outline)} />
      {approved !== null && <path className="plot-approved" d={path(approved.coordinates)} />}
      {plot.parts.map(({ key, outline }, index) => {
        const [x, y] = middle(outline[0]?.[0] ?? [], at);
        return (
          <text key={key} className="plot-number" x={x} y={y}>
            {index + 1}
          </text>
        );
      })}
      <path className="plot-north" d={`M${SIDE - 18} 30V8m-5 7 5-8 5 8`} />
      <text className="plot-north-word" x={SIDE - 18} y="44">
        {t.north}
      </text>
    </svg>
  );
}

/** From degrees to the picture: the plot fills it, whatever its size. */
function fitting(places: readonly Place[]): (place: Place) => Place {
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const squeeze = Math.cos(((south + north) * Math.PI) / 360);
  const span = Math.max((east - west) * squeeze, north - south, 1e-9);
  const scale = (SIDE - 2 * MARGIN) / span;
  return ([lng, lat]) => [
    SIDE / 2 + (lng - (west + east) / 2) * squeeze * scale,
    SIDE / 2 - (lat - (south + north) / 2) * scale,
  ];
}

const line = (points: readonly Place[], at: (place: Place) => Place): string =>
  points
    .map(at)
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');

const middle = (ring: readonly Place[], at: (place: Place) => Place): Place => {
  const places = ring.slice(0, -1).map(at);
  const mean = (axis: 0 | 1): number =>
    places.reduce((sum, place) => sum + place[axis], 0) / Math.max(places.length, 1);
  return [mean(0), mean(1)];
};
