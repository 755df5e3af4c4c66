import type { MapOptions, MapPort } from './map-contract.ts';

export type {
  DrawingControl,
  FirstSight,
  LegendOfLayer,
  MapOptions,
  MapPicture,
  MapPort,
  MapShape,
  MapSymbol,
  MapTrouble,
  MapView,
  OverlayPaint,
  PaintedFill,
  SecondMap,
  ShapeLook,
  ZoneInView,
  ZonePaint,
} from './map-contract.ts';

/**
 * Asks for the engine's two files. Called when the shell of the page has come whole, not before: on a slow network they
 * would take from it what the text needs.
 */
export function fetchEngine(): void {
  // Imported here: where pages are drawn from their source, as in tests and commands, the address of the file is not
  // known, and the engine would run.
  const prefetch = import('./worker-url.ts').then(({ workerUrl }) => {
    const ahead = document.createElement('link');
    ahead.rel = 'prefetch';
    ahead.href = workerUrl;
    document.head.append(ahead);
  });
  // Whoever opens the map hears of a failure.
  Promise.all([prefetch, import('./maplibre-map.ts')]).catch(() => undefined);
}

/**
 * Opens the drawn map, whose engine is loaded only now; where it cannot draw, the map of words that says so.
 * The text of the page never waits for this.
 */
export async function openMap(container: HTMLElement, options: MapOptions): Promise<MapPort> {
  try {
    const { fetchTilesAhead, openMapLibre } = await import('./maplibre-map.ts');
    const sight = options.firstSight?.();
    if (sight) fetchTilesAhead(sight, { width: container.clientWidth, height: container.clientHeight });
    // Its workers are on their way: what the first map asks of the processor would keep them from starting.
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    return openMapLibre(container, options);
  } catch {
    const { openTextMap } = await import('./text-map.ts');
    return openTextMap(options);
  }
}
