import { type PointerEvent, useRef } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { compareTexts } from './compare-texts.ts';
import { moveByKey } from './side.ts';

/** The line between the two maps: dragged, or moved by keys. Each half says what it shows. */
export function Divider({
  at,
  left,
  right,
  onDrag,
  onMove,
}: {
  at: number;
  left: string;
  right: string;
  onDrag: (at: number) => void;
  onMove: (at: number) => void;
}) {
  const t = useTexts(compareTexts);
  const line = useRef<HTMLDivElement>(null);
  const follow = (event: PointerEvent): void => {
    const frame = line.current?.parentElement?.getBoundingClientRect();
    if (frame === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onDrag(Math.min(100, Math.max(0, ((event.clientX - frame.left) / frame.width) * 100)));
  };
  return (
    <>
      <p className="compare-name compare-name-left">{left}</p>
      <p className="compare-name compare-name-right">{right}</p>
      <div
        ref={line}
        className="compare-divider"
        style={{ left: `${at}%` }}
        role="slider"
        tabIndex={0}
        aria-label={t.divider}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at)}
        aria-valuetext={t.position(Math.round(at), left, right)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={follow}
        onPointerUp={() => onMove(at)}
        onPointerCancel={() => onMove(at)}
        onKeyDown={(event) => {
          const next = moveByKey(event.key, Math.round(at));
          if (next === null) return;
          event.preventDefault();
          onMove(next);
        }}
      >
        <svg className="compare-grip" viewBox="0 0 44 44" width="44" height="44" aria-hidden="true">
          <path d="M18 15l-7 7 7 7M26 15l7 7-7 7" />
        </svg>
      </div>
    </>
  );
}
