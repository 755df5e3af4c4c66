import type { Language } from '#domain/language';
import { CATEGORIES, TRACK_TITLES, type Track } from '#domain/report/category';

/** What a report is about, in words; an unknown code as it is. */
export const categoryWords = (code: string, language: Language): string =>
  (CATEGORIES as Readonly<Record<string, (typeof CATEGORIES)[keyof typeof CATEGORIES]>>)[code]?.title[
    language
  ] ?? code;

export const trackWords = (track: Track, language: Language): string => TRACK_TITLES[track][language];
