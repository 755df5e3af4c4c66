export { type ChooseLayers, StaffMap } from './staff-map.tsx';
export { boxAround } from './use-staff-map.ts';
