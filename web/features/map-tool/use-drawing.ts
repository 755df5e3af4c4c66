import { useCallback, useEffect, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { DrawingControl, MapPort } from '../../map/map-port.ts';

/** A line or an outline that the reader draws on the map or gives as coordinates, as long as the component stands. */
export function useDrawing(port: MapPort, kind: 'line' | 'polygon') {
  const [drawn, setDrawn] = useState<{ points: readonly LngLat[]; isFinished: boolean }>({
    points: [],
    isFinished: false,
  });
  const control = useRef<DrawingControl | null>(null);
  const begin = useCallback(
    (given: readonly LngLat[]) => {
      control.current?.cancel();
      setDrawn({ points: given, isFinished: given.length > 0 });
      control.current = port.draw(kind, (points, isFinished) => setDrawn({ points, isFinished }), given);
    },
    [port, kind],
  );
  useEffect(() => {
    begin([]);
    return () => control.current?.cancel();
  }, [begin]);
  return {
    ...drawn,
    finish: () => control.current?.finish(),
    undo: () => control.current?.undo(),
    /** Nothing is drawn any more, or exactly these points. */
    begin,
    /** The keyboard goes to the map: arrows move it under the crosshair, Enter sets a point. */
    focusMap: () => control.current?.focus(),
  };
}
