import type { Language } from '../language.ts';
import { THEME_TITLES_EN } from './theme-titles-en.ts';
import { THEME_TITLES_ID } from './theme-titles-id.ts';

/** A theme as the reader calls it; `title`, as the data has it, where no word of ours is known. */
export function themeTitle(code: string, title: string, language: Language): string {
  const titles: Readonly<Record<string, string>> = language === 'id' ? THEME_TITLES_ID : THEME_TITLES_EN;
  return titles[code] ?? title;
}
