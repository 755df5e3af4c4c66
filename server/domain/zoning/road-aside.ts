import type { Facts } from './facts.ts';

/** Whether a road lies close by that could not go in: then nobody knows all roads that the place lies on. */
export const hasRoadAside = ({ setAside, versions }: Pick<Facts, 'setAside' | 'versions'>): boolean =>
  setAside.some((row) => versions.some((one) => one.kind === 'road' && one.version_id === row.version_id));
