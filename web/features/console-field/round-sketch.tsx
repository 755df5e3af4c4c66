import { newestOf, standing } from '#domain/field-round/item';
import { ringOf } from '#domain/field-round/outline';
import type { Round } from '#domain/field-round/round';
import { fitPlan, linePath } from '../../lib/fit-plan.ts';
import { formatMetres } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { SiteItem } from './site-items.ts';
import { texts } from './texts.ts';

const SIDE = 320;
const MARGIN = 40;
/** Metres that the picture shows at least. */
const LEAST_M = 20;
const GRID_M = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
/** Units of the picture between two lines of the grid, at least. */
const GRID_LEAST = 30;

/**
 * The plot on a plain grid, drawn from what this device keeps: it is there where no tile of the map is. North is up, as the
 * compass says.
 */
export function RoundSketch({
  round,
  items,
}: {
  round: Pick<Round, 'applied' | 'place'>;
  items: readonly Pick<SiteItem, 'itemId' | 'content'>[];
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const points = standing(items).flatMap(({ content }) => (content.kind === 'point' ? [content] : []));
  const outline = newestOf(items, 'outline')?.content;
  const places = [
    ...(round.applied ?? []).flat(2),
    ...(round.place === null ? [] : [round.place]),
    ...points.map(({ at }) => at),
    ...(outline?.corners ?? []),
  ];
  if (places.length === 0) return null;
  const { at, metresPerUnit } = fitPlan(places, SIDE, MARGIN, LEAST_M);
  const grid = GRID_M.find((metres) => metres / metresPerUnit >= GRID_LEAST) ?? 10_000;
  const step = grid / metresPerUnit;
  const lines = Array.from({ length: Math.floor(SIDE / step) + 1 }, (_, index) => index * step);
  return (
    <figure className="field-figure">
      <svg className="field-sketch" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={t.sketch}>
        <path className="sketch-grid" d={lines.map((x) => `M${x} 0V${SIDE}M0 ${x}H${SIDE}`).join('')} />
        <path
          className="sketch-applied"
          d={(round.applied ?? [])
            .flat()
            .map((ring) => `${linePath(ring, at)}Z`)
            .join('')}
        />
        {outline !== undefined && (
          <path className="sketch-measured" d={`${linePath(ringOf(outline.corners), at)}Z`} />
        )}
        {round.place !== null && <Dot at={at(round.place)} label="" />}
        {points.map(({ at: place, label }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points are added and never change places
          <Dot key={index} at={at(place)} label={label ?? ''} />
        ))}
        <path className="sketch-north" d={`M${SIDE - 16} 28V6m-5 7 5-8 5 8`} />
      </svg>
      <figcaption className="quiet">{t.sketchHelp(formatMetres(grid, language))}</figcaption>
    </figure>
  );
}

const Dot = ({ at: [x, y], label }: { at: readonly [number, number]; label: string }) => (
  <>
    <circle className="sketch-point" cx={x} cy={y} r="4" />
    <text className="sketch-label" x={x + 7} y={y - 6}>
      {label}
    </text>
  </>
);
