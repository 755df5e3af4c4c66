import { Map as MapLibreMap } from 'maplibre-gl';
import type { SecondMap } from '../map-contract.ts';
import type { Scene } from '../scene.ts';
import { resolveHatches } from '../style/hatch-image.ts';
import { mapStyle } from '../style/map-style.ts';
import { DARK, LIGHT } from '../style/palette.ts';

/**
 * A second map in a container over the first. Fingers and keys reach the first alone, and the second looks where the
 * first looks, in every frame; so the two can never be apart.
 */
export function openSecondMap(first: MapLibreMap, scene: Scene, container: HTMLElement): SecondMap {
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  // What is chosen and drawn stands on both sides; only the layers differ.
  const own: { -readonly [K in 'layers' | 'names' | 'shapes']?: Scene[K] } = { layers: [], names: [] };
  const style = () => mapStyle({ ...scene, ...own }, darkness.matches ? DARK : LIGHT, window.location.origin);
  const second = new MapLibreMap({
    container,
    style: style(),
    interactive: false,
    attributionControl: false,
    center: first.getCenter(),
    zoom: first.getZoom(),
    minZoom: first.getMinZoom(),
    maxZoom: first.getMaxZoom(),
  });
  const follow = (): void => {
    second.jumpTo({
      center: first.getCenter(),
      zoom: first.getZoom(),
      bearing: first.getBearing(),
      pitch: first.getPitch(),
      padding: first.getPadding(),
    });
  };
  resolveHatches(second);
  let frame = 0;
  const restyle = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => second.setStyle(style()));
  };
  first.on('move', follow);
  first.on('resize', follow);
  first.on('styledata', restyle);
  darkness.addEventListener('change', restyle);
  follow();
  return {
    showLayers(layers, names) {
      Object.assign(own, { layers, names });
      restyle();
    },
    showShapes(shapes) {
      own.shapes = new Map([['own', shapes]]);
      restyle();
    },
    remove() {
      first.off('move', follow);
      first.off('resize', follow);
      first.off('styledata', restyle);
      cancelAnimationFrame(frame);
      darkness.removeEventListener('change', restyle);
      second.remove();
    },
  };
}
