import type { Language } from '#domain/language';

const FORMAT = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** A moment in words with its time zone: `29 November 2026 pukul 18.55 WITA`. */
export const momentInWords = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', FORMAT).format(new Date(at));

/** Whole days between two moments; what was saved yesterday evening is 0 days old this morning. */
export const daysBetween = (from: string, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - Date.parse(from)) / 86_400_000));
