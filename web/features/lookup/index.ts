export { classWords, measureWords, ruleWords } from './figure-words.ts';
export { textPageHref } from './links.ts';
export { themeTitle } from './themes.tsx';
