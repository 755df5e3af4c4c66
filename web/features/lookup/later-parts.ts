import { later } from '../../lib/later.ts';

/** The answer beside the map: comes after the map, or with a page that carries an answer. */
export const panelAnswer = later(async () => (await import('./panel-answer.tsx')).PanelAnswer);

/** The answer as a page of its own: no other page needs it. */
export const locationPage = later(async () => (await import('./location-page.tsx')).LocationPage);

/** Buttons for the map come with the map: the text does not wait for them. */
export const mapControls = later(async () => (await import('./map-controls.tsx')).MapControls);

/** The frame of a tool, and the list of them. */
export const toolFrame = later(async () => (await import('../tools/index.ts')).ToolFrame);
