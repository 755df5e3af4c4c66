export { classWords, lawMetres, measureWords, ruleWords } from './figure-words.ts';
export { mapPageHref, textPageHref, useLinks } from './links.ts';
export { outcomeLine, placeTitle } from './place-words.ts';
export { overlayWords, themeTitle } from './themes.tsx';
export { VerdictBadge } from './verdict-badge.tsx';
export { zoneLine } from './zone-words.ts';
