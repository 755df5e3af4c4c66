export { nearestTo } from './nearest-to.ts';
export { type ChooseLayers, StaffMap, usualLayers } from './staff-map.tsx';
export { Swipe } from './swipe.tsx';
export { boxAround } from './use-staff-map.ts';
