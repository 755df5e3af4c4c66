export { KIND_WORDS } from './kind-words.ts';
export { LayerListScreen } from './layer-list-screen.tsx';
export { LayerScreen } from './layer-screen.tsx';
export { NewLayerScreen } from './new-layer-screen.tsx';
