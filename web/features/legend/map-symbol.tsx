import { useId } from 'react';
import type { MapSymbol } from '../../map/map-port.ts';
import { HATCH_INKS, HATCHES } from '../../ui/hatches.ts';
import { Swatch } from '../../ui/swatch.tsx';

const FIELD = { x: 0.5, y: 0.5, width: 25, height: 17, rx: 3 } as const;

/** A field or a line as the map draws it, pattern included. Colours are SVG attributes: no style attribute is allowed. */
export function SymbolView({ symbol }: { symbol: MapSymbol | null | undefined }) {
  const patternId = useId();
  if (symbol == null) return <Swatch color={null} />;
  if (symbol.kind === 'line') {
    return (
      <svg className="symbol" viewBox="0 0 26 18" width="26" height="18" aria-hidden="true" focusable="false">
        <g opacity={symbol.strength}>
          {symbol.edge !== null && <path d="M1 9H25" stroke={symbol.edge} strokeWidth="6" />}
          <path
            d="M1 9H25"
            stroke={symbol.color}
            strokeWidth={symbol.edge === null ? 2 : 4}
            strokeDasharray={symbol.isDashed ? '5 3' : undefined}
          />
        </g>
      </svg>
    );
  }
  const hatch = symbol.hatch === null ? undefined : HATCHES.get(symbol.hatch);
  return (
    <svg className="symbol" viewBox="0 0 26 18" width="26" height="18" aria-hidden="true" focusable="false">
      {hatch !== undefined && (
        <defs>
          <pattern
            id={patternId}
            width={hatch.size}
            height={hatch.size}
            viewBox="0 0 10 10"
            patternUnits="userSpaceOnUse"
          >
            <path
              d={hatch.path}
              fill="none"
              stroke={HATCH_INKS[symbol.ink]}
              strokeWidth={hatch.width}
              strokeLinecap="round"
            />
          </pattern>
        </defs>
      )}
      {symbol.ground !== null && <rect {...FIELD} fill={symbol.ground} />}
      <rect {...FIELD} fill={symbol.color ?? 'none'} fillOpacity={symbol.opacity} />
      {hatch !== undefined && <rect {...FIELD} fill={`url(#${patternId})`} fillOpacity={symbol.strength} />}
      <rect
        {...FIELD}
        className="symbol-edge"
        stroke={symbol.edge ?? undefined}
        strokeOpacity={symbol.strength}
      />
    </svg>
  );
}
