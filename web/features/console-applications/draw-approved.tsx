import { useEffect, useMemo, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { DrawnGround } from '#domain/krk/application-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapPort, MapShape } from '../../map/map-port.ts';
import { useConsole } from '../console-frame/index.ts';
import { boxAround, StaffMap } from '../console-map/index.ts';
import { CoordinateList, useDrawing } from '../map-tool/index.ts';
import { sheetTexts } from './sheet-texts.ts';

type Drawn = (outline: [number, number][]) => void;

/** Draws what is approved, on the map with the plot in sight, or by its coordinates. */
export function DrawApproved({ drawn, onDrawn }: { drawn: DrawnGround; onDrawn: Drawn }) {
  const t = useTexts(sheetTexts);
  const [port, setPort] = useState<MapPort | null>(null);
  const places = useMemo(() => drawn.outline.flat(2), [drawn]);
  const bbox = useMemo(() => boxAround(places, 0.0003), [places]);
  const shapes = useMemo(
    (): readonly MapShape[] =>
      drawn.outline.flat().map((ring) => ({
        look: 'accent',
        kind: 'line',
        coordinates: ring.map(([lng, lat]): LngLat => [lng, lat]),
      })),
    [drawn],
  );
  return (
    <div className="block">
      <p className="quiet">{t.drawHelp}</p>
      <StaffMap label={t.draw} bbox={bbox} shapes={shapes}>
        {(opened) => <TakePort port={opened} onPort={setPort} />}
      </StaffMap>
      {port !== null && <Drawing port={port} onDrawn={onDrawn} />}
    </div>
  );
}

function TakePort({ port, onPort }: { port: MapPort; onPort: (port: MapPort) => void }) {
  useEffect(() => onPort(port), [port, onPort]);
  return null;
}

function Drawing({ port, onDrawn }: { port: MapPort; onDrawn: Drawn }) {
  const t = useTexts(sheetTexts);
  const { city } = useConsole();
  const { points, isFinished, finish, undo, begin, focusMap } = useDrawing(port, 'polygon');
  const tell = useRef(onDrawn);
  tell.current = onDrawn;
  useEffect(() => {
    if (!isFinished || points.length < 3) return;
    tell.current([...points, ...points.slice(0, 1)].map(([lng, lat]) => [lng, lat]));
  }, [points, isFinished]);
  return (
    <>
      {port.kind === 'drawn' && (
        <div className="form-actions">
          <button type="button" className="button" aria-disabled={points.length === 0} onClick={undo}>
            {t.undo}
          </button>
          <button type="button" className="button" aria-disabled={points.length < 3} onClick={finish}>
            {t.finish}
          </button>
          <button type="button" className="button" onClick={focusMap}>
            {t.keyboard}
          </button>
        </div>
      )}
      <CoordinateList city={city} kind="polygon" points={points} onPoints={begin} />
    </>
  );
}
