import type { Itbx } from '#domain/zoning/itbx';
import { HATCH_INKS, HATCHES } from '../../ui/hatches.ts';
import { OUTCOME_FILLS } from './painting.ts';

const FIELDS = [
  [0, 0],
  [10, 0],
  [0, 10],
  [10, 10],
] as const;

/** An outcome as the map paints it, pattern included; null: ground without a plan, which is not painted. */
export function PaintSwatch({ itbx }: { itbx: Itbx | null }) {
  const fill = itbx === null ? null : OUTCOME_FILLS[itbx];
  const hatch = fill?.hatch == null ? undefined : HATCHES.get(fill.hatch);
  return (
    <svg
      className="where-paint"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={`where-${itbx ?? 'none'}`} width="20" height="20" />
      {fill !== null &&
        hatch !== undefined &&
        FIELDS.map(([x, y]) => (
          <path
            key={`${x} ${y}`}
            transform={`translate(${x} ${y})`}
            d={hatch.path}
            fill="none"
            stroke={HATCH_INKS[fill.ink]}
            strokeWidth={hatch.width}
            strokeLinecap="round"
          />
        ))}
    </svg>
  );
}
