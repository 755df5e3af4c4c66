import fontFile from '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2?url';

/**
 * What every label of ours is written in. The engine reads the weight from the name, and draws each letter of each face
 * once, which takes a weak phone 3 ms: one face for all labels.
 */
export const LABEL_FONT = 'Noto Sans Medium';

/** What the ground of others is written in; see server/features/basemap/strip-style.ts. */
const GROUND_FONT = 'Noto Sans Regular';

/**
 * Makes both known to the engine, which looks for its fonts among those of the page. It is the file that the page itself
 * is written in: the map has none to wait for.
 */
export function bringLabelFonts(): void {
  for (const family of [LABEL_FONT, GROUND_FONT]) {
    if ([...document.fonts].some((face) => face.family === family)) continue;
    document.fonts.add(new FontFace(family, `url(${fontFile})`, { weight: '100 900' }));
  }
}
