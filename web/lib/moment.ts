import type { Language } from '#domain/language';

/**
 * A moment on the city's clock: `29 Nov 2026, 21.47 WITA`, wherever the reader sits.
 *
 * @param at ISO 8601
 * @param label what people call the city's time zone
 */
export function formatMoment(at: string, language: Language, timeZone: string, label: string): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const moment = new Date(at);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day.format(moment)}, ${time.format(moment)} ${label}`;
}

/** The calendar day of a moment where the city lies, `YYYY-MM-DD`. */
export const dayIn = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(moment);

/** Bytes as people say them: `12,4 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const write = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  if (bytes < 1000) return `${write(bytes)} B`;
  if (bytes < 1_000_000) return `${write(bytes / 1000)} kB`;
  return `${write(bytes / 1_000_000)} MB`;
}
