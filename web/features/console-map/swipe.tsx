import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Legend } from '#domain/zoning/legend';
import type { MapPort, MapShape, SecondMap } from '../../map/map-port.ts';
import { Divider } from '../compare/index.ts';
import type { ChooseLayers } from './staff-map.tsx';

/** Two states on one map: left of the line what the map shows, right of it other shapes on the same plan. */
export function Swipe({
  port,
  legend,
  choose,
  left,
  right,
  rightShapes,
}: {
  port: MapPort;
  legend: Legend | undefined;
  choose: ChooseLayers;
  /** What each half shows, in words. */
  left: string;
  right: string;
  rightShapes: readonly MapShape[];
}) {
  const container = useRef<HTMLDivElement>(null);
  const [second, setSecond] = useState<SecondMap | null>(null);
  const [at, setAt] = useState(50);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let isGone = false;
    let opened: SecondMap | null = null;
    const open = async (): Promise<void> => {
      opened = await port.openSecond(element).catch(() => null);
      if (isGone) opened?.remove();
      else setSecond(opened);
    };
    void open();
    return () => {
      isGone = true;
      opened?.remove();
      setSecond(null);
    };
  }, [port]);
  useEffect(() => {
    if (second !== null && legend !== undefined) second.showLayers(choose(legend.layers), legend.names);
  }, [second, legend, choose]);
  useEffect(() => second?.showShapes(rightShapes), [second, rightShapes]);
  if (port.element === null) return null;
  return createPortal(
    <div className="compare-layer">
      <div
        className="compare-map"
        ref={container}
        aria-hidden="true"
        style={{ clipPath: `inset(0 0 0 ${at}%)` }}
      />
      <Divider at={at} left={left} right={right} onDrag={setAt} onMove={setAt} />
    </div>,
    port.element,
  );
}
