import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#domain/geo/lng-lat';
import type { DrawingControl, MapPort } from '../map-contract.ts';

/** How to draw on this map. The hand that draws is loaded with the first drawing; taps made before it came are not lost. */
export function drawingOn(map: MapLibreMap, port: () => MapPort): MapPort['draw'] {
  return (kind, onChange, given) => {
    let control: DrawingControl | null = null;
    const early: LngLat[] = [];
    let giveBackTaps = port().takeTaps((place) => early.push(place));
    let isOver = false;
    let wantsFocus = false;
    void import('./draw.ts').then(({ startDrawing }) => {
      if (isOver) return;
      giveBackTaps();
      giveBackTaps = () => undefined;
      control = startDrawing(map, port(), kind, onChange, given, early);
      if (wantsFocus) control.focus();
    });
    return {
      finish: () => control?.finish(),
      undo: () => control?.undo(),
      focus() {
        wantsFocus = true;
        control?.focus();
      },
      cancel() {
        isOver = true;
        giveBackTaps();
        control?.cancel();
      },
    };
  };
}
