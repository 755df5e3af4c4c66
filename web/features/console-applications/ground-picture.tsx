import type { DrawnGround } from '#domain/krk/application-answers';
import type { Sheet } from '#domain/krk/sheet';
import { fitPlan, linePath } from '../../lib/fit-plan.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { sheetTexts } from './sheet-texts.ts';

type Place = readonly [number, number];
type Polygons = readonly (readonly (readonly Place[])[])[];
const SIDE = 320;
const MARGIN = 24;

/** The plot as a plan, north up: its parts with their codes, the roads beside it, and what is approved of it. */
export function GroundPicture({
  drawn,
  approved,
  area,
  order,
}: {
  drawn: DrawnGround;
  approved: Sheet['approved'];
  area: string;
  /** Parts by their keys, in the order in which the answer numbers them. */
  order: readonly string[];
}) {
  const t = useTexts(sheetTexts);
  const { at } = fitPlan(drawn.outline.flat(2), SIDE, MARGIN);
  const path = (polygons: Polygons): string =>
    polygons.flatMap((rings) => rings.map((ring) => `${linePath(ring, at)}Z`)).join('');
  return (
    <svg
      className="ground-picture"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={t.pictureLabel(area)}
    >
      {drawn.roads.map(({ axis }) => (
        <path
          key={JSON.stringify(axis[0]?.[0])}
          className="picture-road"
          d={axis.map((one) => linePath(one, at)).join('')}
        />
      ))}
      {drawn.parts.map(({ key, color, outline }) => (
        <path key={key} className="picture-part" d={path(outline)} style={{ fill: color ?? 'none' }} />
      ))}
      <path className="picture-outline" d={path(drawn.outline)} />
      {approved !== null && <path className="picture-approved" d={path(approved.coordinates)} />}
      {drawn.parts.map(({ key, outline }) => {
        const [x, y] = middle(outline[0]?.[0] ?? [], at);
        return (
          <text key={key} className="picture-number" x={x} y={y}>
            {order.indexOf(key) + 1}
          </text>
        );
      })}
      <path className="picture-north" d={`M${SIDE - 18} 30V8m-5 7 5-8 5 8`} />
      <text className="picture-north-word" x={SIDE - 18} y="44">
        {t.north}
      </text>
    </svg>
  );
}

const middle = (ring: readonly Place[], at: (place: Place) => Place): Place => {
  const places = ring.slice(0, -1).map(at);
  const mean = (axis: 0 | 1): number =>
    places.reduce((sum, place) => sum + place[axis], 0) / Math.max(places.length, 1);
  return [mean(0), mean(1)];
};
