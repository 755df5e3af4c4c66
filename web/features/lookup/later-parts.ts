import type { ComponentProps } from 'react';
import type { Later } from '../../lib/later.ts';
import type { LocationPage } from './location-page.tsx';
import type { PanelAnswer } from './panel-answer.tsx';

/** The answer beside the map: comes after the map, or with a page that carries an answer. */
export const panelAnswer: Later<ComponentProps<typeof PanelAnswer>> = {
  component: null,
  load: async () => (await import('./panel-answer.tsx')).PanelAnswer,
};

/** The answer as a page of its own: no other page needs it. */
export const locationPage: Later<ComponentProps<typeof LocationPage>> = {
  component: null,
  load: async () => (await import('./location-page.tsx')).LocationPage,
};
