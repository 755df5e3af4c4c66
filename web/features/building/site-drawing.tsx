import type { Building } from '#domain/building/building';
import { partKey } from '#domain/zoning/part-key';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { isShapeCertain } from './building-words.ts';
import { texts } from './texts.ts';

type Place = readonly [number, number];
const WIDTH = 320;
const HEIGHT = 300;
const MARGIN = 34;
/** Metres of a degree of latitude near the equator; the drawing is a picture, the figures are not taken from it. */
const DEGREE_M = 110_574;
const SCALE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The ground as a plan, north up, with numbered edges, road axes, what may be built on, and a scale. */
export function SiteDrawing({ building }: { building: Building }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const fit = fitting(building.ground.outline.flat(2));
  const bar = SCALE_STEPS.filter((step) => step * fit.perMetre <= 110).at(-1) ?? 1;
  const path = (polygons: readonly (readonly (readonly Place[])[])[]): string =>
    polygons.flatMap((rings) => rings.map((ring) => `${fit.line(ring)}Z`)).join('');
  const bounds = building.parts.filter(({ envelope }) => envelope.outline.length > 0);
  const hasCertain = bounds.some(isShapeCertain);
  const hasBound = bounds.some((part) => !isShapeCertain(part));
  return (
    <figure className="site-drawing">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t.drawingLabel(formatArea(building.ground.areaM2, language))}
      >
        {building.roads.map(({ name, axis }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: roads have no number of their own
          <path key={`${name} ${index}`} className="site-axis" d={axis.map(fit.line).join('')} />
        ))}
        <path className="site-ground" d={path(building.ground.outline)} />
        {bounds.map((part) => (
          <path
            key={partKey(part)}
            className={isShapeCertain(part) ? 'site-envelope' : 'site-envelope site-bound'}
            d={path(part.envelope.outline)}
          />
        ))}
        {building.drawn !== null && <path className="site-building" d={path(building.drawn)} />}
        {building.ground.edges
          .filter(({ lengthM }) => lengthM * fit.perMetre > 14)
          .map(({ number, line, role }) => {
            const [x, y] = fit.beside(line);
            return (
              <g key={number} className={`site-edge site-edge-${role}`}>
                <circle cx={x} cy={y} r="9" />
                <text x={x} y={y + 4}>
                  {number}
                </text>
              </g>
            );
          })}
        <g className="site-north">
          <path d={`M${WIDTH - 20} 34V12m-5 7 5-8 5 8`} />
          <text x={WIDTH - 20} y="48">
            {t.north}
          </text>
        </g>
        <g className="site-scale">
          <path d={`M12 ${HEIGHT - 14}v5h${(bar * fit.perMetre).toFixed(1)}v-5`} />
          <text x="12" y={HEIGHT - 18}>
            {formatNumber(bar, language)} m
          </text>
        </g>
      </svg>
      <figcaption className="site-legend">
        <span className="site-key site-key-ground">{t.drawingGround}</span>
        {hasCertain && <span className="site-key site-key-envelope">{t.drawingEnvelope}</span>}
        {hasBound && <span className="site-key site-key-bound">{t.drawingBound}</span>}
        {building.roads.length > 0 && <span className="site-key site-key-axis">{t.drawingAxis}</span>}
        {building.drawn !== null && <span className="site-key site-key-building">{t.drawingBuilding}</span>}
      </figcaption>
    </figure>
  );
}

/** From degrees to the picture: the ground fills it, whatever its size. */
function fitting(places: readonly Place[]) {
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos(((south + north) * Math.PI) / 360);
  const widthM = (east - west) * DEGREE_M * squeeze;
  const depthM = (north - south) * DEGREE_M;
  const perMetre = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(widthM, 1),
    (HEIGHT - 2 * MARGIN) / Math.max(depthM, 1),
  );
  const middle: Place = [(west + east) / 2, (south + north) / 2];
  const at = ([lng, lat]: Place): Place => [
    WIDTH / 2 + (lng - middle[0]) * DEGREE_M * squeeze * perMetre,
    HEIGHT / 2 - (lat - middle[1]) * DEGREE_M * perMetre,
  ];
  const line = (points: readonly Place[]): string =>
    points
      .map(at)
      .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('');
  /** Beside the middle of an edge, on the outer side: the ground lies to the left of its border. */
  const beside = (points: readonly Place[]): Place => {
    const drawn = points.map(at);
    const half = Math.max(1, Math.floor(drawn.length / 2));
    const [a, b] = [drawn[half - 1] ?? [0, 0], drawn[half] ?? [0, 0]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [
      (a[0] + b[0]) / 2 - ((b[1] - a[1]) / length) * 15,
      (a[1] + b[1]) / 2 + ((b[0] - a[0]) / length) * 15,
    ];
  };
  return { perMetre, line, beside };
}
