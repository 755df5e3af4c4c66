import { type PointerEvent, type RefObject, useCallback, useRef, useState } from 'react';

export type PanelHeight = 'peek' | 'half' | 'full';
const HEIGHTS: readonly PanelHeight[] = ['peek', 'half', 'full'];

/** The next height upward or downward; at the end it stays. */
export function nextHeight(height: PanelHeight, direction: 1 | -1): PanelHeight {
  return HEIGHTS[HEIGHTS.indexOf(height) + direction] ?? height;
}

/** On a phone the answer is a sheet over the map; panel.css says the same. */
export const isSheet = (): boolean => window.matchMedia('(max-width: 839px)').matches;

/** A drag shorter than this, in pixels, is a tap. */
const TAP = 8;

/**
 * The three heights of the sheet on a phone: by buttons and by dragging its handle. While it is dragged the panel
 * follows the finger; released, it goes one height in the direction of the drag, two when pulled far.
 */
export function usePanel(panel: RefObject<HTMLElement | null>, first: PanelHeight) {
  const [height, setHeight] = useState<PanelHeight>(first);
  const start = useRef<{ y: number; panel: number } | null>(null);

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const element = panel.current;
      if (element === null) return;
      start.current = { y: event.clientY, panel: element.getBoundingClientRect().height };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    [panel],
  );
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const element = panel.current;
      if (start.current === null || element === null) return;
      const moved = start.current.y - event.clientY;
      if (Math.abs(moved) < TAP) return;
      element.classList.add('panel-dragged');
      // Set through the style object: the content policy forbids style attributes, not this.
      element.style.height = `${Math.max(96, start.current.panel + moved)}px`;
    },
    [panel],
  );
  const onPointerUp = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const element = panel.current;
      const begun = start.current;
      start.current = null;
      if (element === null || begun === null) return;
      element.classList.remove('panel-dragged');
      element.style.height = '';
      const moved = begun.y - event.clientY;
      if (Math.abs(moved) < TAP) return;
      const direction = moved > 0 ? 1 : -1;
      const steps = Math.abs(moved) > window.innerHeight * 0.4 ? 2 : 1;
      setHeight((current) => {
        const once = nextHeight(current, direction);
        return steps === 2 ? nextHeight(once, direction) : once;
      });
    },
    [panel],
  );
  return {
    height,
    setHeight,
    handle: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
