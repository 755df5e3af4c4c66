import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { CoordinateList, type ToolProps, useDrawing } from '../map-tool/index.ts';
import { toolTexts } from './tool-texts.ts';

/** An outline drawn by finger, mouse or keyboard, or typed as coordinates; told once it is closed. */
export function DrawOutline({
  port,
  city,
  onDrawn,
}: Pick<ToolProps, 'port' | 'city'> & { onDrawn: (corners: readonly LngLat[]) => void }) {
  const t = useTexts(toolTexts);
  const announce = useAnnounce();
  const { points, isFinished, finish, undo, begin, focusMap } = useDrawing(port, 'polygon');
  const [showsList, setShowsList] = useState(port.kind === 'text');
  const tell = useRef(onDrawn);
  tell.current = onDrawn;
  useEffect(() => {
    if (points.length > 0) announce(t.drawnCorners(points.length));
    if (isFinished && points.length >= 3) tell.current(points);
  }, [points, isFinished, announce, t]);
  return (
    <div className="draw-outline">
      {port.kind === 'drawn' && (
        <>
          <p className="quiet">{t.drawHelp}</p>
          <div className="actions">
            <button type="button" className="button" disabled={points.length === 0} onClick={undo}>
              {t.undo}
            </button>
            <button type="button" className="button" disabled={points.length < 3} onClick={finish}>
              {t.finish}
            </button>
            <button type="button" className="button" onClick={focusMap}>
              {t.byKeyboard}
            </button>
          </div>
        </>
      )}
      <details
        className="quiet-details"
        open={showsList}
        onToggle={(e) => setShowsList(e.currentTarget.open)}
      >
        <summary>{t.byCoordinates}</summary>
        {showsList && <CoordinateList city={city} kind="polygon" points={points} onPoints={begin} />}
      </details>
    </div>
  );
}
