import { type RefObject, useEffect } from 'react';
import type { MapPort } from '../../map/map-port.ts';

/** Room for the ribbon and the search field above the map on a phone, pixels. */
const TOP = 88;
/** On a phone a tool covers the lower part of the map: what is drawn is kept above it, however high it grows. */
export function useToolRoom(port: MapPort, frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const sheet = frame.current?.parentElement;
    const page = sheet?.parentElement;
    if (!sheet || !page || !window.matchMedia('(max-width: 839px)').matches) return;
    const keep = (): void => {
      const bottom = Math.round(sheet.getBoundingClientRect().height);
      port.keepClear({ top: TOP, right: 0, bottom, left: 0 });
      page.style.setProperty('--covered', `${bottom}px`);
    };
    const observer = new ResizeObserver(keep);
    observer.observe(sheet);
    return () => {
      observer.disconnect();
      keep();
    };
  }, [port, frame]);
}
