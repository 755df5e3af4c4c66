import { lazy } from 'react';
import type { Tool } from './tool.ts';

/** All tools in the order of the menu. A new one is one entry here; its code is loaded when it is opened. */
export const TOOLS: readonly Tool[] = [
  {
    id: 'jarak',
    title: { id: 'Ukur jarak', en: 'Measure a distance' },
    purpose: { id: 'Panjang garis yang digambar di peta', en: 'Length of a line drawn on the map' },
    icon: 'M3 14 14 3l3 3L6 17l-3-3ZM6.5 10.5l1.5 1.5M9.5 7.5 11 9M12.5 4.5 14 6',
    needsDrawnMap: false,
    component: lazy(async () => ({ default: (await import('./measure-tool.tsx')).MeasureDistance })),
  },
  {
    id: 'luas',
    title: { id: 'Ukur luas', en: 'Measure an area' },
    purpose: { id: 'Luas dan keliling bidang yang digambar', en: 'Area and perimeter of a drawn outline' },
    icon: 'M4 6l9-2 4 7-5 5-8-2V6ZM4 6v.1M13 4v.1M17 11v.1M12 16v.1M4 14v.1',
    needsDrawnMap: false,
    component: lazy(async () => ({ default: (await import('./measure-tool.tsx')).MeasureArea })),
  },
];
