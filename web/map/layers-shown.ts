import type { MapPort } from './map-contract.ts';

type Show = (...shown: Parameters<MapPort['showLayers']>) => void;

/** The layers of the page, or those of the tool that took them last: however their effects follow one another. */
export function layersShown(show: Show): Pick<MapPort, 'showLayers' | 'takeLayers'> {
  let ofPage: Parameters<Show> = [[], []];
  const taken: Parameters<Show>[] = [];
  const showTop = (): void => show(...(taken.at(-1) ?? ofPage));
  return {
    showLayers(layers, names) {
      ofPage = [layers, names];
      showTop();
    },
    takeLayers(layers, names) {
      const own: Parameters<Show> = [layers, names];
      taken.push(own);
      showTop();
      return () => {
        const index = taken.indexOf(own);
        if (index < 0) return;
        taken.splice(index, 1);
        showTop();
      };
    },
  };
}
