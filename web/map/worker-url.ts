/** The engine's second file, which cuts and lays out tiles beside the page: known before the engine itself is here. */
export { default as workerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
