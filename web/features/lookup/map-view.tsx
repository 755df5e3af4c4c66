import { useEffect, useRef, useState } from 'react';
import { type MapOptions, type MapPort, openMap } from '../../map/map-port.ts';

/**
 * Gives the map a place in the page and hands its port out once it is open. The engine is loaded after the page has
 * been painted: the text comes first.
 */
export function MapView({
  options,
  onOpen,
}: {
  options: MapOptions;
  onOpen: (port: MapPort | null) => void;
}) {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  const open = useRef(onOpen);
  const [isOpening, setIsOpening] = useState(true);
  useEffect(() => {
    latest.current = options;
    open.current = onOpen;
  });
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let isGone = false;
    let port: MapPort | null = null;
    const { view, bbox, label, hasBaseMap } = latest.current;
    const start = async (): Promise<void> => {
      const opened = await openMap(element, {
        view,
        bbox,
        label,
        hasBaseMap,
        firstSight: () => latest.current.firstSight?.() ?? null,
        onPick: (place) => latest.current.onPick(place),
        onMoved: (moved) => latest.current.onMoved(moved),
        onTrouble: (trouble) => latest.current.onTrouble(trouble),
        onGround: (attribution) => latest.current.onGround(attribution),
        onComplete: () => latest.current.onComplete?.(),
      });
      if (isGone) return opened.remove();
      port = opened;
      setIsOpening(false);
      open.current(opened);
    };
    // A frame: the first paint of the text is out before the engine asks for the processor.
    const frame = requestAnimationFrame(() => void start());
    return () => {
      isGone = true;
      cancelAnimationFrame(frame);
      open.current(null);
      port?.remove();
    };
  }, []);
  return <div ref={container} className={isOpening ? 'map map-opening' : 'map'} />;
}
